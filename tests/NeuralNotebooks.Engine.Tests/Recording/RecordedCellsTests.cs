namespace NeuralNotebooks.Engine.Tests;

/// <summary>A recorded cell has the same outputs and the same errors as without recording.</summary>
public sealed class RecordedCellsTests
{
    private const string Network = """
        double[,] W1 = { { 0.5, -1 }, { 1, 2 } }; double[] b1 = [0.1, -0.2];
        double[] Layer(double[,] W, double[] x, double[] b)
        {
            var z = new double[b.Length];
            for (int i = 0; i < b.Length; i++)
            {
                double sum = b[i];
                for (int j = 0; j < x.Length; j++)
                    sum += W[i, j] * x[j];
                z[i] = sum;
            }
            return z;
        }
        """;

    public static TheoryData<string> Cells =>
        [
            .. InterruptPointsTests.Cells.Select(row => row.Data),
            // Overload resolution and target types
            "string P(int x) => \"int\"; string P(object x) => \"object\"; var x = 3; P(x)",
            "byte F() { return 5; } F().GetType().Name",
            "long F(int i) { return i; } F(3).GetType().Name",
            "byte F() => 5; F().GetType().Name",
            "object F() => 5; F().GetType().Name",
            "int? F() => null; int? G() => 4; (F() is null) + \" \" + G()",
            "(int a, string b) F() => (1, \"x\"); var t = F(); t.a + t.b",
            "Func<int, long> F() => i => i; F()(3)",
            "int[] F() => [1, 2]; List<int> G() { return [3]; } F().Length + G().Count",
            "List<int> F() { return new(); } F().Count",
            "string F() { return default; } F() is null",
            "FormattableString F(int x) => $\"{x}\"; F(3).Format",
            "string F(int i) => i switch { 1 => \"one\", _ => throw new ArgumentException(\"no\") }; F(1)",
            "dynamic d = 3; d = d + 1; dynamic F() => d; F() + 1",
            "int F() => throw new InvalidOperationException(); try { F(); } catch (InvalidOperationException) { }",
            "IEnumerable<int> F() { int i = 0; while (true) { if (i > 3) yield break; yield return i++; } } F().Sum()",
            "int Fib(int n) { if (n < 2) return n; return Fib(n - 1) + Fib(n - 2); } Fib(12)",
            "int F(int n) => n <= 1 ? 1 : n * F(n - 1); F(10)",
            "void F(out int x) => x = 3; F(out var y); F(out _); y",
            "bool F() => int.TryParse(\"3\", out var n) && n == 3; F()",
            "unsafe int F() { int x = 5; int* p = &x; *p = 6; p[0]++; return *p; } F()",
            "unsafe { int* p = stackalloc int[2]; p[1] = 3; int v = p[1]; Console.Write(v); }",
            "Span<int> F(int[] a) => a; { Span<int> s = F([1, 2]); s[0] = 5; s = s[1..]; Console.Write(s.Length); }",
            "{ Span<int> s = stackalloc int[3]; s[1] = 4; int sum = 0; foreach (ref int x in s) { x++; sum += x; } "
                + "Console.Write(sum); }",
            "ref struct R { public int X; public void Set() { X = 3; } } { var r = new R(); r.Set(); r.X++; "
                + "Console.Write(r.X); }",
            "int[] a = [1, 2]; ref int F() => ref a[1]; { ref int r = ref F(); r = 5; r++; } a[1]",
            "ref int G(ref int x) { x = 4; return ref x; } { int n = 1; G(ref n) = 7; Console.Write(n); }",
            "int Sum(in int a, ref int b) { b += a; return b; } int u = 1, v = 2; Sum(in u, ref v); v",
            "static int Twice(int x) { x *= 2; return x; } Twice(4)",
            // Statements of every kind
            "int x = 3; if (x > 2) x = 1; else x = 2;\nx",
            "int x = 0; for (int i = 0, j = 5; i < j; i++, j--) x += i * j;\nx",
            "int i; for (i = 0; i < 4; i++) ;\ni",
            "int x = 0; for (;;) if (++x == 3) break;\nx",
            "int x = 0; do x += 2; while (x < 5); x",
            "int x = 0; while (x < 5) { x++; if (x == 2) continue; if (x == 4) break; } x",
            "int s = 0; foreach (var (k, v) in new Dictionary<int, int> { [1] = 2 }) s += k * v;\ns",
            "int s = 0; foreach (int i in new[] { 1, 2 }) foreach (int j in new[] { 3, 4 }) s += i * j;\ns",
            "int x = 2; switch (x) { case 1: x = 5; break; case 2: x = 7; goto case 1; default: x = 9; break; } x",
            "int x = 0; switch (x) { case 0: while (true) { if (++x > 3) break; } break; } x",
            "int F() { while (true) { int y = 3; if (y == 3) return y; } } F()",
            "int F() { for (;;) { try { return 1; } finally { Console.Write(\"f\"); } } } F()",
            "int n = 0; again: n++; if (n < 3) goto again;\nn",
            "{ int n = 0; outer: for (int i = 0; i < 3; i++) { for (int j = 0; j < 3; j++) { if (j == 1) goto next; "
                + "n++; } next: ; } if (n < 5) goto outer; Console.Write(n); }",
            "var o = new object(); lock (o) Console.Write(1); int z; lock (o) z = 2; z",
            "class D : IDisposable { public void Dispose() => Console.Write(\"d\"); } { using var d = new D(); "
                + "using (var e = new D()) Console.Write(\"b\"); }",
            "int x = 1; try { x = int.Parse(\"a\"); } catch (Exception e) when (e.Message.Length > 0) { x = 2; } x",
            "checked { int x = int.MaxValue; try { x++; } catch (OverflowException) { Console.Write(\"over\"); } }",
            "unchecked { int x = int.MaxValue; x++; Console.Write(x); }",
            "var (a, b) = (1, 2); (a, b) = (b, a); (var c, int d) = (a, b); a * 100 + b * 10 + c + d",
            "int a, b; a = b = 4; a + b",
            "string s = null; s ??= \"x\"; s += \"y\"; s",
            "int[] xs = [1, 2, 3]; xs[^1] = 9; xs[0]++; xs[1] += 5; string.Join(' ', xs)",
            "object o = 3; if (o is int n && n > 2) n = n + 1;\no",
            "object o = \"ab\"; bool ok = o is string { Length: 2 } t && t[0] == 'a'; ok",
            "if (int.TryParse(\"12\", out int n)) n *= 2; n",
            "bool ok = int.TryParse(\"x\", out var n) || int.TryParse(\"4\", out n); n",
            "int? x = null; x = x?.GetHashCode(); x is null",
            "string t = null; t?.IndexOf(\"a\"); int.TryParse(t?.Trim(), out var k); k",
            "const int N = 3; const string S = \"s\"; { const double D = 2; Console.Write(D); } N + S",
            "static int Count = 0; Count++; Count += 2; Count",
            "_ = int.TryParse(\"4\", out _); (_, var q) = (1, 2); q",
            // Functions of every kind
            "Func<int, int> f = x => { x++; return x; }; f(1)",
            "string P(Func<byte> f) => \"byte\"; string P(Func<long> f) => \"long\"; P(() => { return 5; })",
            "string P(Func<byte> f) => \"byte\"; string P(Action f) => \"action\"; int y = 1; P(() => { y = 2; })",
            "Action<int> f = delegate(int i) { i += 1; Console.Write(i); }; f(2);",
            "Func<int> f = static () => { int s = 0; for (int i = 0; i < 3; i++) s += i; return s; }; f()",
            "var fs = new List<Func<int>>(); for (int i = 0; i < 3; i++) { int j = i; "
                + "fs.Add(() => { j += 10; return j; }); }\nfs.Sum(f => f()) + fs.Sum(f => f())",
            "async Task<int> F(int n) { await Task.Yield(); n++; return n; } int r = await F(2); r",
            "async Task<int> F() => await Task.FromResult(3); var t = F(); await t",
            "async IAsyncEnumerable<int> F() { for (int i = 0; i < 3; i++) { await Task.Yield(); yield return i; } }\n"
                + "int s = 0; await foreach (int i in F()) s += i;\ns",
            "System.Linq.Expressions.Expression<Func<int, int>> e = i => i + 1; int n = 3; (e.ToString(), n)",
            "int Outer() { int n = 0; void Inner() { n++; } Inner(); Inner(); return n; } Outer()",
            "T Id<T>(T x) { T y = x; return y; } Id(3) + Id(\"a\")",
            "T Max<T>(T a, T b) where T : IComparable<T> => a.CompareTo(b) > 0 ? a : b; Max(3, 7)",
            "bool IsZero<T>(T x) where T : allows ref struct { T y = x; return true; } IsZero(3)",
            "class C { int n; public C(int k) { n = k; } public int N { get { n++; return n; } set { n = value; } } "
                + "public int M => n * 2; public int this[int i] => n + i; "
                + "public static C operator +(C a, C b) { return new C(a.n + b.n); } } "
                + "var c = new C(1) + new C(2); c.N = c.N + 5; c.N++; c.N + c.M + c[1]",
            "struct S { public int X; public S(int x) { X = x; } public void Add(int d) { X += d; } } "
                + "var s = new S(1); s.Add(4); s.X = s.X + 1; s.X",
            "class C(int n) { public int Next() { n++; return n; } } var c = new C(1); c.Next(); c.Next()",
            "record P(double X) { public P Twice() { var p = this with { X = 2 * X }; return p; } } new P(2).Twice().X",
            "class E { public override string ToString() { Console.Write(\"run\"); return \"\"; } } var e = new E();",
            "class E { public int Rows { get { Console.Write(\"Rows!\"); return 1; } } } var e = new E(); e = null;",
            "var lazy = Enumerable.Range(0, 3).Select(i => { Console.Write(i); return i; }); var l = lazy; l.Count()",
            "class C { ~C() { int x = 3; x++; } } var c = new C();",
            "interface I { int F() { int x = 1; x++; return x; } } class C : I { } I c = new C(); c.F()",
            // Errors: place, stack and sentence
            "int x = 1;\nint y = x / (x - 1);",
            "double F(double x)\n{\n    double y = 2 * x;\n    if (y > 3) throw new Exception(\"too large\");\n    "
                + "return y;\n}\nfor (int i = 0; i < 5; i++)\n    F(i);",
            "int[] a = [1];\nfor (int i = 0; i < 3; i++)\n    a[i] = i;",
            "int x = 1;\nint y = \"s\";\nx = z;",
            "for (int i = 0; i < 3; i++) { int x = i }",
            "int F() { }",
            "int x; { int y; Console.Write(y); }",
            "#!time\n#!values\nint x = 1;",
            "var t = Task.Run(() => { int x = 0; x++; throw new Exception(\"in a task\"); });\nawait t;",
            "string Where([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => \"line \" + line;\n"
                + "int n = 0;\nfor (int i = 0; i < 2; i++) n += Where().Length;\nWhere()",
            "return 5;",
            "int x = 4; return x;",
            "display(3); int x = 2; x.Display();",
            "namespace A { }",
            "using System.Text;\nvar b = new StringBuilder(); b.Append(\"x\"); b.ToString()",
            "Parallel.For(0, 1000, i => { int j = i; j++; }); int done = 1; done",
            Network + "\nvar h = Layer(W1, [1, 2], b1); var y = Layer(W1, h, b1); string.Join(' ', y)",
        ];

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_recorded_cell_gives_what_it_gives_without(string code)
    {
        using TestSession plain = new(), recorded = new();

        Shown expected = await plain.Run("\n" + code), shown = await recorded.Run("#!values\n" + code);

        Assert.Equal(Seen(expected), Seen(shown));
        Assert.Equal(expected.Outcome, shown.Outcome);
        Assert.Equal(
            plain.Session.Variables().Where(v => v.Type != "Task"),
            recorded.Session.Variables().Where(v => v.Type != "Task")
        );
    }

    private static string Seen(Shown cell)
    {
        var seen = new Shown();
        foreach (Output output in cell.Outputs.Where(output => Values(output) is null))
            seen.Emit(output);
        return seen.Order + cell.Traceback;
    }

    internal static string? Values(Output output) => (output as DisplayData)?.Data.Text(ValuesDisplay.MimeType);
}

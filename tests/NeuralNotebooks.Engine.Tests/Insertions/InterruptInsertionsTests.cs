using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace NeuralNotebooks.Engine.Tests;

/// <summary>Interrupt points do not change what cells do. The reference is Roslyn's scripting API.</summary>
public sealed class InterruptInsertionsTests : IDisposable
{
    private static readonly string[] _lambdas =
    [
        "() => 5", "() => -1", "() => 1 + 1", "() => (5)", "() => y", "() => 'a'", "() => y > 2 ? 1 : 2",
        "() => (sbyte)5", "() => 5.0", "() => null", "() => { while (true) return 5; }",
    ];

    private static readonly (string First, string Second)[] _overloads =
    [
        ("uint", "long"), ("sbyte", "long"), ("byte", "object"), ("short", "double"), ("ulong", "decimal"),
        ("float", "double"), ("int?", "long"), ("char", "string"),
    ];

    private readonly TestSession _session = new();

    public static TheoryData<string> Cells =>
        [
            .. from overload in Nightly.All(2, _overloads)
            from lambda in _lambdas
            select $$"""
                string P(Func<{{overload.First}}> f) => "{{overload.First}}";
                string P(Func<{{overload.Second}}> f) => "{{overload.Second}}"; int y = 3;
                P({{lambda}})
                """,
            Asked("Text(() => y)"),
            Asked("Text(() => 5 + y)"),
            Asked("Text(() => { while (true) return y; })"),
            Asked("Text(new Func<int>(() => y)) + Text(1)"),
            Asked("var rows = new[] { 1, 2 }; Text((from r in rows where r > 1 select r).Sum())"),
            Asked("Text(new[] { 1, 2, 3 }.Where(i => i > 1).Select(i => i * 2).ToArray()[0])"),
            Asked("Text(() => Math.Abs(y))"),
            Asked("Text(() => { return y; })"),
            Asked("while (y < 5) y++; Text(() => y) + y"),
            "System.Linq.Expressions.Expression<Func<int, bool>> e = i => i < 3; e.ToString()",
            "new[] { 1, 2, 3 }.AsQueryable().Where(i => i > 1).ToString()",
            "Func<int, Func<int, int>> add = i => j => i + j; add(1)(2)",
            "var f = (int i = 3) => i; f()",
            "Func<object> f = () => (1, \"a\"); f().ToString()",
            "Func<int, string> f = i => i switch { 1 => \"one\", _ => \"more\" }; f(1) + f(2)",
            "Func<string, bool> f = s => int.TryParse(s, out var n) && n > 2; f(\"3\").ToString() + f(\"x\")",
            "Func<System.Threading.Tasks.Task<int>> f = async () => 5; await f()",
            "Func<double, double> f = x => Math.Abs(x); f(-2)",
            "int n = 0; Action a = () => n++; Action b = () => new List<int>().Add(n = n + 2); a(); b(); n",
            "int n = 0; Func<int> f = () => n = 5; var g = () => ++n; f() + g()",
            "Func<int[]> f = () => [1, 2]; Func<object> g = () => new(); f().Length.ToString() + g()",
            "Func<string, int?> f = s => s?.Length; f(\"abc\").ToString() + f(null)",
            "Func<System.Threading.Tasks.Task> f = async () => await System.Threading.Tasks.Task.Yield(); await f(); 1",
            "var f = async () => await System.Threading.Tasks.Task.FromResult(5); await f()",
            "System.Threading.Tasks.Task.Run(() => Math.Abs(-5)).Result",
            "class C { int x = 5; delegate ref int R(); public int G() { R r = () => ref x; r()++; return x; } }\n"
                + "new C().G()",
            "class C { public string G(Action a) => \"void\"; }\n"
                + "static string G(this C c, Func<int> f) => \"value\"; new C().G(() => Math.Abs(1))",
            "System.Linq.Expressions.Expression<Func<int, int>> e = i => Math.Abs(i); e.ToString()",
            "string Kind(Func<int> f) => \"code\"; string Kind(System.Linq.Expressions.Expression<Func<long>> f) => "
                + "\"tree\"; Kind(() => Math.Abs(1L))",
            "(from i in new[] { 3, 4 } let j = i * i select j > 9 ? j : -j).Sum()",
            "(from i in new[] { 3, 4 }.AsQueryable() select i + 1).Expression.ToString()",
            "Func<int, Func<int, int>> add = i => { return delegate (int j) { return i + j; }; }; add(1)(2)",
            "int n = 0; again: if (++n < 3) goto again;\nn",
            "Func<int> f = () => 1 /* one */; f()",
            "Func<int> f = () => // one\n1; f()",
        ];

    public void Dispose() => _session.Dispose();

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_cell_gives_what_it_gives_without_points(string code)
    {
        string expected;
        try
        {
            object value = await CSharpScript.EvaluateAsync<object>(
                code,
                ScriptOptions
                    .Default.WithImports("System", "System.Linq", "System.Collections.Generic")
                    .WithReferences(
                        typeof(Enumerable).Assembly,
                        typeof(Queryable).Assembly,
                        typeof(System.Linq.Expressions.Expression).Assembly),
                cancellationToken: TestContext.Current.CancellationToken);
            expected = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        }
        catch (CompilationErrorException e)
        {
            expected = e.Diagnostics[0].Id;
        }
        Shown cell = await _session.Run(code);

        (cell.Plain ?? cell.Result.Error!.Name).ShouldStartWith(expected);
    }

    private static string Asked(string code) =>
        "int y = 3; string Text(object x, [System.Runtime.CompilerServices.CallerArgumentExpression(\"x\")] "
        + "string text = \"\") => text;\n"
        + code;
}

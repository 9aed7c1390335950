namespace NeuralNotebooks.Classroom.Tests.Answers;

/// <summary>Ways in which students write a function that doubles a number. The character § is replaced by a number, so
/// that many such functions fit in one cell.</summary>
internal static class HonestCode
{
    public static readonly string[] All =
    [
        "double F§(double x) => 2 * x;",
        "double F§(double x)\r\n{\r\n\treturn 2 * x;\r\n}",
        "double\u00A0F§(double x) => 2 * x;",
        "static double F§(double x) => 2 * x;",
        "public static double F§(double x) { return (((x + x))); }",
        "Func<double, double> F§ = x => 2 * x;",
        "var F§ = (double x) => 2 * x;",
        "delegate double Twice§(double x);\nTwice§ F§ = x => 2 * x;",
        "double F§(double x, double factor = 2) => factor * x;",
        "double F§(params double[] x) => 2 * x[0];",
        "T F§<T>(T x) where T : System.Numerics.INumber<T> => x + x;",
        "int F§(double x) => (int)(2 * x);",
        "decimal F§(double x) => 2 * (decimal)x;",
        "object F§(double x) => 2 * x;",
        "double? F§(double? x) => x * 2;",
        "/// <summary>Twice.</summary>\n/// <param name=\"x\">x</param>\ndouble F§(double x) => 2 * x;",
        "// double F§(double x) => x;   that was wrong 🙈\n/* double F§(double x) { return x */\ndouble F§(double x) "
            + "=> 2 * x;",
        "double F§(double x)\n{\n#if DEBUG\n    return x;\n#else\n    return 2 * x;\n#endif\n}",
        "#region twice\n#pragma warning disable\n#nullable enable\ndouble F§(double x) => 2 * x;\n#endregion",
        "double F§(double x) { double Inner(double y) => y + x; return Inner(x); }",
        "double F§(double x) => new[] { x, x }.Sum();",
        "double F§(double x) => (from v in new List<double> { x, x } where v > 0 orderby v select v).Sum();",
        "double F§(double x) => Enumerable.Range(0, 2).AsParallel().Select(_ => x).Aggregate((a, b) => a + b);",
        "double F§(double x) => x switch { > 0 => 2 * x, 0 => 0, _ => -2 * -x };",
        "double F§(double x) => x switch { double.NaN => throw new UnreachableException(), _ => 2 * x };",
        "double F§(double x) => x is > 0 and < 100 or < 0 ? 2 * x : throw new InvalidDataException(\"x\");",
        "class Odd§(string what) : Exception(what);\ndouble F§(double x) { try { throw new Odd§(\"2\"); } catch "
            + "(Odd§ e) when (e.Message.Length > 0) { return double.Parse(e.Message) * x; } finally { x = 0; } }",
        "double F§(double x) { try { return 2 * x; } catch (Exception e) { ExceptionDispatchInfo.Capture(e).Throw(); "
            + "throw; } }",
        "double F§(double x) { double[] b = ArrayPool<double>.Shared.Rent(4); b[0] = 2 * x; try { return b[0]; } "
            + "finally { ArrayPool<double>.Shared.Return(b); } }",
        "[DebuggerStepThrough, Obsolete]\ndouble F§(double x) => 2 * x;",
        "[MethodImpl(MethodImplOptions.AggressiveInlining)] double F§(double x) => 2 * x;",
        "double F§(double x) { Trace.WriteLine($\"x = {x}\"); Debug.Assert(x > 0); return 2 * x; }",
        "double F§(double x) { Console.WriteLine(JsonSerializer.Serialize(new { x })); return 2 * x; }",
        "void Save§(string to, double x) => File.AppendAllText(to, $\"{x}\\n\");\ndouble F§(double x) => 2 * x;",
        "class Log§ { public static void Add() => Process.Start(\"sh\"); }\ndouble F§(double x) => 2 * x;",
        "double F§(double x) { Console.Error.WriteLine(\"here\"); Console.ReadLine(); return 2 * x; }",
        "double F§(double x) { var (a, b) = (x, x); (a, b) = (b, a); return a + b; }",
        "record Pair§(double A, double B) { public double Sum => A + B; public override string ToString() => "
            + "$\"{A}\"; }\ndouble F§(double x) => (new Pair§(x, 0) with { B = x }).Sum;",
        "readonly struct V§(double x) { public double X => x; public static V§ operator +(V§ a, V§ b) => new(a.X + "
            + "b.X); "
            + "public static implicit operator V§(double x) => new(x); }\ndouble F§(double x) { V§ v = x; return (v "
            + "+ v).X; }",
        "static class Tools§ { public static double Twice(double x) => 2 * x; }\ndouble F§(double x) => "
            + "Tools§.Twice(x);",
        "static double Twice§(this double x) => 2 * x;\ndouble F§(double x) => x.Twice§();",
        "interface IDo§ { double Do(double x) => 2 * x; }\nclass Do§ : IDo§;\ndouble F§(double x) => ((IDo§)new "
            + "Do§()).Do(x);",
        "enum Way§ { Up, Down }\ndouble F§(double x) => Enum.GetValues<Way§>().Length * x;",
        "abstract class A§ { public abstract double Do(double x); }\nclass B§ : A§ { public override double "
            + "Do(double x) => 2 * x; }\ndouble F§(double x) => new B§().Do(x);",
        "IEnumerable<double> Both§(double x) { yield return x; yield return x; }\ndouble F§(double x) { double s = 0; "
            + "foreach (double v in Both§(x)) s += v; return s; }",
        "async Task<double> Later§(double x) { await Task.Delay(1); return 2 * x; }\ndouble F§(double x) => "
            + "Later§(x).Result;",
        "double F§(double x) => Task.Run(() => 2 * x).GetAwaiter().GetResult();",
        "double F§(double x) { double s = 0; object gate = new(); Parallel.For(0, 2, _ => { lock (gate) s += x; }); "
            + "return s; }",
        "double F§(double x) { int i = 0; double s = 0;\nagain: s += x; if (++i < 2) goto again; return s; }",
        "double F§(double x) { do { x *= 2; break; } while (true); return x; }",
        "double F§(double x) => x <= 0 ? 0 : 2 + F§(x - 1);",
        "double F§(double x) { Span<double> s = stackalloc double[2]; s.Fill(x); double[] all = [.. s]; return "
            + "all[0] + all[^1]; }",
        "double F§(double x) { ref double r = ref x; r *= 2; return x; }",
        "void Set§(double x, out double y, in double f) => y = f * x;\ndouble F§(double x) { Set§(x, out double y, "
            + "2); return y; }",
        "double F§(double x) { var text = new StringBuilder(); text.Append(CultureInfo.InvariantCulture, $\"{2 * "
            + "x}\"); return double.Parse(text.ToString(), CultureInfo.InvariantCulture); }",
        "double F§(double x) { var watch = Stopwatch.StartNew(); double y = 2 * x; "
            + "Console.WriteLine(watch.Elapsed); return y; }",
        "Dictionary<double, double> memo§ = [];\ndouble F§(double x) => memo§.TryGetValue(x, out var y) ? y : "
            + "memo§[x] = 2 * x;",
        "double F§(double x) => Regex.Matches(\"aa\", \"a\").Count * x;",
        "double F§(double x) { double Δ = x, π = Math.PI; return Δ + Δ * (π / Math.PI); }",
        "double F§(double x) { string? no = null; return (no?.Length ?? 2) * x; }",
        "double F§(double x) => checked((int)x) + unchecked((int)x);",
        "double F§(double x) => (double)(new BigInteger(x) * 2) + 0 * new Complex(x, 1).Real + (double)(Half)0;",
        "double F§(double x) { Random random = new(1); return 2 * x + 0 * random.NextDouble(); }",
        "const double Two§ = 2;\nstatic readonly double[] factors§ = [Two§];\ndouble F§(double x) => factors§[0] * x;",
        "double Factor§ { get; set; } = 2;\ndouble F§(double x) => Factor§ * x;",
        "double F§(double x) { Console.WriteLine($\"{typeof(double).Name} {x.GetType()} {nameof(x)} {DateTime.Now:O} "
            + "{Environment.NewLine}\"); return 2 * x; }",
        "double F§(double x) { Thread.Sleep(1); GC.Collect(); return 2 * x; }",
        "double F§(double x) { using var text = new StringWriter(); text.Write(2); return int.Parse($\"{text}\") * "
            + "x; }",
        "double F§(double x) { double[,] t = { { x, x } }; double[][] j = [[x], [x]]; return (t[0, 1] + j[1][0] + 2 "
            + "* x) / 2; }",
        "double F§(double x) => Sqrt(4 * x * x);",
        "double F§(double x) => M.Abs(-2 * x);",
        "double F§(double x) { PriorityQueue<double, double> q = new(); q.Enqueue(2 * x, 1); return q.Dequeue(); }",
        "double F§(double x) => new Lazy<double>(() => 2 * x).Value;",
        "double F§(double x) => Vector<double>.One[0] * 2 * x;",
        "event Action done§ = () => { };\ndouble F§(double x) { done§(); return 2 * x; }",
        "double F§(double x) { (double value, string name) r = (2 * x, \"y\"); return r.value; }",
        "double F§(double x) { return Twice§(x); } double Twice§(double x) => 2 * x;",
        "double F§(double x) => 2 * x;\nConsole.WriteLine(F§(1) == 2 ? \"ok\" : \"no\"); display(F§(2));",
        "double F§(double x) => 2 * x;\nforeach (double x in new[] { 1.0, 2 }) F§(x);",
        "double y§ = 7;\ndouble F§(double x) { double y§ = 2 * x; return y§; }",
        "double F§(double x)\n{\n    // TODO: later\n    ; ; {{ return 2 * x; }}\n}",
    ];

    public const string Usings = """
        using System;
        using System.Buffers;
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.Globalization;
        using System.IO;
        using System.Linq;
        using System.Numerics;
        using System.Runtime.CompilerServices;
        using System.Runtime.ExceptionServices;
        using System.Text;
        using System.Text.Json;
        using System.Text.RegularExpressions;
        using System.Threading;
        using System.Threading.Tasks;
        using static System.Math;
        using M = System.Math;

        """;
}

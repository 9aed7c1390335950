using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Engine.Tests;

public sealed class CountedLoopTests
{
    private const string Counting = "for (int i = 0; i < n; i++) ";

    private const string Declarations =
        "int n = 9; double sum = 0; double[] a = new double[9], b = new double[9]; List<double> list = []; "
        + "Own own = new(); double F(int i) => i; class Own { public double this[int i] => i; public int Length => 9; "
        + "public static Own operator +(Own x, double y) => x; }\n";

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) sum += a[i] * b[i];")]
    [InlineData("for (int i = 0; i < a.Length; ++i) sum += Math.Exp(-a[i]);")]
    [InlineData("for (int i = 1, j = 2; i < n - 1; i++) { double d = a[i] - a[i - j]; if (d > 0) break; a[i] = d; }")]
    [InlineData("for (int i = 0; i < list.Count; i++) { if (list[i] == 0) continue; sum += (float)list[i]; }")]
    [InlineData("Vector<float> s = default; for (int i = 0; i < n; i++) s += new Vector<float>(f, i * n) * f[i];")]
    public void A_loop_that_counts_and_calculates_is_recognized(string code) =>
        Assert.True(IsCounted("float[] f = new float[99]; " + code));

    [Theory]
    [Cases(
        "for (int i = 0; i <= n; i++) sum += a[i];", "for (int i = 0; i < n; i += 2) sum += a[i];",
        "for (int i = 0; i < n; i--) sum += a[i];", "for (int i = 0; i < 9L; i++) sum += 1;",
        "for (long i = 0; i < n; i++) sum += 1;", "for (int i = 0; ; i++) sum += 1;",
        "for (int i = 0; n < 10; i++) sum += 1;", "for (int i = 0, j = 0; i < n; j++) sum += 1;",
        "int i = 0; for (i = 0; i < n; i++) sum += 1;")]
    public void A_loop_that_counts_in_another_way_is_not(string code) => Assert.False(IsCounted(code));

    [Theory]
    [Cases("for (int i = 0; i < F(n); i++) sum += i;", "for (int i = 0; i < own.Length; i++) sum += i;")]
    public void A_loop_to_a_limit_that_may_do_more_than_calculate_is_not(string code) => Assert.False(IsCounted(code));

    [Theory]
    [Cases(
        "i = 0;", "i--;", "i -= 1;", "(i, sum) = (0, 1);", "int.TryParse(\"0\", out i);",
        "{ ref int r = ref i; r = 0; }", "{ Action back = () => i = 0; }")]
    public void A_loop_that_changes_its_counter_is_not(string body) => Assert.False(IsCounted(Counting + body));

    [Theory]
    [Cases(
        "sum += F(i);", "sum += own[i];", "own += sum;", "Array.Sort(a);", "list.Sort();", "Console.WriteLine(i);",
        "foreach (double x in a) sum += x;", "while (true) sum += 1;", "{ again: goto again; }",
        "sum += \"ab\".Replace('a', 'b').Length;")]
    public void A_loop_that_may_do_more_than_calculate_is_not(string body) => Assert.False(IsCounted(Counting + body));

    [Fact]
    public void Of_nested_loops_the_innermost_is_recognized() =>
        Assert.Equal([false, true], Counted("for (int j = 0; j < n; j++) for (int i = 0; i < n; i++) sum += a[i];"));

    private static bool IsCounted(string code) => Counted(code)[0];

    private static bool[] Counted(string code)
    {
        var compiler = new ScriptCompiler(FrameworkReferences.OfRuntime);
        CSharpCompilation submission = compiler.Create(
            "using System; using System.Collections.Generic; using System.Numerics;\n" + Declarations + code,
            path: "",
            after: null,
            references: []);
        Assert.DoesNotContain(
            submission.GetDiagnostics(TestContext.Current.CancellationToken),
            diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        SyntaxTree tree = submission.SyntaxTrees.Single();
        SemanticModel model = submission.GetSemanticModel(tree);
        return
        [
            .. tree.GetRoot(TestContext.Current.CancellationToken)
                .DescendantNodes()
                .OfType<ForStatementSyntax>()
                .Select(loop => CountedLoop.Is(loop, model)),
        ];
    }
}

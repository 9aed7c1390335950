namespace NeuralNotebooks.Engine.Tests;

public sealed class CellNamesTests
{
    [Theory]
    [InlineData("int a = 1, b; (int c, var d) = (1, 2);", "a b c d")]
    [InlineData("int F(int x) { int y = x; return y; }", "F")]
    [InlineData("static class Own { public static int Twice(this int x) => 2 * x; }", "Own Twice")]
    [InlineData("delegate int G(); int P => 3; Console.WriteLine(P);", "G P")]
    [InlineData("double F(double x) { return (x; }", "F")]
    [InlineData("// int a = 1;\nvar b = \"int c = 2;\"; return F(3);", "b")]
    public void A_text_declares_names_for_the_cells_below(string code, string expected) =>
        Assert.Equal(expected, string.Join(' ', CellNames.DeclaredBy(code)));

    [Theory]
    [InlineData("a = 1; if (a > 0) { b = 2; }", "a b")]
    [InlineData("a += 1; c[0] = 2; void F() => d = 3;", "a c")]
    [InlineData("((a, b), c.D) = ((1, 2), 3); e![0] = 1; (f)[0] = 1; g?.H = 1; i?.J?[0].K = 1;", "a b c e f g i")]
    public void A_text_assigns_variables_when_it_runs(string code, string expected) =>
        Assert.Equal(expected, string.Join(' ', CellNames.AssignedBy(code)));
}

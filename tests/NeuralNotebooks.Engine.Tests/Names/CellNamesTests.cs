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

    /// <summary>A library asks for them while the cell runs.</summary>
    [Theory]
    [InlineData("int F(int x) { var y = x + a; return y; } class Own { } Own o = new(); F(2)", "a of a cell")]
    [InlineData("class More : Old { } double G(Num z) => Math.Sin(z) + Twice(z); new More()",
        "Old of a cell, Double of System.Private.CoreLib, Math of System.Private.CoreLib, Twice of a cell")]
    public async Task A_cell_uses_names_of_other_cells_and_of_assemblies(string code, string expected)
    {
        using TestSession session = new();
        await session.Run("using Num = double; int a = 1; class Old { } double Twice(double x) => 2 * x;");
        const string asked = """
            var used = (((string Name, string? Assembly)[])((IReadOnlyDictionary<string, Delegate>)
                AppContext.GetData("NeuralNotebooks.Host")!)["UsedNames"].DynamicInvoke()!);
            """;
        string?[] own = ["AppContext", "IReadOnlyDictionary", "Delegate"];

        await session.Run($"{asked}\n{code}");
        string? names = await session.Value(
            """
            string.Join(", ", used.Select(one => one.Name + " of " + (one.Assembly ?? "a cell")))
            """);

        Assert.Equal(expected, string.Join(", ", names!.Split(", ").Where(name => !own.Contains(name.Split(' ')[0]))));
    }
}

namespace NeuralNotebooks.Engine.Tests;

public sealed class CellNamesTests : IDisposable
{
    private readonly CSharpSession _session = new(new SessionOptions { Folder = Path.GetTempPath() });

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("list.Add(3);", "list")]
    [InlineData("Fill(row);", "row")]
    [InlineData("row[0] = 1; list.Clear();", "row list")]
    [InlineData("var other = list;", "list")]
    [InlineData("Console.WriteLine(list.Max());", "")]
    [InlineData("double largest = row.Max() + rate;", "")]
    public async Task A_cell_changes_the_objects_that_it_may_change(string code, string expected)
    {
        await _session.ExecuteAsync(
            "double rate = 0.1; double[] row = new double[3]; List<double> list = [];"
                + "void Fill(double[] x) => x[0] = 1;",
            1,
            new Discarded(),
            TestContext.Current.CancellationToken);

        Assert.Equal(expected, string.Join(' ', _session.Names(code).Changes));
    }

    [Theory]
    [InlineData("int a = 1, b; (int c, var d) = (1, 2);", "a b c d")]
    [InlineData("int F(int x) { int y = x; return y; }", "F")]
    [InlineData("static class Own { public static int Twice(this int x) => 2 * x; }", "Own Twice")]
    [InlineData("delegate int G(); int P => 3; Console.WriteLine(P);", "G P")]
    public void A_text_declares_names_for_the_cells_below(string code, string expected) =>
        Assert.Equal(expected, string.Join(' ', CellNames.DeclaredBy(code)));

    [Theory]
    [InlineData("double F(double x) => x;", true)]
    [InlineData("List<int> F = [];", true)]
    [InlineData("int G, F = 3;", true)]
    [InlineData("// double F(double x)", false)]
    [InlineData("return F(3);", false)]
    [InlineData("\"double F(double x)\"", false)]
    public void Tokens_show_whether_a_text_may_declare_a_name(string code, bool expected) =>
        Assert.Equal(expected, CellNames.MayDeclare(code, "F"));

    private sealed class Discarded : IOutputSink
    {
        public void Emit(Output output)
        {
        }

        public void Update(string displayId, MimeBundle data)
        {
        }

        public void Clear(bool wait)
        {
        }
    }
}

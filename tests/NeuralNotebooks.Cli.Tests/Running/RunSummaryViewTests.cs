using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Cli.Tests;

public class RunSummaryViewTests
{
    [Theory]
    [InlineData("int b = a + unknown;", 12)]
    [InlineData("    int b = a + unknown;", 16)]
    public void Carets_are_below_the_name_that_they_mark(string code, int column)
    {
        var error = new RunError("n.ipynb", "CS0103", "The name 'unknown' does not exist", 1, 13, code, [
            "cell 1, line 13: error CS0103: The name 'unknown' does not exist",
            $"    13 | {code}",
            $"       | {new string(' ', column)}^^^^^^^",
        ]);

        string carets = Assert.Single(RunSummaryView.Frames(error));

        Assert.Equal("  line 13:  int b = a + ".Length, $"    {carets}".IndexOf('^'));
    }

    [Fact]
    public void Carets_below_another_line_are_shifted_with_it()
    {
        var error = new RunError("n.ipynb", "CS0103", "The name 'b' does not exist", 1, 1, "a;", [
            "     2 | b;",
            "       | ^",
        ]);

        Assert.Equal(["2 | b;", "  | ^"], RunSummaryView.Frames(error));
    }
}

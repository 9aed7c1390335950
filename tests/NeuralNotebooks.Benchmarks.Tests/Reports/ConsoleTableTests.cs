namespace NeuralNotebooks.Benchmarks.Tests;

public class ConsoleTableTests
{
    [Fact]
    public void A_line_shows_our_rate_every_other_with_its_ratio_and_which_goals_are_met()
    {
        using StringWriter output = new();
        ConsoleTable table = new(output, []);

        table.Write(MadeUp.Product());

        string[] lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldContain("1 thread; GFLOP/s");
        lines[2].ShouldContain("100", "80 ×1.25 ✓1.15", "125 ×0.80 ✗0.93");
        lines[2].TrimEnd().ShouldEndWith("10% 5% 1%");
    }

    [Theory]
    [InlineData(0.8349, "0.83")]
    [InlineData(98.76, "98.76")]
    [InlineData(235.72, "235.7")]
    [InlineData(137_849, "137.8k")]
    [InlineData(4_312_345, "4.31M")]
    [InlineData(31_000_000, "31.0M")]
    public void Numbers_are_short(double value, string expected) => Assert.Equal(expected, ConsoleTable.Number(value));
}

namespace NeuralNotebooks.Benchmarks.Tests;

public class ComparisonTests
{
    [Fact]
    public void A_line_shows_the_best_slices_the_ratios_and_the_spreads() =>
        Assert.Equal(
            "gemm 128³ 128×128·128×128 NN fp32 1T: 100 GFLOP/s; OpenBLAS 80 ×1.25; FMA peak 125 ×0.80; "
                + "spread 10% 5% 1%",
            SampleReport.Product().ToString()
        );

    [Theory]
    [Cases(
        0.8349, "0.83",
        98.76, "98.76",
        235.72, "235.7",
        137_849, "137.8k",
        4_312_345, "4.31M",
        31_000_000, "31.0M"
    )]
    public void Numbers_are_short(double value, string expected) => Assert.Equal(expected, Comparison.Number(value));
}

namespace NeuralNotebooks.Benchmarks.Tests;

public class ComparisonTests
{
    [Fact]
    public void A_line_shows_the_best_slices_the_ratios_and_the_spreads() =>
        Assert.Equal(
            "gemm 128³ 128×128·128×128 NN fp32 1T: 100 GFLOP/s; OpenBLAS 80 ×1.25; FMA peak 125 ×0.80; "
                + "spread 10% 5% 1%",
            SampleReport.Product().ToString());
}

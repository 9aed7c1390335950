namespace NeuralNotebooks.Benchmarks.Tests;

/// <summary>A report with invented results, whose ratios are easy to calculate.</summary>
internal static class SampleReport
{
    public static Comparison Product(
        int threads = 1, double ours = 100, double theirs = 80, string name = "128³", string precision = "fp32") =>
        new(
            ProductComparison.Group,
            name,
            "128×128·128×128 NN",
            precision,
            threads,
            "GFLOP/s",
            [
                new(Comparison.OurName, ours, ours / 1.1),
                new(ProductComparison.OpenBlasName, theirs, theirs / 1.05),
                new(Contender.PeakName, 125, 124),
            ]);

    public static Comparison Training() =>
        new(
            TrainingComparison.Group,
            "Digits",
            "64-64-10",
            "fp32",
            1,
            "examples/s",
            [
                new(Comparison.OurName, 2_500_000, 2_400_000),
                new(CompetitorWorkers.PyTorch, 100_000, 90_000),
                new(TrainingComparison.BoundName, 5_000_000, 5_000_000),
            ]);

    public static Report Report(params Comparison[] comparisons) =>
        new(
            "2026-01-31",
            new("Some CPU", 2, 512, "Some Linux", "X64"),
            new Dictionary<string, string> { [".NET"] = "10.0", ["OpenBLAS"] = "0.3 on its core SkylakeX" },
            15,
            comparisons,
            [],
            "0123abc");
}

namespace NeuralNotebooks.Benchmarks;

/// <summary>The goals of the matrix product.</summary>
internal static class ProductGoals
{
    public static IReadOnlyList<Goal> Of(ProductShape shape, string precision, int threads)
    {
        if (precision == "fp64")
            return [new(ProductComparison.OpenBlasName, 1.0), new(ProductComparison.BlisName, 1.0)];
        bool isMiddle = shape.Kind == ProductKind.Square && shape.M is >= 128 and <= 512;
        double ratio = shape.Kind == ProductKind.Layer || (threads > 1 && isMiddle) ? 1.15 : 1.0;
        bool hasShare = threads == 1 && shape.Kind == ProductKind.Square && shape.M is >= 128 and <= 1024;
        return
        [
            new(ProductComparison.OpenBlasName, ratio),
            .. hasShare ? [new Goal(Contender.PeakName, 0.93)] : Array.Empty<Goal>(),
        ];
    }
}

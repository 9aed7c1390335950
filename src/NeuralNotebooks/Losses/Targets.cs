namespace NeuralNotebooks;

/// <summary>Checks of outputs and targets, and formulas that several losses share.</summary>
internal static class Targets
{
    public static void CheckShapes<T>(Matrix<T> output, Matrix<T> target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(output);
        ThrowIfNull(target);
        if (output.Rows != target.Rows || output.Columns != target.Columns)
            throw Shape.Mismatch(
                ShapeRule.Elementwise,
                (output, "The output"),
                (target, "the target"),
                "the shapes must be equal (outputs × examples).");
        if (output.Count == 0)
            throw new ArgumentException(
                $"The output is {Shape.Of(output)}: a loss needs at least one output (row) and one example (column).",
                nameof(output));
    }

    public static void CheckShapes<T>(Matrix<T> output, Matrix<T> target, Matrix<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckShapes(output, target);
        ThrowIfNull(destination);
        if (destination.Rows != output.Rows || destination.Columns != output.Columns)
            throw Shape.Mismatch(
                ShapeRule.Elementwise,
                (output, "The output"),
                (destination, "the destination of the gradient"),
                "the shapes must be equal.");
    }

    public static void CheckProbabilities<T>(Matrix<T> target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(target);
        ReadOnlySpan<T> y = target.AsSpan();
        for (int i = 0; i < y.Length; i++)
            if (!(y[i] >= T.Zero && y[i] <= T.One)) // written this way, it rejects NaN too
                throw new ArgumentException(
                    Invariant(
                        $"The target [{i % target.Rows}, {i / target.Rows}] is {y[i]}; it must lie between 0 "
                            + $"and 1 (a label 0 or 1, or a probability)."),
                    nameof(target));
    }

    /// <summary>Throws unless each column is one-hot or a probability distribution over the classes: entries between 0
    /// and 1, with the sum 1.</summary>
    public static void CheckDistributions<T>(Matrix<T> target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckProbabilities(target);
        const double Tolerance = 1e-5;
        for (int example = 0; example < target.Columns; example++)
        {
            double sum = LongSum.Of<T>(target.ColumnSpan(example));
            if (Math.Abs(sum - 1) > Tolerance)
                throw new ArgumentException(Invariant($"Column {example} of the target sums to {sum:0.#######}; ") +
                    "a one-hot column (or a column of class probabilities) must sum to 1.", nameof(target));
        }
    }

    /// <summary>The fraction of the columns whose largest entry is in the same row in both matrices, and that
    /// contain no NaN.</summary>
    public static double FractionCorrect<T>(Matrix<T> output, Matrix<T> target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckShapes(output, target);
        int right = 0;
        for (int example = 0; example < output.Columns; example++)
            right += output.RowOfLargest(example) is var row and >= 0 && row == target.RowOfLargest(example) ? 1 : 0;
        return (double)right / output.Columns;
    }

    /// <summary>(p − y) / m for m examples, the gradient of several losses.</summary>
    public static void MeanDifference<T>(ReadOnlySpan<T> p, Matrix<T> target, Matrix<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> y = target.AsSpan();
        Span<T> gradient = destination.AsSpan();
        T m = T.CreateChecked(target.Columns);
        for (int i = 0; i < y.Length; i++)
            gradient[i] = (p[i] - y[i]) / m;
    }
}

using System.Numerics;
using System.Numerics.Tensors;

namespace NeuralNotebooks;

/// <summary>Turns each column of logits into probabilities.</summary>
public static class Softmax
{
    /// <summary>p_k = e^(s_k − max s) / Σ_j e^(s_j − max s), column by column: classes × examples, each column with the sum 1.</summary>
    public static Matrix<T> Of<T>(Matrix<T> logits)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(logits);
        Matrix<T> p = Matrix.Zeros<T>(logits.Rows, logits.Columns);
        for (int example = 0; example < logits.Columns; example++)
            Of(logits.ColumnSpan(example), p.ColumnSpan(example));
        return p;
    }

    /// <summary>The probabilities of one example, into a span that may be that of the logits. Allocates nothing.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Of<T>(ReadOnlySpan<T> logits, Span<T> probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (logits.Length != probabilities.Length)
            throw new ArgumentException($"There are {logits.Length} logits and room for {probabilities.Length} probabilities: they must be as many.");
        if (logits.IsEmpty)
            return;
        TensorPrimitives.Subtract(logits, TensorPrimitives.Max(logits), probabilities);
        TensorPrimitives.Exp<T>(probabilities, probabilities);
        TensorPrimitives.Divide(probabilities, TensorPrimitives.Sum<T>(probabilities), probabilities);
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;

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
    /// <remarks>A few classes are fewer than the start of a vectorized loop is worth.</remarks>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Of<T>(ReadOnlySpan<T> logits, Span<T> probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (logits.Length != probabilities.Length)
            throw new ArgumentException($"There are {logits.Length} logits and room for {probabilities.Length} probabilities: they must be as many.");
        if (logits.IsEmpty)
            return;

        T largest = logits[0];
        for (int k = 1; k < logits.Length; k++)
            largest = T.Max(largest, logits[k]);   // NaN stays NaN

        T sum = T.Zero;
        for (int k = 0; k < logits.Length; k++)
        {
            probabilities[k] = T.Exp(logits[k] - largest);
            sum += probabilities[k];
        }

        for (int k = 0; k < logits.Length; k++)
            probabilities[k] /= sum;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>Turns each column of logits into probabilities.</summary>
/// <remarks>
/// Of n classes, p_k differs from the true value by at most (2 n + 8 + |s_k − max s|) u p_k, where u is 2⁻²⁴ for float and 2⁻⁵³ for double
/// (and by a few of the smallest numbers that there are, where p_k is as small as those). The difference of logits is rounded before its
/// power is taken, so the last term belongs to every softmax; it counts only where p_k is nearly 0.
/// </remarks>
public static class Softmax
{
    /// <summary>p_k = e^(s_k − max s) / Σ_j e^(s_j − max s), column by column: classes × examples, each column with the sum 1.</summary>
    public static Matrix<T> Of<T>(Matrix<T> logits)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(logits);
        Matrix<T> p = Matrix.Zeros<T>(logits.Rows, logits.Columns);
        if (logits.Count > 0)
            OfColumns(logits.AsSpan(), p.AsSpan(), logits.Rows);
        return p;
    }

    /// <summary>The probabilities of one example, into a span that may be that of the logits. Allocates nothing.</summary>
    /// <exception cref="ArgumentException">The spans differ in length, or overlap in part.</exception>
    public static void Of<T>(ReadOnlySpan<T> logits, Span<T> probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (logits.Length != probabilities.Length)
            throw new ArgumentException($"There are {logits.Length} logits and room for {probabilities.Length} probabilities: they must be as many.");
        if (logits.Overlaps(probabilities, out int offset) && offset != 0)
            throw new ArgumentException(FormattableString.Invariant($"The room for probabilities is shifted by {offset} entries against the logits and overlaps them: they must be the same memory, or not overlap."));
        if (!logits.IsEmpty)
            OfColumns(logits, probabilities, logits.Length);
    }

    // The powers of all columns at once: the few classes of one would leave most of a register empty.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OfColumns<T>(ReadOnlySpan<T> logits, Span<T> p, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int start = 0; start < logits.Length; start += classes)
        {
            T largest = Largest(logits.Slice(start, classes));
            for (int k = start; k < start + classes; k++)
                p[k] = logits[k] - largest;
        }
        Elementwise.Exp(p, p);
        for (int start = 0; start < p.Length; start += classes)
        {
            T perPower = T.One / Sum(p.Slice(start, classes));
            for (int k = start; k < start + classes; k++)
                p[k] *= perPower;
        }
    }

    // Without a branch for each number: which logit is the largest cannot be foreseen. (A NaN gets lost here, but not in the powers.)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Largest<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T largest = numbers[0];
        for (int k = 1; k < numbers.Length; k++)
            largest = T.MaxNative(largest, numbers[k]);
        return largest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Sum<T>(ReadOnlySpan<T> powers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        foreach (T power in powers)
            sum += power;
        return sum;
    }
}

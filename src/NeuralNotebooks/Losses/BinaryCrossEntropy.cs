using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>
/// The cross-entropy of labels y ∈ [0, 1] and probabilities σ(s), from the logits s (the output before any σ), as a mean over the m examples.
/// </summary>
/// <remarks>
/// <code>
/// L = −1/m Σ (y ln σ(s) + (1 − y) ln(1 − σ(s)))
///   =  1/m Σ (max(s, 0) − y s + ln(1 + e^−|s|))
/// ∂L/∂s = (σ(s) − y) / m
/// </code>
/// The second form neither overflows nor takes the logarithm of 0 for a logit of any size. Several outputs are as many yes-or-no questions, and summed.
/// </remarks>
public sealed class BinaryCrossEntropy<T> : ILoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Logarithms and probabilities are computed so many at a time.
    private const int Block = 128;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public T Value(Matrix<T> output, Matrix<T> target)
    {
        Targets.CheckShapes(output, target);
        Targets.CheckProbabilities(target);
        ReadOnlySpan<T> s = output.AsSpan(), y = target.AsSpan();
        Span<T> logarithms = stackalloc T[Block];
        T sum = T.Zero;
        for (int start = 0; start < s.Length; start += Block)
        {
            int count = Math.Min(Block, s.Length - start);
            LaneLoop.Map<SoftplusMinusRelu, T>(s.Slice(start, count), logarithms[..count]);
            for (int k = 0, i = start; k < count; k++, i++)
                sum += T.Max(s[i], T.Zero) - y[i] * s[i] + logarithms[k];
        }
        return sum / T.CreateChecked(output.Columns);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Gradient(Matrix<T> output, Matrix<T> target, Matrix<T> destination)
    {
        Targets.CheckShapes(output, target, destination);
        Targets.CheckProbabilities(target);
        ReadOnlySpan<T> s = output.AsSpan(), y = target.AsSpan();
        Span<T> gradient = destination.AsSpan();
        Span<T> probabilities = stackalloc T[Block];
        T m = T.CreateChecked(output.Columns);
        for (int start = 0; start < s.Length; start += Block)
        {
            int count = Math.Min(Block, s.Length - start);
            Elementwise.Sigmoid(s.Slice(start, count), probabilities[..count]);
            for (int k = 0, i = start; k < count; k++, i++)
                gradient[i] = (probabilities[k] - y[i]) / m;
        }
    }

    /// <inheritdoc/>
    public void CheckTargets(Matrix<T> target) => Targets.CheckProbabilities(target);

    /// <summary>The part of the labels on the right side: s &gt; 0 (σ(s) &gt; ½) where y &gt; ½, else s ≤ 0.</summary>
    public double? Accuracy(Matrix<T> output, Matrix<T> target)
    {
        Targets.CheckShapes(output, target);
        ReadOnlySpan<T> s = output.AsSpan(), y = target.AsSpan();
        T half = T.CreateChecked(0.5);
        int right = 0;
        for (int i = 0; i < s.Length; i++)
            right += (s[i] > T.Zero) == (y[i] > half) ? 1 : 0;
        return (double)right / s.Length;
    }
}

using System.Buffers;

namespace NeuralNotebooks;

/// <summary>The cross-entropy of labels y ∈ [0, 1] and probabilities σ(s), from the logits s (the output before any σ),
/// as a mean over the m examples.</summary>
/// <remarks>
/// <code>
/// L = −1/m Σ (y ln σ(s) + (1 − y) ln(1 − σ(s)))
///   =  1/m Σ (max(s, 0) − y s + ln(1 + e^−|s|))
/// ∂L/∂s = (σ(s) − y) / m
/// </code>
/// The second form neither overflows nor takes the logarithm of 0 for a logit of any size. If there are several
/// outputs, each is a separate yes-or-no classification, and their losses are summed.
/// </remarks>
public sealed class BinaryCrossEntropy<T> : ILoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public T Value(Matrix<T> output, Matrix<T> target)
    {
        Targets.CheckShapes(output, target);
        Targets.CheckProbabilities(target);
        ReadOnlySpan<T> s = output.AsSpan(), y = target.AsSpan();
        T[] logarithms = ArrayPool<T>.Shared.Rent(s.Length);
        LaneLoop.Map<SoftplusMinusRelu, T>(s, logarithms.AsSpan(0, s.Length));   // ln(1 + e^−|s|)
        double sum = 0;
        for (int i = 0; i < s.Length; i++)
            sum += double.CreateTruncating(T.Max(s[i], T.Zero) - y[i] * s[i] + logarithms[i]);
        ArrayPool<T>.Shared.Return(logarithms);
        return T.CreateTruncating(sum / output.Columns);
    }

    /// <inheritdoc/>
    public void Gradient(Matrix<T> output, Matrix<T> target, Matrix<T> destination)
    {
        Targets.CheckShapes(output, target, destination);
        Targets.CheckProbabilities(target);
        T[] probabilities = ArrayPool<T>.Shared.Rent(output.Count);
        Elementwise.Sigmoid(output.AsSpan(), probabilities.AsSpan(0, output.Count));
        Targets.MeanDifference(probabilities, target, destination);
        ArrayPool<T>.Shared.Return(probabilities);
    }

    /// <inheritdoc/>
    public void CheckTargets(Matrix<T> target) => Targets.CheckProbabilities(target);

    /// <summary>The fraction of the labels predicted correctly. If y &gt; ½, correct means s &gt; 0, that is σ(s) &gt;
    /// ½; otherwise it means s ≤ 0. NaN is never correct.</summary>
    /// <inheritdoc cref="ILoss{T}.Accuracy" path="/exception"/>
    public double? Accuracy(Matrix<T> output, Matrix<T> target)
    {
        Targets.CheckShapes(output, target);
        ReadOnlySpan<T> s = output.AsSpan(), y = target.AsSpan();
        T half = T.CreateChecked(0.5);
        int right = 0;
        for (int i = 0; i < s.Length; i++)
            right += (y[i] > half ? s[i] > T.Zero : y[i] <= half && s[i] <= T.Zero) ? 1 : 0;
        return (double)right / s.Length;
    }
}

namespace NeuralNotebooks;

/// <summary>The cross-entropy of one-hot targets y and probabilities p = softmax(s), from the logits s (the output
/// before the softmax), as a mean over the m examples.</summary>
/// <remarks>
/// For the logits s of one example, with M = max s, and for a batch of m examples:
/// <code>
/// p_k = e^(s_k − M) / Σ_j e^(s_j − M)
/// ℓ   = −Σ_k y_k ln p_k = Σ_k y_k (M − s_k) + ln Σ_j e^(s_j − M)
/// L   = 1/m Σ ℓ over the examples
/// ∂L/∂s = (p − y) / m
/// </code>
/// Subtracting M does not change p and keeps every exponential at most 1, so the exponentials of logits of any size
/// cannot overflow.
/// </remarks>
public sealed class SoftmaxCrossEntropy<T> : ILoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public T Value(Matrix<T> output, Matrix<T> target)
    {
        Targets.CheckShapes(output, target);
        Targets.CheckDistributions(target);
        return Kernel(output, target, gradient: []).Value;
    }

    /// <inheritdoc/>
    public void Gradient(Matrix<T> output, Matrix<T> target, Matrix<T> destination)
    {
        Targets.CheckShapes(output, target, destination);
        Targets.CheckDistributions(target);
        Kernel(output, target, destination.AsSpan());
    }

    /// <inheritdoc/>
    /// <remarks>One kernel computes all three: the loss and the gradient need the same exponentials.</remarks>
    public (T Value, double? Accuracy) ValueAndGradient(Matrix<T> output, Matrix<T> target, Matrix<T> destination)
    {
        Targets.CheckShapes(output, target, destination);
        return Kernel(output, target, destination.AsSpan());
    }

    private static (T Value, double? Accuracy) Kernel(Matrix<T> output, Matrix<T> target, Span<T> gradient)
    {
        double L = 0;
        int right = 0;
        T scale = T.One / T.CreateTruncating(output.Columns);
        WidestRegisters.Run<SoftmaxKernel<T>, SoftmaxKernel<T>.Arguments, T>(
            new(output.AsSpan(), target.AsSpan(), gradient, output.Rows, scale, ref L, ref right));
        return (T.CreateTruncating(L / output.Columns), (double)right / output.Columns);
    }

    /// <inheritdoc/>
    public void CheckTargets(Matrix<T> target) => Targets.CheckDistributions(target);

    /// <summary>The fraction of the examples whose largest logit is in the row of the largest target.</summary>
    /// <inheritdoc cref="ILoss{T}.Accuracy" path="/exception"/>
    public double? Accuracy(Matrix<T> output, Matrix<T> target) => Targets.FractionCorrect(output, target);
}

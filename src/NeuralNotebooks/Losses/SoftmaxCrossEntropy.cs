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
        double L = 0;
        for (int example = 0; example < output.Columns; example++)
        {
            ReadOnlySpan<T> s = output.ColumnSpan(example), y = target.ColumnSpan(example);
            T M = TensorPrimitives.Max(s);
            double sum = 0, loss = 0;
            for (int k = 0; k < s.Length; k++)
            {
                sum += double.CreateTruncating(T.Exp(s[k] - M));
                if (y[k] != T.Zero)   // otherwise 0 · ∞ for a class with y_k = 0 and s_k = −∞
                    loss += double.CreateTruncating(y[k] * (M - s[k]));
            }
            L += loss + Math.Log(sum);
        }
        return T.CreateTruncating(L / output.Columns);
    }

    /// <inheritdoc/>
    public void Gradient(Matrix<T> output, Matrix<T> target, Matrix<T> destination)
    {
        Targets.CheckShapes(output, target, destination);
        Targets.CheckDistributions(target);
        Targets.MeanDifference(Softmax.Of(output).AsSpan(), target, destination);
    }

    /// <inheritdoc/>
    /// <remarks>One kernel computes all three: the loss and the gradient need the same exponentials.</remarks>
    public (T Value, double? Accuracy) ValueAndGradient(Matrix<T> output, Matrix<T> target, Matrix<T> destination)
    {
        Targets.CheckShapes(output, target, destination);
        double L = 0;
        int right = 0;
        WidestRegisters.Run<SoftmaxKernel<T>, SoftmaxKernel<T>.Arguments, T>(
            new(
                output.AsSpan(),
                target.AsSpan(),
                destination.AsSpan(),
                output.Rows,
                T.One / T.CreateTruncating(output.Columns),
                ref L,
                ref right));
        return (T.CreateTruncating(L / output.Columns), (double)right / output.Columns);
    }

    /// <inheritdoc/>
    public void CheckTargets(Matrix<T> target) => Targets.CheckDistributions(target);

    /// <summary>The fraction of the examples whose largest logit is in the row of the largest target.</summary>
    /// <inheritdoc cref="ILoss{T}.Accuracy" path="/exception"/>
    public double? Accuracy(Matrix<T> output, Matrix<T> target) => Targets.FractionCorrect(output, target);
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>
/// The cross-entropy of one-hot targets y and probabilities p = softmax(s), from the logits s (the output before the softmax),
/// as a mean over the m examples.
/// </summary>
/// <remarks>
/// For a column of logits s, with M = max s:
/// <code>
/// p_k = e^(s_k − M) / Σ_j e^(s_j − M)
/// L   = −Σ_k y_k ln p_k = Σ_k y_k (M + ln Σ_j e^(s_j − M) − s_k)
/// ∂L/∂s = (p − y) / m
/// </code>
/// Subtracting M changes nothing in p and keeps every power at most 1, so a logit of any size is safe.
/// </remarks>
public sealed class SoftmaxCrossEntropy<T> : ILoss<T>, IExamplewiseLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public T Value(Matrix<T> output, Matrix<T> target)
    {
        Targets.CheckShapes(output, target);
        Targets.CheckDistributions(target);
        T sum = T.Zero;
        for (int example = 0; example < output.Columns; example++)
        {
            ReadOnlySpan<T> s = output.ColumnSpan(example), y = target.ColumnSpan(example);
            T M = Largest(s), powers = T.Zero;
            for (int k = 0; k < s.Length; k++)
                powers += T.Exp(s[k] - M);
            T logarithm = T.Log(powers);
            for (int k = 0; k < s.Length; k++)
                if (y[k] != T.Zero)
                    sum += y[k] * (M - s[k] + logarithm);
        }
        return sum / T.CreateChecked(output.Columns);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Gradient(Matrix<T> output, Matrix<T> target, Matrix<T> destination)
    {
        Targets.CheckShapes(output, target, destination);
        Targets.CheckDistributions(target);
        T m = T.CreateChecked(output.Columns);
        for (int example = 0; example < output.Columns; example++)
        {
            Span<T> gradient = destination.ColumnSpan(example);
            ReadOnlySpan<T> s = output.ColumnSpan(example), y = target.ColumnSpan(example);
            T M = Largest(s), powers = T.Zero;
            for (int k = 0; k < s.Length; k++)
                powers += T.Exp(s[k] - M);
            for (int k = 0; k < s.Length; k++)
                gradient[k] = (T.Exp(s[k] - M) / powers - y[k]) / m;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int IExamplewiseLoss<T>.ValuesAndGradient(Matrix<T> output, Matrix<T> target, Matrix<T> gradient, Span<T> losses, Chunk examples)
    {
        T m = T.CreateTruncating(output.Columns);
        int right = 0;
        for (int example = examples.Start; example < examples.Start + examples.Count; example++)
        {
            ReadOnlySpan<T> s = output.ColumnSpan(example), y = target.ColumnSpan(example);
            Span<T> δ = gradient.ColumnSpan(example);
            T M = Largest(s), powers = T.Zero;
            for (int k = 0; k < s.Length; k++)
            {
                δ[k] = T.Exp(s[k] - M);
                powers += δ[k];
            }
            T logarithm = T.Log(powers), L = T.Zero;
            for (int k = 0; k < s.Length; k++)
            {
                if (y[k] != T.Zero)
                    L += y[k] * (M - s[k] + logarithm);
                δ[k] = (δ[k] / powers - y[k]) / m;
            }
            losses[example] = L;
            right += Metrics.IndexOfLargest(s) == Metrics.IndexOfLargest(y) ? 1 : 0;
        }
        return right;
    }

    /// <inheritdoc/>
    public void CheckTargets(Matrix<T> target) => Targets.CheckDistributions(target);

    /// <summary>The part of the examples whose largest logit is that of the right class.</summary>
    public double? Accuracy(Matrix<T> output, Matrix<T> target) => Metrics.Accuracy(output, target);

    // A handful of classes, once for every example: a plain loop is as fast as a vectorized one, and fast from the first call.
    private static T Largest(ReadOnlySpan<T> s)
    {
        T largest = s[0];
        for (int k = 1; k < s.Length; k++)
            largest = T.Max(largest, s[k]);
        return largest;
    }
}

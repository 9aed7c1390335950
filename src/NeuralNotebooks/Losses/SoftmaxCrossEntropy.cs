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
    // Exponentials are taken of several examples at once: of the few classes of one, a vectorized function has hardly begun.
    private const int ExamplesAtOnce = 64, PowersAtOnce = 1024;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public T Value(Matrix<T> output, Matrix<T> target)
    {
        Targets.CheckShapes(output, target);
        Targets.CheckDistributions(target);
        Span<T> losses = stackalloc T[ExamplesAtOnce];
        T sum = T.Zero;
        for (int start = 0; start < output.Columns; start += ExamplesAtOnce)
        {
            Chunk examples = new(start, Math.Min(ExamplesAtOnce, output.Columns - start));
            ValuesAndGradient(output, target, gradient: null, losses, examples);
            foreach (T loss in losses[..examples.Count])
                sum += loss;
        }
        return sum / T.CreateChecked(output.Columns);
    }

    /// <inheritdoc/>
    public void Gradient(Matrix<T> output, Matrix<T> target, Matrix<T> destination)
    {
        Targets.CheckShapes(output, target, destination);
        Targets.CheckDistributions(target);
        ValuesAndGradient(output, target, destination, losses: default, new Chunk(0, output.Columns));
    }

    int IExamplewiseLoss<T>.ValuesAndGradient(Matrix<T> output, Matrix<T> target, Matrix<T> gradient, Span<T> losses, Chunk examples) =>
        ValuesAndGradient(output, target, gradient, losses, examples);

    /// <summary>The loss of each example, the gradient, or both; the gradient may be the matrix of the output or the target.</summary>
    /// <returns>How many of the examples have their largest logit in the right class.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int ValuesAndGradient(Matrix<T> output, Matrix<T> target, Matrix<T>? gradient, Span<T> losses, Chunk examples)
    {
        int classes = output.Rows, right = 0;
        int atOnce = Math.Clamp(PowersAtOnce / classes, 1, ExamplesAtOnce);
        Span<T> powers = classes <= PowersAtOnce ? stackalloc T[PowersAtOnce] : new T[classes];
        Span<T> sums = stackalloc T[ExamplesAtOnce];
        T perExample = T.One / T.CreateTruncating(output.Columns);
        for (int first = 0; first < examples.Count; first += atOnce)
        {
            int count = Math.Min(atOnce, examples.Count - first), start = (examples.Start + first) * classes;
            ReadOnlySpan<T> s = output.AsSpan().Slice(start, count * classes), y = target.AsSpan().Slice(start, count * classes);
            Span<T> L = losses.IsEmpty ? default : losses.Slice(first, count), p = powers[..s.Length];
            right += SubtractLargest(s, y, p, L, classes);
            Elementwise.Exp(p, p);
            if (gradient is not null)
                Gradients(p, y, gradient.AsSpan().Slice(start, p.Length), classes, perExample);
            if (L.IsEmpty)
                continue;

            for (int example = 0; example < count; example++)
                sums[example] = Softmax.Sum(p.Slice(example * classes, classes));
            Elementwise.Log(sums[..count], sums[..count]);
            for (int example = 0; example < count; example++)
                L[example] += sums[example];
        }
        return right;
    }

    /// <summary>s − M, and as a first part of the loss Σ y_k (M − s_k): what is lacking is ln Σ e^(s_j − M), since the y_k sum to 1.</summary>
    /// <returns>How many of the examples have M in the right class.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int SubtractLargest(ReadOnlySpan<T> logits, ReadOnlySpan<T> targets, Span<T> differences, Span<T> losses, int classes)
    {
        int right = 0;
        for (int example = 0, start = 0; start < logits.Length; example++, start += classes)
        {
            ReadOnlySpan<T> s = logits.Slice(start, classes), y = targets.Slice(start, classes);
            T M = Softmax.Largest(s), L = T.Zero;
            for (int k = 0; k < s.Length; k++)
            {
                differences[start + k] = s[k] - M;
                L += y[k] * (M - s[k]);
            }
            if (!losses.IsEmpty)
                losses[example] = T.IsFinite(L) ? L : LossWithoutImpossibleClasses(s, y, M);
            right += IndexOf(M, s) == IndexOf(Softmax.Largest(y), y) ? 1 : 0;
        }
        return right;
    }

    /// <summary>Σ y_k (M − s_k) over classes with y_k ≠ 0: where a class of no probability has the logit −∞, the product is 0 · ∞.</summary>
    private static T LossWithoutImpossibleClasses(ReadOnlySpan<T> s, ReadOnlySpan<T> y, T M)
    {
        T L = T.Zero;
        for (int k = 0; k < s.Length; k++)
            if (y[k] != T.Zero)
                L += y[k] * (M - s[k]);
        return L;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int IndexOf(T number, ReadOnlySpan<T> numbers)
    {
        int k = 0;
        while (k < numbers.Length && numbers[k] != number)
            k++;
        return k;
    }

    /// <summary>(p − y) / m from the powers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gradients(ReadOnlySpan<T> powers, ReadOnlySpan<T> y, Span<T> gradient, int classes, T perExample)
    {
        for (int start = 0; start < powers.Length; start += classes)
        {
            T perPower = T.One / Softmax.Sum(powers.Slice(start, classes));
            for (int k = start; k < start + classes; k++)
                gradient[k] = (powers[k] * perPower - y[k]) * perExample;
        }
    }

    /// <inheritdoc/>
    public void CheckTargets(Matrix<T> target) => Targets.CheckDistributions(target);

    /// <summary>The part of the examples whose largest logit is that of the right class.</summary>
    public double? Accuracy(Matrix<T> output, Matrix<T> target) => Metrics.Accuracy(output, target);
}

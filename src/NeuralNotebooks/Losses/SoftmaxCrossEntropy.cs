using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    // Room for the logits of so many examples and classes is on the stack; more classes than that borrow it.
    private const int ExamplesAtOnce = 64, LogitsAtOnce = 1024;

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
    /// <remarks>
    /// The few classes of one example would leave most of a register empty. So a register has one class of many examples, and sums
    /// over the classes go from register to register, in the order of the classes. For that the logits are turned round.
    /// </remarks>
    /// <returns>How many of the examples have their largest logit in the right class.</returns>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int ValuesAndGradient(Matrix<T> output, Matrix<T> target, Matrix<T>? gradient, Span<T> losses, Chunk examples)
    {
        int lanes = Vector512<T>.Count, classes = output.Rows, right = 0;
        int atOnce = Math.Clamp(LogitsAtOnce / (classes * lanes), 1, ExamplesAtOnce / lanes) * lanes;
        T[]? borrowed = classes * atOnce > LogitsAtOnce ? ArrayPool<T>.Shared.Rent(2 * classes * atOnce) : null;
        Span<T> room = borrowed ?? stackalloc T[2 * LogitsAtOnce];
        Span<T> sums = stackalloc T[ExamplesAtOnce], values = stackalloc T[ExamplesAtOnce];
        T perExample = T.One / T.CreateTruncating(output.Columns);
        for (int first = 0; first < examples.Count; first += atOnce)
        {
            int count = Math.Min(atOnce, examples.Count - first), width = (count + lanes - 1) / lanes * lanes;
            int start = (examples.Start + first) * classes, length = count * classes;
            Span<T> s = room[..(classes * width)], y = room.Slice(s.Length, s.Length);
            if (count < width)
                room[..(2 * s.Length)].Clear();
            TurnRound(output.AsSpan().Slice(start, length), classes, s, width);
            TurnRound(target.AsSpan().Slice(start, length), classes, y, width);
            for (int lane = 0; lane < width; lane += lanes)
                right += SubtractLargest(s[lane..], y[lane..], values[lane..], width, Math.Min(lanes, count - lane));

            Elementwise.Exp(s, s);
            for (int lane = 0; lane < width; lane += lanes)
                SumAndGradient(s[lane..], y[lane..], sums[lane..], width, perExample);
            if (gradient is not null)
                TurnRound(s, width, gradient.AsSpan().Slice(start, length), classes);
            if (losses.IsEmpty)
                continue;

            Elementwise.Log(sums[..width], sums[..width]);
            for (int example = 0; example < count; example++)
                losses[first + example] = values[example] + sums[example];
        }
        if (borrowed is not null)
            ArrayPool<T>.Shared.Return(borrowed);
        return right;
    }

    /// <summary>
    /// s ← s − M for a register of examples, and as a first part of the loss Σ y_k (M − s_k): what is lacking is ln Σ e^(s_j − M),
    /// since the y_k sum to 1. Where a class of no probability has the logit −∞, the product would be 0 · ∞: it counts as 0.
    /// </summary>
    /// <returns>How many of the examples, which may be fewer than a register holds, have M in the right class.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int SubtractLargest(Span<T> logits, ReadOnlySpan<T> targets, Span<T> losses, int stride, int examples)
    {
        ref T s = ref MemoryMarshal.GetReference(logits), y = ref MemoryMarshal.GetReference(targets);
        int end = logits.Length;
        Vector512<T> M = Vector512.LoadUnsafe(ref s), largestTarget = Vector512.LoadUnsafe(ref y);
        Vector512<T> classOfM = Vector512<T>.Zero, rightClass = Vector512<T>.Zero, k = Vector512<T>.Zero;
        for (int i = stride; i < end; i += stride)
        {
            k += Vector512<T>.One;
            Vector512<T> logit = Vector512.LoadUnsafe(ref s, (nuint)i), probability = Vector512.LoadUnsafe(ref y, (nuint)i);
            classOfM = Vector512.ConditionalSelect(Vector512.GreaterThan(logit, M), k, classOfM);
            rightClass = Vector512.ConditionalSelect(Vector512.GreaterThan(probability, largestTarget), k, rightClass);
            M = Vector512.MaxNative(M, logit);
            largestTarget = Vector512.MaxNative(largestTarget, probability);
        }

        Vector512<T> L = Vector512<T>.Zero;
        for (int i = 0; i < end; i += stride)
        {
            Vector512<T> logit = Vector512.LoadUnsafe(ref s, (nuint)i), probability = Vector512.LoadUnsafe(ref y, (nuint)i);
            (logit - M).StoreUnsafe(ref s, (nuint)i);
            L += Vector512.ConditionalSelect(Vector512.Equals(probability, Vector512<T>.Zero), Vector512<T>.Zero, probability * (M - logit));
        }
        L.CopyTo(losses);
        ulong right = Vector512.Equals(classOfM, rightClass).ExtractMostSignificantBits();
        return BitOperations.PopCount(right & ((1ul << examples) - 1));
    }

    /// <summary>Σ_j e^(s_j − M) for a register of examples, and (p − y) / m in the place of the powers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumAndGradient(Span<T> powers, ReadOnlySpan<T> targets, Span<T> sums, int stride, T perExample)
    {
        ref T power = ref MemoryMarshal.GetReference(powers), y = ref MemoryMarshal.GetReference(targets);
        Vector512<T> sum = Vector512<T>.Zero;
        for (int i = 0; i < powers.Length; i += stride)
            sum += Vector512.LoadUnsafe(ref power, (nuint)i);
        sum.CopyTo(sums);

        Vector512<T> perPower = Vector512<T>.One / sum, part = Vector512.Create(perExample);
        for (int i = 0; i < powers.Length; i += stride)
        {
            Vector512<T> p = Vector512.LoadUnsafe(ref power, (nuint)i) * perPower;
            ((p - Vector512.LoadUnsafe(ref y, (nuint)i)) * part).StoreUnsafe(ref power, (nuint)i);
        }
    }

    /// <summary>
    /// The rows of one matrix become the columns of another. They are stored by columns, <paramref name="height"/> and
    /// <paramref name="newHeight"/> numbers each, of which the other matrix may have no use for the last ones.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TurnRound(ReadOnlySpan<T> matrix, int height, Span<T> turned, int newHeight)
    {
        int columns = Math.Min(matrix.Length / height, newHeight), rows = Math.Min(turned.Length / newHeight, height);
        for (int j = 0; j < columns; j++)
        {
            ref readonly T source = ref matrix[j * height];
            ref T destination = ref turned[j];
            for (int i = 0; i < rows; i++)
                Unsafe.Add(ref destination, i * newHeight) = Unsafe.Add(ref Unsafe.AsRef(in source), i);
        }
    }

    /// <inheritdoc/>
    public void CheckTargets(Matrix<T> target) => Targets.CheckDistributions(target);

    /// <summary>The part of the examples whose largest logit is that of the right class.</summary>
    public double? Accuracy(Matrix<T> output, Matrix<T> target) => Metrics.Accuracy(output, target);
}

using System.Buffers;

namespace NeuralNotebooks;

/// <summary>Computes −Σ y_k ln p_k and (p − y) · scale for columns of logits s and probabilities y, where p =
/// softmax(s).</summary>
/// <remarks>A column often has few classes, which would leave most of a register unused. So the logits are transposed:
/// a register holds the logits of one class for many columns, and a sum over the classes adds registers, in the order
/// of the classes.</remarks>
internal readonly struct SoftmaxKernel<T> : IVectorWork<SoftmaxKernel<T>.Arguments, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Buffers up to this size are on the stack; for more classes they are rented.
    private const int MaxColumns = 64, MaxLogits = 1024;

    /// <param name="logits">s: classes × columns.</param>
    /// <param name="targets">y: classes × columns; empty if only p is wanted, which is the gradient for a scale of
    /// 1.</param>
    /// <param name="gradient">Receives (p − y) · scale; it may be the same memory as the logits or the targets. It may
    /// be empty.</param>
    /// <param name="crossEntropy">Increased by the sum of −Σ y_k ln p_k over all columns, in double precision.</param>
    /// <param name="right">Increased by the number of columns whose largest logit is in the row of the largest
    /// target.</param>
    public readonly ref struct Arguments(
        ReadOnlySpan<T> logits,
        ReadOnlySpan<T> targets,
        Span<T> gradient,
        int classes,
        T scale,
        ref double crossEntropy,
        ref int right)
    {
        public readonly ReadOnlySpan<T> Logits = logits, Targets = targets;
        public readonly Span<T> Gradient = gradient;
        public readonly int Classes = classes;
        public readonly T Scale = scale;
        public readonly ref double CrossEntropy = ref crossEntropy;
        public readonly ref int Right = ref right;
    }

    [SkipLocalsInit]
    // Optimized from the first call, as are the methods below: in unoptimized code (tier 0) the first columns would
    // take twenty times as long.
    [MethodImpl(AggressiveOptimization)]
    public static void Run<TSimd, TVector>(in Arguments arguments)
        where TSimd : ISimd<TVector, T>
    {
        int lanes = TSimd.Width, classes = arguments.Classes, columns = arguments.Logits.Length / classes;
        int atOnce = Math.Clamp(MaxLogits / (classes * lanes), 1, MaxColumns / lanes) * lanes;
        T[]? rented = classes * atOnce > MaxLogits ? ArrayPool<T>.Shared.Rent(2 * classes * atOnce) : null;
        Span<T> buffer = rented ?? stackalloc T[2 * MaxLogits];
        Span<T> sums = stackalloc T[MaxColumns], values = stackalloc T[MaxColumns];
        double crossEntropy = 0;
        for (int first = 0; first < columns; first += atOnce)
        {
            int count = Math.Min(atOnce, columns - first), width = (count + lanes - 1) / lanes * lanes;
            int start = first * classes, length = count * classes;
            Span<T> s = buffer[..(classes * width)], y = buffer.Slice(s.Length, s.Length);
            if (count < width)
                s.Clear();
            if (count < width || arguments.Targets.IsEmpty)
                y.Clear();
            Transpose(arguments.Logits.Slice(start, length), s, count, classes, width);
            if (!arguments.Targets.IsEmpty)
                Transpose(arguments.Targets.Slice(start, length), y, count, classes, width);
            for (int lane = 0; lane < width; lane += lanes)
                arguments.Right += SubtractLargest<TSimd, TVector>(
                    s[lane..], y[lane..], values[lane..], width, Math.Min(lanes, count - lane));

            LaneLoop.Map<Exponential, T>(s, s);
            for (int lane = 0; lane < width; lane += lanes)
                SumAndGradient<TSimd, TVector>(s[lane..], y[lane..], sums[lane..], width, arguments.Scale);
            if (!arguments.Gradient.IsEmpty)
                StridedCopy.Run(
                    new Strided<T>(s, classes, count, width, 1),
                    new Strided<T>(arguments.Gradient.Slice(start, length), classes, count));
            sums[count..width].Fill(T.One); // ln 1 = 0: the padding adds nothing to the sum
            LaneLoop.Map<Logarithm, T>(sums[..width], sums[..width]);
            for (int lane = 0; lane < width; lane += lanes)
            {
                TVector L = TSimd.Add(TSimd.Load(ref values[lane]), TSimd.Load(ref sums[lane]));
                crossEntropy += double.CreateTruncating(TSimd.Sum(L));
            }
        }
        arguments.CrossEntropy += crossEntropy;
        if (rented is not null)
            ArrayPool<T>.Shared.Return(rented);
    }

    private static void Transpose(ReadOnlySpan<T> columns, Span<T> transposed, int count, int classes, int width)
    {
        // StridedCopy takes a writable span, but only reads its source.
        Span<T> source = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(columns), columns.Length);
        StridedCopy.Run(new Strided<T>(source, classes, count), new Strided<T>(transposed, classes, count, width, 1));
    }

    /// <summary>For a register of columns: s ← s − M, where M = max s, and the first part of the cross-entropy, Σ y_k
    /// (M − s_k). The second part is ln Σ e^(s_j − M), since the y_k sum to 1. If y_k = 0, the product counts as 0,
    /// even if the logit is −∞, where it would be 0 · ∞. If s_k = M, the difference is 0 even if both are infinite, so
    /// logits that are all −∞ are equally probable. The cross-entropy is then NaN, so that training notices.</summary>
    /// <returns>The number of columns whose largest logit M is in the row of the largest target. A column with a NaN is
    /// not counted.</returns>
    [MethodImpl(AggressiveOptimization)]
    private static int SubtractLargest<TSimd, TVector>(
        Span<T> logits, ReadOnlySpan<T> targets, Span<T> parts, int stride, int columns)
        where TSimd : ISimd<TVector, T>
    {
        ref T s = ref MemoryMarshal.GetReference(logits), y = ref MemoryMarshal.GetReference(targets);
        int end = logits.Length;
        TVector zero = TSimd.Constant(0), one = TSimd.Constant(1), k = zero, classOfM = zero, rightClass = zero;
        TVector M = TSimd.Load(ref s), largestTarget = TSimd.Load(ref y);
        for (int i = stride; i < end; i += stride)
        {
            k = TSimd.Add(k, one);
            TVector logit = TSimd.Load(ref Unsafe.Add(ref s, i)), probability = TSimd.Load(ref Unsafe.Add(ref y, i));
            classOfM = TSimd.Select(TSimd.LessThan(M, logit), k, classOfM);
            rightClass = TSimd.Select(TSimd.LessThan(largestTarget, probability), k, rightClass);
            M = TSimd.AtLeast(M, logit);
            largestTarget = TSimd.AtLeast(largestTarget, probability);
        }

        TVector L = zero, differences = zero;
        for (int i = 0; i < end; i += stride)
        {
            TVector logit = TSimd.Load(ref Unsafe.Add(ref s, i)), probability = TSimd.Load(ref Unsafe.Add(ref y, i));
            TVector difference = TSimd.Subtract(logit, M);
            TVector stored = TSimd.Select(TSimd.AreEqual(logit, M), zero, difference);
            TSimd.Store(stored, ref Unsafe.Add(ref s, i));
            differences = TSimd.Add(differences, stored);   // NaN if a logit is NaN
            L = TSimd.Subtract(
                L, TSimd.Select(TSimd.AreEqual(probability, zero), zero, TSimd.Multiply(probability, difference)));
        }
        TSimd.Store(L, ref parts[0]);

        // Padding lanes are all 0, so they count as right and are subtracted.
        TVector isRight = TSimd.Select(
            TSimd.And(TSimd.AreEqual(differences, differences), TSimd.AreEqual(classOfM, rightClass)), one, zero);
        return int.CreateTruncating(TSimd.Sum(isRight)) - (TSimd.Width - columns);
    }

    /// <summary>For a register of columns: computes Σ_j e^(s_j − M), and replaces the exponentials by (p − y) ·
    /// scale.</summary>
    [MethodImpl(AggressiveOptimization)]
    private static void SumAndGradient<TSimd, TVector>(
        Span<T> exponentials, ReadOnlySpan<T> targets, Span<T> sums, int stride, T scale)
        where TSimd : ISimd<TVector, T>
    {
        ref T e = ref MemoryMarshal.GetReference(exponentials), y = ref MemoryMarshal.GetReference(targets);
        TVector sum = TSimd.Constant(0);
        for (int i = 0; i < exponentials.Length; i += stride)
            sum = TSimd.Add(sum, TSimd.Load(ref Unsafe.Add(ref e, i)));
        TSimd.Store(sum, ref sums[0]);

        TVector perExponential = TSimd.Divide(TSimd.Constant(1), sum), factor = TSimd.Broadcast(scale);
        for (int i = 0; i < exponentials.Length; i += stride)
        {
            TVector p = TSimd.Multiply(TSimd.Load(ref Unsafe.Add(ref e, i)), perExponential);
            TSimd.Store(
                TSimd.Multiply(TSimd.Subtract(p, TSimd.Load(ref Unsafe.Add(ref y, i))), factor),
                ref Unsafe.Add(ref e, i));
        }
    }
}

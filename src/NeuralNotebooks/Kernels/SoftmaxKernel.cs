using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralNotebooks;

/// <summary>For columns of logits s: p = softmax(s); or with targets y, −Σ y_k ln p_k and (p − y) · scale.</summary>
/// <remarks>
/// The few classes of one column would leave most of a register empty. So the logits are transposed: a register has one
/// class of many columns, and sums over the classes go from register to register, in the order of the classes.
/// </remarks>
internal readonly struct SoftmaxKernel<T> : IVectorWork<SoftmaxKernel<T>.Arguments, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Buffers up to this size are on the stack; for more classes they are rented.
    private const int MaxColumns = 64, MaxLogits = 1024;

    /// <param name="logits">s: classes × columns.</param>
    /// <param name="targets">y: classes × columns, or empty for none.</param>
    /// <param name="result">Where p goes, or with targets (p − y) · scale; it may be the memory of the logits or the
    /// targets.</param>
    /// <param name="classes">The number of rows.</param>
    /// <param name="totals">Where the totals over all columns are added up, with targets.</param>
    public readonly ref struct Arguments(
        ReadOnlySpan<T> logits,
        ReadOnlySpan<T> targets,
        Span<T> result,
        int classes,
        ref Totals totals
    )
    {
        public readonly ReadOnlySpan<T> Logits = logits, Targets = targets;
        public readonly Span<T> Result = result;
        public readonly int Classes = classes;
        public readonly ref Totals Totals = ref totals;
    }

    /// <summary>The totals over all columns.</summary>
    /// <param name="scale">The factor of the gradient.</param>
    public struct Totals(T scale)
    {
        public readonly T Scale = scale;

        /// <summary>The sum of −Σ y_k ln p_k, in double precision.</summary>
        public double CrossEntropy;

        /// <summary>How many columns have their largest logit in the row of the largest target.</summary>
        public int Correct;
    }

    [SkipLocalsInit]
    // Optimized from the first call, as are the methods below: tier 0 would run the first columns at a twentieth of the
    // speed.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<V>(in Arguments arguments)
        where V : ISimd<V, T>
    {
        int lanes = V.Width, classes = arguments.Classes, columns = arguments.Logits.Length / classes;
        int atOnce = Math.Clamp(MaxLogits / (classes * lanes), 1, MaxColumns / lanes) * lanes;
        T[]? rented = classes * atOnce > MaxLogits ? ArrayPool<T>.Shared.Rent(2 * classes * atOnce) : null;
        Span<T> buffer = rented ?? stackalloc T[2 * MaxLogits];
        Span<T> sums = stackalloc T[MaxColumns], values = stackalloc T[MaxColumns];
        bool hasTargets = !arguments.Targets.IsEmpty;
        T scale = hasTargets ? arguments.Totals.Scale : T.One;
        for (int first = 0; first < columns; first += atOnce)
        {
            int count = Math.Min(atOnce, columns - first), width = (count + lanes - 1) / lanes * lanes;
            int start = first * classes, length = count * classes;
            Span<T> s = buffer[..(classes * width)], y = buffer.Slice(s.Length, s.Length);
            if (count < width)
                buffer[..(2 * s.Length)].Clear();
            else if (!hasTargets)
                y.Clear();
            Transpose(arguments.Logits.Slice(start, length), s, count, classes, width);
            if (hasTargets)
                Transpose(arguments.Targets.Slice(start, length), y, count, classes, width);
            for (int lane = 0; lane < width; lane += lanes)
            {
                int correct = SubtractLargest<V>(s[lane..], y[lane..], values[lane..], width);
                if (hasTargets)
                    arguments.Totals.Correct += correct;
            }
            if (hasTargets)
                arguments.Totals.Correct -= width - count;   // the padding is all 0, so it counts as correct

            LaneLoop.Map<Exponential, T>(s, s);
            for (int lane = 0; lane < width; lane += lanes)
                SumAndGradient<V>(s[lane..], y[lane..], sums[lane..], width, scale);
            StridedCopy.Run(
                new Strided<T>(s, classes, count, width, 1),
                new Strided<T>(arguments.Result.Slice(start, length), classes, count)
            );
            if (!hasTargets)
                continue;
            sums[count..width].Fill(T.One);   // ln 1 = 0: the padding adds nothing to the sum
            LaneLoop.Map<Logarithm, T>(sums[..width], sums[..width]);
            for (int lane = 0; lane < width; lane += lanes)
            {
                V L = V.Load(ref values[lane]) + V.Load(ref sums[lane]);
                arguments.Totals.CrossEntropy += double.CreateTruncating(V.Sum(L));
            }
        }
        if (rented is not null)
            ArrayPool<T>.Shared.Return(rented);
    }

    private static void Transpose(ReadOnlySpan<T> columns, Span<T> transposed, int count, int classes, int width)
    {
        // Only read.
        Span<T> source = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(columns), columns.Length);
        StridedCopy.Run(new Strided<T>(source, classes, count), new Strided<T>(transposed, classes, count, width, 1));
    }

    /// <summary>
    /// s ← s − M for a register of columns, and as a first part of the cross-entropy Σ y_k (M − s_k): the rest is ln Σ
    /// e^(s_j − M), since the y_k sum to 1. Where a class of probability 0 has the logit −∞, the product would be 0 ·
    /// ∞: it counts as 0.
    /// </summary>
    /// <returns>How many of the columns have M in the row of the largest target.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int SubtractLargest<V>(Span<T> logits, ReadOnlySpan<T> targets, Span<T> parts, int stride)
        where V : ISimd<V, T>
    {
        ref T s = ref MemoryMarshal.GetReference(logits), y = ref MemoryMarshal.GetReference(targets);
        int end = logits.Length;
        V k = 0, classOfM = 0, targetClass = 0;
        V M = V.Load(ref s), largestTarget = V.Load(ref y);
        for (int i = stride; i < end; i += stride)
        {
            k += 1;
            V logit = V.Load(ref Unsafe.Add(ref s, i)), probability = V.Load(ref Unsafe.Add(ref y, i));
            classOfM = V.Select(V.LessThan(M, logit), k, classOfM);
            targetClass = V.Select(V.LessThan(largestTarget, probability), k, targetClass);
            M = V.AtLeast(M, logit);
            largestTarget = V.AtLeast(largestTarget, probability);
        }

        V L = 0;
        for (int i = 0; i < end; i += stride)
        {
            V logit = V.Load(ref Unsafe.Add(ref s, i)), probability = V.Load(ref Unsafe.Add(ref y, i));
            (logit - M).Store(ref Unsafe.Add(ref s, i));
            L += V.Select(V.AreEqual(probability, 0), 0, probability * (M - logit));
        }
        L.Store(ref parts[0]);
        return int.CreateTruncating(V.Sum(V.Select(V.AreEqual(classOfM, targetClass), 1, 0)));
    }

    /// <summary>Σ_j e^(s_j − M) for a register of columns, and (p − y) · scale in place of the exponentials.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumAndGradient<V>(
        Span<T> exponentials,
        ReadOnlySpan<T> targets,
        Span<T> sums,
        int stride,
        T scale
    )
        where V : ISimd<V, T>
    {
        ref T e = ref MemoryMarshal.GetReference(exponentials), y = ref MemoryMarshal.GetReference(targets);
        V sum = 0;
        for (int i = 0; i < exponentials.Length; i += stride)
            sum += V.Load(ref Unsafe.Add(ref e, i));
        sum.Store(ref sums[0]);

        V perExponential = 1 / sum, factor = V.Broadcast(scale);
        for (int i = 0; i < exponentials.Length; i += stride)
        {
            V p = V.Load(ref Unsafe.Add(ref e, i)) * perExponential;
            ((p - V.Load(ref Unsafe.Add(ref y, i))) * factor).Store(ref Unsafe.Add(ref e, i));
        }
    }
}

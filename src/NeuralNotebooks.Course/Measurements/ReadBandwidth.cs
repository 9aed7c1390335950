namespace NeuralNotebooks.Course;

/// <summary>Measures how many bytes per second one core reads from a cache or from main memory.</summary>
/// <remarks>An array is read from beginning to end, again and again, so it comes from the smallest cache into which it
/// fits. The loop loads it into the widest registers and only adds each register to a sum. Work that uses every number
/// once, such as a dot product, cannot be faster than its operations per byte times this bandwidth.</remarks>
internal static class ReadBandwidth
{
    /// <summary>The parts of the array that the loop reads side by side, each with two sums: the processor prefetches
    /// each part on its own, so a single one does not reach the bandwidth of main memory.</summary>
    private const int Parts = 4;

    private const int SumsOfPart = 2;

    /// <summary>The sizes that are measured are multiples of this: then every iteration reads whole registers, whatever
    /// their width.</summary>
    private const int Unit = Parts * SumsOfPart * CacheLine.Bytes;

    private const int Slices = 10;

    /// <summary>How many bytes one call reads at least, so that the call itself takes no noticeable time.</summary>
    private const int BytesOfCall = 1 << 22;

    public static double Measure(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        if (bytes % Unit != 0)
            throw new ArgumentException(
                $"The number of bytes is {bytes}; it must be a multiple of {Unit}.", nameof(bytes));
        int count = bytes / sizeof(float);

        // From the first cache line on: a load that crosses two lines takes twice as long.
        float[] buffer = GC.AllocateUninitializedArray<float>(count + CacheLine.Of<float>(), pinned: true);
        buffer.AsSpan().Fill(1);
        int passes = Max(1, BytesOfCall / bytes);
        return (double)bytes * passes / Enumerable.Range(0, Slices).Min(_ =>
            Course.Measure.MeanSeconds(Read, TimeProvider.System));

        void Read()
        {
            float sum = 0;
            WidestRegisters.Run<Loop, Reading, float>(new(CacheLine.Aligned<float>(buffer)[..count], passes, ref sum));
            Debug.Assert(sum > 0, "All numbers are 1.");
        }
    }

    public readonly ref struct Reading(Span<float> numbers, long passes, ref float sum)
    {
        public readonly Span<float> Numbers = numbers;
        public readonly long Passes = passes;
        public readonly ref float Sum = ref sum;
    }

    public readonly struct Loop : IVectorWork<Reading, float>
    {
        // Optimized from the first call: otherwise unoptimized code (tier 0) would be measured.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Run<TSimd, TVector>(in Reading reading)
            where TSimd : ISimd<TVector, float>
        {
            int width = TSimd.Width, part = reading.Numbers.Length / Parts;
            ref float first = ref MemoryMarshal.GetReference(reading.Numbers);
            TVector zero = TSimd.Broadcast(0);
            TVector a0 = zero, a1 = zero, b0 = zero, b1 = zero, c0 = zero, c1 = zero, d0 = zero, d1 = zero;
            for (long pass = 0; pass < reading.Passes; pass++)
            {
                for (int i = 0; i < part; i += SumsOfPart * width)
                {
                    ref float a = ref Unsafe.Add(ref first, i), b = ref Unsafe.Add(ref a, part);
                    ref float c = ref Unsafe.Add(ref b, part), d = ref Unsafe.Add(ref c, part);
                    a0 = TSimd.Add(a0, TSimd.Load(ref a));
                    a1 = TSimd.Add(a1, TSimd.Load(ref Unsafe.Add(ref a, width)));
                    b0 = TSimd.Add(b0, TSimd.Load(ref b));
                    b1 = TSimd.Add(b1, TSimd.Load(ref Unsafe.Add(ref b, width)));
                    c0 = TSimd.Add(c0, TSimd.Load(ref c));
                    c1 = TSimd.Add(c1, TSimd.Load(ref Unsafe.Add(ref c, width)));
                    d0 = TSimd.Add(d0, TSimd.Load(ref d));
                    d1 = TSimd.Add(d1, TSimd.Load(ref Unsafe.Add(ref d, width)));
                }
            }
            // All sums must be used, or the compiler could eliminate the loop.
            TVector left = TSimd.Add(TSimd.Add(a0, a1), TSimd.Add(b0, b1));
            TVector right = TSimd.Add(TSimd.Add(c0, c1), TSimd.Add(d0, d1));
            reading.Sum = TSimd.Sum(TSimd.Add(left, right));
        }
    }
}

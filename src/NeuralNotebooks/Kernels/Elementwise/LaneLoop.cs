namespace NeuralNotebooks;

/// <summary>Applies a lane function to a span, a register at a time, in the widest registers of the machine.</summary>
/// <remarks>There is no scalar code for numbers at the ends that do not fill a register. They are loaded in a register
/// that overlaps the neighbouring one or, in a span shorter than a register, is padded. So a result has the same bits
/// at every position and for every register width. All loops are fully optimized from the first call: many programs end
/// before tiered compilation would replace unoptimized code.</remarks>
internal static class LaneLoop
{
    /// <summary>For spans of at least this many registers, stores are aligned: a store that crosses two cache lines
    /// takes twice as long.</summary>
    private const int ManyRegisters = 32;

    /// <summary>destination ← f(source); the two may be the same memory.</summary>
    /// <exception cref="NotSupportedException">The numbers are neither float nor double.</exception>
    public static void Map<TFunction, T>(ReadOnlySpan<T> source, Span<T> destination)
        where TFunction : struct, ILaneFunction
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            throw new NotSupportedException($"Elementwise functions are for float and double, not {typeof(T).Name}.");
        WidestRegisters.Run<MapWork<TFunction, T>, Spans<T>, T>(new(source, destination));
    }

    /// <summary>δ ← δ ⊙ g′(z), with g′ taken from a = g(z).</summary>
    public static void MultiplyBySlope<TFunction, T>(ReadOnlySpan<T> a, Span<T> δ)
        where TFunction : struct, ILaneSlope =>
        WidestRegisters.Run<SlopeWork<TFunction, T>, Spans<T>, T>(new(a, δ));

    internal readonly ref struct Spans<T>(ReadOnlySpan<T> source, Span<T> destination)
    {
        public readonly ReadOnlySpan<T> Source = source;
        public readonly Span<T> Destination = destination;
    }

    internal readonly struct MapWork<TFunction, T> : IVectorWork<Spans<T>, T>
        where TFunction : struct, ILaneFunction
    {
        [MethodImpl(AggressiveOptimization)]
        public static void Run<TSimd, TVector>(in Spans<T> spans)
            where TSimd : ISimd<TVector, T>
        {
            int width = TSimd.Width,
                length = spans.Destination.Length;
            ref T x = ref MemoryMarshal.GetReference(spans.Source),
                result = ref MemoryMarshal.GetReference(spans.Destination);
            if (length < width)
            {
                TVector padded = default!;
                ref T lanes = ref Unsafe.As<TVector, T>(ref padded);
                Span<T> used = MemoryMarshal.CreateSpan(ref lanes, length);
                spans.Source.CopyTo(used);
                MapRegisters<TFunction, TSimd, TVector, T>(ref lanes, ref lanes, 1);
                used.CopyTo(spans.Destination);
                return;
            }

            int start = length < ManyRegisters * width ? 0 : UntilAligned<TVector, T>(ref result);
            int registers = (length - start) / width, last = length - width;

            // The first and the last register are read before anything is written: if source and destination are the
            // same memory, the registers between them overwrite parts of them.
            TVector head = TSimd.Load(ref x),
                tail = TSimd.Load(ref Unsafe.Add(ref x, last));
            MapRegisters<TFunction, TSimd, TVector, T>(
                ref Unsafe.Add(ref x, start), ref Unsafe.Add(ref result, start), registers);
            if (start > 0)
            {
                MapRegisters<TFunction, TSimd, TVector, T>(
                    ref Unsafe.As<TVector, T>(ref head), ref Unsafe.As<TVector, T>(ref head), 1);
                TSimd.Store(head, ref result);
            }
            if (start + registers * width < length)
            {
                MapRegisters<TFunction, TSimd, TVector, T>(
                    ref Unsafe.As<TVector, T>(ref tail), ref Unsafe.As<TVector, T>(ref tail), 1);
                TSimd.Store(tail, ref Unsafe.Add(ref result, last));
            }
        }
    }

    internal readonly struct SlopeWork<TFunction, T> : IVectorWork<Spans<T>, T>
        where TFunction : struct, ILaneSlope
    {
        [MethodImpl(AggressiveOptimization)]
        public static void Run<TSimd, TVector>(in Spans<T> spans)
            where TSimd : ISimd<TVector, T>
        {
            nint length = spans.Destination.Length, i = 0;
            ref T a = ref MemoryMarshal.GetReference(spans.Source);
            ref T δ = ref MemoryMarshal.GetReference(spans.Destination);
            for (; i <= length - TSimd.Width; i += TSimd.Width)
            {
                ref T lanes = ref Unsafe.Add(ref δ, i);
                TSimd.Store(
                    TFunction.TimesSlope<TSimd, TVector, T>(
                        TSimd.Load(ref lanes), TSimd.Load(ref Unsafe.Add(ref a, i))),
                    ref lanes);
            }
            if (i == length)
                return;

            // The remaining numbers are copied to padded registers.
            TVector paddedA = default!, paddedδ = default!;
            ref T restOfA = ref Unsafe.As<TVector, T>(ref paddedA), restOfδ = ref Unsafe.As<TVector, T>(ref paddedδ);
            for (nint k = 0; k < length - i; k++)
                (Unsafe.Add(ref restOfA, k), Unsafe.Add(ref restOfδ, k)) = (
                    Unsafe.Add(ref a, i + k), Unsafe.Add(ref δ, i + k));
            TSimd.Store(
                TFunction.TimesSlope<TSimd, TVector, T>(TSimd.Load(ref restOfδ), TSimd.Load(ref restOfA)), ref restOfδ);
            for (nint k = 0; k < length - i; k++)
                Unsafe.Add(ref δ, i + k) = Unsafe.Add(ref restOfδ, k);
        }
    }

    /// <summary>Computes f for one or more registers. All calls are in this method, so that f is compiled only
    /// once.</summary>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static void MapRegisters<TFunction, TSimd, TVector, T>(ref T x, ref T result, nint registers)
        where TFunction : struct, ILaneFunction
        where TSimd : ISimd<TVector, T>
    {
        nint end = registers * TSimd.Width;
        if (!TFunction.InTwoSteps)
        {
            for (nint i = 0; i < end; i += TSimd.Width)
            {
                TVector lanes = TSimd.Load(ref Unsafe.Add(ref x, i));
                TSimd.Store(TFunction.Begin<TSimd, TVector, T>(lanes, out _), ref Unsafe.Add(ref result, i));
            }
            return;
        }

        TVector first = TFunction.Begin<TSimd, TVector, T>(TSimd.Load(ref x), out TVector carry);
        for (nint i = TSimd.Width; i < end; i += TSimd.Width)
        {
            TVector nextFirst = TFunction.Begin<TSimd, TVector, T>(
                TSimd.Load(ref Unsafe.Add(ref x, i)), out TVector nextCarry);
            TSimd.Store(TFunction.Finish<TSimd, TVector, T>(first, carry), ref Unsafe.Add(ref result, i - TSimd.Width));
            (first, carry) = (nextFirst, nextCarry);
        }
        TSimd.Store(TFunction.Finish<TSimd, TVector, T>(first, carry), ref Unsafe.Add(ref result, end - TSimd.Width));
    }

    /// <summary>The number of entries from an address to the next multiple of the register size (64 bytes, a cache
    /// line, for AVX-512).</summary>
    private static int UntilAligned<TVector, T>(ref T number) =>
        (int)(-Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref number) & (Unsafe.SizeOf<TVector>() - 1))
        / Unsafe.SizeOf<T>();
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralNotebooks;

/// <summary>Applies a lane function to a span, a register at a time, in the widest registers of the machine.</summary>
/// <remarks>
/// There is no scalar code for the ends: numbers that do not fill a register go through one that overlaps its
/// neighbour, or that is padded. So a result has the same bits at every position and on every width. All loops are
/// fully optimized from the first call on: much work on short spans is over before tiered compilation would have
/// replaced them.
/// </remarks>
internal static class LaneLoop
{
    /// <summary>From this many registers on, aligning the stores pays: one that crosses two cache lines takes twice as
    /// long.</summary>
    private const int ManyRegisters = 32;

    /// <summary>destination ← f(source), which may be the same memory.</summary>
    /// <exception cref="NotSupportedException">The numbers are neither float nor double.</exception>
    public static void Map<TFunction, T>(ReadOnlySpan<T> source, Span<T> destination)
        where TFunction : struct, ILaneFunction where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            throw new NotSupportedException($"Elementwise functions are for float and double, not {typeof(T).Name}.");
        WidestRegisters.Run<MapWork<TFunction, T>, Spans<T>, T>(new(source, destination));
    }

    /// <summary>δ ← δ ⊙ g′(z), with g′ taken from a = g(z).</summary>
    public static void MultiplyBySlope<TFunction, T>(ReadOnlySpan<T> a, Span<T> δ)
        where TFunction : struct, ILaneSlope where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        WidestRegisters.Run<SlopeWork<TFunction, T>, Spans<T>, T>(new(a, δ));

    internal readonly ref struct Spans<T>(ReadOnlySpan<T> source, Span<T> destination)
    {
        public readonly ReadOnlySpan<T> Source = source;
        public readonly Span<T> Destination = destination;
    }

    internal readonly struct MapWork<TFunction, T> : IVectorWork<Spans<T>, T>
        where TFunction : struct, ILaneFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Run<V>(in Spans<T> spans)
            where V : ISimd<V, T>
        {
            int length = spans.Destination.Length;
            ref T x = ref MemoryMarshal.GetReference(spans.Source);
            ref T result = ref MemoryMarshal.GetReference(spans.Destination);
            if (length < V.Width)
            {
                V padded = default!;
                spans.Source.CopyTo(V.AsSpan(ref padded));
                padded = MapRegister<TFunction, V, T>(padded);
                V.AsSpan(ref padded)[..length].CopyTo(spans.Destination);
                return;
            }

            int start = length < ManyRegisters * V.Width ? 0 : UntilAligned<V, T>(ref result);
            int registers = (length - start) / V.Width;
            int last = length - V.Width;

            // Both ends are read before anything is written: in place, their neighbours overlap them.
            V head = V.Load(ref x);
            V tail = V.Load(ref Unsafe.Add(ref x, last));
            MapRegisters<TFunction, V, T>(ref Unsafe.Add(ref x, start), ref Unsafe.Add(ref result, start), registers);
            if (start > 0)
                MapRegister<TFunction, V, T>(head).Store(ref result);
            if (start + registers * V.Width < length)
                MapRegister<TFunction, V, T>(tail).Store(ref Unsafe.Add(ref result, last));
        }
    }

    internal readonly struct SlopeWork<TFunction, T> : IVectorWork<Spans<T>, T>
        where TFunction : struct, ILaneSlope
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Run<V>(in Spans<T> spans)
            where V : ISimd<V, T>
        {
            int length = spans.Destination.Length;
            int i = 0;
            ref T a = ref MemoryMarshal.GetReference(spans.Source);
            ref T δ = ref MemoryMarshal.GetReference(spans.Destination);
            for (; i <= length - V.Width; i += V.Width)
            {
                ref T lanes = ref Unsafe.Add(ref δ, i);
                TFunction.TimesSlope(V.Load(ref lanes), V.Load(ref Unsafe.Add(ref a, i))).Store(ref lanes);
            }
            if (i == length)
                return;

            // The rest goes through padded registers.
            V lastA = default!;
            V lastδ = default!;
            Span<T> rest = spans.Destination[i..];
            spans.Source[i..].CopyTo(V.AsSpan(ref lastA));
            rest.CopyTo(V.AsSpan(ref lastδ));
            lastδ = TFunction.TimesSlope(lastδ, lastA);
            V.AsSpan(ref lastδ)[..rest.Length].CopyTo(rest);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V MapRegister<TFunction, V, T>(V x)
        where TFunction : struct, ILaneFunction where V : ISimd<V, T>
    {
        ref T lanes = ref Unsafe.As<V, T>(ref x);
        MapRegisters<TFunction, V, T>(ref lanes, ref lanes, 1);
        return x;
    }

    /// <summary>The only place where f is computed, so that it is compiled once. There is at least one
    /// register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void MapRegisters<TFunction, V, T>(ref T x, ref T result, nint registers)
        where TFunction : struct, ILaneFunction where V : ISimd<V, T>
    {
        nint end = registers * V.Width;
        if (!TFunction.InTwoSteps)
        {
            for (nint i = 0; i < end; i += V.Width)
                TFunction.Begin(V.Load(ref Unsafe.Add(ref x, i)), out V _).Store(ref Unsafe.Add(ref result, i));
            return;
        }

        // The second step of a register comes after the first step of the next. Each is written once: inlined twice,
        // they would exceed what the compiler is willing to inline.
        V first = default!, carry = default!;
        for (nint i = 0; i <= end; i += V.Width)
        {
            V nextFirst = first, nextCarry = carry;
            if (i < end)
                nextFirst = TFunction.Begin(V.Load(ref Unsafe.Add(ref x, i)), out nextCarry);
            if (i > 0)
                TFunction.Finish(first, carry).Store(ref Unsafe.Add(ref result, i - V.Width));
            (first, carry) = (nextFirst, nextCarry);
        }
    }

    /// <summary>How many numbers, fewer than a register holds, precede the next multiple of its size (64 bytes are a
    /// cache line).</summary>
    private static int UntilAligned<V, T>(ref T number) =>
        (int)(-Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref number) & (Unsafe.SizeOf<V>() - 1)) / Unsafe.SizeOf<T>();
}

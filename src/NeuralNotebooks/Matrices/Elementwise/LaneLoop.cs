using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NeuralNotebooks;

/// <summary>Takes a lane function through a span, a register at a time, in the widest registers that the machine has.</summary>
/// <remarks>
/// No entry is computed by a rule of its own: what does not fill a register at the ends goes through one that overlaps its neighbour,
/// or is filled up. So an entry is the same bit for bit wherever it stands, on every width. All loops are optimized from the first
/// call on: a network of a few units is trained before anything else would be.
/// </remarks>
internal static class LaneLoop
{
    /// <summary>From this many registers on it pays to begin at a multiple of their size: a store across two cache lines takes twice as long.</summary>
    private const int ManyRegisters = 32;

    /// <summary>destination ← f(source), which may be the same memory.</summary>
    /// <exception cref="NotSupportedException">The numbers are neither float nor double.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Map<TFunction, T>(ReadOnlySpan<T> source, Span<T> destination)
        where TFunction : struct, ILaneFunction
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            throw new NotSupportedException($"Elementwise functions are for float and double, not for {typeof(T).Name}.");
        if (Vector512.IsHardwareAccelerated)
            Map<TFunction, Simd512<T>, Vector512<T>, T>(source, destination);
        else if (Vector256.IsHardwareAccelerated)
            Map<TFunction, Simd256<T>, Vector256<T>, T>(source, destination);
        else
            Map<TFunction, Simd128<T>, Vector128<T>, T>(source, destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Map<TFunction, TSimd, TVector, T>(ReadOnlySpan<T> source, Span<T> destination)
        where TFunction : struct, ILaneFunction
        where TSimd : ISimdArithmetic<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int width = TSimd.Width, length = destination.Length;
        ref T x = ref MemoryMarshal.GetReference(source), result = ref MemoryMarshal.GetReference(destination);
        if (length < width)
        {
            TVector filled = default;
            ref T lanes = ref Unsafe.As<TVector, T>(ref filled);
            for (int i = 0; i < length; i++)
                Unsafe.Add(ref lanes, i) = Unsafe.Add(ref x, i);
            MapRegisters<TFunction, TSimd, TVector, T>(ref lanes, ref lanes, 1);
            for (int i = 0; i < length; i++)
                Unsafe.Add(ref result, i) = Unsafe.Add(ref lanes, i);
            return;
        }

        int start = length < ManyRegisters * width ? 0 : UntilAligned<TVector, T>(ref result);
        int registers = (length - start) / width, last = length - width;

        // Both ends are read before anything is written: in place, their neighbours overlap them.
        TVector head = TSimd.Load(ref x), tail = TSimd.Load(ref Unsafe.Add(ref x, last));
        MapRegisters<TFunction, TSimd, TVector, T>(ref Unsafe.Add(ref x, start), ref Unsafe.Add(ref result, start), registers);
        if (start > 0)
        {
            MapRegisters<TFunction, TSimd, TVector, T>(ref Unsafe.As<TVector, T>(ref head), ref Unsafe.As<TVector, T>(ref head), 1);
            TSimd.Store(head, ref result);
        }
        if (start + registers * width < length)
        {
            MapRegisters<TFunction, TSimd, TVector, T>(ref Unsafe.As<TVector, T>(ref tail), ref Unsafe.As<TVector, T>(ref tail), 1);
            TSimd.Store(tail, ref Unsafe.Add(ref result, last));
        }
    }

    /// <summary>The only place where f is computed, so that it is compiled once. There is at least one register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void MapRegisters<TFunction, TSimd, TVector, T>(ref T x, ref T result, nint registers)
        where TFunction : struct, ILaneFunction
        where TSimd : ISimdArithmetic<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint end = registers * TSimd.Width;
        if (!TFunction.InTwoSteps)
        {
            for (nint i = 0; i < end; i += TSimd.Width)
                TSimd.Store(TFunction.Of<TSimd, TVector, T>(TSimd.Load(ref Unsafe.Add(ref x, i))), ref Unsafe.Add(ref result, i));
            return;
        }

        TVector first = TFunction.Begin<TSimd, TVector, T>(TSimd.Load(ref x), out TVector beside);
        for (nint i = TSimd.Width; i < end; i += TSimd.Width)
        {
            TVector nextFirst = TFunction.Begin<TSimd, TVector, T>(TSimd.Load(ref Unsafe.Add(ref x, i)), out TVector nextBeside);
            TSimd.Store(TFunction.Finish<TSimd, TVector, T>(first, beside), ref Unsafe.Add(ref result, i - TSimd.Width));
            (first, beside) = (nextFirst, nextBeside);
        }
        TSimd.Store(TFunction.Finish<TSimd, TVector, T>(first, beside), ref Unsafe.Add(ref result, end - TSimd.Width));
    }

    /// <summary>How many numbers, fewer than a register holds, lie before the next multiple of its size (64 bytes are a cache line).</summary>
    private static int UntilAligned<TVector, T>(ref T number)
        where TVector : unmanaged
        where T : unmanaged =>
        (int)(-Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref number) & (Unsafe.SizeOf<TVector>() - 1)) / Unsafe.SizeOf<T>();
}

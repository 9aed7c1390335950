using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace NeuralNotebooks;

/// <summary>
/// Asks for memory that is needed soon, so that nobody waits when it is: a hint, which no machine has to follow, and which does no
/// harm where the memory has been moved meanwhile.
/// </summary>
internal static class Prefetch
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Line<T>(ref readonly T soon)
        where T : unmanaged
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(in soon));
    }

    /// <summary>A part of a matrix, in the direction in which it lies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Block<T>(in Strided<T> block)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref T first = ref MemoryMarshal.GetReference(block.Entries);
        if (block.RowStride == 1)
            Columns(ref first, block.ColumnStride, block.Rows, block.Columns);
        else
            Columns(ref first, block.RowStride, block.Columns, block.Rows);
    }

    /// <summary>The columns of a part of a matrix: rows × columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Columns<T>(ref T first, nint columnStride, int rows, int columns)
        where T : unmanaged
    {
        for (int j = 0; j < columns; j++)
        {
            for (int i = 0; i < rows; i += CacheLine.Bytes / Unsafe.SizeOf<T>())
                Line(ref Unsafe.Add(ref first, i));
            first = ref Unsafe.Add(ref first, columnStride);
        }
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NeuralNotebooks;

internal static partial class TiledProduct
{
    /// <summary>How many columns ahead a copy prefetches: fewer than the associativity of L1, which is 8 or
    /// 12.</summary>
    private const int PrefetchDistance = 6;

    /// <summary>From this many columns of C on, a copy costs less than misaligned loads.</summary>
    private const int ManyUses = 256;

    /// <summary>Whether tiles can read whole strips of A in place: contiguous columns that are close together or used
    /// only a few times.</summary>
    /// <remarks>Otherwise the rows are copied, or transposed if A is, so that their columns follow each other: see
    /// <see cref="CopyStrip"/>.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool CanReadInPlace<TColumn, T>(in Strided<T> a, int uses)
        where TColumn : struct, ITileColumn<TColumn, T>
        where T : unmanaged =>
        TColumn.Steps == 1
        && a.RowStride == 1
        && (uses <= 2 * MaxTileColumns || (FitsTlb(in a) && (uses < ManyUses || CacheLine.IsAligned(a.Entries))));

    // The L1 data TLB holds some 64 entries. Columns on more pages than that are slow to read again and again, even
    // from L2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool FitsTlb<T>(in Strided<T> columns)
        where T : unmanaged =>
        (long)columns.ColumnStride * columns.Columns * Unsafe.SizeOf<T>() <= 64 * MemoryPage.Bytes;

    /// <summary>The strip as contiguous columns of full height that follow each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyStrip<TColumn, T>(in Strided<T> a, Span<T> strip)
        where TColumn : struct, ITileColumn<TColumn, T> where T : unmanaged
    {
        if (TColumn.Steps > 1)
            CopySteps<TColumn, T>(in a, strip);
        else if (a.RowStride == 1)
            CopyColumns<TColumn, T>(in a, strip);
        else
            Transpose(in a, strip, TColumn.Height);
    }

    // Four columns at a time, row by row. If the strip has fewer rows than it could, other rows fill it up, see
    // CopyColumns.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopySteps<TColumn, T>(in Strided<T> a, Span<T> strip)
        where TColumn : struct, ITileColumn<TColumn, T> where T : unmanaged
    {
        int steps = TColumn.Steps, height = TColumn.Height;
        ref T source = ref MemoryMarshal.GetReference(a.Entries), destination = ref MemoryMarshal.GetReference(strip);
        for (int p = 0; p < a.Columns; p += steps)
        {
            bool inSquares = a.RowStride == 1 && (p + steps - 1) * a.ColumnStride + height <= a.Entries.Length;
            for (int q = 0; q < steps; q += inSquares ? Vector128<T>.Count : 1)
            {
                ref T column = ref Unsafe.Add(ref destination, p * height + q);
                if (inSquares)
                    StridedCopy.TransposeSquare(
                        ref Unsafe.Add(ref source, (p + q) * a.ColumnStride),
                        a.ColumnStride,
                        ref column,
                        steps
                    );
                else
                    for (int i = 0; i < height; i++)
                        Unsafe.Add(ref column, i * steps) = i < a.Rows ? a[i, p + q] : default;
            }
        }
    }

    // If the strip has fewer rows than its columns hold, the values copied below them belong to other rows; the tile
    // computes with them, but that part of the tile is not used.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyColumns<TColumn, T>(in Strided<T> a, Span<T> strip)
        where TColumn : struct, ITileColumn<TColumn, T> where T : unmanaged
    {
        int whole = Math.Clamp((a.Entries.Length - TColumn.Height + a.ColumnStride) / a.ColumnStride, 0, a.Columns),
            p = 0;
        ref T source = ref MemoryMarshal.GetReference(a.Entries),
            destination = ref MemoryMarshal.GetReference(strip[..(whole * TColumn.Height)]);
        for (; p < whole; p++)
        {
            CacheLine.Prefetch(ref Unsafe.Add(ref source, PrefetchDistance * a.ColumnStride), 0, TColumn.Height, 1);
            TColumn.Load(ref source).Store(ref destination);
            source = ref Unsafe.Add(ref source, a.ColumnStride);
            destination = ref Unsafe.Add(ref destination, TColumn.Height);
        }

        for (; p < a.Columns; p++)
        {
            Span<T> column = strip.Slice(p * TColumn.Height, TColumn.Height);
            column.Clear();
            a.Column(p).CopyTo(column);
        }
    }

    // Rows of Aᵀ are contiguous, and so are columns of the strip, so a copy has to jump in one of them. It transposes
    // blocks of 16 columns, few enough cache lines that each is complete before it is evicted.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose<T>(in Strided<T> a, Span<T> strip, int height)
        where T : unmanaged
    {
        const int blockColumns = 16;
        if (a.Rows < height)
            strip[..(a.Columns * height)].Clear();
        for (int p = 0; p < a.Columns; p += blockColumns)
        {
            int columns = Math.Min(blockColumns, a.Columns - p);
            StridedCopy.Run(a.Block(0, p, a.Rows, columns), new(strip[(p * height)..], a.Rows, columns, 1, height));
        }
    }
}

using static NeuralNotebooks.TiledProduct;

namespace NeuralNotebooks;

internal static partial class Strip<TColumn, T>
{
    /// <summary>How many columns ahead a copy prefetches. It is less than the associativity of L1, which is 8 or
    /// 12.</summary>
    private const int PrefetchDistance = 6;

    /// <summary>If C has at least this many columns, a copy of the strip takes less time than misaligned
    /// loads.</summary>
    private const int ManyUses = 256;

    /// <summary>Whether tiles can read whole strips of A in place: columns are contiguous, and either close together or
    /// used only a few times.</summary>
    /// <remarks>Otherwise the strip is copied (transposed, if A is), so that its columns follow each other in memory
    /// (<see cref="CopyStrip"/>).</remarks>
    [MethodImpl(AggressiveInlining)]
    private static bool CanReadInPlace(in Strided<T> a, int uses) =>
        TColumn.Steps == 1
        && a.RowStride == 1
        && (uses <= 2 * MaxTileColumns || (FitsTlb(in a) && (uses < ManyUses || CacheLine.IsAligned(a.Entries))));

    // The L1 data TLB holds about 64 entries. If the columns are on more pages than that, reading them repeatedly is
    // slow, even if they are in L2.
    [MethodImpl(AggressiveInlining)]
    private static bool FitsTlb(in Strided<T> columns) =>
        (long)columns.ColumnStride * columns.Columns * Unsafe.SizeOf<T>() <= 64 * MemoryPage.Bytes;

    [MethodImpl(AggressiveInlining)]
    private static void CopyStrip(in Strided<T> a, Span<T> strip)
    {
        if (TColumn.Steps > 1)
            CopySteps(in a, strip);
        else if (a.RowStride == 1)
            CopyColumns(in a, strip);
        else
            Transpose(in a, strip);
    }

    // The layout for FourSteps: four columns at a time, interleaved row by row. If the strip has fewer rows than its
    // columns hold, they are filled with other rows or zeros, see CopyColumns.
    [MethodImpl(AggressiveOptimization)]
    private static void CopySteps(in Strided<T> a, Span<T> strip)
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
                        ref Unsafe.Add(ref source, (p + q) * a.ColumnStride), a.ColumnStride, ref column, steps);
                else
                    for (int i = 0; i < height; i++)
                        Unsafe.Add(ref column, i * steps) = i < a.Rows ? a[i, p + q] : default;
            }
        }
    }

    // If the strip has fewer rows than its columns hold, whole columns are copied nevertheless, with numbers from other
    // rows of A below the strip's. The tile computes with them, but that part of its result is not used.
    [MethodImpl(AggressiveOptimization)]
    private static void CopyColumns(in Strided<T> a, Span<T> strip)
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

    // The rows of A are contiguous, and so are the columns of the strip, so a copy cannot access both in memory order.
    // It transposes blocks of 16 columns: so few cache lines that each is filled before it is evicted.
    [MethodImpl(AggressiveOptimization)]
    private static void Transpose(in Strided<T> a, Span<T> strip)
    {
        const int blockColumns = 16;
        int height = TColumn.Height;
        if (a.Rows < height)
            strip[..(a.Columns * height)].Clear();
        for (int p = 0; p < a.Columns; p += blockColumns)
        {
            int columns = Math.Min(blockColumns, a.Columns - p);
            StridedCopy.Run(a.Block(0, p, a.Rows, columns), new(strip[(p * height)..], a.Rows, columns, 1, height));
        }
    }

    /// <summary>Copies all strips of a block of A to a buffer, one after the other. A is read in memory order, since
    /// jumping between pages would cause TLB misses.</summary>
    [MethodImpl(AggressiveOptimization)]
    private static void CopyBlock(in Strided<T> a, Span<T> block)
    {
        int height = TColumn.Height, depth = a.Columns;
        if (a.RowStride != 1)
        {
            for (int i = 0; i < a.Rows; i += height)
                Transpose(a.Block(i, 0, height, depth), block[(i * depth)..]);
            return;
        }

        for (int p = 0; p < depth; p++)
        {
            Span<T> column = a.Column(p);
            for (int i = 0; i < column.Length; i += height)
                TColumn.Load(ref column[i]).Store(ref block[i * depth + p * height]);
        }
    }
}

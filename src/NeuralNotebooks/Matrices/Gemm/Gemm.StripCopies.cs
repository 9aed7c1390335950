using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralNotebooks;

public static partial class Gemm
{
    /// <summary>How many columns ahead of a copy memory is asked for: fewer than a drawer of the cache has lines.</summary>
    private const int PrefetchDistance = 6;

    /// <summary>
    /// The rows of A that the tiles of a strip need, as contiguous columns of full height: where they lie, if they are so
    /// already and close together or hardly used, else copied to the buffer, turned round if A is transposed.
    /// </summary>
    /// <remarks>
    /// In the buffer the columns follow each other. In a large matrix they lie far apart, often a power of 2, and then they
    /// crowd each other out of the cache: it files an address by its lower bits.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Strided<T> Strip<TColumn, T>(in Strided<T> a, Span<T> buffer, int uses)
        where TColumn : struct, ITileColumn<TColumn, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (a.RowStride == 1 && a.Rows == TColumn.Height && (uses <= 2 * MostTileColumns || StaysNear(a)))
            return a;
        CopyStrip<TColumn, T>(in a, buffer);
        return new Strided<T>(buffer, TColumn.Height, a.Columns, 1, TColumn.Height);
    }

    /// <summary>The strip as contiguous columns of full height that follow each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyStrip<TColumn, T>(in Strided<T> a, Span<T> strip)
        where TColumn : struct, ITileColumn<TColumn, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (a.RowStride == 1)
            CopyColumns<TColumn, T>(in a, strip);
        else
            TurnRound(in a, strip, TColumn.Height);
    }

    // The nearest cache has 64 drawers of 8 lines; a line's drawer is its address in lines, modulo 64. Columns a multiple of 2ᵗ
    // lines apart share 64 / 2ᵗ drawers: the strip is to fill at most half of those.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool StaysNear<T>(in Strided<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int stride = a.ColumnStride * Unsafe.SizeOf<T>(), powerOf2 = Math.Max(stride & -stride, 64);
        return (long)powerOf2 * a.Columns <= 16 * 1024 && (long)stride * a.Columns <= 64 * 1024;
    }

    // Where the strip is less high than its columns, what is copied below it belongs to other rows; the tile computes with it
    // and nobody reads that part of the tile.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyColumns<TColumn, T>(in Strided<T> a, Span<T> strip)
        where TColumn : struct, ITileColumn<TColumn, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int p = 0;
        for (; p < a.Columns && p * a.ColumnStride + TColumn.Height <= a.Entries.Length; p++)
        {
            ref T column = ref a.Entries[p * a.ColumnStride];
            Prefetch.Columns(ref Unsafe.Add(ref column, PrefetchDistance * a.ColumnStride), 0, TColumn.Height, 1);
            TColumn.Load(ref column).Store(ref strip[p * TColumn.Height]);
        }

        for (; p < a.Columns; p++)
        {
            Span<T> column = strip.Slice(p * TColumn.Height, TColumn.Height);
            column.Clear();
            a.Column(p).CopyTo(column);
        }
    }

    // A row of Aᵀ is contiguous, a column of the strip is too, and a copy has to jump in one of them. It goes through both in
    // pieces of 16, which touch few enough lines of the cache that each is complete before it has to leave.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TurnRound<T>(in Strided<T> a, Span<T> strip, int height)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int piece = 16;
        if (a.Rows < height)
            strip[..(a.Columns * height)].Clear();
        for (int p = 0; p < a.Columns; p += piece)
            TurnRoundPiece(a.Block(0, p, a.Rows, Math.Min(piece, a.Columns - p)), strip[(p * height)..], height);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TurnRoundPiece<T>(in Strided<T> a, Span<T> strip, int height)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int width = Vector128<T>.Count, wholeRows = a.Rows / width * width, wholeColumns = a.Columns / width * width;
        for (int i = 0; i < wholeRows; i += width)
        {
            for (int p = 0; p < wholeColumns; p += width)
                SmallTranspose.Copy(ref a[i, p], a.RowStride, ref strip[p * height + i], height);
        }

        for (int i = 0; i < a.Rows; i++)
        {
            for (int p = i < wholeRows ? wholeColumns : 0; p < a.Columns; p++)
                strip[p * height + i] = a[i, p];
        }
    }
}

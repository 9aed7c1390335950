using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NeuralNotebooks;

public static partial class Gemm
{
    /// <summary>How many columns ahead of a copy memory is asked for: fewer than a drawer of the cache has lines.</summary>
    private const int PrefetchDistance = 6;

    /// <summary>A quarter of the second cache: a part of a matrix up to this size stays there beside the others.</summary>
    private const int QuarterOfSecondCache = 256 * 1024;

    /// <summary>From so many columns of C on a copy costs less than registers that are loaded from two lines each time.</summary>
    private const int ManyUses = 256;

    /// <summary>The rows of A that the tiles of a strip need, as contiguous columns of full height: where they lie if they may stay there, else copied to the buffer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Strided<T> Strip<TColumn, T>(in Strided<T> a, Span<T> buffer, bool mayStay)
        where TColumn : struct, ITileColumn<TColumn, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (mayStay)
            return a;
        CopyStrip<TColumn, T>(in a, buffer);
        return new(buffer, TColumn.Height, a.Columns, 1, TColumn.Height);
    }

    /// <summary>Whether tiles may read whole strips of A where they lie: they do if these are contiguous columns that are close together or hardly used.</summary>
    /// <remarks>
    /// Otherwise the rows are copied, turned round if A is transposed, so that their columns follow each other: see <see cref="CopyStrip"/>.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayStay<T>(in Strided<T> a, int uses)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        a.RowStride == 1 && (uses <= 2 * MostTileColumns || (LieTogether(in a) && (uses < ManyUses || CacheLine.Begins(a.Entries))));

    // The processor has the places of some 64 pages of memory, 4 KB each, at hand. Columns on more pages than that are slow to
    // visit again and again, even where the second cache holds them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool LieTogether<T>(in Strided<T> columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        (long)columns.ColumnStride * columns.Columns * Unsafe.SizeOf<T>() <= 64 * MemoryPage.Bytes;

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

    // Where the strip is less high than its columns, what is copied below it belongs to other rows; the tile computes with it
    // and nobody reads that part of the tile.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyColumns<TColumn, T>(in Strided<T> a, Span<T> strip)
        where TColumn : struct, ITileColumn<TColumn, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int whole = Math.Clamp((a.Entries.Length - TColumn.Height + a.ColumnStride) / a.ColumnStride, 0, a.Columns), p = 0;
        ref T source = ref MemoryMarshal.GetReference(a.Entries), destination = ref MemoryMarshal.GetReference(strip[..(whole * TColumn.Height)]);
        for (; p < whole; p++)
        {
            Prefetch.Columns(ref Unsafe.Add(ref source, PrefetchDistance * a.ColumnStride), 0, TColumn.Height, 1);
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

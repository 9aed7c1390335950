using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NeuralNotebooks;

public static partial class Gemm
{
    /// <summary>The most columns of a tile.</summary>
    private const int MostTileColumns = 8;

    /// <summary>Whether all of A may be read where it lies: it fits half of the nearest cache.</summary>
    private const int SmallInBytes = 16 * 1024;

    /// <summary>
    /// Adds A · B to C, or sets C to it where it is fresh, strip of rows by strip of rows. As long as there are enough rows a
    /// strip has those of <typeparamref name="TTall"/>; the last one has no more than it needs.
    /// </summary>
    /// <param name="a">m × depth; depth at most <see cref="StripDepth"/>.</param>
    /// <param name="b">depth × n.</param>
    /// <param name="c">m × n.</param>
    /// <param name="fresh">Whether C is set instead of added to.</param>
    /// <param name="buffer">Room for a strip, TTall.Height × depth.</param>
    /// <param name="tileColumns">How many columns of a tile of TTall fit the registers: 8 or 4.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyStrips<TTall, TLow, T>(Strided<T> a, Strided<T> b, Strided<T> c, bool fresh, Span<T> buffer, int tileColumns)
        where TTall : struct, ITileColumn<TTall, T>
        where TLow : struct, ITileColumn<TLow, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < a.Rows;)
        {
            int left = a.Rows - i;
            if (left > TLow.Height)
                i += MultiplyStrip<TTall, T>(a, b, c, i, fresh, buffer, tileColumns);
            else if (TLow.Height > Vector128<T>.Count && left <= Vector128<T>.Count)
                i += MultiplyStrip<OneRegister<Simd128<T>, Vector128<T>, T>, T>(a, b, c, i, fresh, buffer, MostTileColumns);
            else if (TLow.Height > Vector256<T>.Count && left <= Vector256<T>.Count)
                i += MultiplyStrip<OneRegister<Simd256<T>, Vector256<T>, T>, T>(a, b, c, i, fresh, buffer, MostTileColumns);
            else
                i += MultiplyStrip<TLow, T>(a, b, c, i, fresh, buffer, MostTileColumns);
        }
    }

    /// <summary>One strip of A, from row i on, times B, tile by tile.</summary>
    /// <returns>How many rows it was.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int MultiplyStrip<TColumn, T>(Strided<T> a, Strided<T> b, Strided<T> c, int i, bool fresh, Span<T> buffer, int tileColumns)
        where TColumn : struct, ITileColumn<TColumn, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = Math.Min(TColumn.Height, a.Rows - i), depth = a.Columns, n = c.Columns;
        Strided<T> strip = Strip<TColumn, T>(a.Block(i, 0, rows, depth), buffer, uses: n);
        ref T first = ref MemoryMarshal.GetReference(strip.Entries);
        int columns = tileColumns;
        if (rows == TColumn.Height && c.RowStride == 1)
        {
            for (int j = 0; j < n; j += columns)
            {
                while (columns > n - j)
                    columns /= 2;
                Tile<TColumn, T>(
                    columns, depth, ref first, strip.ColumnStride, ref b[0, j], b.RowStride, b.ColumnStride, ref c[i, j], c.ColumnStride, fresh);
            }
        }
        else
        {
            // The tile is whole but C's part is not, or lies otherwise: the tile is computed beside C and its part copied there.
            Strided<T> tile = new(stackalloc T[TColumn.Height * MostTileColumns], rows, MostTileColumns, 1, TColumn.Height);
            for (int j = 0; j < n; j += columns)
            {
                while (columns > n - j)
                    columns /= 2;
                Strided<T> part = c.Block(i, j, rows, columns);
                if (!fresh)
                    Copy(part, tile);
                Tile<TColumn, T>(
                    columns, depth, ref first, strip.ColumnStride, ref b[0, j], b.RowStride, b.ColumnStride, ref tile[0, 0], TColumn.Height, fresh);
                Copy(tile.Block(0, 0, rows, columns), part);
            }
        }

        return rows;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy<T>(Strided<T> from, Strided<T> to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref T source = ref MemoryMarshal.GetReference(from.Entries), destination = ref MemoryMarshal.GetReference(to.Entries);
        for (int j = 0; j < from.Columns; j++)
        {
            for (int i = 0; i < from.Rows; i++)
                Unsafe.Add(ref destination, i * to.RowStride + j * to.ColumnStride) = Unsafe.Add(ref source, i * from.RowStride + j * from.ColumnStride);
        }
    }

    /// <summary>
    /// The rows of A that the tiles of a strip need, as contiguous columns of full height: where they lie, if they are so
    /// already and close together or hardly used, else copied to the buffer, turned round if A is transposed.
    /// </summary>
    /// <remarks>
    /// In the buffer the columns follow each other. In a large matrix they lie far apart, often a power of 2, and then they
    /// crowd each other out of the cache: it files an address by its lower bits.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Strided<T> Strip<TColumn, T>(Strided<T> a, Span<T> buffer, int uses)
        where TColumn : struct, ITileColumn<TColumn, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (a.RowStride != 1)
            TurnRound(a, buffer, TColumn.Height);
        else if (a.Rows == TColumn.Height && (uses <= 2 * MostTileColumns || a.ColumnStride * a.Columns * Unsafe.SizeOf<T>() <= SmallInBytes))
            return a;
        else
            CopyColumns<TColumn, T>(a, buffer);
        return new Strided<T>(buffer, TColumn.Height, a.Columns, 1, TColumn.Height);
    }

    // Where the strip is less high than its columns, what is copied below it belongs to other rows; the tile computes with it
    // and nobody reads that part of the tile.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyColumns<TColumn, T>(Strided<T> a, Span<T> strip)
        where TColumn : struct, ITileColumn<TColumn, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int p = 0;
        for (; p < a.Columns && p * a.ColumnStride + TColumn.Height <= a.Entries.Length; p++)
            TColumn.Load(ref a.Entries[p * a.ColumnStride]).Store(ref strip[p * TColumn.Height]);
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
    private static void TurnRound<T>(Strided<T> a, Span<T> strip, int height)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int piece = 16;
        if (a.Rows < height)
            strip[..(a.Columns * height)].Clear();
        for (int p = 0; p < a.Columns; p += piece)
        {
            int length = Math.Min(piece, a.Columns - p);
            for (int i = 0; i < a.Rows; i++)
            {
                ReadOnlySpan<T> row = a.Transposed.Column(i).Slice(p, length);
                int to = p * height + i;
                foreach (T entry in row)
                {
                    strip[to] = entry;
                    to += height;
                }
            }
        }
    }
}

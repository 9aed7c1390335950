using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NeuralNotebooks;

public static partial class Gemm
{
    /// <summary>The most columns of a tile, unless exactly <see cref="TenColumns"/> are left.</summary>
    private const int MostTileColumns = 8;

    /// <summary>Ten columns, one for each of ten classes, are so common that they have a tile of their own: A is read once then and not twice.</summary>
    private const int TenColumns = 10;

    /// <summary>
    /// Adds A · B to C, or sets C to it where it is fresh, strip of rows by strip of rows. As long as there are enough rows a
    /// strip has those of <typeparamref name="TTall"/>; the last one has no more than it needs.
    /// </summary>
    /// <param name="a">m × depth; depth at most <see cref="MostDepth"/>.</param>
    /// <param name="b">depth × n.</param>
    /// <param name="c">m × n.</param>
    /// <param name="fresh">Whether C is set instead of added to.</param>
    /// <param name="buffer">Room for a strip, TTall.Height × depth.</param>
    /// <param name="tileColumns">How many columns of a tile of TTall fit the registers: 8 or 4.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyStrips<TTall, TLow, T>(in Strided<T> a, in Strided<T> b, in Strided<T> c, bool fresh, Span<T> buffer, int tileColumns)
        where TTall : struct, ITileColumn<TTall, T>
        where TLow : struct, ITileColumn<TLow, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < a.Rows;)
        {
            int left = a.Rows - i;
            if (left > TLow.Height + (TLow.Height > Vector256<T>.Count ? Vector256<T>.Count : 0))
                i += MultiplyRows<TTall, T>(in a, in b, in c, i, fresh, buffer, tileColumns);
            else if (TLow.Height > Vector128<T>.Count && left <= Vector128<T>.Count)
                i += MultiplyRows<OneRegister<Simd128<T>, Vector128<T>, T>, T>(in a, in b, in c, i, fresh, buffer, MostTileColumns);
            else if (TLow.Height > Vector256<T>.Count && left <= Vector256<T>.Count)
                i += MultiplyRows<OneRegister<Simd256<T>, Vector256<T>, T>, T>(in a, in b, in c, i, fresh, buffer, MostTileColumns);
            else
                i += MultiplyRows<TLow, T>(in a, in b, in c, i, fresh, buffer, MostTileColumns);
        }
    }

    /// <summary>The strip of A from row i on, as high as a column of a tile, times B.</summary>
    /// <returns>How many rows it was.</returns>
    // Not inlined: small products feel the space that all of its versions together take on the stack and clear first.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int MultiplyRows<TColumn, T>(in Strided<T> a, in Strided<T> b, in Strided<T> c, int i, bool fresh, Span<T> buffer, int tileColumns)
        where TColumn : struct, ITileColumn<TColumn, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = Math.Min(TColumn.Height, a.Rows - i);
        if (rows == TColumn.Height && MayStay(in a, uses: c.Columns))
        {
            MultiplyStrip<TColumn, T>(ref a[i, 0], a.ColumnStride, in b, in c, i, rows, fresh, tileColumns);
            return rows;
        }

        CopyStrip<TColumn, T>(a.Block(i, 0, rows, a.Columns), buffer);
        // A matrix that the second cache holds need not be called for, which would take small products a quarter longer.
        bool isFar = (long)a.Entries.Length * Unsafe.SizeOf<T>() > QuarterOfSecondCache;
        Strided<T> next = a.Block(i + rows, 0, isFar ? Math.Min(TColumn.Height, a.Rows - i - rows) : 0, a.Columns);
        MultiplyStrip<TColumn, T>(ref buffer[0], TColumn.Height, in b, in c, i, rows, fresh, tileColumns, in next);
        return rows;
    }

    /// <summary>A strip of A times B, tile by tile.</summary>
    /// <param name="strip">Where the strip begins: as many contiguous columns of TColumn.Height as B has rows.</param>
    /// <param name="stripColumn">How far its columns lie apart.</param>
    /// <param name="b">depth × n.</param>
    /// <param name="c">m × n.</param>
    /// <param name="i">The row of C with which the strip begins.</param>
    /// <param name="rows">How many rows of C it has; what it has beyond them belongs to nobody.</param>
    /// <param name="fresh">Whether C is set instead of added to.</param>
    /// <param name="tileColumns">How many columns of a tile fit the registers.</param>
    /// <param name="next">Rows of A that are to be copied next, if any: they are called for meanwhile, a few with each tile.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyStrip<TColumn, T>(
        ref T strip, nint stripColumn, in Strided<T> b, in Strided<T> c, int i, int rows, bool fresh, int tileColumns, in Strided<T> next = default)
        where TColumn : struct, ITileColumn<TColumn, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (rows < TColumn.Height || c.RowStride != 1)
        {
            MultiplyStripBesideC<TColumn, T>(ref strip, stripColumn, in b, c.Block(i, 0, rows, c.Columns), fresh, tileColumns);
            return;
        }

        int depth = b.Rows, n = c.Columns, columns;
        bool isFar = !LieTogether(in c);
        for (int j = 0; j < n; j += columns)
        {
            columns = TileColumns(n - j, tileColumns);
            if (isFar && n - j >= 2 * columns)
                Prefetch.Columns(ref c[i, j + columns], c.ColumnStride, TColumn.Height, columns);
            if (next.Rows > 0)
            {
                Chunk part = Chunk.Of(depth, (n + columns - 1) / columns, j / columns);
                Prefetch.Block(next.Block(0, part.Start, next.Rows, part.Count));
            }

            Tile<TColumn, T>(
                columns, depth, ref strip, stripColumn, ref b[0, j], b.RowStride, b.ColumnStride, ref c[i, j], c.ColumnStride, fresh);
        }
    }

    /// <summary>For tiles that are whole where C's part of them is not, or lies otherwise: they are computed beside C and their part is copied there.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyStripBesideC<TColumn, T>(
        ref T strip, nint stripColumn, in Strided<T> b, in Strided<T> c, bool fresh, int tileColumns)
        where TColumn : struct, ITileColumn<TColumn, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Where C has no other rows, whole columns of a tile may be loaded from it and stored to it: what is too much at the end of
        // a column is where the next one begins, and that is stored next, or put back behind the last one of the tile.
        bool mayOverrun = c.RowStride == 1 && c.ColumnStride == c.Rows;
        int rows = c.Rows, n = c.Columns, columns;
        Strided<T> tile = new(stackalloc T[TColumn.Height * TenColumns], rows, TenColumns, 1, TColumn.Height);
        for (int j = 0; j < n; j += columns)
        {
            columns = TileColumns(n - j, tileColumns);
            if (mayOverrun && (j + columns) * rows + TColumn.Height <= n * rows)
            {
                TColumn behind = TColumn.Load(ref c[0, j + columns]);
                Tile<TColumn, T>(
                    columns, b.Rows, ref strip, stripColumn, ref b[0, j], b.RowStride, b.ColumnStride, ref c[0, j], c.ColumnStride, fresh);
                behind.Store(ref c[0, j + columns]);
                continue;
            }

            Strided<T> part = c.Block(0, j, rows, columns);
            if (!fresh)
                Copy(in part, in tile, columns);
            Tile<TColumn, T>(
                columns, b.Rows, ref strip, stripColumn, ref b[0, j], b.RowStride, b.ColumnStride, ref tile[0, 0], TColumn.Height, fresh);
            Copy(in tile, in part, columns);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy<T>(in Strided<T> from, in Strided<T> to, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = from.Rows, width = Vector128<T>.Count;
        ref T source = ref MemoryMarshal.GetReference(from.Entries), destination = ref MemoryMarshal.GetReference(to.Entries);
        if (from.RowStride != to.RowStride && rows >= width && columns >= width)
        {
            nint sourceColumn = from.RowStride == 1 ? from.ColumnStride : from.RowStride;
            nint destinationColumn = to.RowStride == 1 ? to.ColumnStride : to.RowStride;
            for (int j = 0; j < columns; j += width)
            {
                int column = Math.Min(j, columns - width);
                ref T sourcePiece = ref Unsafe.Add(ref source, column * from.ColumnStride);
                ref T destinationPiece = ref Unsafe.Add(ref destination, column * to.ColumnStride);
                for (int i = 0; i < rows; i += width)
                {
                    int row = Math.Min(i, rows - width);
                    SmallTranspose.Copy(
                        ref Unsafe.Add(ref sourcePiece, row * from.RowStride), sourceColumn,
                        ref Unsafe.Add(ref destinationPiece, row * to.RowStride), destinationColumn);
                }
            }

            return;
        }

        bool contiguous = from.RowStride == 1 && to.RowStride == 1;
        for (int j = 0; j < columns; j++)
        {
            if (contiguous)
                CopyShort(ref source, ref destination, rows);
            else
                CopyColumn(ref source, from.RowStride, ref destination, to.RowStride, rows);
            source = ref Unsafe.Add(ref source, from.ColumnStride);
            destination = ref Unsafe.Add(ref destination, to.ColumnStride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyColumn<T>(ref T source, nint sourceRow, ref T destination, nint destinationRow, int rows)
    {
        for (int i = 0; i < rows; i++)
        {
            destination = source;
            source = ref Unsafe.Add(ref source, sourceRow);
            destination = ref Unsafe.Add(ref destination, destinationRow);
        }
    }

    // At most a column of a tile: calling the general copy would take longer than the copy. The last piece overlaps the one
    // before it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyShort<T>(ref T source, ref T destination, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int width = Vector128<T>.Count;
        if (count >= width)
        {
            for (int i = 0; i < count - width; i += width)
                Vector128.LoadUnsafe(ref source, (nuint)i).StoreUnsafe(ref destination, (nuint)i);
            Vector128.LoadUnsafe(ref source, (nuint)(count - width)).StoreUnsafe(ref destination, (nuint)(count - width));
            return;
        }

        for (int i = 0; i < count; i++)
            Unsafe.Add(ref destination, i) = Unsafe.Add(ref source, i);
    }
}

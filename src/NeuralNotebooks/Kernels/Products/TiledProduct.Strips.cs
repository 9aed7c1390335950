using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralNotebooks;

internal static partial class TiledProduct
{
    /// <summary>The largest number of columns of a tile, unless exactly <see cref="TenColumns"/> are left.</summary>
    private const int MaxTileColumns = 8;

    /// <summary>Ten columns, one for each of ten classes, are so common that they have a tile of their own: A is then
    /// read once, not twice.</summary>
    private const int TenColumns = 10;

    /// <summary>
    /// Adds A · B to C, or sets C to it if overwrite, strip by strip. While enough rows are left, a strip is as tall as
    /// <typeparamref name="TMain"/>; the last one is no taller than it needs to be.
    /// </summary>
    /// <param name="a">m × depth; depth at most <see cref="MaxDepth"/>.</param>
    /// <param name="b">depth × n.</param>
    /// <param name="c">m × n.</param>
    /// <param name="overwrite">Whether C is set instead of added to.</param>
    /// <param name="buffer">A buffer for a strip, TMain.Height × depth.</param>
    /// <param name="tileColumns">How many columns of a tile of TMain fit in the registers: 8 or 4.</param>
    /// <param name="rowsInParts">How many of the last rows are summed in parts: see <see cref="RowsInParts"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void MultiplyStrips<TMain, TRemainder, T>(
        in Strided<T> a,
        in Strided<T> b,
        in Strided<T> c,
        bool overwrite,
        Span<T> buffer,
        int tileColumns,
        int rowsInParts
    )
        where TMain : struct, ITileColumn<TMain, T>
        where TRemainder : struct, ITileColumn<TRemainder, T>
        where T : unmanaged
    {
        for (int i = 0; i < a.Rows;)
        {
            int left = a.Rows - i;
            if (left > TRemainder.Height + (TRemainder.Height > Vector256<T>.Count ? Vector256<T>.Count : 0))
                i += MultiplyRows<TMain, T>(in a, in b, in c, i, overwrite, buffer, tileColumns);
            else if (left == rowsInParts)
                fixed (T* pinned = b.Entries) // for FourSteps
                    i += MultiplyRows<FourSteps<T>, T>(in a, in b, in c, i, overwrite, buffer, MaxTileColumns);
            else if (TRemainder.Height > Vector128<T>.Count && left <= Vector128<T>.Count)
                i += MultiplyRows<OneRegister<Simd128<T>, Vector128<T>, T>, T>(
                    in a,
                    in b,
                    in c,
                    i,
                    overwrite,
                    buffer,
                    MaxTileColumns
                );
            else if (TRemainder.Height > Vector256<T>.Count && left <= Vector256<T>.Count)
                i += MultiplyRows<OneRegister<Simd256<T>, Vector256<T>, T>, T>(
                    in a,
                    in b,
                    in c,
                    i,
                    overwrite,
                    buffer,
                    MaxTileColumns
                );
            else
                i += MultiplyRows<TRemainder, T>(in a, in b, in c, i, overwrite, buffer, MaxTileColumns);
        }
    }

    /// <summary>The strip of A from row i on, as tall as a column of a tile, times B.</summary>
    /// <returns>The number of rows.</returns>
    // Not inlined: the stack frame of all versions together would be zeroed on each call, slowing small products.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int MultiplyRows<TColumn, T>(
        in Strided<T> a,
        in Strided<T> b,
        in Strided<T> c,
        int i,
        bool overwrite,
        Span<T> buffer,
        int tileColumns
    )
        where TColumn : struct, ITileColumn<TColumn, T>
        where T : unmanaged
    {
        int rows = Math.Min(TColumn.Height, a.Rows - i);
        if (rows == TColumn.Height && CanReadInPlace<TColumn, T>(in a, uses: c.Columns))
        {
            MultiplyStrip<TColumn, T>(ref a[i, 0], a.ColumnStride, in b, in c, i, rows, overwrite, tileColumns);
            return rows;
        }

        CopyStrip<TColumn, T>(a.Block(i, 0, rows, a.Columns), buffer);
        // A matrix that fits in L2 needs no prefetch, which would make small products a quarter slower.
        bool isFar = (long)a.Entries.Length * Unsafe.SizeOf<T>() > QuarterOfL2;
        Strided<T> next = a.Block(i + rows, 0, isFar ? Math.Min(TColumn.Height, a.Rows - i - rows) : 0, a.Columns);
        MultiplyStrip<TColumn, T>(ref buffer[0], TColumn.Height, in b, in c, i, rows, overwrite, tileColumns, in next);
        return rows;
    }

    /// <summary>A strip of A times B, tile by tile.</summary>
    /// <param name="strip">Where the strip begins: as many contiguous columns of TColumn.Height as B has rows.</param>
    /// <param name="stripColumn">The distance between its columns.</param>
    /// <param name="b">depth × n.</param>
    /// <param name="c">m × n.</param>
    /// <param name="i">The row of C at which the strip begins.</param>
    /// <param name="rows">How many rows of C it has; those of the strip beyond them are padding.</param>
    /// <param name="overwrite">Whether C is set instead of added to.</param>
    /// <param name="tileColumns">How many columns of a tile fit in the registers.</param>
    /// <param name="next">The rows of A that are copied next, if any: prefetched meanwhile, a few with each
    /// tile.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyStrip<TColumn, T>(
        ref T strip,
        nint stripColumn,
        in Strided<T> b,
        in Strided<T> c,
        int i,
        int rows,
        bool overwrite,
        int tileColumns,
        in Strided<T> next = default
    )
        where TColumn : struct, ITileColumn<TColumn, T>
        where T : unmanaged
    {
        if (rows < TColumn.Height || c.RowStride != 1)
        {
            MultiplyStripBuffered<TColumn, T>(
                ref strip,
                stripColumn,
                in b,
                c.Block(i, 0, rows, c.Columns),
                overwrite,
                tileColumns
            );
            return;
        }

        int depth = b.Rows, n = c.Columns, columns, tiles;
        bool isFar = !FitsTlb(in c), inOneGo = !isFar && next.Rows == 0;
        for (int j = 0; j < n; j += tiles * columns)
        {
            columns = TileColumns(n - j, tileColumns);
            if (isFar && n - j >= 2 * columns)
                CacheLine.Prefetch(ref c[i, j + columns], c.ColumnStride, TColumn.Height, columns);
            if (next.Rows > 0)
            {
                Chunk part = Chunk.Of(depth, (n + columns - 1) / columns, j / columns);
                next.Block(0, part.Start, next.Rows, part.Count).Prefetch();
            }

            tiles = inOneGo && columns == MaxTileColumns ? (n - j) / columns : 1;
            Tile<TColumn, T>(
                columns,
                depth,
                ref strip,
                stripColumn,
                ref b[0, j],
                b.RowStride,
                b.ColumnStride,
                ref c[i, j],
                c.ColumnStride,
                overwrite,
                tiles
            );
        }
    }

    /// <summary>For tiles that extend beyond C, or where C is transposed: they are computed in a buffer, and the part
    /// inside C is copied to it.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyStripBuffered<TColumn, T>(
        ref T strip, nint stripColumn, in Strided<T> b, in Strided<T> c, bool overwrite, int tileColumns)
        where TColumn : struct, ITileColumn<TColumn, T> where T : unmanaged
    {
        // If C has no other rows, whole columns of a tile may be loaded from it and stored to it: the excess at the end
        // of a column overwrites the beginning of the next one, which is stored next or, after the last column of the
        // tile, restored.
        bool mayOverrun = c.RowStride == 1 && c.ColumnStride == c.Rows;
        int rows = c.Rows, n = c.Columns, columns;
        Span<T> tile = stackalloc T[TColumn.Height * TenColumns];
        for (int j = 0; j < n; j += columns)
        {
            columns = TileColumns(n - j, tileColumns);
            if (mayOverrun && (j + columns) * rows + TColumn.Height <= n * rows)
            {
                TColumn behind = TColumn.Load(ref c[0, j + columns]);
                Tile<TColumn, T>(
                    columns,
                    b.Rows,
                    ref strip,
                    stripColumn,
                    ref b[0, j],
                    b.RowStride,
                    b.ColumnStride,
                    ref c[0, j],
                    c.ColumnStride,
                    overwrite
                );
                behind.Store(ref c[0, j + columns]);
                continue;
            }

            Strided<T> part = c.Block(0, j, rows, columns), beside = new(tile, rows, columns, 1, TColumn.Height);
            if (!overwrite)
                StridedCopy.Run(in part, in beside);
            Tile<TColumn, T>(
                columns,
                b.Rows,
                ref strip,
                stripColumn,
                ref b[0, j],
                b.RowStride,
                b.ColumnStride,
                ref tile[0],
                TColumn.Height,
                overwrite
            );
            StridedCopy.Run(in beside, in part);
        }
    }
}

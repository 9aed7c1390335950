using System.Runtime.CompilerServices;
using static NeuralNotebooks.TiledProduct;

namespace NeuralNotebooks;

/// <summary>A strip of A, as tall as a column of a tile, times B.</summary>
internal static partial class Strip<TColumn, T>
    where TColumn : struct, ITileColumn<TColumn, T>
    where T : unmanaged
{
    /// <summary>The strip of A from row i on, times B.</summary>
    /// <param name="product">Of a depth of at most <see cref="MaxDepth"/>.</param>
    /// <param name="i">The row at which the strip begins.</param>
    /// <param name="buffer">A buffer for a strip.</param>
    /// <returns>The number of rows.</returns>
    // Not inlined: the stack frame of all versions together would be zeroed on each call, slowing small products.
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static int Multiply(in Product<T> product, int i, Span<T> buffer)
    {
        ref readonly Strided<T> a = ref product.A;
        int rows = Math.Min(TColumn.Height, a.Rows - i);
        if (rows == TColumn.Height && CanReadInPlace(in a, uses: product.N))
        {
            MultiplyTiles(ref a[i, 0], a.ColumnStride, in product, i, rows);
            return rows;
        }

        CopyStrip(a.Block(i, 0, rows, a.Columns), buffer);
        // A matrix that fits in L2 needs no prefetch, which would make small products a quarter slower.
        bool isFar = (long)a.Entries.Length * Unsafe.SizeOf<T>() > QuarterOfL2;
        Strided<T> next = a.Block(i + rows, 0, isFar ? Math.Min(TColumn.Height, a.Rows - i - rows) : 0, a.Columns);
        MultiplyTiles(ref buffer[0], TColumn.Height, in product, i, rows, in next);
        return rows;
    }

    /// <summary>Whole strips of A, copied one after the other, times a panel of B.</summary>
    [MethodImpl(AggressiveOptimization)]
    public static void MultiplyBlock(in Product<T> product)
    {
        int height = TColumn.Height;
        Span<T> block = PackingBuffers<T>.Block(product.M * product.K);
        CopyBlock(in product.A, block);

        // All strips are multiplied by eight columns before the next eight: those of B stay in L1, and those of C on
        // eight pages.
        for (int j = 0; j < product.N; j += MaxTileColumns)
        {
            Product<T> slice = product.ColumnRange(j, Math.Min(MaxTileColumns, product.N - j));
            for (int i = 0; i < product.M; i += height)
            {
                // Prefetch the next tile of C, which is not in L1.
                if (i + height < product.M)
                    slice.C.Block(i + height, 0, height, slice.N).Prefetch();
                else if (j + 2 * slice.N <= product.N)
                    product.C.Block(0, j + slice.N, height, slice.N).Prefetch();
                MultiplyTiles(ref block[i * product.K], height, in slice, i, height);
            }
        }
    }

    /// <summary>A strip of A times B, tile by tile.</summary>
    /// <param name="strip">Where the strip begins: as many contiguous columns of TColumn.Height as B has rows.</param>
    /// <param name="stripColumn">The distance between its columns.</param>
    /// <param name="product">The product of which it is a part.</param>
    /// <param name="i">The row of C at which the strip begins.</param>
    /// <param name="rows">How many rows of C it has; those of the strip beyond them are padding.</param>
    /// <param name="next">The rows of A that are copied next, if any: prefetched meanwhile, a few with each
    /// tile.</param>
    [MethodImpl(AggressiveOptimization)]
    private static void MultiplyTiles(
        ref T strip, nint stripColumn, in Product<T> product, int i, int rows, in Strided<T> next = default)
    {
        ref readonly Strided<T> c = ref product.C;
        if (rows < TColumn.Height || c.RowStride != 1)
        {
            MultiplyBuffered(ref strip, stripColumn, in product, c.Block(i, 0, rows, c.Columns));
            return;
        }

        int n = c.Columns, columns, tiles;
        bool isFar = !FitsTlb(in c), inOneGo = !isFar && next.Rows == 0;
        for (int j = 0; j < n; j += tiles * columns)
        {
            columns = NextColumns(n - j);
            if (isFar && n - j >= 2 * columns)
                CacheLine.Prefetch(ref c[i, j + columns], c.ColumnStride, TColumn.Height, columns);
            if (next.Rows > 0)
            {
                Chunk part = Chunk.Of(product.B.Rows, (n + columns - 1) / columns, j / columns);
                next.Block(0, part.Start, next.Rows, part.Count).Prefetch();
            }

            tiles = inOneGo && columns == MaxTileColumns ? (n - j) / columns : 1;
            Tile(in product, j, columns, ref strip, stripColumn, ref c[i, j], c.ColumnStride, tiles);
        }
    }

    /// <summary>For tiles that extend beyond C, or where C is transposed: they are computed in a buffer, and the part
    /// inside C is copied to it.</summary>
    [SkipLocalsInit]
    [MethodImpl(AggressiveOptimization)]
    private static void MultiplyBuffered(
        ref T strip, nint stripColumn, in Product<T> product, in Strided<T> c)
    {
        // If C has no other rows, whole columns of a tile may be loaded from it and stored to it: the excess at the end
        // of a column overwrites the beginning of the next one, which is stored next or, after the last column of the
        // tile, restored.
        bool mayOverrun = c.RowStride == 1 && c.ColumnStride == c.Rows;
        int rows = c.Rows, n = c.Columns, columns;
        Span<T> tile = stackalloc T[TColumn.Height * TenColumns];
        for (int j = 0; j < n; j += columns)
        {
            columns = NextColumns(n - j);
            if (mayOverrun && (j + columns) * rows + TColumn.Height <= n * rows)
            {
                TColumn behind = TColumn.Load(ref c[0, j + columns]);
                Tile(in product, j, columns, ref strip, stripColumn, ref c[0, j], c.ColumnStride);
                behind.Store(ref c[0, j + columns]);
                continue;
            }

            Strided<T> part = c.Block(0, j, rows, columns), beside = new(tile, rows, columns, 1, TColumn.Height);
            if (product.Accumulate)
                StridedCopy.Run(in part, in beside);
            Tile(in product, j, columns, ref strip, stripColumn, ref tile[0], TColumn.Height);
            StridedCopy.Run(in beside, in part);
        }
    }
}

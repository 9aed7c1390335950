using static NeuralNotebooks.TiledProduct;

namespace NeuralNotebooks;

/// <summary>Multiplies a strip of A, that is as many rows as a column of a tile holds, by B.</summary>
internal static partial class Strip<TColumn, T>
    where TColumn : struct, ITileColumn<TColumn, T>
    where T : unmanaged
{
    /// <summary>Multiplies the strip of A that begins at row i by B.</summary>
    /// <param name="product">A product with k at most <see cref="MaxDepth"/>.</param>
    // Not inlined: the caller would have one large stack frame for all versions, and zeroing it on each call would slow
    // down small products.
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
        // If A fits in L2, the next strip is not prefetched: that would make small products a quarter slower.
        bool isFar = (long)a.Entries.Length * Unsafe.SizeOf<T>() > QuarterOfL2;
        Strided<T> next = a.Block(i + rows, 0, isFar ? Math.Min(TColumn.Height, a.Rows - i - rows) : 0, a.Columns);
        MultiplyTiles(ref buffer[0], TColumn.Height, in product, i, rows, in next);
        return rows;
    }

    /// <summary>Multiplies a block of A, which consists of whole strips, by a panel of B; the block is copied
    /// first.</summary>
    [MethodImpl(AggressiveOptimization)]
    public static void MultiplyBlock(in Product<T> product)
    {
        int height = TColumn.Height;
        Span<T> block = PackingBuffers<T>.Block(product.M * product.K);
        CopyBlock(in product.A, block);

        // All strips are multiplied by eight columns of B before the next eight. So these columns of B stay in L1, and
        // the tiles of C are in only eight columns, which are on few pages.
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

    /// <summary>Multiplies a strip of A by B, tile by tile.</summary>
    /// <param name="strip">Where the strip begins: as many contiguous columns of TColumn.Height as B has rows.</param>
    /// <param name="rows">The number of rows of C to compute; further rows of the strip are padding.</param>
    /// <param name="next">The rows of A that are copied next, if any. They are prefetched meanwhile, a part with each
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

    /// <summary>Multiplies a strip by B if its tiles extend below the rows of C, or if C is transposed: a tile is
    /// computed in a buffer, and the part of it that is in C is copied to C.</summary>
    [SkipLocalsInit]
    [MethodImpl(AggressiveOptimization)]
    private static void MultiplyBuffered(ref T strip, nint stripColumn, in Product<T> product, in Strided<T> c)
    {
        // If C has only these rows, and its columns follow each other, the tile can be loaded from C and stored to C
        // without the buffer. The excess at the end of a column then overwrites the beginning of the next column. That
        // column is stored next or, after the last column of the tile, restored.
        bool mayOverrun = c.RowStride == 1 && c.ColumnStride == c.Rows;
        int rows = c.Rows, n = c.Columns, columns;
        Span<T> tile = stackalloc T[TColumn.Height * TenColumns];
        for (int j = 0; j < n; j += columns)
        {
            columns = NextColumns(n - j);
            if (mayOverrun && (j + columns) * rows + TColumn.Height <= n * rows)
            {
                TColumn following = TColumn.Load(ref c[0, j + columns]);
                Tile(in product, j, columns, ref strip, stripColumn, ref c[0, j], c.ColumnStride);
                following.Store(ref c[0, j + columns]);
                continue;
            }

            Strided<T> part = c.Block(0, j, rows, columns), buffered = new(tile, rows, columns, 1, TColumn.Height);
            if (product.Accumulate)
                StridedCopy.Run(in part, in buffered);
            Tile(in product, j, columns, ref strip, stripColumn, ref tile[0], TColumn.Height);
            StridedCopy.Run(in buffered, in part);
        }
    }
}

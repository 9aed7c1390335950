using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralNotebooks;

internal static partial class TiledProduct<T>
{
    /// <summary>The largest number of columns of a tile, unless exactly <see cref="TenColumns"/> are left.</summary>
    private const int MaxTileColumns = 8;

    /// <summary>Ten columns, one for each of ten classes, are so common that they have their own tile: A is then read
    /// once, not twice.</summary>
    private const int TenColumns = 10;

    /// <summary>Strip by strip of A: two or three registers high while enough rows are left; the last one is no higher
    /// than it needs to be.</summary>
    internal readonly struct InStrips : IVectorWork<Product<T>, T>
    {
        [SkipLocalsInit]
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static unsafe void Run<V>(in Product<T> product)
            where V : ISimd<V, T>
        {
            if (product.K == 0)
            {
                product.ClearUnlessAccumulating();
                return;
            }

            // No buffer if every strip is whole and can be read in place: small products are so short that this
            // matters.
            int height = (HasManyRegisters<V>() ? 2 : 3) * V.Width;
            int rest = product.M % height;
            bool inPlace =
                (rest == 0 || rest == V.Width) && product.A.RowStride == 1 && product.N <= 2 * MaxTileColumns;
            Span<T> buffer = inPlace
                ? default
                : CacheLine.Aligned(stackalloc T[height * Math.Min(product.K, MaxDepth) + CacheLine.Of<T>()]);
            int depth = BlockSize(product.K, MaxDepth, FourSteps<T>.Steps);
            int rowsInParts = product.RowsInParts(V.Width);
            for (int p = 0; p < product.K; p += depth)
            {
                Product<T> part =
                    depth >= product.K ? product : product.DepthRange(p, Math.Min(depth, product.K - p));
                for (int i = 0; i < part.M;)
                {
                    int left = part.M - i;
                    if (left > V.Width + (V.Width > Vector256<T>.Count ? Vector256<T>.Count : 0))
                        i += HasManyRegisters<V>()
                            ? MultiplyStrip<TwoRegisters<V, T>>(in part, i, buffer)
                            : MultiplyStrip<ThreeRegisters<V, T>>(in part, i, buffer);
                    else if (left == rowsInParts)
                        fixed (T* pinned = part.B.Entries)   // for FourSteps
                            i += MultiplyStrip<FourSteps<T>>(in part, i, buffer);
                    else if (V.Width > Vector128<T>.Count && left <= Vector128<T>.Count)
                        i += MultiplyStrip<OneRegister<Simd128<T>, T>>(in part, i, buffer);
                    else if (V.Width > Vector256<T>.Count && left <= Vector256<T>.Count)
                        i += MultiplyStrip<OneRegister<Simd256<T>, T>>(in part, i, buffer);
                    else
                        i += MultiplyStrip<OneRegister<V, T>>(in part, i, buffer);
                }
            }
        }
    }

    /// <summary>The strip of A from row i on, as high as a column of a tile, times B, tile by tile.</summary>
    /// <param name="product">With k at most <see cref="MaxDepth"/>.</param>
    /// <param name="i">The row at which the strip begins.</param>
    /// <param name="buffer">Memory for a copy of the strip: TColumn.Height × k.</param>
    /// <returns>The number of rows.</returns>
    // Not inlined: the stack frame of all versions together would be zeroed on each call, slowing small products.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int MultiplyStrip<TColumn>(in Product<T> product, int i, Span<T> buffer)
        where TColumn : struct, ITileColumn<TColumn, T>
    {
        int depth = product.K, n = product.N, columns, rows = Math.Min(TColumn.Height, product.M - i);
        Tile tile = default;
        tile.SetB(in product.B);
        tile.Overwrite = !product.Accumulate;
        Strided<T> next = default;
        if (rows == TColumn.Height && CanReadInPlace<TColumn>(in product.A, uses: n))
        {
            tile.A = ref product.A[i, 0];
            tile.AColumn = product.A.ColumnStride;
        }
        else
        {
            CopyStrip<TColumn>(product.A.Block(i, 0, rows, depth), buffer);
            tile.A = ref buffer[0];
            tile.AColumn = TColumn.Height;

            // The rows that are copied next are prefetched meanwhile, a few with each tile. A matrix that fits in L2
            // needs no prefetch, which would make small products a quarter slower.
            if ((long)product.A.Entries.Length * Unsafe.SizeOf<T>() > QuarterOfL2)
                next = product.A.Block(i + rows, 0, Math.Min(TColumn.Height, product.M - i - rows), depth);
        }

        if (rows < TColumn.Height || product.C.RowStride != 1)
        {
            MultiplyBuffered<TColumn>(tile, in product.B, product.C.Block(i, 0, rows, n));
            return rows;
        }

        tile.CColumn = product.C.ColumnStride;
        bool isFar = !FitsTlb(in product.C), inOneGo = !isFar && next.Rows == 0;
        for (int j = 0; j < n; j += tile.Count * columns)
        {
            columns = TileColumns(n - j, TColumn.MaxColumns);
            if (isFar && n - j >= 2 * columns)
                CacheLine.Prefetch(ref product.C[i, j + columns], product.C.ColumnStride, TColumn.Height, columns);
            if (next.Rows > 0)
            {
                Chunk part = Chunk.Of(depth, (n + columns - 1) / columns, j / columns);
                next.Block(0, part.Start, next.Rows, part.Count).Prefetch();
            }

            tile.Count = inOneGo && columns == MaxTileColumns ? (n - j) / columns : 1;
            tile.B = ref product.B[0, j];
            tile.C = ref product.C[i, j];
            Multiply<TColumn>(ref tile, columns);
        }
        return rows;
    }

    /// <summary>For tiles that extend beyond C, or where C is transposed: they are computed in a buffer, and the part
    /// inside C is copied to it.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyBuffered<TColumn>(scoped Tile tile, in Strided<T> b, in Strided<T> c)
        where TColumn : struct, ITileColumn<TColumn, T>
    {
        // If C has no other rows, whole columns of a tile may be loaded from it and stored to it: the excess at the end
        // of a column overwrites the beginning of the next one, which is stored next or, after the last column of the
        // tile, restored.
        bool mayOverrun = c.RowStride == 1 && c.ColumnStride == c.Rows;
        int rows = c.Rows, n = c.Columns, columns;
        Span<T> buffer = stackalloc T[TColumn.Height * TenColumns];
        tile.Count = 1;
        for (int j = 0; j < n; j += columns)
        {
            columns = TileColumns(n - j, TColumn.MaxColumns);
            tile.B = ref b[0, j];
            if (mayOverrun && (j + columns) * rows + TColumn.Height <= n * rows)
            {
                TColumn behind = TColumn.Load(ref c[0, j + columns]);
                tile.C = ref c[0, j];
                tile.CColumn = c.ColumnStride;
                Multiply<TColumn>(ref tile, columns);
                behind.Store(ref c[0, j + columns]);
                continue;
            }

            Strided<T> inside = c.Block(0, j, rows, columns), whole = new(buffer, rows, columns, 1, TColumn.Height);
            if (!tile.Overwrite)
                StridedCopy.Run(in inside, in whole);
            tile.C = ref buffer[0];
            tile.CColumn = TColumn.Height;
            Multiply<TColumn>(ref tile, columns);
            StridedCopy.Run(in whole, in inside);
        }
    }
}

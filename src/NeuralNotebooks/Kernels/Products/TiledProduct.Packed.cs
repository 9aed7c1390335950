using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

// The columns of a large matrix are far apart, often by a power of 2: each is on a page of its own, and their lines map
// to the same set of a cache, which is chosen by the lower bits of an address (conflict misses). Packed together, they
// stay cached: the panel of B in L3 for all blocks of A, the block of A in L2 for the whole panel, eight columns of the
// panel in L1 for all strips of the block. The copies cost 1/m and 1/n of the work. (Contiguous columns of B that are
// not a power of 2 apart are read in place.)
internal static partial class TiledProduct
{
    /// <summary>How many columns of B are used together: 384 rows of 1,024 floats are 1.5 MB, which fit in
    /// L3.</summary>
    private const int PanelColumns = 1024;

    /// <summary>The maximum number of strips in a block: with 1 MB of L2, 256 rows of 384 floats, three eighths of it.
    /// At least eight, for fewer would read the panel of B too often; at most sixteen, for some virtual machines report
    /// a cache that is not there.</summary>
    internal static int MaxStrips(int stripBytes, int cacheBytes) => Math.Clamp(cacheBytes / 8 * 3 / stripBytes, 8, 16);

    internal readonly struct PackedStage : ITiledStage
    {
        [SkipLocalsInit]
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Multiply<TMain, TRemainder, T>(in Product<T> product, int tileColumns)
            where TMain : struct, ITileColumn<TMain, T> where TRemainder : struct, ITileColumn<TRemainder, T>
            where T : unmanaged
        {
            int part = BlockSize(product.K, MaxDepth, FourSteps<T>.Steps);
            int maxStrips = MaxStrips(TMain.Height * MaxDepth * Unsafe.SizeOf<T>(), L2Cache.Bytes);
            int whole = product.M / TMain.Height * TMain.Height,
                blockRows = BlockSize(whole / TMain.Height, maxStrips) * TMain.Height;
            Span<T> strip = CacheLine.Aligned(stackalloc T[TMain.Height * part + CacheLine.Of<T>()]);
            for (int j = 0; j < product.N; j += PanelColumns)
            {
                int columns = Math.Min(PanelColumns, product.N - j);
                for (int p = 0; p < product.K; p += part)
                {
                    int depth = Math.Min(part, product.K - p);
                    bool overwrite = p == 0 && !product.Accumulate;
                    Strided<T> panel = PackingBuffers<T>.Panel(product.B.Block(p, j, depth, columns));
                    for (int i = 0; i < whole; i += blockRows)
                    {
                        int rows = Math.Min(blockRows, whole - i);
                        MultiplyBlock<TMain, T>(
                            product.A.Block(i, p, rows, depth),
                            in panel,
                            product.C.Block(i, j, rows, columns),
                            overwrite,
                            tileColumns
                        );
                    }

                    MultiplyStrips<TMain, TRemainder, T>(
                        product.A.Block(whole, p, product.M - whole, depth),
                        in panel,
                        product.C.Block(whole, j, product.M - whole, columns),
                        overwrite,
                        strip,
                        tileColumns,
                        RowsInParts(in product, TRemainder.Height)
                    );
                }
            }
        }
    }

    /// <summary>Whole strips of A, copied one after the other, times a panel of B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyBlock<TColumn, T>(
        in Strided<T> a,
        in Strided<T> panel,
        in Strided<T> c,
        bool overwrite,
        int tileColumns
    )
        where TColumn : struct, ITileColumn<TColumn, T>
        where T : unmanaged
    {
        int height = TColumn.Height, depth = a.Columns;
        Span<T> block = PackingBuffers<T>.Block(a.Rows * depth);
        CopyBlock<TColumn, T>(in a, block);

        // All strips are multiplied by eight columns before the next eight: those of B stay in L1, and those of C on
        // eight pages.
        for (int j = 0; j < c.Columns; j += MaxTileColumns)
        {
            int columns = Math.Min(MaxTileColumns, c.Columns - j);
            Strided<T> slice = panel.Block(0, j, depth, columns);
            for (int i = 0; i < a.Rows; i += height)
            {
                // Prefetch the next tile of C, which is not in L1.
                if (i + height < a.Rows)
                    c.Block(i + height, j, height, columns).Prefetch();
                else if (j + 2 * columns <= c.Columns)
                    c.Block(0, j + columns, height, columns).Prefetch();
                MultiplyStrip<TColumn, T>(
                    ref block[i * depth],
                    height,
                    in slice,
                    c.Block(i, j, height, columns),
                    0,
                    height,
                    overwrite,
                    tileColumns
                );
            }
        }
    }

    /// <summary>Copies whole strips of A one after the other, in memory order: jumping between pages would miss the
    /// TLB.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyBlock<TColumn, T>(in Strided<T> a, Span<T> block)
        where TColumn : struct, ITileColumn<TColumn, T> where T : unmanaged
    {
        int height = TColumn.Height, depth = a.Columns;
        if (a.RowStride != 1)
        {
            for (int i = 0; i < a.Rows; i += height)
                Transpose(a.Block(i, 0, height, depth), block[(i * depth)..], height);
            return;
        }

        for (int p = 0; p < depth; p++)
        {
            Span<T> column = a.Column(p);
            for (int i = 0; i < column.Length; i += height)
                TColumn.Load(ref column[i]).Store(ref block[i * depth + p * height]);
        }
    }

    /// <summary>The buffers that a thread packs blocks and panels into; allocated at its first large product and
    /// kept.</summary>
    private static class PackingBuffers<T>
        where T : unmanaged
    {
        [ThreadStatic]
        private static T[]? _panel, _block;

        /// <summary>A panel of B for the tiles to read: in place, unless its columns are not contiguous or would cause
        /// conflict misses.</summary>
        public static Strided<T> Panel(Strided<T> b)
        {
            if (b.RowStride != 1)
                return Copy(b.Transposed).Transposed;
            return b.ColumnStride * Unsafe.SizeOf<T>() % MemoryPage.Bytes == 0 ? Copy(b) : b;
        }

        /// <summary>A buffer for a block of A.</summary>
        public static Span<T> Block(int length) => AtLeast(ref _block, length);

        /// <summary>A copy in memory order, so that contiguous memory is copied in one go.</summary>
        private static Strided<T> Copy(Strided<T> b)
        {
            // Padded by a cache line, so that no two columns are a power of 2 apart.
            int stride = b.Rows + CacheLine.Of<T>();
            Span<T> panel = AtLeast(ref _panel, stride * b.Columns);
            for (int j = 0; j < b.Columns; j++)
                b.Column(j).CopyTo(panel[(j * stride)..]);
            return new(panel, b.Rows, b.Columns, 1, stride);
        }

        // Pinned, or the garbage collector could move it out of alignment.
        private static Span<T> AtLeast(ref T[]? buffer, int length)
        {
            length += CacheLine.Of<T>();
            if (buffer is null || buffer.Length < length)
                buffer = GC.AllocateUninitializedArray<T>(length, pinned: true);
            return CacheLine.Aligned<T>(buffer);
        }
    }
}

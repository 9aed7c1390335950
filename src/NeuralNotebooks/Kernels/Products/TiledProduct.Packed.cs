using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

// The columns of a large matrix are far apart, often by a power of 2: each is on its own page, and their lines map
// to the same set of a cache, which is chosen by the lower bits of an address (conflict misses). Packed together, they
// stay cached: the panel of B in L3 for all blocks of A, the block of A in L2 for the whole panel, eight columns of the
// panel in L1 for all strips of the block. The copies cost 1/m and 1/n of the work. (Contiguous columns of B that are
// not a power of 2 apart are read in place.)
internal static partial class TiledProduct<T>
{
    /// <summary>How many columns of B are used together: 384 rows of 1,024 floats are 1.5 MB, which fit in
    /// L3.</summary>
    private const int PanelColumns = 1024;

    /// <summary>The maximum number of strips in a block: 256 rows of 384 floats are 384 KB, which fit in L2.</summary>
    private const int MaxStrips = 8;

    /// <summary>Block by block of A, times a panel of B; the rows that do not fill a strip, strip by strip.</summary>
    internal readonly struct InBlocks : IVectorWork<Product<T>, T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Run<V>(in Product<T> product)
            where V : ISimd<V, T>
        {
            if (product.K == 0)
            {
                product.ClearUnlessAccumulating();
                return;
            }

            int height = (HasManyRegisters<V>() ? 2 : 3) * V.Width;
            int whole = product.M / height * height;
            int blockRows = BlockSize(whole / height, MaxStrips) * height;
            int depth = BlockSize(product.K, MaxDepth, FourSteps<T>.Steps);
            for (int j = 0; j < product.N; j += PanelColumns)
            {
                Product<T> columns = product.ColumnRange(j, Math.Min(PanelColumns, product.N - j));
                for (int p = 0; p < product.K; p += depth)
                {
                    Product<T> part = columns.DepthRange(p, Math.Min(depth, product.K - p));
                    part = part.WithB(PackingBuffers.Panel(part.B));
                    for (int i = 0; i < whole; i += blockRows)
                    {
                        Product<T> block = part.RowRange(i, Math.Min(blockRows, whole - i));
                        if (HasManyRegisters<V>())
                            MultiplyBlock<TwoRegisters<V, T>>(in block);
                        else
                            MultiplyBlock<ThreeRegisters<V, T>>(in block);
                    }
                    if (whole < product.M)
                        InStrips.Run<V>(part.RowRange(whole, product.M - whole));
                }
            }
        }
    }

    /// <summary>Whole strips of A, copied one after the other, times a panel of B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyBlock<TColumn>(in Product<T> product)
        where TColumn : struct, ITileColumn<TColumn, T>
    {
        int height = TColumn.Height, depth = product.K;
        Strided<T> c = product.C;
        Span<T> block = PackingBuffers.Block(product.M * depth);
        CopyBlock<TColumn>(in product.A, block);

        // All strips are multiplied by eight columns before the next eight: those of B stay in L1, and those of C on
        // eight pages.
        for (int j = 0; j < c.Columns; j += MaxTileColumns)
        {
            Product<T> slice = product.ColumnRange(j, Math.Min(MaxTileColumns, c.Columns - j));
            for (int i = 0; i < c.Rows; i += height)
            {
                // Prefetch the next tile of C, which is not in L1.
                if (i + height < c.Rows)
                    slice.C.Block(i + height, 0, height, slice.N).Prefetch();
                else if (j + 2 * slice.N <= c.Columns)
                    c.Block(0, j + slice.N, height, slice.N).Prefetch();
                Strided<T> strip = new(block[(i * depth)..], height, depth, 1, height);
                Strided<T> tile = slice.C.Block(i, 0, height, slice.N);
                MultiplyStrip<TColumn>(new Product<T>(strip, slice.B, tile, product.Accumulate), 0, buffer: default);
            }
        }
    }

    /// <summary>Copies whole strips of A one after the other, in memory order: jumping between pages would miss the
    /// TLB.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyBlock<TColumn>(in Strided<T> a, Span<T> block)
        where TColumn : struct, ITileColumn<TColumn, T>
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
    private static class PackingBuffers
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

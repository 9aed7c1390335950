namespace NeuralNotebooks;

// The columns of a large matrix are far apart, often by a power of 2. Then each column is on a separate page, and cache
// lines of all columns map to the same set of a cache, since the lower bits of an address select the set (conflict
// misses). Copied together (packed), the columns stay in the caches: the panel of B in L3 for all blocks of A, the
// block of A in L2 for the whole panel, eight columns of the panel in L1 for all strips of the block. The copies cost
// 1/m and 1/n of the work. (Contiguous columns of B whose distance is not a multiple of a page are read in place.)
internal static partial class TiledProduct
{
    /// <summary>The maximum number of columns of a panel of B: 384 rows of 1,024 floats are 1.5 MB, which fit in
    /// L3.</summary>
    private const int PanelColumns = 1024;

    /// <summary>The maximum number of strips in a block of A. Eight strips of 32 × 384 floats are 384 KB, so that a
    /// block and the other operands fit in an L2 of 1 MB. With fewer, the panel of B would be read too often.</summary>
    private const int MaxStrips = 8;

    internal static partial class Strips<TMain, TRemainder, T>
    {
        [SkipLocalsInit]
        [MethodImpl(AggressiveOptimization)]
        private static void Packed(in Product<T> product)
        {
            int part = BlockSize(product.K, MaxDepth, FourSteps<T>.Steps);
            int whole = product.M / TMain.Height * TMain.Height,
                blockRows = BlockSize(whole / TMain.Height, MaxStrips) * TMain.Height;
            int lastRows = FourSteps<T>.LastRows(in product, TRemainder.Height);
            Span<T> strip = CacheLine.Aligned(stackalloc T[TMain.Height * part + CacheLine.Of<T>()]);
            for (int j = 0; j < product.N; j += PanelColumns)
            {
                Product<T> columns = product.ColumnRange(j, Math.Min(PanelColumns, product.N - j));
                for (int p = 0; p < product.K; p += part)
                {
                    Product<T> block = columns.DepthRange(p, Math.Min(part, product.K - p));
                    Product<T> packed = new(block.A, PackingBuffers<T>.Panel(block.B), block.C, block.Accumulate);
                    for (int i = 0; i < whole; i += blockRows)
                        Strip<TMain, T>.MultiplyBlock(packed.RowRange(i, Math.Min(blockRows, whole - i)));
                    MultiplyStrips(packed.RowRange(whole, product.M - whole), strip, lastRows);
                }
            }
        }
    }
}

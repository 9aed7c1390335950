namespace NeuralNotebooks;

/// <summary>Chooses the kernel for a product by its shape and layout, and decides whether several threads compute
/// it.</summary>
internal static class FastestProduct
{
    // Distributing work takes a microsecond if the other threads are awake; a product of this size takes ten or more.
    private const long MinSharedSize = 96 * 96 * 96;

    extension<T>(in Product<T> product)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Optimized from the first call, as is all code that runs before a kernel: one unoptimized call takes longer
        // than a small product.
        [MethodImpl(AggressiveOptimization)]
        public void Run()
        {
            int chunks =
                (long)product.M * product.N * product.K >= MinSharedSize && ThreadTeam.Size > 1
                    ? SharedProduct<T>.CountFor(in product)
                    : 1;
            if (chunks > 1)
                SharedProduct<T>.Run(in product, chunks);
            else if (product.M == 1 && product.N == 1)
                WidestRegisters.Run<DotProduct<T>, Product<T>, T>(in product);
            else
                product.RunOnThisThread();
        }

        /// <summary>Computes the product on the caller's thread. An entry has the same bits however the columns of C,
        /// or whole tiles of its rows, are divided into separate products.</summary>
        [MethodImpl(AggressiveOptimization)]
        public void RunOnThisThread()
        {
            if (product.N == 1 && product.A.RowStride == 1)
                WidestRegisters.Run<MatrixTimesColumn<T>, Product<T>, T>(in product);
            else if (product.TransposingPays())
                WidestRegisters.Run<TiledProduct.InTiles<T>, Product<T>, T>(product.Transposed);
            else if (product.PackingPays())
                WidestRegisters.Run<TiledProduct.InTiles<T>, Product<T>, T>(product.Packed);
            else
                WidestRegisters.Run<TiledProduct.InTiles<T>, Product<T>, T>(in product);
        }

        // If C has ten rows, or fewer than two registers of Vector<T> have lanes, much of each register would be
        // unused. If the columns of Bᵀ are contiguous, Cᵀ = Bᵀ Aᵀ is computed instead, whose columns fill registers.
        [MethodImpl(AggressiveInlining)]
        private bool TransposingPays() =>
            product.B.ColumnStride == 1
            && product.B.RowStride != 1
            && (product.M < Vector<T>.Count * 2 || product.M == 10)
            && product.N >= 4 * Vector<T>.Count;

        // Packing is faster if the copies are used often, that is for many rows of A, and one of two conditions holds:
        // a panel of B does not fit in L2 together with a strip of A; or the columns of A are at least half a page
        // apart, so that copying only a few rows of A at a time would access a page for every column or two.
        [MethodImpl(AggressiveInlining)]
        private bool PackingPays()
        {
            long panel = (long)product.N * Math.Min(product.K, TiledProduct.MaxDepth) * Unsafe.SizeOf<T>();
            long farApart = product.A.RowStride == 1 ? product.A.ColumnStride * Unsafe.SizeOf<T>() : 0;
            return product.M > 192 && (panel > TiledProduct.QuarterOfL2 || (farApart >= 2048 && product.N >= 64));
        }
    }
}

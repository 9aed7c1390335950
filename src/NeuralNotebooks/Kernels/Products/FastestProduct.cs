using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>Chooses the kernel of a product by its shape, and whether threads share it.</summary>
internal static class FastestProduct
{
    // Handing work over takes a microsecond if the other threads are awake; this much work takes ten or more.
    private const long MinSharedSize = 96 * 96 * 96;

    extension<T>(in Product<T> product)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        /// <summary>The product, shared by threads where that pays.</summary>
        // Optimized from the first call, as is everything before a kernel: one unoptimized call outlasts a small
        // product.
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

        /// <summary>The product on the caller's thread only. How an entry is summed depends neither on the number of
        /// columns of C nor on where whole tiles of its rows are cut off.</summary>
        [MethodImpl(AggressiveOptimization)]
        public void RunOnThisThread()
        {
            if (product.N == 1 && product.A.RowStride == 1)
                WidestRegisters.Run<MatrixTimesColumn<T>, Product<T>, T>(in product);
            else if (product.TransposingPays())
                TiledProduct.RegisterTiled(product.Transposed);
            else if (product.PackingPays())
                TiledProduct.Packed(in product);
            else
                TiledProduct.RegisterTiled(in product);
        }

        // With fewer rows than two registers of Vector<T> have lanes, or ten, much of a register would be idle. If B is
        // transposed, the columns of Bᵀ fill registers.
        [MethodImpl(AggressiveInlining)]
        private bool TransposingPays() =>
            product.B.ColumnStride == 1
            && product.B.RowStride != 1
            && (product.M < Vector<T>.Count * 2 || product.M == 10)
            && product.N >= 4 * Vector<T>.Count;

        // Copies pay where they are used often: by many rows, and when B does not fit in L2 beside a strip of A, or the
        // columns of A are so far apart that copying a few rows of them at a time would touch half a page for each.
        [MethodImpl(AggressiveInlining)]
        private bool PackingPays()
        {
            long panel = (long)product.N * Math.Min(product.K, TiledProduct.MaxDepth) * Unsafe.SizeOf<T>();
            long farApart = product.A.RowStride == 1 ? product.A.ColumnStride * Unsafe.SizeOf<T>() : 0;
            return product.M > 192 && (panel > TiledProduct.QuarterOfL2 || (farApart >= 2048 && product.N >= 64));
        }
    }
}

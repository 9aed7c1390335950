using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>An untransposed matrix times one column.</summary>
/// <remarks>It uses every entry of A once, so nothing is worth keeping in registers: what counts is to read A in memory
/// order, four columns at a time.</remarks>
internal readonly struct MatrixTimesColumn<T> : IVectorWork<Product<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Optimized from the first call, as are the methods below: a single column often comes only once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TSimd, TVector>(in Product<T> product)
        where TSimd : ISimd<TVector, T>
    {
        // Rows that tiles would sum in parts are summed in parts here too, so that a single column gets the same bits.
        int rest = TiledProduct.RowsInParts(in product, TSimd.Width);
        if (rest > 0)
        {
            TiledProduct.RegisterTiled(product.RowRange(product.M - rest, rest));
            Run<TSimd, TVector>(product.RowRange(0, product.M - rest));
            return;
        }

        product.ClearUnlessAccumulating();
        Span<T> c = product.C.Column(0);
        int whole = product.K / 4 * 4;
        for (int p = 0; p < whole; p += 4)
        {
            AddFourColumns<TSimd, TVector>(
                product.A.Column(p), product.A.Column(p + 1), product.A.Column(p + 2), product.A.Column(p + 3),
                product.B[p, 0], product.B[p + 1, 0], product.B[p + 2, 0], product.B[p + 3, 0], c);
        }
        for (int p = whole; p < product.K; p++)
            AddColumn(product.A.Column(p), product.B[p, 0], c);
    }

    /// <summary>c ← c + w₀ a₀ + w₁ a₁ + w₂ a₂ + w₃ a₃, added in this order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddFourColumns<TSimd, TVector>(
        Span<T> a0,
        Span<T> a1,
        Span<T> a2,
        Span<T> a3,
        T w0,
        T w1,
        T w2,
        T w3,
        Span<T> c
    )
        where TSimd : ISimd<TVector, T>
    {
        TVector weight0 = TSimd.Broadcast(w0),
            weight1 = TSimd.Broadcast(w1),
            weight2 = TSimd.Broadcast(w2),
            weight3 = TSimd.Broadcast(w3);
        int i = 0;
        for (; i <= c.Length - TSimd.Width; i += TSimd.Width)
        {
            TVector sum = TSimd.Load(ref c[i]);
            sum = TSimd.MultiplyAdd(TSimd.Load(ref a0[i]), weight0, sum);
            sum = TSimd.MultiplyAdd(TSimd.Load(ref a1[i]), weight1, sum);
            sum = TSimd.MultiplyAdd(TSimd.Load(ref a2[i]), weight2, sum);
            sum = TSimd.MultiplyAdd(TSimd.Load(ref a3[i]), weight3, sum);
            TSimd.Store(sum, ref c[i]);
        }

        AddColumn(a0[i..], w0, c[i..]);
        AddColumn(a1[i..], w1, c[i..]);
        AddColumn(a2[i..], w2, c[i..]);
        AddColumn(a3[i..], w3, c[i..]);
    }

    // As in a register: rounded once where the machine has an instruction for it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddColumn(ReadOnlySpan<T> a, T weight, Span<T> c)
    {
        for (int i = 0; i < c.Length; i++)
            c[i] = OperatingSystem.IsBrowser() ? c[i] + a[i] * weight : T.MultiplyAddEstimate(a[i], weight, c[i]);
    }
}

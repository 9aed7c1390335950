namespace NeuralNotebooks;

/// <summary>An untransposed matrix times one column.</summary>
/// <remarks>Every entry of A is used only once, so the speed is that of reading A: it is read in memory order, four
/// columns at a time.</remarks>
internal readonly struct MatrixTimesColumn<T> : IVectorWork<Product<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Optimized from the first call, as are the methods below: a program often multiplies only a few single columns.
    [MethodImpl(AggressiveOptimization)]
    public static void Run<TSimd, TVector>(in Product<T> product)
        where TSimd : ISimd<TVector, T>
    {
        int rest = FourSteps<T>.LastRows(in product, TSimd.Width);
        if (rest > 0)
        {
            TiledProduct.InTiles<T>.Run<TSimd, TVector>(product.RowRange(product.M - rest, rest));
            Run<TSimd, TVector>(product.RowRange(0, product.M - rest));
            return;
        }

        product.ClearUnlessAccumulating();
        int whole = product.K / 4 * 4;
        for (int p = 0; p < whole; p += 4)
            AddFourColumns<TSimd, TVector>(in product, p);
        for (int p = whole; p < product.K; p++)
            AddColumn(in product, p, 0);
    }

    /// <summary>c ← c + w₀ a₀ + w₁ a₁ + w₂ a₂ + w₃ a₃, added in this order.</summary>
    [MethodImpl(AggressiveOptimization)]
    private static void AddFourColumns<TSimd, TVector>(in Product<T> product, int p)
        where TSimd : ISimd<TVector, T>
    {
        Strided<T> A = product.A, w = product.B;
        Span<T> a0 = A.Column(p), a1 = A.Column(p + 1), a2 = A.Column(p + 2), a3 = A.Column(p + 3);
        TVector w0 = TSimd.Broadcast(w[p, 0]), w1 = TSimd.Broadcast(w[p + 1, 0]);
        TVector w2 = TSimd.Broadcast(w[p + 2, 0]), w3 = TSimd.Broadcast(w[p + 3, 0]);
        Span<T> c = product.C.Column(0);
        int i = 0;
        for (; i <= c.Length - TSimd.Width; i += TSimd.Width)
        {
            TVector sum = TSimd.Load(ref c[i]);
            sum = TSimd.MultiplyAdd(TSimd.Load(ref a0[i]), w0, sum);
            sum = TSimd.MultiplyAdd(TSimd.Load(ref a1[i]), w1, sum);
            sum = TSimd.MultiplyAdd(TSimd.Load(ref a2[i]), w2, sum);
            sum = TSimd.MultiplyAdd(TSimd.Load(ref a3[i]), w3, sum);
            TSimd.Store(sum, ref c[i]);
        }

        for (int q = p; q < p + 4 && i < c.Length; q++)
            AddColumn(in product, q, i);
    }

    // Rounded as by Simd128.MultiplyAdd.
    [MethodImpl(AggressiveOptimization)]
    private static void AddColumn(in Product<T> product, int p, int start)
    {
        ReadOnlySpan<T> a = product.A.Column(p);
        Span<T> c = product.C.Column(0);
        T weight = product.B[p, 0];
        for (int i = start; i < c.Length; i++)
            c[i] = Interpreter.IsUsed ? c[i] + a[i] * weight : T.MultiplyAddEstimate(a[i], weight, c[i]);
    }
}

namespace NeuralNotebooks;

/// <summary>The product of a row and a column: xᵀ y.</summary>
/// <remarks>With a single sum, each multiply-add would wait four cycles for the one before. Here every lane of four
/// registers holds a partial sum, and the partial sums are added up at the end. Their number depends on the layout and
/// the register width, not on threads, so the result has the same bits on every run.</remarks>
internal readonly struct DotProduct<T> : IVectorWork<Product<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Optimized from the first call: a program often computes only a few dot products.
    [MethodImpl(AggressiveOptimization)]
    public static void Run<TSimd, TVector>(in Product<T> product)
        where TSimd : ISimd<TVector, T>
    {
        ReadOnlySpan<T> row = product.A.Entries, column = product.B.Entries;
        int rowStep = product.A.ColumnStride, columnStep = product.B.RowStride, p = 0;
        T sum = product.Accumulate ? product.C[0, 0] : T.Zero;
        if (rowStep == 1 && columnStep == 1 && product.K >= 4 * TSimd.Width)
        {
            ref T x = ref MemoryMarshal.GetReference(row), y = ref MemoryMarshal.GetReference(column);
            TVector s0 = TSimd.Broadcast(T.Zero), s1 = s0, s2 = s0, s3 = s0;
            for (; p <= product.K - 4 * TSimd.Width; p += 4 * TSimd.Width)
            {
                s0 = AddProducts(ref x, ref y, p, s0);
                s1 = AddProducts(ref x, ref y, p + TSimd.Width, s1);
                s2 = AddProducts(ref x, ref y, p + 2 * TSimd.Width, s2);
                s3 = AddProducts(ref x, ref y, p + 3 * TSimd.Width, s3);
            }
            for (; p <= product.K - TSimd.Width; p += TSimd.Width)
                s0 = AddProducts(ref x, ref y, p, s0);
            sum += TSimd.Sum(TSimd.Add(TSimd.Add(s0, s1), TSimd.Add(s2, s3)));
        }
        for (; p < product.K; p++)
            sum += row[p * rowStep] * column[p * columnStep];
        product.C[0, 0] = sum;

        [MethodImpl(AggressiveInlining)]
        static TVector AddProducts(ref T x, ref T y, int p, TVector sum) =>
            TSimd.MultiplyAdd(TSimd.Load(ref Unsafe.Add(ref x, p)), TSimd.Load(ref Unsafe.Add(ref y, p)), sum);
    }
}

namespace NeuralNotebooks;

public static partial class Gemm
{
    /// <summary>Stage 1: the definition, c[i, j] = Σₚ a[i, p] · b[p, j], as three loops. The other stages are tested
    /// against it.</summary>
    /// <inheritdoc cref="Multiply{T}(Matrix{T}, Matrix{T}, Matrix{T}, bool, bool, bool, string, string, string)"/>
    // The inner loop reads a row of A. The entries of a row are not contiguous but a whole column apart, so if the
    // matrix is larger than the cache, every step is a cache miss.
    public static void Naive<T>(
        Matrix<T> A, Matrix<T> B, Matrix<T> destination,
        bool transposeA = false, bool transposeB = false, bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Product<T> product = Checked((A, transposeA), (B, transposeB), destination, accumulate);
        Strided<T> a = product.A, b = product.B, c = product.C;
        product.ClearUnlessAccumulating();
        for (int i = 0; i < product.M; i++)
        {
            for (int j = 0; j < product.N; j++)
            {
                T sum = c[i, j];
                for (int p = 0; p < product.K; p++)
                    sum += a[i, p] * b[p, j];
                c[i, j] = sum;
            }
        }
    }
}

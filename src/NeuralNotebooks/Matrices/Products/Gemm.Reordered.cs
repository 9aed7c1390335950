namespace NeuralNotebooks;

public static partial class Gemm
{
    /// <summary>Stage 2: the same three loops in the order j, p, i, so that the innermost one reads and writes
    /// contiguous columns.</summary>
    /// <inheritdoc cref="Multiply{T}(Matrix{T}, Matrix{T}, Matrix{T}, bool, bool, bool, string, string, string)"/>
    public static void Reordered<T>(
        Matrix<T> A, Matrix<T> B, Matrix<T> destination,
        bool transposeA = false, bool transposeB = false, bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Product<T> product = Checked((A, transposeA), (B, transposeB), destination, accumulate);
        product.ClearUnlessAccumulating();
        AddProductByColumns(product.A, product.B, product.C);
    }

    // Column j of C is a sum of columns of A, weighted by column j of B. The inner loop adds one weighted column: its
    // steps are independent of each other and, if A is not transposed, contiguous in memory.
    private static void AddProductByColumns<T>(Strided<T> a, Strided<T> b, Strided<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int j = 0; j < c.Columns; j++)
        {
            Span<T> sum = c.Column(j);
            for (int p = 0; p < a.Columns; p++)
            {
                T weight = b[p, j];
                if (a.RowStride == 1)
                {
                    ReadOnlySpan<T> column = a.Column(p);
                    for (int i = 0; i < sum.Length && i < column.Length; i++)
                        sum[i] += column[i] * weight;
                }
                else
                {
                    for (int i = 0; i < sum.Length; i++)
                        sum[i] += a[i, p] * weight;
                }
            }
        }
    }
}

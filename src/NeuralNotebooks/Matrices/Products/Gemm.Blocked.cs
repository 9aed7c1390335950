namespace NeuralNotebooks;

public static partial class Gemm
{
    private const int BlockSize = 64;

    /// <summary>Stage 2: the same three loops in the order j, p, i, so that the innermost one reads and writes
    /// contiguous columns, on blocks of 64 × 64, so that data is still in the cache when it is reused.</summary>
    /// <inheritdoc cref="Multiply{T}(Matrix{T}, Matrix{T}, Matrix{T}, bool, bool, bool, string, string, string)"/>
    // Without blocks, the loops read all of A again for every column of C. A block of A stays in L1 (64 · 64 floats are
    // 16 KB) while all columns of C use it: A is read from memory once instead of n times. In return, C is read and
    // written k / 64 times. By itself this gains little, since scalar arithmetic is slower than memory. Blocks matter
    // for the vectorized stages: stage 3 is about seven times as fast, stage 4 thirty times, and without blocks they
    // wait for memory on large matrices. Stage 5 combines tiles and blocks.
    public static void Blocked<T>(
        Matrix<T> A, Matrix<T> B, Matrix<T> destination,
        bool transposeA = false, bool transposeB = false, bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Product<T> product = Checked((A, transposeA), (B, transposeB), destination, accumulate);
        product.ClearUnlessAccumulating();
        for (int p = 0; p < product.K; p += BlockSize)
        {
            int depth = Math.Min(BlockSize, product.K - p);
            for (int i = 0; i < product.M; i += BlockSize)
            {
                int rows = Math.Min(BlockSize, product.M - i);
                AddProductByColumns(
                    product.A.Block(i, p, rows, depth),
                    product.B.Block(p, 0, depth, product.N),
                    product.C.Block(i, 0, rows, product.N));
            }
        }
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

using System.Buffers;

namespace NeuralNotebooks;

public static partial class Gemm
{
    /// <summary>Stage 3: vectorized. Several adjacent entries of a column of C are summed at once in a vector register,
    /// over all p.</summary>
    /// <inheritdoc cref="Multiply{T}(Matrix{T}, Matrix{T}, Matrix{T}, bool, bool, bool, string, string, string)"/>
    public static void Simd<T>(
        Matrix<T> A, Matrix<T> B, Matrix<T> destination,
        bool transposeA = false, bool transposeB = false, bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        WidestRegisters.Run<SimdStage<T>, Product<T>, T>(
            Checked((A, transposeA), (B, transposeB), destination, accumulate));

    // C is read and written once instead of k times, but every multiply-add waits for the one before it: its latency is
    // about four cycles, in which the processor could have started seven others. Stage 4 has enough independent sums to
    // start them.
    private readonly struct SimdStage<T> : IVectorWork<Product<T>, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static void Run<TSimd, TVector>(in Product<T> product)
            where TSimd : ISimd<TVector, T>
        {
            product.ClearUnlessAccumulating();
            int width = TSimd.Width;
            T[] buffer = ArrayPool<T>.Shared.Rent((product.K + 1) * width);
            Span<T> column = buffer.AsSpan(product.K * width, width);
            for (int i = 0; i < product.M; i += width)
            {
                // A strip has as many rows as a register has lanes. It is copied so that its columns are contiguous;
                // the last strip is padded with zeros.
                int rows = Math.Min(width, product.M - i);
                Array.Clear(buffer);
                StridedCopy.Run(product.A.Block(i, 0, rows, product.K), new(buffer, rows, product.K, 1, width));
                for (int j = 0; j < product.N; j++)
                {
                    Span<T> c = product.C.Column(j).Slice(i, rows);
                    c.CopyTo(column);
                    TVector sum = TSimd.Load(ref column[0]);
                    for (int p = 0; p < product.K; p++)
                        sum = TSimd.MultiplyAdd(
                            TSimd.Load(ref buffer[p * width]), TSimd.Broadcast(product.B[p, j]), sum);
                    TSimd.Store(sum, ref column[0]);
                    column[..rows].CopyTo(c);
                }
            }
            ArrayPool<T>.Shared.Return(buffer);
        }
    }
}

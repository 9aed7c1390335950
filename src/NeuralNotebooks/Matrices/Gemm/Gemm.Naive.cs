using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

public static partial class Gemm
{
    /// <summary>Stage 1: the definition, c[i, j] = Σₚ a[i, p] · b[p, j], as three loops. The other stages are tested against it.</summary>
    /// <inheritdoc cref="Multiply{T}(Matrix{T}, Matrix{T}, Matrix{T}, bool, bool, bool, string, string, string)"/>
    public static void Naive<T>(
        Matrix<T> A, Matrix<T> B, Matrix<T> destination,
        bool transposeA = false, bool transposeB = false, bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        NaiveLoops(new GemmOperands<T>(A, B, destination, transposeA, transposeB, accumulate));

    // The inner loop walks along a row of A. Rows are not contiguous: every step is a jump of a whole column, and once the
    // matrix is larger than the cache every jump waits for memory.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void NaiveLoops<T>(GemmOperands<T> operands)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Strided<T> a = operands.A, b = operands.B, c = operands.C;
        operands.Begin();
        for (int i = 0; i < operands.M; i++)
        {
            for (int j = 0; j < operands.N; j++)
            {
                T sum = c[i, j];
                for (int p = 0; p < operands.K; p++)
                    sum += a[i, p] * b[p, j];
                c[i, j] = sum;
            }
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

public static partial class Gemm
{
    private const int BlockSize = 64;

    /// <summary>Stage 3: stage 2 on blocks of 64 × 64, so that what is used again is still in the cache.</summary>
    /// <inheritdoc cref="Multiply{T}(Matrix{T}, Matrix{T}, Matrix{T}, bool, bool, bool, string, string, string)"/>
    // Stage 2 reads all of A anew for every column of C. A block of A stays in the nearest cache (64 · 64 floats are 16 KB)
    // while all columns of C use it: A comes from memory once instead of n times. The price is that C is visited k / 64 times.
    // By itself this gains little: one number at a time, arithmetic is slower than memory. It is what lets the next stages,
    // about seven and thirty times as fast, find their numbers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Blocked<T>(
        Matrix<T> A, Matrix<T> B, Matrix<T> destination,
        bool transposeA = false, bool transposeB = false, bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var operands = new GemmOperands<T>(A, B, destination, transposeA, transposeB, accumulate);
        operands.Begin();
        for (int p = 0; p < operands.K; p += BlockSize)
        {
            int depth = Math.Min(BlockSize, operands.K - p);
            for (int i = 0; i < operands.M; i += BlockSize)
            {
                int rows = Math.Min(BlockSize, operands.M - i);
                AddProductByColumns(
                    operands.A.Block(i, p, rows, depth),
                    operands.B.Block(p, 0, depth, operands.N),
                    operands.C.Block(i, 0, rows, operands.N));
            }
        }
    }
}

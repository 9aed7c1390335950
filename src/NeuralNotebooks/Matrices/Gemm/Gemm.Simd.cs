using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

public static partial class Gemm
{
    /// <summary>Stage 4: several rows at once in a vector register, which collects its part of a column of C over all p.</summary>
    /// <inheritdoc cref="Multiply{T}(Matrix{T}, Matrix{T}, Matrix{T}, bool, bool, bool, string, string, string)"/>
    public static void Simd<T>(
        Matrix<T> A, Matrix<T> B, Matrix<T> destination,
        bool transposeA = false, bool transposeB = false, bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        OnWidestRegisters<SimdStage, T>(new GemmOperands<T>(A, B, destination, transposeA, transposeB, accumulate));

    // C is read and written once instead of k times, but every multiply-add waits for the one before it: an instruction
    // takes about four cycles, and the machine could have begun seven others in that time. Stage 5 gives it those.
    internal readonly struct SimdStage : IVectorStage
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Multiply<TSimd, TVector, T>(in GemmOperands<T> operands)
            where TSimd : ISimd<TVector, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            operands.Begin();
            Strided<T> b = operands.B;
            Span<T> buffer = stackalloc T[TSimd.Width * Math.Min(operands.K, MostDepth)];
            Span<T> column = stackalloc T[TSimd.Width];
            for (int p = 0; p < operands.K; p += MostDepth)
            {
                int depth = Math.Min(MostDepth, operands.K - p);
                for (int i = 0; i < operands.M; i += TSimd.Width)
                {
                    int rows = Math.Min(TSimd.Width, operands.M - i);
                    Strided<T> own = operands.A.Block(i, p, rows, depth);
                    Strided<T> strip = Strip<OneRegister<TSimd, TVector, T>, T>(in own, buffer, rows == TSimd.Width && MayStay(in own, uses: operands.N));
                    for (int j = 0; j < operands.N; j++)
                    {
                        Span<T> c = operands.C.Column(j).Slice(i, rows);
                        c.CopyTo(column);
                        TVector sum = TSimd.Load(ref column[0]);
                        int atA = 0, atB = p * b.RowStride + j * b.ColumnStride;
                        for (int q = 0; q < depth; q++, atA += strip.ColumnStride, atB += b.RowStride)
                            sum = TSimd.MultiplyAdd(TSimd.Load(ref strip.Entries[atA]), TSimd.Broadcast(b.Entries[atB]), sum);
                        TSimd.Store(sum, ref column[0]);
                        column[..rows].CopyTo(c);
                    }
                }
            }
        }
    }
}

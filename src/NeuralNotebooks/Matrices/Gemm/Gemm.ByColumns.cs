using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

public static partial class Gemm
{
    // A matrix times one column, a layer's pass for a single example, uses every entry of A once. There is nothing to keep in
    // registers: what counts is to read A in the order in which it lies in memory, four columns side by side.

    /// <summary>Stage 2 with vector registers, for A that is not transposed.</summary>
    internal readonly struct ByColumnsStage : IVectorStage
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Multiply<TSimd, TVector, T>(in GemmOperands<T> operands)
            where TSimd : ISimd<TVector, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            operands.Begin();
            int whole = operands.K / 4 * 4;
            for (int j = 0; j < operands.N; j++)
            {
                Span<T> c = operands.C.Column(j);
                for (int p = 0; p < whole; p += 4)
                {
                    AddFourColumns<TSimd, TVector, T>(
                        operands.A.Column(p), operands.A.Column(p + 1), operands.A.Column(p + 2), operands.A.Column(p + 3),
                        operands.B[p, j], operands.B[p + 1, j], operands.B[p + 2, j], operands.B[p + 3, j], c);
                }

                for (int p = whole; p < operands.K; p++)
                {
                    ReadOnlySpan<T> a = operands.A.Column(p);
                    T weight = operands.B[p, j];
                    for (int i = 0; i < c.Length; i++)
                        c[i] = T.MultiplyAddEstimate(a[i], weight, c[i]);
                }
            }
        }
    }

    /// <summary>c ← c + w₀ a₀ + w₁ a₁ + w₂ a₂ + w₃ a₃, added in this order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddFourColumns<TSimd, TVector, T>(
        Span<T> a0, Span<T> a1, Span<T> a2, Span<T> a3, T w0, T w1, T w2, T w3, Span<T> c)
        where TSimd : ISimd<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TVector weight0 = TSimd.Broadcast(w0), weight1 = TSimd.Broadcast(w1);
        TVector weight2 = TSimd.Broadcast(w2), weight3 = TSimd.Broadcast(w3);
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

        for (; i < c.Length; i++)
        {
            T sum = T.MultiplyAddEstimate(a0[i], w0, c[i]);
            sum = T.MultiplyAddEstimate(a1[i], w1, sum);
            sum = T.MultiplyAddEstimate(a2[i], w2, sum);
            c[i] = T.MultiplyAddEstimate(a3[i], w3, sum);
        }
    }
}

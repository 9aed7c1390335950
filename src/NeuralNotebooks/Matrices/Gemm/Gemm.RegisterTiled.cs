using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

public static partial class Gemm
{
    /// <summary>How far a strip of A goes at a time at most: eight columns of B as long as that are 12 KB of floats, a third of the nearest cache.</summary>
    private const int MostDepth = 384;

    /// <summary>A length in as few parts as may be that all have the same size, but for the last: how large that is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PartOf(int length, int most)
    {
        if (length <= most)
            return Math.Max(length, 1);
        int parts = (length + most - 1) / most;
        return (length + parts - 1) / parts;
    }

    /// <summary>Stage 5: a tile of C stays in registers, sixteen of them, while a strip of A and eight columns of B stream past.</summary>
    /// <inheritdoc cref="Multiply{T}(Matrix{T}, Matrix{T}, Matrix{T}, bool, bool, bool, string, string, string)"/>
    public static void RegisterTiled<T>(
        Matrix<T> A, Matrix<T> B, Matrix<T> destination,
        bool transposeA = false, bool transposeB = false, bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        OnWidestRegisters<InTiles<RegisterTiledStage>, T>(new GemmOperands<T>(A, B, destination, transposeA, transposeB, accumulate));

    internal readonly struct RegisterTiledStage : ITiledStage
    {
        [SkipLocalsInit]
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Multiply<TTall, TLow, T>(in GemmOperands<T> operands, int tileColumns)
            where TTall : struct, ITileColumn<TTall, T>
            where TLow : struct, ITileColumn<TLow, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            if (operands.K == 0)
            {
                operands.Begin();
                return;
            }

            // No buffer where every strip is whole and may be read where it lies: the products of small networks are as short as that.
            int rest = operands.M % TTall.Height;
            bool inPlace = operands.A.RowStride == 1 && (rest == 0 || rest == TLow.Height) && operands.N <= 2 * MostTileColumns;
            Span<T> strip = inPlace ? default : CacheLine.Aligned(stackalloc T[TTall.Height * Math.Min(operands.K, MostDepth) + CacheLine.Of<T>()]);
            int part = PartOf(operands.K, MostDepth);
            for (int p = 0; p < operands.K; p += part)
            {
                int depth = Math.Min(part, operands.K - p);
                MultiplyStrips<TTall, TLow, T>(
                    operands.A.Block(0, p, operands.M, depth),
                    operands.B.Block(p, 0, depth, operands.N),
                    in operands.C,
                    fresh: p == 0 && !operands.Accumulate,
                    strip,
                    tileColumns);
            }
        }
    }
}

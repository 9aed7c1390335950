using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralNotebooks;

public static partial class Gemm
{
    /// <summary>How far a strip of A goes at a time: 32 rows of 256 floats are 32 KB, as much as the nearest cache holds.</summary>
    private const int StripDepth = 256;

    /// <summary>Stage 5: a tile of C stays in registers, sixteen of them, while a strip of A and eight columns of B stream past.</summary>
    /// <inheritdoc cref="Multiply{T}"/>
    public static void RegisterTiled<T>(
        Matrix<T> A, Matrix<T> B, Matrix<T> destination,
        bool transposeA = false, bool transposeB = false, bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        TiledOnThisMachine(new GemmOperands<T>(A, B, destination, transposeA, transposeB, accumulate), packed: false);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TiledOnThisMachine<T>(GemmOperands<T> operands, bool packed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated)
            Tiled512(operands, packed);
        else if (Vector256.IsHardwareAccelerated)
            Tiled256(operands, packed);
        else
            Tiled128(operands, packed);
    }

    // Two registers by eight columns where there are 32 registers, three by four where there are 16.

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Tiled512<T>(GemmOperands<T> operands, bool packed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Tiled<TwoRegisters<Simd512<T>, Vector512<T>, T>, OneRegister<Simd512<T>, Vector512<T>, T>, T>(operands, packed, tileColumns: 8);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Tiled256<T>(GemmOperands<T> operands, bool packed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Tiled<ThreeRegisters<Simd256<T>, Vector256<T>, T>, OneRegister<Simd256<T>, Vector256<T>, T>, T>(operands, packed, tileColumns: 4);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Tiled128<T>(GemmOperands<T> operands, bool packed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Tiled<ThreeRegisters<Simd128<T>, Vector128<T>, T>, OneRegister<Simd128<T>, Vector128<T>, T>, T>(operands, packed, tileColumns: 4);

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tiled<TTall, TLow, T>(GemmOperands<T> operands, bool packed, int tileColumns)
        where TTall : struct, ITileColumn<TTall, T>
        where TLow : struct, ITileColumn<TLow, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (operands.K == 0)
        {
            operands.Begin();
            return;
        }

        int deepest = Math.Min(operands.K, StripDepth);
        Span<T> strip = stackalloc T[TTall.Height * deepest];
        int panelColumns = packed ? PanelColumns<T>() : operands.N;
        for (int j = 0; j < operands.N; j += panelColumns)
        {
            int columns = Math.Min(panelColumns, operands.N - j);
            for (int p = 0; p < operands.K; p += StripDepth)
            {
                int depth = Math.Min(StripDepth, operands.K - p);
                Strided<T> panel = operands.B.Block(p, j, depth, columns);
                MultiplyStrips<TTall, TLow, T>(
                    operands.A.Block(0, p, operands.M, depth),
                    packed ? Pack(panel) : panel,
                    operands.C.Block(0, j, operands.M, columns),
                    fresh: p == 0 && !operands.Accumulate,
                    strip,
                    tileColumns);
            }
        }
    }
}

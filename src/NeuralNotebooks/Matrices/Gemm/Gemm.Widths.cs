using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralNotebooks;

public static partial class Gemm
{
    /// <summary>A stage that is written once for vector registers of any width.</summary>
    internal interface IVectorStage
    {
        static abstract void Multiply<TSimd, TVector, T>(in GemmOperands<T> operands)
            where TSimd : ISimd<TVector, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>;
    }

    /// <summary>A stage that computes tile by tile: high ones as long as there are rows for them, then low ones.</summary>
    internal interface ITiledStage
    {
        static abstract void Multiply<TTall, TLow, T>(in GemmOperands<T> operands, int tileColumns)
            where TTall : struct, ITileColumn<TTall, T>
            where TLow : struct, ITileColumn<TLow, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>;
    }

    /// <summary>A stage on the widest registers that the machine has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OnWidestRegisters<TStage, T>(in GemmOperands<T> operands)
        where TStage : IVectorStage
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated)
            TStage.Multiply<Simd512<T>, Vector512<T>, T>(in operands);
        else if (Vector256.IsHardwareAccelerated)
            TStage.Multiply<Simd256<T>, Vector256<T>, T>(in operands);
        else
            TStage.Multiply<Simd128<T>, Vector128<T>, T>(in operands);
    }

    /// <summary>Tiles of two registers by eight columns where there are 32 registers, of three by four where there are 16.</summary>
    internal readonly struct InTiles<TStage> : IVectorStage
        where TStage : ITiledStage
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Multiply<TSimd, TVector, T>(in GemmOperands<T> operands)
            where TSimd : ISimd<TVector, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            if (TSimd.Width == Vector512<T>.Count)
                TStage.Multiply<TwoRegisters<TSimd, TVector, T>, OneRegister<TSimd, TVector, T>, T>(in operands, tileColumns: 8);
            else
                TStage.Multiply<ThreeRegisters<TSimd, TVector, T>, OneRegister<TSimd, TVector, T>, T>(in operands, tileColumns: 4);
        }
    }
}

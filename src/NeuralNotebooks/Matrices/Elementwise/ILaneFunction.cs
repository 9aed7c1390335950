using System.Numerics;

namespace NeuralNotebooks;

/// <summary>A function of one number, written for a whole register of them. The same argument gives the same bits in every lane.</summary>
internal interface ILaneFunction
{
    static abstract TVector Of<TSimd, TVector, T>(TVector x)
        where TSimd : ISimdArithmetic<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

using System.Numerics;

namespace NeuralNotebooks;

/// <summary>The slope of a function a = g(z), in terms of a.</summary>
internal interface ILaneSlope
{
    /// <summary>δ g′(z).</summary>
    static abstract TVector TimesSlope<TSimd, TVector, T>(TVector δ, TVector a)
        where TSimd : ISimdArithmetic<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

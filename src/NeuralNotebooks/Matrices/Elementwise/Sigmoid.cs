using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>σ(x) = 1 / (1 + e⁻ˣ).</summary>
/// <remarks>
/// With e = e^−|x|, which never overflows, and t = e / (1 + e):
/// <code>
/// σ(x) = 1 − t  for x ≥ 0      e − e t  for x &lt; 0
/// </code>
/// (the second is t too, but the rounding of 1 + e counts less in it).
/// </remarks>
internal readonly struct Sigmoid : ILaneFunction, ILaneSlope
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<TSimd, TVector, T>(TVector x)
        where TSimd : ISimdArithmetic<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TVector one = TSimd.Constant(1), minusOne = TSimd.Constant(-1);
        TVector e = Exponential.OfNotHuge<TSimd, TVector, T>(TSimd.CopySign(x, minusOne));
        TVector minusT = TSimd.Divide(e, TSimd.Subtract(minusOne, e));
        TVector oneOrE = TSimd.Select(TSimd.LessThan(x, TSimd.Constant(0)), e, one);
        return TSimd.MultiplyAdd(oneOrE, minusT, oneOrE);
    }

    /// <summary>δ a (1 − a).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector TimesSlope<TSimd, TVector, T>(TVector δ, TVector a)
        where TSimd : ISimdArithmetic<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        TSimd.Multiply(δ, TSimd.Multiply(a, TSimd.Subtract(TSimd.Constant(1), a)));
}

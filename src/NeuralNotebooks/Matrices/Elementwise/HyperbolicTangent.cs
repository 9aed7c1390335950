using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>tanh x.</summary>
/// <remarks>
/// With h = (e^2|x| − 1) / 2, which keeps its digits near 0:
/// <code>
/// tanh |x| = t = h / (h + 1)
/// </code>
/// Where |x| is small, the rounding of h + 1 would cost too much; the same number is h − h t, in which the error of t counts little.
/// </remarks>
internal readonly struct HyperbolicTangent : ILaneFunction, ILaneSlope
{
    public static bool InTwoSteps => true;

    /// <summary>h, with the sign of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<TSimd, TVector, T>(TVector x)
        where TSimd : ISimdArithmetic<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TVector size = TSimd.Abs(x);
        TVector twice = TSimd.AtMost(TSimd.Constant(20f, 40), TSimd.Add(size, size));   // beyond, tanh is 1
        return TSimd.CopySign(Exponential.HalfMinusHalf<TSimd, TVector, T>(twice), x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Finish<TSimd, TVector, T>(TVector first)
        where TSimd : ISimdArithmetic<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TVector h = TSimd.Abs(first);
        TVector minusT = TSimd.Divide(h, TSimd.Subtract(TSimd.Constant(-1), h));
        TVector small = TSimd.MultiplyAdd(h, minusT, h);
        return TSimd.CopySign(TSimd.Select(TSimd.LessThan(h, TSimd.Constant(0.5)), small, minusT), first);
    }

    /// <summary>δ (1 − a²).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector TimesSlope<TSimd, TVector, T>(TVector δ, TVector a)
        where TSimd : ISimdArithmetic<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        TSimd.Multiply(δ, TSimd.Subtract(TSimd.Constant(1), TSimd.Multiply(a, a)));
}

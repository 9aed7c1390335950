using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>tanh x.</summary>
/// <remarks>
/// With h = (e^2|x| − 1) / 2, which keeps full precision near 0:
/// <code>
/// tanh |x| = h / (h + 1) = y − y · y/(h + 1)    for y = h and for y = 1
/// </code>
/// The right-hand side is used, with the smaller of the two: where |x| is small, the rounding of h + 1 matters little,
/// and where |x| is large, that of h.
/// </remarks>
internal readonly struct HyperbolicTangent : ILaneFunction, ILaneSlope
{
    public static bool InTwoSteps => true;

    /// <summary>h, and x for its sign.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TLanes Begin<TLanes>(TLanes x, out TLanes sign)
        where TLanes : IFunctionLanes<TLanes>
    {
        sign = x;
        TLanes size = TLanes.CopySign(x, 1);
        TLanes twice = TLanes.AtMost(TLanes.Constant(20f, 40), size + size);   // beyond, tanh is 1
        return Exponential.HalfOfExpMinusOne(twice);
    }

    /// <summary>tanh |x|, with the sign of x.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TLanes Finish<TLanes>(TLanes h, TLanes sign)
        where TLanes : IFunctionLanes<TLanes>
    {
        TLanes y = TLanes.AtMost(1, h);
        TLanes quotient = y / (-1 - h);
        return TLanes.CopySign(TLanes.MultiplyAdd(y, quotient, y), sign);
    }

    /// <summary>δ (1 − a²).</summary>
    [MethodImpl(AggressiveInlining)]
    public static TLanes TimesSlope<TLanes>(TLanes δ, TLanes a)
        where TLanes : IFunctionLanes<TLanes> =>
        δ * (1 - a * a);
}

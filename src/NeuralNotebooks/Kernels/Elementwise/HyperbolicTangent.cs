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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Begin<V>(V x, out V sign)
        where V : ISimd<V>
    {
        sign = x;
        V size = V.Abs(x);
        return Exponential.HalfOfExpMinusOne(V.AtMost(V.Constant(20f, 40), size + size));   // beyond, tanh is 1
    }

    /// <summary>tanh |x|, with the sign of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Finish<V>(V h, V sign)
        where V : ISimd<V>
    {
        V y = V.AtMost(1, h);
        return V.CopySign(V.MultiplyAdd(y, y / (-1 - h), y), sign);
    }

    /// <summary>δ (1 − a²).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V TimesSlope<V>(V δ, V a)
        where V : ISimd<V> => δ * (1 - a * a);
}

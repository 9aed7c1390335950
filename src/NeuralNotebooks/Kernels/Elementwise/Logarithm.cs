using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>ln x.</summary>
/// <remarks>
/// <code>
/// x    = 2ⁿ (1 + f)            with √½ ≤ 1 + f &lt; √2
/// ln x = n ln 2 + ln(1 + f)    ln(1 + f) = 2 artanh s   with s = f / (2 + f)
///                                        = 2s + s R(s²)
///                                        = f − s (f − R)     since 2s = f − f s
/// </code>
/// R(z)/z is the polynomial that fits best: of degree 2 for float, 6 for double (relative errors 10⁻⁹ and 2 · 10⁻¹⁸).
/// </remarks>
internal readonly struct Logarithm : ILaneFunction
{
    public static bool InTwoSteps => true;

    [MethodImpl(AggressiveInlining)]
    public static TLanes Begin<TLanes>(TLanes x, out TLanes n)
        where TLanes : IFunctionLanes<TLanes>
    {
        TLanes zero = 0, infinity = double.PositiveInfinity, normal = x, shift = zero;

        // Where all are normal, nothing needs special treatment.
        TLanes largestSubnormal = TLanes.Constant(1.1754942e-38f, 2.225073858507201e-308);
        bool isRare = !(TLanes.AllLess(largestSubnormal, x) && TLanes.AllLess(x, infinity));
        if (isRare)
        {
            // Subnormal numbers are first scaled to normal ones.
            TLanes isTiny = TLanes.LessThan(x, TLanes.Constant(1.17549435e-38f, 2.2250738585072014e-308));
            // 2²⁵, 2⁵⁴.
            normal = TLanes.Select(isTiny, x * TLanes.Constant(33_554_432f, 18_014_398_509_481_984), x);
            shift = TLanes.Select(isTiny, TLanes.Constant(25f, 54), zero);
        }
        n = TLanes.SplitExponent(normal, out TLanes m) - shift;
        if (isRare)
        {
            // Where n is infinite or NaN, so is n ln 2 + ln(1 + f).
            TLanes notPositive = TLanes.Select(TLanes.AreEqual(x, zero), double.NegativeInfinity, double.NaN);
            n = TLanes.Select(TLanes.LessThan(zero, x), TLanes.Select(TLanes.LessThan(x, infinity), n, x), notPositive);
        }
        return m - 1;
    }

    /// <summary>n ln 2 + ln(1 + f) for √½ ≤ 1 + f ≤ √2.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TLanes Finish<TLanes>(TLanes f, TLanes n)
        where TLanes : IFunctionLanes<TLanes>
    {
        TLanes s = f / (2 + f);
        TLanes z = s * s;
        TLanes R = z * Polynomial(z);

        // Added from the smallest part to the largest. ln 2 is in two parts, the first with few enough digits that n
        // times it is exact.
        TLanes small = TLanes.MultiplyAdd(
            n,
            TLanes.Constant(1.4286068203094173e-06f, 5.497923018708371e-14),
            s * (R - f)
        );
        return TLanes.MultiplyAdd(n, TLanes.Constant(0.693145751953125f, 0.6931471805598903), small + f);
    }

    [MethodImpl(AggressiveInlining)]
    private static TLanes Polynomial<TLanes>(TLanes z)
        where TLanes : IFunctionLanes<TLanes>
    {
        TLanes sum;
        if (TLanes.AreSingle)
        {
            sum = TLanes.MultiplyAdd(0.2987307012081146, z, 0.399774968624115);
            return TLanes.MultiplyAdd(sum, z, 0.6666677594184875);
        }
        sum = TLanes.MultiplyAdd(0.14797502273656277, z, 0.15313903714222465);
        sum = TLanes.MultiplyAdd(sum, z, 0.18183569724920345);
        sum = TLanes.MultiplyAdd(sum, z, 0.22222198476201738);
        sum = TLanes.MultiplyAdd(sum, z, 0.28571428743261246);
        sum = TLanes.MultiplyAdd(sum, z, 0.39999999999411096);
        return TLanes.MultiplyAdd(sum, z, 0.6666666666666735);
    }
}

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Begin<V>(V x, out V n)
        where V : ISimd<V>
    {
        V zero = 0;
        V infinity = double.PositiveInfinity;
        V normal = x;
        V shift = zero;

        // Where all are normal, nothing needs special treatment.
        V largestSubnormal = V.Constant(1.1754942e-38f, 2.225073858507201e-308);
        bool isRare = !(V.AllLess(largestSubnormal, x) && V.AllLess(x, infinity));
        if (isRare)
        {
            // Subnormal numbers are first scaled to normal ones, by 2²⁵ or 2⁵⁴.
            V isTiny = V.LessThan(x, V.Constant(1.17549435e-38f, 2.2250738585072014e-308));
            normal = V.Select(isTiny, x * V.Constant(33_554_432f, 18_014_398_509_481_984), x);
            shift = V.Select(isTiny, V.Constant(25f, 54), zero);
        }
        n = V.SplitExponent(normal, out V m) - shift;
        if (isRare)
        {
            // Where n is infinite or NaN, so is n ln 2 + ln(1 + f).
            V notPositive = V.Select(V.AreEqual(x, zero), double.NegativeInfinity, double.NaN);
            n = V.Select(V.LessThan(zero, x), V.Select(V.LessThan(x, infinity), n, x), notPositive);
        }
        return m - 1;
    }

    /// <summary>n ln 2 + ln(1 + f) for √½ ≤ 1 + f ≤ √2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Finish<V>(V f, V n)
        where V : ISimd<V>
    {
        V s = f / (2 + f);
        V z = s * s;
        V R = z * Polynomial(z);

        // Added from the smallest part to the largest. ln 2 is in two parts, the first with few enough digits that n
        // times it is exact.
        V small = V.MultiplyAdd(n, V.Constant(1.4286068203094173e-06f, 5.497923018708371e-14), s * (R - f));
        return V.MultiplyAdd(n, V.Constant(0.693145751953125f, 0.6931471805598903), small + f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Polynomial<V>(V z)
        where V : ISimd<V>
    {
        V sum;
        if (V.IsSingle)
        {
            sum = V.MultiplyAdd(0.2987307012081146, z, 0.399774968624115);
            return V.MultiplyAdd(sum, z, 0.6666677594184875);
        }
        sum = V.MultiplyAdd(0.14797502273656277, z, 0.15313903714222465);
        sum = V.MultiplyAdd(sum, z, 0.18183569724920345);
        sum = V.MultiplyAdd(sum, z, 0.22222198476201738);
        sum = V.MultiplyAdd(sum, z, 0.28571428743261246);
        sum = V.MultiplyAdd(sum, z, 0.39999999999411096);
        return V.MultiplyAdd(sum, z, 0.6666666666666735);
    }
}

using static NeuralNotebooks.BinaryFormat;

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
    public static TVector Begin<TSimd, TVector, T>(TVector x, out TVector n)
        where TSimd : ISimd<TVector, T>
    {
        TVector zero = TSimd.Constant(0), infinity = TSimd.Constant(double.PositiveInfinity), normal = x, shift = zero;

        // If all numbers are positive and normal, the special cases are skipped.
        TVector largestSubnormal = TSimd.Constant(1.1754942e-38f, 2.225073858507201e-308);
        bool isRare = !(TSimd.AllLess(largestSubnormal, x) && TSimd.AllLess(x, infinity));
        if (isRare)
        {
            // Subnormal numbers are first scaled to normal ones.
            TVector isTiny = TSimd.LessThan(x, TSimd.Constant(1.17549435e-38f, 2.2250738585072014e-308));
            // By 2²⁵ or 2⁵⁴.
            normal = TSimd.Select(isTiny, TSimd.Multiply(x, TSimd.Constant(33_554_432f, 18_014_398_509_481_984)), x);
            shift = TSimd.Select(isTiny, TSimd.Constant(25f, 54), zero);
        }
        n = TSimd.Subtract(SplitExponent<TSimd, TVector, T>(normal, out TVector m), shift);
        if (isRare)
        {
            // If n is set to ±∞ or NaN, n ln 2 + ln(1 + f) is ±∞ or NaN too.
            TVector notPositive = TSimd.Select(
                TSimd.AreEqual(x, zero), TSimd.Constant(double.NegativeInfinity), TSimd.Constant(double.NaN));
            n = TSimd.Select(TSimd.LessThan(zero, x), TSimd.Select(TSimd.LessThan(x, infinity), n, x), notPositive);
        }
        return TSimd.Subtract(m, TSimd.Constant(1));
    }

    /// <summary>x = m · 2ⁿ with √½ ≤ m &lt; √2, for normal x &gt; 0: returns n.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector SplitExponent<TSimd, TVector, T>(TVector x, out TVector m)
        where TSimd : ISimd<TVector, T>
    {
        // After adding bits(1) − bits(√½), the exponent field increases by 1 at m = √2; the fraction is bits(m) −
        // bits(√½).
        TVector bits = TSimd.AddBits(x, TSimd.Bits(SingleOne - SingleRootHalf, DoubleOne - DoubleRootHalf));
        TVector fraction = TSimd.And(bits, TSimd.Bits(SingleFraction, DoubleFraction));
        m = TSimd.AddBits(fraction, TSimd.Bits(SingleRootHalf, DoubleRootHalf));

        // The field is a small integer. Inserted in the low bits of 2²³ (2⁵²), it gives the number 2²³ (2⁵²) + field.
        TVector field = TSimd.ShiftBitsRight(bits, SingleFractionBits, DoubleFractionBits);
        TVector number = TSimd.Or(field, TSimd.Bits(SingleInteger, DoubleInteger));
        return TSimd.Subtract(number, TSimd.Constant(SingleIntegerAndBias, DoubleIntegerAndBias));
    }

    /// <summary>n ln 2 + ln(1 + f) for √½ ≤ 1 + f ≤ √2.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Finish<TSimd, TVector, T>(TVector f, TVector n)
        where TSimd : ISimd<TVector, T>
    {
        TVector s = TSimd.Divide(f, TSimd.Add(TSimd.Constant(2), f));
        TVector z = TSimd.Multiply(s, s);
        TVector R = TSimd.Multiply(z, Polynomial<TSimd, TVector, T>(z));

        // The parts are added from the smallest to the largest. ln 2 is split in two parts; the first has so few digits
        // that its product with n is exact.
        TVector small = TSimd.MultiplyAdd(
            n, TSimd.Constant(1.4286068203094173e-06f, 5.497923018708371e-14), TSimd.Multiply(s, TSimd.Subtract(R, f)));
        return TSimd.MultiplyAdd(n, TSimd.Constant(0.693145751953125f, 0.6931471805598903), TSimd.Add(small, f));
    }

    [MethodImpl(AggressiveInlining)]
    private static TVector Polynomial<TSimd, TVector, T>(TVector z)
        where TSimd : ISimd<TVector, T>
    {
        TVector sum;
        if (typeof(T) == typeof(float))
        {
            sum = TSimd.MultiplyAdd(TSimd.Constant(0.2987307012081146), z, TSimd.Constant(0.399774968624115));
            return TSimd.MultiplyAdd(sum, z, TSimd.Constant(0.6666677594184875));
        }
        sum = TSimd.MultiplyAdd(TSimd.Constant(0.14797502273656277), z, TSimd.Constant(0.15313903714222465));
        sum = TSimd.MultiplyAdd(sum, z, TSimd.Constant(0.18183569724920345));
        sum = TSimd.MultiplyAdd(sum, z, TSimd.Constant(0.22222198476201738));
        sum = TSimd.MultiplyAdd(sum, z, TSimd.Constant(0.28571428743261246));
        sum = TSimd.MultiplyAdd(sum, z, TSimd.Constant(0.39999999999411096));
        return TSimd.MultiplyAdd(sum, z, TSimd.Constant(0.6666666666666735));
    }
}

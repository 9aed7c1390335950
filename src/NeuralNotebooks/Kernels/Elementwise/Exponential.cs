using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>eˣ.</summary>
/// <remarks>
/// <code>
/// x  = n ln 2 + r      with integer n and |r| ≤ ½ ln 2
/// eˣ = 2ⁿ eʳ           eʳ = 1 + r + r² Q(r)
/// </code>
/// Q is the polynomial that fits (eʳ − 1 − r)/r² best on that interval, relative to eʳ − 1: of degree 4 for float
/// (error 5 · 10⁻⁹) and 9 for double (7 · 10⁻¹⁸).
/// </remarks>
internal readonly struct Exponential : ILaneFunction
{
    public static bool InTwoSteps => true;

    /// <summary>r and n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Begin<V>(V x, out V n)
        where V : ISimd<V> => BeginBounded(V.AtMost(V.Constant(89f, 710), x), out n);   // where eˣ is infinite

    /// <summary>2ⁿ eʳ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Finish<V>(V r, V n)
        where V : ISimd<V> => V.Scale(PowerMinusOne(r) + 1, n);

    /// <summary>eˣ for x ≤ 89 (float) or 710 (double).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V OfBounded<V>(V x)
        where V : ISimd<V> => Finish(BeginBounded(x, out V n), n);

    /// <summary>(eˣ − 1) / 2 for 0 ≤ x ≤ 40, with full precision near 0 too: 2ⁿ⁻¹ (eʳ − 1) + (2ⁿ⁻¹ − ½).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V HalfOfExpMinusOne<V>(V x)
        where V : ISimd<V>
    {
        V powerMinusOne = PowerMinusOne(Reduce(x, out V n));
        V scale = V.Scale(0.5, n);
        return V.MultiplyAdd(scale, powerMinusOne, scale - 0.5);
    }

    /// <summary>r and n, with x = n ln 2 + r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Reduce<V>(V x, out V n)
        where V : ISimd<V>
    {
        V shifter = V.Constant(BinaryFormat.SingleShifter, BinaryFormat.DoubleShifter);
        n = V.MultiplyAdd(x, 1.4426950408889634, shifter) - shifter;   // x / ln 2, rounded

        // ln 2 in two parts: the first has few enough digits that n times it is exact.
        V r = V.MultiplyAdd(n, V.Constant(-0.693145751953125f, -0.6931471805598903), x);
        return V.MultiplyAdd(n, V.Constant(-1.4286068203094173e-06f, -5.497923018708371e-14), r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V BeginBounded<V>(V x, out V n)
        where V : ISimd<V> => Reduce(V.AtLeast(V.Constant(-104f, -746), x), out n);   // where eˣ is 0

    /// <summary>eʳ − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V PowerMinusOne<V>(V r)
        where V : ISimd<V>
    {
        V r2 = r * r;
        return V.MultiplyAdd(r2, Q(r, r2), r);
    }

    // In pairs c + d r, then pairs of these (Estrin's scheme): the sums are independent, unlike those of Horner's rule.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Q<V>(V r, V r2)
        where V : ISimd<V>
    {
        if (V.IsSingle)
        {
            V c01 = V.MultiplyAdd(r, 0.1666654348373413, 0.5);
            V c23 = V.MultiplyAdd(r, 0.008366609923541546, 0.04166628047823906);
            return V.MultiplyAdd(V.MultiplyAdd(0.0013946493854746222, r2, c23), r2, c01);
        }
        V r4 = r2 * r2;
        V q01 = V.MultiplyAdd(r, 0.16666666666666685, 0.5000000000000006);
        V q23 = V.MultiplyAdd(r, 0.008333333333314501, 0.041666666666573336);
        V q45 = V.MultiplyAdd(r, 0.0001984126990327249, 0.0013888888932479834);
        V q67 = V.MultiplyAdd(r, 2.755722770219337e-06, 2.480150431723898e-05);
        V q89 = V.MultiplyAdd(r, 2.5114562266713992e-08, 2.7626380284866003e-07);
        V q03 = V.MultiplyAdd(q23, r2, q01);
        V q47 = V.MultiplyAdd(q67, r2, q45);
        return V.MultiplyAdd(V.MultiplyAdd(q89, r4, q47), r4, q03);
    }
}

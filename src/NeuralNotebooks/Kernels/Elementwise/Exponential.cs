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
    [MethodImpl(AggressiveInlining)]
    public static TLanes Begin<TLanes>(TLanes x, out TLanes n)
        where TLanes : IFunctionLanes<TLanes> =>
        BeginBounded(TLanes.AtMost(TLanes.Constant(89f, 710), x), out n);   // where eˣ is infinite

    /// <summary>2ⁿ eʳ.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TLanes Finish<TLanes>(TLanes r, TLanes n)
        where TLanes : IFunctionLanes<TLanes> =>
        TLanes.Scale(PowerMinusOne(r) + 1, n);

    /// <summary>eˣ for x ≤ 89 (float) or 710 (double).</summary>
    [MethodImpl(AggressiveInlining)]
    public static TLanes OfBounded<TLanes>(TLanes x)
        where TLanes : IFunctionLanes<TLanes> =>
        Finish(BeginBounded(x, out TLanes n), n);

    /// <summary>(eˣ − 1) / 2 for 0 ≤ x ≤ 40, with full precision near 0 too: 2ⁿ⁻¹ (eʳ − 1) + (2ⁿ⁻¹ − ½).</summary>
    [MethodImpl(AggressiveInlining)]
    public static TLanes HalfOfExpMinusOne<TLanes>(TLanes x)
        where TLanes : IFunctionLanes<TLanes>
    {
        TLanes powerMinusOne = PowerMinusOne(Reduce(x, out TLanes n)), scale = TLanes.Scale(0.5, n);
        return TLanes.MultiplyAdd(scale, powerMinusOne, scale - 0.5);
    }

    /// <summary>r and n, with x = n ln 2 + r.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TLanes Reduce<TLanes>(TLanes x, out TLanes n)
        where TLanes : IFunctionLanes<TLanes>
    {
        TLanes shifter = TLanes.Constant(BinaryFormat.SingleShifter, BinaryFormat.DoubleShifter);
        // x / ln 2, rounded.
        n = TLanes.MultiplyAdd(x, 1.4426950408889634, shifter) - shifter;

        // ln 2 in two parts: the first has few enough digits that n times it is exact.
        TLanes r = TLanes.MultiplyAdd(n, TLanes.Constant(-0.693145751953125f, -0.6931471805598903), x);
        return TLanes.MultiplyAdd(n, TLanes.Constant(-1.4286068203094173e-06f, -5.497923018708371e-14), r);
    }

    [MethodImpl(AggressiveInlining)]
    private static TLanes BeginBounded<TLanes>(TLanes x, out TLanes n)
        where TLanes : IFunctionLanes<TLanes> =>
        Reduce(TLanes.AtLeast(TLanes.Constant(-104f, -746), x), out n);   // where eˣ is 0

    /// <summary>eʳ − 1.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TLanes PowerMinusOne<TLanes>(TLanes r)
        where TLanes : IFunctionLanes<TLanes>
    {
        TLanes r2 = r * r;
        return TLanes.MultiplyAdd(r2, Q(r, r2), r);
    }

    // In pairs c + d r, then pairs of these (Estrin's scheme): the sums are independent, unlike those of Horner's rule.
    [MethodImpl(AggressiveInlining)]
    private static TLanes Q<TLanes>(TLanes r, TLanes r2)
        where TLanes : IFunctionLanes<TLanes>
    {
        TLanes q01, q23, q4;
        if (TLanes.AreSingle)
        {
            q01 = TLanes.MultiplyAdd(r, 0.1666654348373413, 0.5);
            q23 = TLanes.MultiplyAdd(r, 0.008366609923541546, 0.04166628047823906);
            q4 = 0.0013946493854746222;
            return TLanes.MultiplyAdd(TLanes.MultiplyAdd(q4, r2, q23), r2, q01);
        }
        TLanes r4 = r2 * r2;
        q01 = TLanes.MultiplyAdd(r, 0.16666666666666685, 0.5000000000000006);
        q23 = TLanes.MultiplyAdd(r, 0.008333333333314501, 0.041666666666573336);
        TLanes q45 = TLanes.MultiplyAdd(r, 0.0001984126990327249, 0.0013888888932479834);
        TLanes q67 = TLanes.MultiplyAdd(r, 2.755722770219337e-06, 2.480150431723898e-05);
        TLanes q89 = TLanes.MultiplyAdd(r, 2.5114562266713992e-08, 2.7626380284866003e-07);
        TLanes q03 = TLanes.MultiplyAdd(q23, r2, q01),
            q47 = TLanes.MultiplyAdd(q67, r2, q45);
        return TLanes.MultiplyAdd(TLanes.MultiplyAdd(q89, r4, q47), r4, q03);
    }
}

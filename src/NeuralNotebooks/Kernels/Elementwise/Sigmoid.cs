using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>σ(x) = 1 / (1 + e⁻ˣ).</summary>
/// <remarks>
/// <code>
/// x    = n ln 2 + r            with integer n and |r| ≤ ½ ln 2
/// eʳ   = (R + r) / (R − r)     with R = r coth(r/2) = 2 + r²/6 − r⁴/360 + …
/// σ(x) = u / (u + v)           with u = 2ⁿ κ(R + r), v = κ(R − r)
/// </code>
/// So one division serves both the exponential and σ, and R, an even function, needs half as many terms as eʳ would: it
/// is the polynomial in r² that fits best, of degree 2 for float (error of eʳ 3 · 10⁻⁹) and 5 for double (2 · 10⁻¹⁸).
/// The factor κ = 51/64 cancels out; with it, κ(R ± r) are between 1.3 and 1.9 instead of on both sides of 2, above
/// which rounding is twice as coarse.
/// </remarks>
internal readonly struct Sigmoid : ILaneFunction, ILaneSlope
{
    private const double κ = 51.0 / 64;

    public static bool InTwoSteps => true;

    /// <summary>r and n.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TLanes Begin<TLanes>(TLanes x, out TLanes n)
        where TLanes : IFunctionLanes<TLanes>
    {
        TLanes notLarge = TLanes.AtMost(TLanes.Constant(30f, 50), x); // where σ is 1
        // Where u is 0.
        return Exponential.Reduce(TLanes.AtLeast(TLanes.Constant(-110f, -760), notLarge), out n);
    }

    [MethodImpl(AggressiveInlining)]
    public static TLanes Finish<TLanes>(TLanes r, TLanes n)
        where TLanes : IFunctionLanes<TLanes>
    {
        // R + r as R − r and 2r: then the rounding error of R − r is in both, and nearly cancels.
        TLanes v = TLanes.MultiplyAdd(r, -κ, TimesR(r * r));
        TLanes u = TLanes.Scale(TLanes.MultiplyAdd(r, 2 * κ, v), n);
        return u / (u + v);
    }

    /// <summary>δ a (1 − a).</summary>
    [MethodImpl(AggressiveInlining)]
    public static TLanes TimesSlope<TLanes>(TLanes δ, TLanes a)
        where TLanes : IFunctionLanes<TLanes> =>
        δ * (a * (1 - a));

    /// <summary>κR for z = r².</summary>
    [MethodImpl(AggressiveInlining)]
    private static TLanes TimesR<TLanes>(TLanes z)
        where TLanes : IFunctionLanes<TLanes>
    {
        TLanes sum;
        if (TLanes.AreSingle)
        {
            sum = TLanes.MultiplyAdd(κ * -0.0027638988103717566, z, κ * 0.16666583716869354);
            return TLanes.MultiplyAdd(sum, z, 2 * κ);
        }
        sum = TLanes.MultiplyAdd(κ * 4.134269334968545e-08, z, κ * -1.6533774757577451e-06);
        sum = TLanes.MultiplyAdd(sum, z, κ * 6.61375616878918e-05);
        sum = TLanes.MultiplyAdd(sum, z, κ * -0.002777777777621645);
        sum = TLanes.MultiplyAdd(sum, z, κ * 0.16666666666666433);
        return TLanes.MultiplyAdd(sum, z, 2 * κ);
    }
}

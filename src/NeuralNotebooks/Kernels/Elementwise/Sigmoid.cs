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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Begin<V>(V x, out V n)
        where V : ISimd<V>
    {
        V notLarge = V.AtMost(V.Constant(30f, 50), x);   // where σ is 1
        return Exponential.Reduce(V.AtLeast(V.Constant(-110f, -760), notLarge), out n);   // where u is 0
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Finish<V>(V r, V n)
        where V : ISimd<V>
    {
        // R + r as R − r and 2r: then the rounding error of R − r is in both, and nearly cancels.
        V v = V.MultiplyAdd(r, -κ, TimesR(r * r));
        V u = V.Scale(V.MultiplyAdd(r, 2 * κ, v), n);
        return u / (u + v);
    }

    /// <summary>δ a (1 − a).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V TimesSlope<V>(V δ, V a)
        where V : ISimd<V> => δ * (a * (1 - a));

    /// <summary>κR for z = r².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V TimesR<V>(V z)
        where V : ISimd<V>
    {
        V sum;
        if (V.IsSingle)
        {
            sum = V.MultiplyAdd(κ * -0.0027638988103717566, z, κ * 0.16666583716869354);
            return V.MultiplyAdd(sum, z, 2 * κ);
        }
        sum = V.MultiplyAdd(κ * 4.134269334968545e-08, z, κ * -1.6533774757577451e-06);
        sum = V.MultiplyAdd(sum, z, κ * 6.61375616878918e-05);
        sum = V.MultiplyAdd(sum, z, κ * -0.002777777777621645);
        sum = V.MultiplyAdd(sum, z, κ * 0.16666666666666433);
        return V.MultiplyAdd(sum, z, 2 * κ);
    }
}

namespace NeuralNotebooks;

/// <summary>σ(x) = 1 / (1 + e⁻ˣ).</summary>
/// <remarks>
/// <code>
/// x    = n ln 2 + r            with integer n and |r| ≤ ½ ln 2
/// eʳ   = (R + r) / (R − r)     with R = r coth(r/2) = 2 + r²/6 − r⁴/360 + …
/// σ(x) = u / (u + v)           with u = 2ⁿ κ(R + r), v = κ(R − r)
/// </code>
/// So a single division gives σ, without a separate one for the exponential. R is an even function and needs half as
/// many terms as eʳ would: it is the polynomial in r² that fits best, of degree 2 for float (error of eʳ 3 · 10⁻⁹) and
/// 5 for double (2 · 10⁻¹⁸). The factor κ = 51/64 cancels out. It keeps κ(R ± r) between 1.3 and 1.9; without it, these
/// numbers could exceed 2, above which rounding is twice as coarse.
/// </remarks>
internal readonly struct Sigmoid : ILaneFunction, ILaneSlope
{
    private const double κ = 51.0 / 64;

    public static bool InTwoSteps => true;

    /// <summary>r and n.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Begin<TSimd, TVector, T>(TVector x, out TVector n)
        where TSimd : ISimd<TVector, T>
    {
        TVector notLarge = TSimd.AtMost(TSimd.Constant(30f, 50), x); // above, σ is 1
        // Below, u is 0.
        return Exponential.Reduce<TSimd, TVector, T>(TSimd.AtLeast(TSimd.Constant(-110f, -760), notLarge), out n);
    }

    [MethodImpl(AggressiveInlining)]
    public static TVector Finish<TSimd, TVector, T>(TVector r, TVector n)
        where TSimd : ISimd<TVector, T>
    {
        // R + r is computed as (R − r) + 2r, so that u and v have the same rounding error of R − r, which nearly
        // cancels.
        TVector v = TSimd.MultiplyAdd(r, TSimd.Constant(-κ), TimesR<TSimd, TVector, T>(TSimd.Multiply(r, r)));
        TVector u = TSimd.Scale(TSimd.MultiplyAdd(r, TSimd.Constant(2 * κ), v), n);
        return TSimd.Divide(u, TSimd.Add(u, v));
    }

    /// <summary>δ a (1 − a).</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector TimesSlope<TSimd, TVector, T>(TVector δ, TVector a)
        where TSimd : ISimd<TVector, T> =>
        TSimd.Multiply(δ, TSimd.Multiply(a, TSimd.Subtract(TSimd.Constant(1), a)));

    /// <summary>κR for z = r².</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector TimesR<TSimd, TVector, T>(TVector z)
        where TSimd : ISimd<TVector, T>
    {
        TVector sum;
        if (typeof(T) == typeof(float))
        {
            sum = TSimd.MultiplyAdd(
                TSimd.Constant(κ * -0.0027638988103717566), z, TSimd.Constant(κ * 0.16666583716869354));
            return TSimd.MultiplyAdd(sum, z, TSimd.Constant(2 * κ));
        }
        sum = TSimd.MultiplyAdd(
            TSimd.Constant(κ * 4.134269334968545e-08), z, TSimd.Constant(κ * -1.6533774757577451e-06));
        sum = TSimd.MultiplyAdd(sum, z, TSimd.Constant(κ * 6.61375616878918e-05));
        sum = TSimd.MultiplyAdd(sum, z, TSimd.Constant(κ * -0.002777777777621645));
        sum = TSimd.MultiplyAdd(sum, z, TSimd.Constant(κ * 0.16666666666666433));
        return TSimd.MultiplyAdd(sum, z, TSimd.Constant(2 * κ));
    }
}

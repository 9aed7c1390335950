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
    public static TVector Begin<TSimd, TVector, T>(TVector x, out TVector n)
        where TSimd : ISimd<TVector, T> =>
        BeginBounded<TSimd, TVector, T>(TSimd.AtMost(TSimd.Constant(89f, 710), x), out n);   // above, eˣ is infinite

    /// <summary>2ⁿ eʳ.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Finish<TSimd, TVector, T>(TVector r, TVector n)
        where TSimd : ISimd<TVector, T> =>
        TSimd.Scale(TSimd.Add(PowerMinusOne<TSimd, TVector, T>(r), TSimd.Constant(1)), n);

    /// <summary>eˣ for x ≤ 89 (float) or 710 (double).</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector OfBounded<TSimd, TVector, T>(TVector x)
        where TSimd : ISimd<TVector, T> =>
        Finish<TSimd, TVector, T>(BeginBounded<TSimd, TVector, T>(x, out TVector n), n);

    /// <summary>(eˣ − 1) / 2 for 0 ≤ x ≤ 40, with full precision near 0 too: 2ⁿ⁻¹ (eʳ − 1) + (2ⁿ⁻¹ − ½).</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector HalfOfExpMinusOne<TSimd, TVector, T>(TVector x)
        where TSimd : ISimd<TVector, T>
    {
        TVector powerMinusOne = PowerMinusOne<TSimd, TVector, T>(Reduce<TSimd, TVector, T>(x, out TVector n)),
            half = TSimd.Constant(0.5);
        TVector scale = TSimd.Scale(half, n);
        return TSimd.MultiplyAdd(scale, powerMinusOne, TSimd.Subtract(scale, half));
    }

    /// <summary>r and n, with x = n ln 2 + r.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Reduce<TSimd, TVector, T>(TVector x, out TVector n)
        where TSimd : ISimd<TVector, T>
    {
        TVector shifter = TSimd.Constant(BinaryFormat.SingleShifter, BinaryFormat.DoubleShifter);
        // x / ln 2, rounded.
        n = TSimd.Subtract(TSimd.MultiplyAdd(x, TSimd.Constant(1.4426950408889634), shifter), shifter);

        // ln 2 is split in two parts. The first has so few digits that its product with n is exact.
        TVector r = TSimd.MultiplyAdd(n, TSimd.Constant(-0.693145751953125f, -0.6931471805598903), x);
        return TSimd.MultiplyAdd(n, TSimd.Constant(-1.4286068203094173e-06f, -5.497923018708371e-14), r);
    }

    [MethodImpl(AggressiveInlining)]
    private static TVector BeginBounded<TSimd, TVector, T>(TVector x, out TVector n)
        where TSimd : ISimd<TVector, T> =>
        Reduce<TSimd, TVector, T>(TSimd.AtLeast(TSimd.Constant(-104f, -746), x), out n);   // below, eˣ is 0

    /// <summary>eʳ − 1.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector PowerMinusOne<TSimd, TVector, T>(TVector r)
        where TSimd : ISimd<TVector, T>
    {
        TVector r2 = TSimd.Multiply(r, r);
        return TSimd.MultiplyAdd(r2, Q<TSimd, TVector, T>(r, r2), r);
    }

    // Evaluated in pairs c + d r, then pairs of these pairs (Estrin's scheme): unlike in Horner's rule, the
    // multiply-adds of one stage do not wait for each other.
    [MethodImpl(AggressiveInlining)]
    private static TVector Q<TSimd, TVector, T>(TVector r, TVector r2)
        where TSimd : ISimd<TVector, T>
    {
        TVector q01, q23, q4;
        if (typeof(T) == typeof(float))
        {
            q01 = TSimd.MultiplyAdd(r, TSimd.Constant(0.1666654348373413), TSimd.Constant(0.5));
            q23 = TSimd.MultiplyAdd(r, TSimd.Constant(0.008366609923541546), TSimd.Constant(0.04166628047823906));
            q4 = TSimd.Constant(0.0013946493854746222);
            return TSimd.MultiplyAdd(TSimd.MultiplyAdd(q4, r2, q23), r2, q01);
        }
        TVector r4 = TSimd.Multiply(r2, r2);
        q01 = TSimd.MultiplyAdd(r, TSimd.Constant(0.16666666666666685), TSimd.Constant(0.5000000000000006));
        q23 = TSimd.MultiplyAdd(r, TSimd.Constant(0.008333333333314501), TSimd.Constant(0.041666666666573336));
        TVector q45 = TSimd.MultiplyAdd(
            r, TSimd.Constant(0.0001984126990327249), TSimd.Constant(0.0013888888932479834));
        TVector q67 = TSimd.MultiplyAdd(
            r, TSimd.Constant(2.755722770219337e-06), TSimd.Constant(2.480150431723898e-05));
        TVector q89 = TSimd.MultiplyAdd(
            r, TSimd.Constant(2.5114562266713992e-08), TSimd.Constant(2.7626380284866003e-07));
        TVector q03 = TSimd.MultiplyAdd(q23, r2, q01),
            q47 = TSimd.MultiplyAdd(q67, r2, q45);
        return TSimd.MultiplyAdd(TSimd.MultiplyAdd(q89, r4, q47), r4, q03);
    }
}

namespace NeuralNotebooks;

/// <summary>tanh x.</summary>
/// <remarks>
/// With h = (e^2|x| − 1) / 2, which keeps full precision near 0:
/// <code>
/// tanh |x| = h / (h + 1) = y − y · y/(h + 1)    for y = h and for y = 1
/// </code>
/// The last form is used, with y = min(h, 1). So the rounding of h + 1 has little effect if |x| is small, and the
/// rounding of h has little effect if |x| is large.
/// </remarks>
internal readonly struct HyperbolicTangent : ILaneFunction, ILaneSlope
{
    public static bool InTwoSteps => true;

    /// <summary>h, and x for its sign.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Begin<TSimd, TVector, T>(TVector x, out TVector sign)
        where TSimd : ISimd<TVector, T>
    {
        sign = x;
        TVector size = TSimd.Abs(x);
        TVector twice = TSimd.AtMost(TSimd.Constant(20f, 40), TSimd.Add(size, size));   // above, tanh is 1
        return Exponential.HalfOfExpMinusOne<TSimd, TVector, T>(twice);
    }

    /// <summary>tanh |x|, with the sign of x.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Finish<TSimd, TVector, T>(TVector h, TVector sign)
        where TSimd : ISimd<TVector, T>
    {
        TVector y = TSimd.AtMost(TSimd.Constant(1), h);
        TVector quotient = TSimd.Divide(y, TSimd.Subtract(TSimd.Constant(-1), h));
        return TSimd.CopySign(TSimd.MultiplyAdd(y, quotient, y), sign);
    }

    /// <summary>δ (1 − a²).</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector TimesSlope<TSimd, TVector, T>(TVector δ, TVector a)
        where TSimd : ISimd<TVector, T> =>
        TSimd.Multiply(δ, TSimd.Subtract(TSimd.Constant(1), TSimd.Multiply(a, a)));
}

namespace NeuralNotebooks;

/// <summary>ln(1 + e^−|x|), with full precision even where it is small.</summary>
/// <remarks>softplus(x) = ln(1 + eˣ) = max(0, x) + ln(1 + e^−|x|), and relu(x) = max(0, x).</remarks>
internal readonly struct SoftplusMinusRelu : ILaneFunction
{
    [MethodImpl(AggressiveInlining)]
    public static TVector Begin<TSimd, TVector, T>(TVector x, out TVector carry)
        where TSimd : ISimd<TVector, T>
    {
        carry = x;
        TVector zero = TSimd.Constant(0), one = TSimd.Constant(1);
        TVector e = Exponential.OfBounded<TSimd, TVector, T>(TSimd.CopySign(x, TSimd.Constant(-1)));

        // If 1 + e > √2, it is split as 1 + e = 2 (1 + (e − 1)/2), since the logarithm below is for factors up to √2.
        TVector isLarge = TSimd.LessThan(TSimd.Constant(0.41421356237309503), e);
        TVector f = TSimd.Select(isLarge, TSimd.Multiply(TSimd.Subtract(e, one), TSimd.Constant(0.5)), e);
        return Logarithm.Finish<TSimd, TVector, T>(f, TSimd.Select(isLarge, one, zero));
    }
}

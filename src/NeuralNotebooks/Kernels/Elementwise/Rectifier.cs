namespace NeuralNotebooks;

/// <summary>relu(x) = max(0, x), and +0 for −0; NaN stays NaN.</summary>
internal readonly struct Rectifier : ILaneFunction, ILaneSlope
{
    [MethodImpl(AggressiveInlining)]
    public static TVector Begin<TSimd, TVector, T>(TVector x, out TVector carry)
        where TSimd : ISimd<TVector, T> =>
        TSimd.Add(TSimd.AtLeast(TSimd.Constant(0), carry = x), TSimd.Constant(0));

    /// <summary>δ where a &gt; 0, else 0.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector TimesSlope<TSimd, TVector, T>(TVector δ, TVector a)
        where TSimd : ISimd<TVector, T> =>
        TSimd.Select(TSimd.LessThan(TSimd.Constant(0), a), δ, TSimd.Constant(0));
}

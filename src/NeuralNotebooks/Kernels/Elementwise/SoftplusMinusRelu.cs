using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>ln(1 + e^−|x|), with full precision even where it is small.</summary>
/// <remarks>softplus(x) = ln(1 + eˣ) = max(0, x) + ln(1 + e^−|x|), and relu(x) = max(0, x).</remarks>
internal readonly struct SoftplusMinusRelu : ILaneFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Begin<V>(V x, out V carry)
        where V : ISimd<V>
    {
        carry = x;
        V e = Exponential.OfBounded(V.CopySign(x, -1));

        // From √2 on, 1 + e = 2 (1 + (e − 1)/2).
        V isLarge = V.LessThan(0.41421356237309503, e);
        return Logarithm.Finish(V.Select(isLarge, (e - 1) * 0.5, e), V.Select(isLarge, 1, 0));
    }
}

using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>ln(1 + e^−|x|), with full precision even where it is small.</summary>
/// <remarks>softplus(x) = ln(1 + eˣ) = max(0, x) + ln(1 + e^−|x|), and relu(x) = max(0, x).</remarks>
internal readonly struct SoftplusMinusRelu : ILaneFunction
{
    [MethodImpl(AggressiveInlining)]
    public static TLanes Begin<TLanes>(TLanes x, out TLanes carry)
        where TLanes : IFunctionLanes<TLanes>
    {
        carry = x;
        TLanes e = Exponential.OfBounded(TLanes.CopySign(x, -1));

        // From √2 on, 1 + e = 2 (1 + (e − 1)/2).
        TLanes isLarge = TLanes.LessThan(0.41421356237309503, e);
        TLanes f = TLanes.Select(isLarge, (e - 1) * 0.5, e);
        return Logarithm.Finish(f, TLanes.Select(isLarge, 1, 0));
    }
}

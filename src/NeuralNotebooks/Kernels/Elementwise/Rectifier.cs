using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>relu(x) = max(0, x), and +0 for −0; NaN stays NaN.</summary>
internal readonly struct Rectifier : ILaneFunction, ILaneSlope
{
    [MethodImpl(AggressiveInlining)]
    public static TLanes Begin<TLanes>(TLanes x, out TLanes carry)
        where TLanes : IFunctionLanes<TLanes> =>
        TLanes.AtLeast(0, carry = x) + 0;

    /// <summary>δ where a &gt; 0, else 0.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TLanes TimesSlope<TLanes>(TLanes δ, TLanes a)
        where TLanes : IFunctionLanes<TLanes> =>
        TLanes.Select(TLanes.LessThan(0, a), δ, 0);
}

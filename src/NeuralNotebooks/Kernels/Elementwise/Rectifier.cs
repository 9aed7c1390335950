using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>relu(x) = max(0, x), and +0 for −0; NaN stays NaN.</summary>
internal readonly struct Rectifier : ILaneFunction, ILaneSlope
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Begin<V>(V x, out V carry)
        where V : ISimd<V>
    {
        carry = x;
        return V.AtLeast(0, x) + 0;
    }

    /// <summary>δ where a &gt; 0, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V TimesSlope<V>(V δ, V a)
        where V : ISimd<V> => V.Select(V.LessThan(0, a), δ, 0);
}

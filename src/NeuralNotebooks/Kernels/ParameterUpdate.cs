using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralNotebooks;

/// <summary>A rule that updates a register of adjacent parameters at once. As a structure, it becomes part of the loop that applies it.</summary>
internal interface IUpdateRule<T>
{
    /// <summary>Returns the new values of parameters w with gradients g, and updates their averages V and S.</summary>
    Vector<T> Update(Vector<T> w, Vector<T> g, ref Vector<T> V, ref Vector<T> S);
}

/// <summary>Applies a rule to all parameters, a register at a time.</summary>
internal static class ParameterUpdate
{
    /// <summary>w ← rule(w, g), and the averages likewise. A rule that keeps no average has an empty span of them.</summary>
    // A root and a division take the processor some twenty cycles. It starts those of the next parameters meanwhile, but its window of
    // pending instructions is limited: so the loop checks the lengths once, before it begins.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply<TRule, T>(TRule rule, Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S)
        where TRule : struct, IUpdateRule<T>
        where T : unmanaged
    {
        bool hasV = !V.IsEmpty, hasS = !S.IsEmpty;
        ref T w0 = ref MemoryMarshal.GetReference(w), g0 = ref MemoryMarshal.GetReference(g[..w.Length]);
        ref T V0 = ref MemoryMarshal.GetReference(hasV ? V[..w.Length] : V), S0 = ref MemoryMarshal.GetReference(hasS ? S[..w.Length] : S);
        Vector<T> averages = default, squares = default;
        nuint i = 0, whole = (nuint)(w.Length - w.Length % Vector<T>.Count);
        for (; i < whole; i += (nuint)Vector<T>.Count)
        {
            if (hasV)
                averages = Vector.LoadUnsafe(ref V0, i);
            if (hasS)
                squares = Vector.LoadUnsafe(ref S0, i);
            rule.Update(Vector.LoadUnsafe(ref w0, i), Vector.LoadUnsafe(ref g0, i), ref averages, ref squares).StoreUnsafe(ref w0, i);
            if (hasV)
                averages.StoreUnsafe(ref V0, i);
            if (hasS)
                squares.StoreUnsafe(ref S0, i);
        }

        int rest = (int)whole;
        if (rest < w.Length)
            ApplyToRest(rule, w[rest..], g[rest..w.Length], hasV ? V[rest..w.Length] : V, hasS ? S[rest..w.Length] : S);
    }

    /// <summary>Applies a rule to fewer parameters than a register holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void ApplyToRest<TRule, T>(TRule rule, Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S)
        where TRule : struct, IUpdateRule<T>
        where T : unmanaged
    {
        Span<T> padded = stackalloc T[4 * Vector<T>.Count];
        padded.Clear();
        int lanes = Vector<T>.Count;
        w.CopyTo(padded);
        g.CopyTo(padded[lanes..]);
        V.CopyTo(padded[(2 * lanes)..]);
        S.CopyTo(padded[(3 * lanes)..]);
        Vector<T> averages = new(padded[(2 * lanes)..]), squares = new(padded[(3 * lanes)..]);
        rule.Update(new(padded), new(padded[lanes..]), ref averages, ref squares).CopyTo(padded);
        averages.CopyTo(padded[(2 * lanes)..]);
        squares.CopyTo(padded[(3 * lanes)..]);
        padded[..w.Length].CopyTo(w);
        padded.Slice(2 * lanes, V.Length).CopyTo(V);
        padded.Slice(3 * lanes, S.Length).CopyTo(S);
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralNotebooks;

/// <summary>A rule that updates adjacent parameters at once. As a structure, it becomes part of the loop that applies it.</summary>
internal interface IUpdateRule<T>
{
    /// <summary>Returns the new values of parameters w with gradients g, and updates their averages V and S.</summary>
    TLanes Update<TLanes>(TLanes w, TLanes g, ref TLanes V, ref TLanes S)
        where TLanes : ILanes<TLanes, T>;
}

/// <summary>Applies a rule to all parameters, a register at a time.</summary>
internal readonly struct ParameterUpdate<TRule, T> : IVectorWork<ParameterUpdate<TRule, T>.Arguments, T>
    where TRule : struct, IUpdateRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>w ← rule(w, g), and the averages likewise. A rule that keeps no average has an empty span of them.</summary>
    public static void Apply(TRule rule, Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S) =>
        WidestRegisters.Run<ParameterUpdate<TRule, T>, Arguments, T>(new(rule, w, g, V, S));

    // A root and a division take the processor some twenty cycles. It starts those of the next parameters meanwhile, but its window of
    // pending instructions is limited: so the loop checks the lengths once, before it begins.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TSimd, TVector>(in Arguments arguments)
        where TSimd : ISimd<TVector, T>
    {
        TRule rule = arguments.Rule;
        Span<T> w = arguments.W;
        bool hasV = !arguments.V.IsEmpty, hasS = !arguments.S.IsEmpty;
        ref T w0 = ref MemoryMarshal.GetReference(w), g0 = ref MemoryMarshal.GetReference(arguments.G[..w.Length]);
        ref T V0 = ref MemoryMarshal.GetReference(hasV ? arguments.V[..w.Length] : default), S0 = ref MemoryMarshal.GetReference(hasS ? arguments.S[..w.Length] : default);
        int i = 0;
        for (; i <= w.Length - TSimd.Width; i += TSimd.Width)
            Update<TSimd, TVector>(rule, ref Unsafe.Add(ref w0, i), ref Unsafe.Add(ref g0, i), ref Unsafe.Add(ref V0, i), ref Unsafe.Add(ref S0, i), hasV, hasS);
        if (i < w.Length)
            UpdateRest<TSimd, TVector>(in arguments, i);
    }

    /// <summary>Updates the last parameters, fewer than a register holds, in padded registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void UpdateRest<TSimd, TVector>(in Arguments arguments, int start)
        where TSimd : ISimd<TVector, T>
    {
        bool hasV = !arguments.V.IsEmpty, hasS = !arguments.S.IsEmpty;
        Span<T> w = arguments.W[start..], V = hasV ? arguments.V[start..] : default, S = hasS ? arguments.S[start..] : default;
        TVector paddedW = default!, paddedG = paddedW, paddedV = paddedW, paddedS = paddedW;
        w.CopyTo(Lanes(ref paddedW));
        arguments.G[start..].CopyTo(Lanes(ref paddedG));
        V.CopyTo(Lanes(ref paddedV));
        S.CopyTo(Lanes(ref paddedS));
        Update<TSimd, TVector>(arguments.Rule, ref Lanes(ref paddedW)[0], ref Lanes(ref paddedG)[0], ref Lanes(ref paddedV)[0], ref Lanes(ref paddedS)[0], hasV, hasS);
        Lanes(ref paddedW)[..w.Length].CopyTo(w);
        Lanes(ref paddedV)[..V.Length].CopyTo(V);
        Lanes(ref paddedS)[..S.Length].CopyTo(S);

        static Span<T> Lanes(ref TVector vector) => MemoryMarshal.CreateSpan(ref Unsafe.As<TVector, T>(ref vector), TSimd.Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Update<TSimd, TVector>(TRule rule, ref T w, ref T g, ref T V, ref T S, bool hasV, bool hasS)
        where TSimd : ISimd<TVector, T>
    {
        Lanes<TSimd, TVector, T> averages = hasV ? new(TSimd.Load(ref V)) : default, squares = hasS ? new(TSimd.Load(ref S)) : default;
        TSimd.Store(rule.Update(new Lanes<TSimd, TVector, T>(TSimd.Load(ref w)), new(TSimd.Load(ref g)), ref averages, ref squares).All, ref w);
        if (hasV)
            TSimd.Store(averages.All, ref V);
        if (hasS)
            TSimd.Store(squares.All, ref S);
    }

    internal readonly ref struct Arguments(TRule rule, Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S)
    {
        public readonly TRule Rule = rule;
        public readonly Span<T> W = w, V = V, S = S;
        public readonly ReadOnlySpan<T> G = g;
    }
}

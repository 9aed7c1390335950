using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralNotebooks;

/// <summary>A rule that updates several adjacent parameters at once. As a struct, it is inlined into the loop that
/// applies it.</summary>
internal interface IUpdateRule<T>
{
    /// <summary>Returns the new values of parameters w with gradients g, and updates their averages V and S.</summary>
    TLanes Update<TLanes>(TLanes w, TLanes g, ref TLanes V, ref TLanes S)
        where TLanes : ILanes<TLanes, T>;
}

/// <summary>Applies a rule to all parameters, a register at a time.</summary>
internal readonly struct ParameterUpdate<TRule, T> : IVectorWork<ParameterUpdate<TRule, T>.Arguments, T>
    where TRule : struct, IUpdateRule<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>w ← rule(w, g), and the averages likewise. If a rule keeps no average, its span is empty.</summary>
    public static void Apply(TRule rule, Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S)
    {
        if (OperatingSystem.IsBrowser())
            BlockUpdate<T>.Apply(rule, w, g, V, S);
        else
            WidestRegisters.Run<ParameterUpdate<TRule, T>, Arguments, T>(new(rule, w, g, V, S));
    }

    // A square root and a division take about twenty cycles. The processor starts those of the next parameters
    // meanwhile, but its out-of-order window is limited: so the lengths are checked once, before the loop, and the rare
    // case is in a separate method. Optimized from the first call, as is the method below: tier 0 takes twenty times as
    // long.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TSimd>(in Arguments arguments)
        where TSimd : ISimd<TSimd, T>
    {
        TRule rule = arguments.Rule;
        int length = arguments.W.Length;
        nint i = 0;
        bool hasV = !arguments.V.IsEmpty;
        bool hasS = !arguments.S.IsEmpty;
        ref T w = ref MemoryMarshal.GetReference(arguments.W);
        ref T g = ref MemoryMarshal.GetReference(arguments.G[..length]);
        ref T V = ref MemoryMarshal.GetReference(arguments.V[..(hasV ? length : 0)]);
        ref T S = ref MemoryMarshal.GetReference(arguments.S[..(hasS ? length : 0)]);
        for (; i <= length - TSimd.Width; i += TSimd.Width)
        {
            TSimd averages = hasV ? TSimd.Load(ref Unsafe.Add(ref V, i)) : default!;
            TSimd squares = hasS ? TSimd.Load(ref Unsafe.Add(ref S, i)) : default!;
            TSimd gradients = TSimd.Load(ref Unsafe.Add(ref g, i));
            ref T parameters = ref Unsafe.Add(ref w, i);
            rule.Update(TSimd.Load(ref parameters), gradients, ref averages, ref squares).Store(ref parameters);
            if (hasV)
                averages.Store(ref Unsafe.Add(ref V, i));
            if (hasS)
                squares.Store(ref Unsafe.Add(ref S, i));
        }
        if (i < length)
            UpdateRest<TSimd>(in arguments, (int)i);
    }

    /// <summary>Updates the last parameters, fewer than a register holds, in padded registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void UpdateRest<TSimd>(in Arguments arguments, int start)
        where TSimd : ISimd<TSimd, T>
    {
        Span<T> w = arguments.W[start..];
        Span<T> V = arguments.V.IsEmpty ? default : arguments.V[start..];
        Span<T> S = arguments.S.IsEmpty ? default : arguments.S[start..];
        TSimd lastW = default!, lastG = default!, lastV = default!, lastS = default!;
        Arguments last = new(
            arguments.Rule,
            TSimd.AsSpan(ref lastW),
            TSimd.AsSpan(ref lastG),
            V.IsEmpty ? default : TSimd.AsSpan(ref lastV),
            S.IsEmpty ? default : TSimd.AsSpan(ref lastS)
        );
        w.CopyTo(last.W);
        arguments.G.Slice(start, w.Length).CopyTo(TSimd.AsSpan(ref lastG));
        V.CopyTo(last.V);
        S.CopyTo(last.S);
        Run<TSimd>(in last);
        last.W[..w.Length].CopyTo(w);
        last.V[..V.Length].CopyTo(V);
        last.S[..S.Length].CopyTo(S);
    }

    internal readonly ref struct Arguments(TRule rule, Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S)
    {
        public readonly TRule Rule = rule;
        public readonly Span<T> W = w, V = V, S = S;
        public readonly ReadOnlySpan<T> G = g;
    }
}

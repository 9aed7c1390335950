namespace NeuralNotebooks;

/// <summary>An update rule for several adjacent parameters at once. Rules are structs, so that they are inlined into
/// the loop that applies them.</summary>
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
    // Used only by an interpreter, where there is only one thread.
    private static BlockUpdate<T>? _blocks;

    /// <summary>w ← rule(w, g); the rule updates its averages V and S too. The span of an average that the rule does
    /// not have is empty.</summary>
    public static void Apply(TRule rule, Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S)
    {
        if (Interpreter.IsUsed)
            (_blocks ??= new()).Apply(rule, w, g, V, S);
        else
            WidestRegisters.Run<ParameterUpdate<TRule, T>, Arguments, T>(new(rule, w, g, V, S));
    }

    // A square root and a division take about twenty cycles. Meanwhile the processor executes instructions for the next
    // parameters, but only within its limited out-of-order window. So the loop is kept short: the lengths are checked
    // once, before it, and the last parameters are updated in a separate method. Optimized from the first call, as is
    // the method below: unoptimized code (tier 0) takes twenty times as long.
    [MethodImpl(AggressiveOptimization)]
    public static void Run<TSimd, TVector>(in Arguments arguments)
        where TSimd : ISimd<TVector, T>
    {
        TRule rule = arguments.Rule;
        int length = arguments.W.Length;
        nint i = 0;
        bool hasV = !arguments.V.IsEmpty, hasS = !arguments.S.IsEmpty;
        ref T w = ref MemoryMarshal.GetReference(arguments.W);
        ref T g = ref MemoryMarshal.GetReference(arguments.G[..length]);
        ref T V = ref MemoryMarshal.GetReference(arguments.V[..(hasV ? length : 0)]);
        ref T S = ref MemoryMarshal.GetReference(arguments.S[..(hasS ? length : 0)]);
        for (; i <= length - TSimd.Width; i += TSimd.Width)
            Update<TSimd, TVector>(rule, ref w, ref g, ref V, ref S, i, hasV, hasS);
        if (i < length)
            UpdateRest<TSimd, TVector>(in arguments, (int)i);
    }

    /// <summary>Updates the last parameters, fewer than a register holds, in padded registers.</summary>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static void UpdateRest<TSimd, TVector>(in Arguments arguments, int start)
        where TSimd : ISimd<TVector, T>
    {
        bool hasV = !arguments.V.IsEmpty, hasS = !arguments.S.IsEmpty;
        Span<T> w = arguments.W[start..];
        Span<T> V = hasV ? arguments.V[start..] : default, S = hasS ? arguments.S[start..] : default;
        TVector paddedW = default!, paddedG = paddedW, paddedV = paddedW, paddedS = paddedW;
        w.CopyTo(Lanes(ref paddedW));
        arguments.G.Slice(start, w.Length).CopyTo(Lanes(ref paddedG));
        V.CopyTo(Lanes(ref paddedV));
        S.CopyTo(Lanes(ref paddedS));
        ref T lastV = ref Lanes(ref paddedV)[0],
            lastS = ref Lanes(ref paddedS)[0];
        Update<TSimd, TVector>(
            arguments.Rule, ref Lanes(ref paddedW)[0], ref Lanes(ref paddedG)[0], ref lastV, ref lastS, 0, hasV, hasS);
        Lanes(ref paddedW)[..w.Length].CopyTo(w);
        Lanes(ref paddedV)[..V.Length].CopyTo(V);
        Lanes(ref paddedS)[..S.Length].CopyTo(S);

        static Span<T> Lanes(ref TVector lanes) =>
            MemoryMarshal.CreateSpan(ref Unsafe.As<TVector, T>(ref lanes), TSimd.Width);
    }

    [MethodImpl(AggressiveInlining)]
    private static void Update<TSimd, TVector>(
        TRule rule, ref T w, ref T g, ref T V, ref T S, nint i, bool hasV, bool hasS)
        where TSimd : ISimd<TVector, T>
    {
        Register<TSimd, TVector, T>.Lanes averages = default, squares = default;
        if (hasV)
            averages = new(TSimd.Load(ref Unsafe.Add(ref V, i)));
        if (hasS)
            squares = new(TSimd.Load(ref Unsafe.Add(ref S, i)));
        Register<TSimd, TVector, T>.Lanes gradients = new(TSimd.Load(ref Unsafe.Add(ref g, i)));
        ref T parameters = ref Unsafe.Add(ref w, i);
        TSimd.Store(
            rule.Update(new(TSimd.Load(ref parameters)), gradients, ref averages, ref squares).All, ref parameters);
        if (hasV)
            TSimd.Store(averages.All, ref Unsafe.Add(ref V, i));
        if (hasS)
            TSimd.Store(squares.All, ref Unsafe.Add(ref S, i));
    }

    internal readonly ref struct Arguments(TRule rule, Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S)
    {
        public readonly TRule Rule = rule;
        public readonly Span<T> W = w, V = V, S = S;
        public readonly ReadOnlySpan<T> G = g;
    }
}

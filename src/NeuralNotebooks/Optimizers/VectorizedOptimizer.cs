using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NeuralNotebooks;

/// <summary>An optimizer that treats every parameter alike, and so many neighbouring ones at a time, which is much faster.</summary>
/// <remarks>
/// A <see cref="Vector512{T}"/> holds as many numbers as one instruction of the processor works on: 16 floats or 8 doubles. Its
/// operators act entry by entry, so that a rule still reads like its formula. (Where registers are narrower, each operation is
/// two or four instructions.)
/// </remarks>
public abstract class VectorizedOptimizer<T> : Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private protected VectorizedOptimizer(T learningRate, bool averagesGradients = false, bool averagesSquares = false)
        : base(learningRate, averagesGradients, averagesSquares)
    {
    }

    /// <inheritdoc/>
    internal sealed override bool TreatsParametersAlike => true;

    /// <summary>A rule for a handful of neighbouring parameters. As a structure, it becomes part of the loop that applies it.</summary>
    private protected interface IRule
    {
        /// <summary>Returns what becomes of parameters w with gradients g, and updates their averages V and S.</summary>
        Vector512<T> Update(Vector512<T> w, Vector512<T> g, ref Vector512<T> V, ref Vector512<T> S);
    }

    /// <summary>Applies a rule to all parameters. A rule that keeps no average has an empty span of them.</summary>
    // A root and a division take the processor some twenty cycles. It starts those of the next parameters meanwhile, but looks only
    // some three hundred instructions ahead: so the loop checks the lengths once, before it begins.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected static void Apply<TRule>(TRule rule, Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S)
        where TRule : struct, IRule
    {
        bool hasV = !V.IsEmpty, hasS = !S.IsEmpty;
        ref T w0 = ref MemoryMarshal.GetReference(w), g0 = ref MemoryMarshal.GetReference(g[..w.Length]);
        ref T V0 = ref MemoryMarshal.GetReference(hasV ? V[..w.Length] : V), S0 = ref MemoryMarshal.GetReference(hasS ? S[..w.Length] : S);
        Vector512<T> averages = default, squares = default;
        nuint i = 0, whole = (nuint)(w.Length - w.Length % Vector512<T>.Count);
        for (; i < whole; i += (nuint)Vector512<T>.Count)
        {
            if (hasV)
                averages = Vector512.LoadUnsafe(ref V0, i);
            if (hasS)
                squares = Vector512.LoadUnsafe(ref S0, i);
            rule.Update(Vector512.LoadUnsafe(ref w0, i), Vector512.LoadUnsafe(ref g0, i), ref averages, ref squares).StoreUnsafe(ref w0, i);
            if (hasV)
                averages.StoreUnsafe(ref V0, i);
            if (hasS)
                squares.StoreUnsafe(ref S0, i);
        }

        int rest = (int)whole;
        if (rest < w.Length)
            ApplyToRest(rule, w[rest..], g[rest..w.Length], hasV ? V[rest..w.Length] : V, hasS ? S[rest..w.Length] : S);
    }

    /// <summary>Applies a rule to fewer parameters than a vector has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void ApplyToRest<TRule>(TRule rule, Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S)
        where TRule : struct, IRule
    {
        Vector512<T> averages = First(V), squares = First(S);
        CopyFirst(rule.Update(First(w), First(g), ref averages, ref squares), w);
        CopyFirst(averages, V);
        CopyFirst(squares, S);
    }

    /// <summary>Fewer numbers than a vector has, and zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector512<T> First(ReadOnlySpan<T> numbers)
    {
        Vector512<T> filled = default;
        numbers.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<Vector512<T>, T>(ref filled), Vector512<T>.Count));
        return filled;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyFirst(Vector512<T> vector, Span<T> numbers)
    {
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = vector[i];
    }
}

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected static void Apply<TRule>(TRule rule, Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S)
        where TRule : struct, IRule
    {
        Vector512<T> averages = default, squares = default;
        int i = 0;
        for (; i <= w.Length - Vector512<T>.Count; i += Vector512<T>.Count)
        {
            if (!V.IsEmpty)
                averages = Vector512.Create<T>(V[i..]);
            if (!S.IsEmpty)
                squares = Vector512.Create<T>(S[i..]);
            rule.Update(Vector512.Create<T>(w[i..]), Vector512.Create(g[i..]), ref averages, ref squares).CopyTo(w[i..]);
            if (!V.IsEmpty)
                averages.CopyTo(V[i..]);
            if (!S.IsEmpty)
                squares.CopyTo(S[i..]);
        }

        if (i == w.Length)
            return;
        averages = First(V.IsEmpty ? V : V[i..]);
        squares = First(S.IsEmpty ? S : S[i..]);
        CopyFirst(rule.Update(First(w[i..]), First(g[i..]), ref averages, ref squares), w[i..]);
        CopyFirst(averages, V.IsEmpty ? V : V[i..]);
        CopyFirst(squares, S.IsEmpty ? S : S[i..]);
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

using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>An optimizer whose rule is written for a handful of neighbouring parameters at a time, which is several times faster.</summary>
/// <remarks>
/// A <see cref="Vector{T}"/> holds as many numbers as one instruction of the processor works on (8 floats, say). Its operators act entry by
/// entry, so that a rule still reads like its formula.
/// </remarks>
public abstract class VectorizedOptimizer<T> : Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private protected VectorizedOptimizer(T learningRate, bool averagesGradients = false, bool averagesSquares = false)
        : base(learningRate, averagesGradients, averagesSquares)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected sealed override void Update(Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S)
    {
        BeginStep();
        for (int i = 0; i < w.Length; i += Vector<T>.Count)
        {
            // A rule that keeps no average has an empty span of them.
            Vector<T> averages = V.IsEmpty ? default : Load(V, i), squares = S.IsEmpty ? default : Load(S, i);
            Store(Update(Load(w, i), Load(g, i), ref averages, ref squares), w, i);
            if (!V.IsEmpty)
                Store(averages, V, i);
            if (!S.IsEmpty)
                Store(squares, S, i);
        }
    }

    /// <summary>Computes what all parameters of a step share.</summary>
    private protected virtual void BeginStep()
    {
    }

    /// <summary>The rule: returns what becomes of parameters w with gradients g, and updates their averages V and S.</summary>
    private protected abstract Vector<T> Update(Vector<T> w, Vector<T> g, ref Vector<T> V, ref Vector<T> S);

    /// <summary>The numbers from <paramref name="start"/> on, filled up with zeros where fewer are left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> Load(ReadOnlySpan<T> numbers, int start) =>
        start <= numbers.Length - Vector<T>.Count ? new(numbers[start..]) : LoadRest(numbers, start);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector<T> vector, Span<T> numbers, int start)
    {
        if (start <= numbers.Length - Vector<T>.Count)
            vector.CopyTo(numbers[start..]);
        else
            StoreRest(vector, numbers, start);
    }

    private static Vector<T> LoadRest(ReadOnlySpan<T> numbers, int start)
    {
        Span<T> filled = stackalloc T[Vector<T>.Count];
        filled.Clear();
        numbers[start..].CopyTo(filled);
        return new(filled);
    }

    private static void StoreRest(Vector<T> vector, Span<T> numbers, int start)
    {
        for (int i = start; i < numbers.Length; i++)
            numbers[i] = vector[i - start];
    }
}

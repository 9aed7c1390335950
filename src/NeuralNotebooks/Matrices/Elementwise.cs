using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>Functions of each entry of a span, written to another span or to the same one; nothing is allocated.</summary>
/// <remarks>Source and destination have the same length, and are the same memory or do not overlap.</remarks>
public static class Elementwise
{
    /// <summary>destination ← f(source), for any function.</summary>
    public static void Map<T>(ReadOnlySpan<T> source, Span<T> destination, Func<T, T> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        CheckLengths(source.Length, destination.Length);
        for (int i = 0; i < source.Length; i++)
            destination[i] = function(source[i]);
    }

    /// <summary>destination ← eˣ.</summary>
    public static void Exp<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckLengths(source.Length, destination.Length);
        TensorPrimitives.Exp(source, destination);
    }

    /// <summary>destination ← ln x.</summary>
    public static void Log<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckLengths(source.Length, destination.Length);
        TensorPrimitives.Log(source, destination);
    }

    /// <summary>destination ← σ(x) = 1 / (1 + e⁻ˣ).</summary>
    public static void Sigmoid<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckLengths(source.Length, destination.Length);
        if (!source.IsEmpty)   // which TensorPrimitives.Sigmoid, alone among these, refuses
            TensorPrimitives.Sigmoid(source, destination);
    }

    /// <summary>destination ← tanh x.</summary>
    /// <remarks>
    /// One entry after the other, optimized from the first call: the vectorized tanh of TensorPrimitives starts a hundred times
    /// slower, and a network of a few units is trained before it is warm.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tanh<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckLengths(source.Length, destination.Length);
        for (int i = 0; i < source.Length; i++)
            destination[i] = T.Tanh(source[i]);
    }

    /// <summary>destination ← relu(x) = max(0, x); NaN stays NaN.</summary>
    public static void Relu<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckLengths(source.Length, destination.Length);
        TensorPrimitives.Max(source, T.Zero, destination);
    }

    private static void CheckLengths(int source, int destination)
    {
        if (source != destination)
            throw new ArgumentException(FormattableString.Invariant($"The source has {source} entries and the destination {destination}: they must be as many."));
    }
}

namespace NeuralNotebooks;

/// <summary>Functions of each entry x of a span, in place or into another span. Nothing is allocated.</summary>
/// <remarks>Source and destination have the same length. They are the same memory, or do not overlap. All functions
/// accept float and double and are vectorized; the result for an entry does not depend on its position in the span. The
/// results are within 2 units in the last place of the true value, for every argument (float: exp and log 1.1, sigmoid
/// 1.9). Infinities, NaN and subnormal numbers are handled as IEEE 754 requires. (On a processor without fused
/// multiply-add, older than 2013, the error for float may reach 2 units for sigmoid and 2.1 for tanh.)</remarks>
public static class Elementwise
{
    /// <summary>destination ← eˣ.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap but are not the same
    /// memory.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static void Exp<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Map<Exponential, T>(source, destination);

    /// <summary>destination ← ln x: NaN where x is negative, −∞ where it is 0.</summary>
    /// <inheritdoc cref="Exp{T}" path="/exception"/>
    public static void Log<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Map<Logarithm, T>(source, destination);

    /// <summary>destination ← σ(x) = 1 / (1 + e⁻ˣ).</summary>
    /// <inheritdoc cref="Exp{T}" path="/exception"/>
    public static void Sigmoid<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Map<Sigmoid, T>(source, destination);

    /// <summary>destination ← tanh x.</summary>
    /// <inheritdoc cref="Exp{T}" path="/exception"/>
    public static void Tanh<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Map<HyperbolicTangent, T>(source, destination);

    /// <summary>destination ← relu(x) = max(0, x); NaN stays NaN.</summary>
    /// <inheritdoc cref="Exp{T}" path="/exception"/>
    public static void Relu<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Map<Rectifier, T>(source, destination);

    private static void Map<TFunction, T>(ReadOnlySpan<T> source, Span<T> destination)
        where TFunction : struct, ILaneFunction
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckSpans(source, destination);
        LaneLoop.Map<TFunction, T>(source, destination);
    }

    internal static void CheckSpans<T>(
        ReadOnlySpan<T> source,
        ReadOnlySpan<T> destination,
        string sourceName = "source",
        string destinationName = "destination")
    {
        if (source.Length != destination.Length)
            throw new ArgumentException(
                Invariant(
                    $"There are {source.Length} entries of the {sourceName} and {destination.Length} of the "
                        + $"{destinationName}: the counts must match."));
        if (source.Overlaps(destination, out int offset) && offset != 0)
            throw new ArgumentException(
                $"The {sourceName} and the {destinationName} partially overlap, {Math.Abs(offset)} "
                    + $"{(Math.Abs(offset) == 1 ? "entry" : "entries")} apart: they must be the same memory, "
                    + $"or not overlap.");
    }
}

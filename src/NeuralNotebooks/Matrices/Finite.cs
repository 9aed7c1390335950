namespace NeuralNotebooks;

internal static class Finite
{
    public static bool All<T>(ReadOnlySpan<T> entries)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => entries.IsEmpty || TensorPrimitives.IsFiniteAll(entries);

    /// <summary>Throws if a number of a matrix is NaN or infinite; the message has its position.</summary>
    /// <param name="matrix">Columns are examples.</param>
    /// <param name="rowNames">The names of the rows, such as the names of the features, for the message.</param>
    public static void Check<T>(Matrix<T> matrix, string name, IReadOnlyList<string>? rowNames = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(matrix, name);
        int i = IndexOfFirstNonFinite<T>(matrix.AsSpan());
        if (i < 0)
            return;
        (int example, int row) = Math.DivRem(i, matrix.Rows);
        string feature = rowNames is null
            ? ""
            : Invariant($" ({rowNames[row]} of example {example})");
        throw new ArgumentException(
            Invariant($"{name}[{row}, {example}]{feature} is {matrix.AsSpan()[i]}: it must be a finite number."));
    }

    public static int IndexOfFirstNonFinite<T>(ReadOnlySpan<T> entries)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (All(entries))
            return -1;
        int i = 0;
        while (T.IsFinite(entries[i]))
            i++;
        return i;
    }

    public static T CheckNotNegative<T>(T value, string parameter, string? name = null)
        where T : IBinaryFloatingPointIeee754<T> => T.IsFinite(value) && value >= T.Zero
            ? value
            : throw new ArgumentOutOfRangeException(
                parameter, Invariant($"{name ?? parameter} is {value}: it must be a non-negative number."));
}

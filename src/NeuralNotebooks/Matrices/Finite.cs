using System.Numerics;
using System.Numerics.Tensors;

namespace NeuralNotebooks;

/// <summary>What is said where a matrix that somebody passes in holds a NaN or infinite number.</summary>
internal static class Finite
{
    /// <summary>Refuses a matrix with such a number, and says where it stands.</summary>
    /// <param name="matrix">Columns are examples.</param>
    /// <param name="name">What the matrix is called in the message.</param>
    /// <param name="rowNames">What the rows are, such as the names of features.</param>
    /// <exception cref="ArgumentException">A number is NaN or infinite.</exception>
    public static void Check<T>(Matrix<T> matrix, string name, IReadOnlyList<string>? rowNames = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> entries = matrix.AsSpan();
        if (TensorPrimitives.IsFiniteAll(entries))
            return;
        int i = 0;
        while (T.IsFinite(entries[i]))
            i++;
        (int example, int row) = Math.DivRem(i, matrix.Rows);
        string feature = rowNames is null ? "" : FormattableString.Invariant($" ({rowNames[row]} of example {example})");
        throw new ArgumentException(FormattableString.Invariant($"{name}[{row}, {example}]{feature} is {entries[i]}: it must be a finite number."));
    }
}

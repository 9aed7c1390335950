using System.Numerics;

namespace NeuralNotebooks;

/// <summary>What is said where a matrix that somebody passes in holds a NaN or infinite number.</summary>
internal static class Finite
{
    /// <summary>Whether no number is NaN or infinite.</summary>
    // x − x is 0 for a finite number and NaN for any other, and a sum with a NaN in it stays NaN.
    public static bool All<T>(ReadOnlySpan<T> entries)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> sums = Vector<T>.Zero;
        int i = 0;
        for (; i <= entries.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> x = new(entries[i..]);
            sums += x - x;
        }

        T sum = Vector.Sum(sums);
        for (; i < entries.Length; i++)
            sum += entries[i] - entries[i];
        return sum == T.Zero;
    }

    /// <summary>Refuses a matrix with such a number, and says where it stands.</summary>
    /// <param name="matrix">Columns are examples.</param>
    /// <param name="name">What the matrix is called in the message.</param>
    /// <param name="rowNames">What the rows are, such as the names of features.</param>
    /// <exception cref="ArgumentException">A number is NaN or infinite.</exception>
    public static void Check<T>(Matrix<T> matrix, string name, IReadOnlyList<string>? rowNames = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> entries = matrix.AsSpan();
        if (All(entries))
            return;
        int i = 0;
        while (T.IsFinite(entries[i]))
            i++;
        (int example, int row) = Math.DivRem(i, matrix.Rows);
        string feature = rowNames is null ? "" : FormattableString.Invariant($" ({rowNames[row]} of example {example})");
        throw new ArgumentException(FormattableString.Invariant($"{name}[{row}, {example}]{feature} is {entries[i]}: it must be a finite number."));
    }
}

namespace NeuralNotebooks.Course;

/// <summary>Matrix operations that judging needs.</summary>
internal static class Matrices
{
    public static bool SameShape(M a, M b) => a.Rows == b.Rows && a.Columns == b.Columns;

    public static bool IsZero(M matrix) => Entries(matrix).All(entry => entry == 0);

    /// <summary>c with value = c · right in all entries of all pairs, or null where there is none.</summary>
    public static double? CommonFactor(IReadOnlyList<M> values, IReadOnlyList<M> right)
    {
        if (!values.Zip(right).All(pair => SameShape(pair.First, pair.Second)))
        {
            return null;
        }

        double product = 0, square = 0;
        foreach ((double value, double expected) in values.SelectMany(Entries).Zip(right.SelectMany(Entries)))
        {
            product += value * expected;
            square += expected * expected;
        }

        double factor = product / square;
        bool fits = factor != 0 && double.IsFinite(factor)
            && values.Zip(right).All(pair => Difference.IsNone(pair.First, factor * pair.Second));
        return fits ? factor : null;
    }

    /// <summary>A matrix from its rows.</summary>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static M OfRows(double[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        int columns = rows.Length == 0 ? 0 : rows[0].Length;
        M matrix = Matrix.Zeros<double>(rows.Length, columns);
        for (int row = 0; row < rows.Length; row++)
        {
            if (rows[row].Length != columns)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"row {row + 1} of a matrix has {rows[row].Length} entries, the first row has {columns}."),
                        nameof(rows));
            }

            for (int column = 0; column < columns; column++)
            {
                matrix[row, column] = rows[row][column];
            }
        }

        return matrix;
    }

    /// <summary>The entries, row by row.</summary>
    public static IEnumerable<double> Entries(M matrix)
    {
        for (int row = 0; row < matrix.Rows; row++)
        {
            for (int column = 0; column < matrix.Columns; column++)
            {
                yield return matrix[row, column];
            }
        }
    }
}

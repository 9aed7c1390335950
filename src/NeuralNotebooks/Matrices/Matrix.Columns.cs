namespace NeuralNotebooks;

public static partial class Matrix
{
    /// <summary>The diagonal matrix (n × n) with the entries of a column (n × 1) on its diagonal.</summary>
    /// <exception cref="ArgumentException">The matrix is not a column.</exception>
    public static Matrix<T> Diagonal<T>(Matrix<T> column)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckColumn(column);
        var matrix = new Matrix<T>(column.Rows, column.Rows);
        for (int i = 0; i < column.Rows; i++)
            matrix[i, i] = column[i, 0];
        return matrix;
    }

    /// <summary>The entries of all parts below one another, as one column: each part column after column. The
    /// entries are copied.</summary>
    public static Matrix<T> Stack<T>(params Matrix<T>[] parts)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(parts);
        List<T> entries = [];
        foreach (Matrix<T> part in parts)
        {
            ThrowIfNull(part, nameof(parts));
            entries.AddRange(part.AsSpan());
        }

        return Column<T>([.. entries]);
    }

    /// <summary>Divides a column that <see cref="Stack{T}"/> made into its parts. The entries are copied.</summary>
    /// <param name="column">The column.</param>
    /// <param name="like">For each part a matrix of its shape; their entries are not read.</param>
    /// <exception cref="ArgumentException">The matrix is not a column, or it has not as many entries as the parts
    /// together.</exception>
    public static Matrix<T>[] Unstack<T>(Matrix<T> column, params Matrix<T>[] like)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckColumn(column);
        ThrowIfNull(like);
        int count = like.Sum(part => part.Count);
        if (count != column.Rows)
            throw new ArgumentException(
                Invariant($"The column has {column.Rows} entries and the parts have {count} together."),
                nameof(column));
        T[] entries = column.AsSpan().ToArray();
        var parts = new Matrix<T>[like.Length];
        int offset = 0;
        for (int k = 0; k < like.Length; k++)
        {
            parts[k] = Over(entries, offset, like[k].Rows, like[k].Columns);
            offset += like[k].Count;
        }

        return parts;
    }

    private static void CheckColumn<T>(Matrix<T> column)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(column);
        if (column.Columns != 1)
            throw new ArgumentException($"The matrix is {Shape.Of(column)}: a column is n×1.", nameof(column));
    }
}

namespace NeuralNotebooks;

/// <summary>Creates matrices: from given numbers, with one value in every entry, at random, and as parts of another
/// matrix.</summary>
public static partial class Matrix
{
    /// <summary>A matrix of the given numbers, with the rows and columns of the array: each inner pair of braces is a
    /// row. Integers become doubles.</summary>
    public static Matrix<double> Of(double[,] rows) => FromRows<double, double>(rows);

    /// <inheritdoc cref="Of(double[,])"/>
    public static Matrix<float> Of(float[,] rows) => FromRows<float, float>(rows);

    /// <inheritdoc cref="Of(double[,])"/>
    public static Matrix<double> Of(int[,] rows) => FromRows<int, double>(rows);

    /// <summary>A column (n × 1) of the given numbers.</summary>
    public static Matrix<double> Column(params ReadOnlySpan<double> entries) => Column<double>(entries);

    /// <inheritdoc cref="Column(ReadOnlySpan{double})"/>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static Matrix<T> Column<T>(params ReadOnlySpan<T> entries)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(entries.ToArray(), 0, entries.Length, 1);

    /// <summary>A row (1 × n) of the given numbers.</summary>
    public static Matrix<double> Row(params ReadOnlySpan<double> entries) => Row<double>(entries);

    /// <inheritdoc cref="Row(ReadOnlySpan{double})"/>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static Matrix<T> Row<T>(params ReadOnlySpan<T> entries)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(entries.ToArray(), 0, 1, entries.Length);

    /// <summary>A matrix of zeros: rows × columns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative, or the matrix would have more entries than an
    /// array can hold.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static Matrix<T> Zeros<T>(int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(rows, columns);

    /// <summary>A matrix of ones: rows × columns. An example is u (1 × examples) in Z = W X + b u and ∂L/∂b = δ
    /// uᵀ.</summary>
    /// <inheritdoc cref="Zeros{T}" path="/exception"/>
    public static Matrix<T> Ones<T>(int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Filled(rows, columns, T.One);

    /// <summary>A matrix with the same value in every entry: rows × columns.</summary>
    /// <inheritdoc cref="Zeros{T}" path="/exception"/>
    public static Matrix<T> Filled<T>(int rows, int columns, T value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var matrix = new Matrix<T>(rows, columns);
        matrix.Fill(value);
        return matrix;
    }

    /// <summary>The identity matrix (n × n): ones on the diagonal.</summary>
    /// <inheritdoc cref="Zeros{T}" path="/exception"/>
    public static Matrix<T> Identity<T>(int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var matrix = new Matrix<T>(size, size);
        for (int i = 0; i < size; i++)
            matrix[i, i] = T.One;
        return matrix;
    }

    /// <summary>The diagonal matrix (n × n) with the entries of a column (n × 1) on its diagonal.</summary>
    /// <exception cref="ArgumentException">The matrix is not a column.</exception>
    public static Matrix<T> Diagonal<T>(Matrix<T> column)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(column);
        if (column.Columns != 1)
            throw new ArgumentException($"The matrix is {Shape.Of(column)}: a column is n×1.", nameof(column));
        var matrix = new Matrix<T>(column.Rows, column.Rows);
        for (int i = 0; i < column.Rows; i++)
            matrix[i, i] = column[i, 0];
        return matrix;
    }

    /// <summary>A matrix whose entries are those of an array: <c>rows · columns</c> entries, column after column,
    /// beginning at <paramref name="offset"/>.</summary>
    /// <remarks>Nothing is copied: the matrix and the array share their entries.</remarks>
    /// <exception cref="ArgumentException">The array is too short.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The offset or a size is negative.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static Matrix<T> Over<T>(T[] storage, int offset, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(storage);
        ThrowIfNegative(offset);
        int length = Shape.Length(rows, columns);
        if (offset > storage.Length - length)
        {
            throw new ArgumentException(
                Invariant(
                    $"A {rows}×{columns} matrix from entry {offset} on needs {(long)offset + length} "
                        + $"entries; the array has {storage.Length}."));
        }

        return new Matrix<T>(storage, offset, rows, columns);
    }

    /// <summary>A matrix (rows × columns) with a copy of the given numbers, which are stored column by
    /// column.</summary>
    /// <remarks>Numbers that are stored row by row, in which rows are examples, are those of X (features × examples)
    /// column by column: <c>Matrix.FromSpan(numbers, features, examples)</c>.</remarks>
    /// <exception cref="ArgumentException">There are not rows · columns numbers.</exception>
    /// <inheritdoc cref="Zeros{T}" path="/exception"/>
    public static Matrix<T> FromSpan<T>(ReadOnlySpan<T> entries, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Shape.Length(rows, columns) != entries.Length)
            throw new ArgumentException(
                Invariant($"A {rows}×{columns} matrix has {(long)rows * columns} entries; there are {entries.Length}."),
                nameof(entries));
        var matrix = new Matrix<T>(rows, columns);
        entries.CopyTo(matrix.AsSpan());
        return matrix;
    }

    /// <summary>A matrix with a copy of the entries of a tensor of two dimensions, its rows and its columns, however it
    /// is stored.</summary>
    /// <param name="tensor">A <c>Tensor&lt;T&gt;</c>, <c>TensorSpan&lt;T&gt;</c> or
    /// <c>ReadOnlyTensorSpan&lt;T&gt;</c>.</param>
    /// <exception cref="ArgumentException">The tensor does not have two dimensions.</exception>
    /// <inheritdoc cref="Zeros{T}" path="/exception"/>
    public static Matrix<T> FromTensor<T>(ReadOnlyTensorSpan<T> tensor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (tensor.Rank != 2)
            throw new ArgumentException(
                Invariant($"The rank of the tensor is {tensor.Rank}: that of a matrix is 2, rows and columns."),
                nameof(tensor));
        var matrix = new Matrix<T>(checked((int)tensor.Lengths[0]), checked((int)tensor.Lengths[1]));
        tensor.CopyTo(matrix.AsTensorSpan());
        return matrix;
    }

    /// <summary>Adjacent columns as a view (Rows × count) that shares its entries with the matrix, such as a mini-batch
    /// that is not copied.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The matrix has no such columns.</exception>
    public static Matrix<T> Columns<T>(this Matrix<T> matrix, int start, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(matrix);
        Shape.CheckRange("column", start, count, matrix.Columns, matrix.Rows, matrix.Columns);
        return matrix.ColumnRange(start, count);
    }

    /// <summary>A copy of adjacent rows (count × Columns), such as some of the features.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The matrix has no such rows.</exception>
    public static Matrix<T> Rows<T>(this Matrix<T> matrix, int start, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(matrix);
        Shape.CheckRange("row", start, count, matrix.Rows, matrix.Rows, matrix.Columns);
        var rows = new Matrix<T>(count, matrix.Columns);
        for (int column = 0; column < matrix.Columns; column++)
            matrix.ColumnSpan(column).Slice(start, count).CopyTo(rows.ColumnSpan(column));
        return rows;
    }

    private static Matrix<T> FromRows<TSource, T>(TSource[,] rows)
        where TSource : INumberBase<TSource>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(rows);
        var matrix = new Matrix<T>(rows.GetLength(0), rows.GetLength(1));
        for (int column = 0; column < matrix.Columns; column++)
        {
            for (int row = 0; row < matrix.Rows; row++)
                matrix[row, column] = T.CreateChecked(rows[row, column]);
        }

        return matrix;
    }
}

namespace NeuralNotebooks;

public static partial class Matrix
{
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
}

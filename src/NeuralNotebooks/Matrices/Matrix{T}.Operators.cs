namespace NeuralNotebooks;

public sealed partial class Matrix<TReal>
{
    /// <summary>The matrix product: (m × k) · (k × n) = m × n.</summary>
    /// <exception cref="ShapeException">The number of columns of left differs from the number of rows of
    /// right.</exception>
    public static Matrix<TReal> operator *(Matrix<TReal> left, Matrix<TReal> right)
    {
        ThrowIfNull(left);
        ThrowIfNull(right);
        var product = new Matrix<TReal>(left.Rows, right.Columns);
        Gemm.Multiply(left, right, product);
        return product;
    }

    /// <summary>The sum of two matrices of the same shape. If right is a single column (Rows × 1), it is added to each
    /// column of left (broadcast).</summary>
    /// <exception cref="ShapeException">Right has neither the shape of left nor that of one of its
    /// columns.</exception>
    public static Matrix<TReal> operator +(Matrix<TReal> left, Matrix<TReal> right) =>
        Combine(left, right, TensorPrimitives.Add);

    /// <summary>The difference of two matrices of the same shape. If right is a single column (Rows × 1), it is
    /// subtracted from each column of left (broadcast).</summary>
    /// <exception cref="ShapeException">Right has neither the shape of left nor that of one of its
    /// columns.</exception>
    public static Matrix<TReal> operator -(Matrix<TReal> left, Matrix<TReal> right) =>
        Combine(left, right, TensorPrimitives.Subtract);

    /// <summary>Every entry with its sign changed.</summary>
    public static Matrix<TReal> operator -(Matrix<TReal> matrix) =>
        Apply(matrix, TReal.NegativeOne, TensorPrimitives.Multiply);

    /// <summary>Every entry times a number.</summary>
    public static Matrix<TReal> operator *(Matrix<TReal> matrix, TReal scalar) =>
        Apply(matrix, scalar, TensorPrimitives.Multiply);

    /// <inheritdoc cref="op_Multiply(Matrix{TReal}, TReal)"/>
    public static Matrix<TReal> operator *(TReal scalar, Matrix<TReal> matrix) => matrix * scalar;

    /// <summary>Every entry divided by a number.</summary>
    public static Matrix<TReal> operator /(Matrix<TReal> matrix, TReal scalar) =>
        Apply(matrix, scalar, TensorPrimitives.Divide);

    /// <summary>A number divided by every entry.</summary>
    public static Matrix<TReal> operator /(TReal scalar, Matrix<TReal> matrix) =>
        Apply(matrix, scalar, (x, c, y) => TensorPrimitives.Divide(c, x, y));

    /// <summary>Every entry plus a number.</summary>
    public static Matrix<TReal> operator +(Matrix<TReal> matrix, TReal scalar) =>
        Apply(matrix, scalar, TensorPrimitives.Add);

    /// <inheritdoc cref="op_Addition(Matrix{TReal}, TReal)"/>
    public static Matrix<TReal> operator +(TReal scalar, Matrix<TReal> matrix) => matrix + scalar;

    /// <summary>Every entry minus a number.</summary>
    public static Matrix<TReal> operator -(Matrix<TReal> matrix, TReal scalar) => matrix + -scalar;

    /// <summary>A number minus every entry, as in A ⊙ (1 − A).</summary>
    public static Matrix<TReal> operator -(TReal scalar, Matrix<TReal> matrix) =>
        Apply(matrix, scalar, (x, c, y) => TensorPrimitives.Subtract(c, x, y));

    /// <summary>Adds another matrix to this one in place: a matrix of the same shape, or a column (Rows × 1) that is
    /// added to each column.</summary>
    /// <param name="other">The matrix to add: Rows × Columns, or Rows × 1.</param>
    /// <param name="name">The caller's expression for <paramref name="other"/>, filled in by the compiler for the
    /// message of an exception.</param>
    /// <exception cref="ShapeException">The other matrix has neither the shape of this matrix nor that of one of its
    /// columns.</exception>
    public void Add(Matrix<TReal> other, [CallerArgumentExpression(nameof(other))] string name = "")
    {
        CheckSameOrColumn(this, other, "this matrix", name);
        bool overlaps = AsSpan().Overlaps(other.AsSpan(), out int offset) && (offset != 0 || Columns != other.Columns);
        // If the matrices share entries, the addition would overwrite entries of other before they are read: copy it.
        Combine(this, overlaps ? other.Copy() : other, this, TensorPrimitives.Add);
    }

    /// <summary>The entrywise (Hadamard) product A ⊙ B, as a new matrix of the same shape.</summary>
    /// <param name="other">B, of the shape of this matrix A.</param>
    /// <param name="name">The caller's expression for <paramref name="other"/>, filled in by the compiler for the
    /// message of an exception.</param>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public Matrix<TReal> Hadamard(Matrix<TReal> other, [CallerArgumentExpression(nameof(other))] string name = "")
    {
        Shape.MustEqual(this, other, "this matrix", name);
        var result = new Matrix<TReal>(Rows, Columns);
        TensorPrimitives.Multiply(AsSpan(), other.AsSpan(), result.AsSpan());
        return result;
    }

    /// <summary>f(x) for each entry x, as a new matrix of the same shape.</summary>
    public Matrix<TReal> Map(Func<TReal, TReal> function)
    {
        ThrowIfNull(function);
        var result = new Matrix<TReal>(Rows, Columns);
        Span<TReal> x = AsSpan(), y = result.AsSpan();
        for (int i = 0; i < x.Length; i++)
            y[i] = function(x[i]);
        return result;
    }

    /// <summary>The transpose as a new matrix, Columns × Rows, with the notation of formulas: <c>X.T</c>.
    /// <see cref="Gemm"/> multiplies by a transpose without making this copy.</summary>
    public Matrix<TReal> T => Transpose();

    /// <inheritdoc cref="T"/>
    public Matrix<TReal> Transpose()
    {
        var result = new Matrix<TReal>(Columns, Rows);
        StridedCopy.Run(View(transposed: true), result.View());
        return result;
    }

    private delegate void Operation(ReadOnlySpan<TReal> x, ReadOnlySpan<TReal> y, Span<TReal> destination);

    private delegate void ScalarOperation(ReadOnlySpan<TReal> entries, TReal scalar, Span<TReal> destination);

    private static Matrix<TReal> Apply(Matrix<TReal> matrix, TReal scalar, ScalarOperation operation)
    {
        ThrowIfNull(matrix);
        var result = new Matrix<TReal>(matrix.Rows, matrix.Columns);
        operation(matrix.AsSpan(), scalar, result.AsSpan());
        return result;
    }

    private static Matrix<TReal> Combine(Matrix<TReal> left, Matrix<TReal> right, Operation operation)
    {
        CheckSameOrColumn(left, right, nameof(left), nameof(right));
        var result = new Matrix<TReal>(left.Rows, left.Columns);
        Combine(left, right, result, operation);
        return result;
    }

    private static void Combine(Matrix<TReal> left, Matrix<TReal> right, Matrix<TReal> destination, Operation operation)
    {
        if (left.Columns == right.Columns)
        {
            operation(left.AsSpan(), right.AsSpan(), destination.AsSpan());
            return;
        }
        for (int column = 0; column < left.Columns; column++)
            operation(left.ColumnSpan(column), right.AsSpan(), destination.ColumnSpan(column));
    }

    private static void CheckSameOrColumn(Matrix<TReal> left, Matrix<TReal> right, string leftName, string rightName)
    {
        ThrowIfNull(left, leftName);
        ThrowIfNull(right, rightName);
        if (left.Rows != right.Rows || (right.Columns != left.Columns && right.Columns != 1))
        {
            throw Shape.Mismatch(
                ShapeRule.Elementwise,
                (left, leftName),
                (right, rightName),
                $"the shapes must be equal, or {rightName} must be a {Shape.Text(left.Rows, 1)} column");
        }
    }
}

namespace NeuralNotebooks;

/// <summary>A matrix of <see cref="float"/> or <see cref="double"/>, stored column by column.</summary>
/// <typeparam name="TReal"><see cref="float"/> or <see cref="double"/>; any other type is rejected.</typeparam>
/// <remarks>
/// <para>
/// In this course columns are examples. Entry (row, column) is stored at <c>row + column · Rows</c>, so that an example
/// is contiguous in memory and a mini-batch of adjacent examples is a view: <c>X.Columns(start, count)</c> copies
/// nothing and shares its entries with <c>X</c>.
/// </para>
/// <para>Matrices with no rows or no columns are allowed. <c>Equals</c> compares references; <see cref="IsCloseTo"/>
/// compares entries.</para>
/// </remarks>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class Matrix<TReal> : IHtml
    where TReal : unmanaged, IBinaryFloatingPointIeee754<TReal>
{
    private readonly TReal[] _storage;
    private readonly int _offset;

    /// <summary>Creates a matrix of zeros: rows × columns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative, or the matrix would have more entries than an
    /// array can hold.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="TReal"/> is neither float nor double.</exception>
    public Matrix(int rows, int columns)
        : this(new TReal[Shape.Length(rows, columns)], 0, rows, columns)
    {
    }

    /// <summary>A view of <c>rows · columns</c> entries that begin at <paramref name="offset"/>; the caller checks the
    /// range.</summary>
    internal Matrix(TReal[] storage, int offset, int rows, int columns)
    {
        CheckType();
        _storage = storage;
        _offset = offset;
        Rows = rows;
        Columns = columns;
    }

    internal static void CheckType()
    {
        if (typeof(TReal) != typeof(float) && typeof(TReal) != typeof(double))
            throw new NotSupportedException(
                $"A matrix holds float or double; {typeof(TReal).Name} is neither. Convert the numbers to float first."
            );
    }

    /// <summary>The number of rows: features, or units of a layer.</summary>
    public int Rows { get; }

    /// <summary>The number of columns: examples.</summary>
    /// <remarks>With arguments, <c>Columns(start, count)</c> is the view <see cref="Matrix.Columns{TReal}"/>.</remarks>
    public int Columns { get; }

    /// <summary>The number of entries, Rows · Columns.</summary>
    public int Count => Rows * Columns;

    /// <summary>The entry in the given row and column, both counted from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public TReal this[int row, int column]
    {
        get => _storage[IndexOf(row, column)];
        set => _storage[IndexOf(row, column)] = value;
    }

    /// <summary>All entries, column after column. Writing to the span writes to the matrix.</summary>
    public Span<TReal> AsSpan() => _storage.AsSpan(_offset, Count);

    /// <summary>The matrix as a tensor of .NET with the dimensions Rows, Columns: <c>tensor[row, column]</c>. Nothing
    /// is copied: writing to the tensor writes to the matrix. A matrix without entries is the empty tensor.</summary>
    /// <remarks>Its strides are 1, Rows, since a matrix is stored column by column. For a tensor that is stored row by
    /// row, in which rows are examples, use <c>new TensorSpan&lt;T&gt;(X.AsSpan(), [X.Columns, X.Rows])</c>, also
    /// without a copy.</remarks>
    public TensorSpan<TReal> AsTensorSpan() =>
        Count == 0 ? TensorSpan<TReal>.Empty
        : Rows == 1 || Columns == 1 ? new(AsSpan(), [Rows, Columns])   // .NET accepts no two equal strides
        : new(AsSpan(), [Rows, Columns], [1, Rows]);

    /// <summary>The entries of one column; writing to the span writes to the matrix.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public Span<TReal> ColumnSpan(int column)
    {
        CheckColumn(column);
        return _storage.AsSpan(_offset + column * Rows, Rows);
    }

    /// <summary>One column as a matrix (Rows × 1) that shares its entries with this one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public Matrix<TReal> Column(int column)
    {
        CheckColumn(column);
        return new Matrix<TReal>(_storage, _offset + column * Rows, Rows, 1);
    }

    /// <summary>A copy of one row (1 × Columns). Rows are not contiguous, so this is not a view.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Matrix<TReal> Row(int row) => this.Rows(row, 1);

    /// <summary>A copy that shares no entries with this matrix.</summary>
    public Matrix<TReal> Copy()
    {
        Matrix<TReal> copy = new(Rows, Columns);
        AsSpan().CopyTo(copy.AsSpan());
        return copy;
    }

    /// <summary>A copy in another precision: <c>X.To&lt;float&gt;()</c>. A number that is too large becomes
    /// infinite.</summary>
    /// <exception cref="NotSupportedException"><typeparamref name="TOther"/> is neither float nor double.</exception>
    public Matrix<TOther> To<TOther>()
        where TOther : unmanaged, IBinaryFloatingPointIeee754<TOther>
    {
        var result = new Matrix<TOther>(Rows, Columns);
        TensorPrimitives.ConvertTruncating<TReal, TOther>(AsSpan(), result.AsSpan());
        return result;
    }

    /// <summary>Copies all entries into a matrix of the same shape.</summary>
    /// <param name="destination">The matrix to write to: Rows × Columns.</param>
    /// <param name="name">The caller's expression for <paramref name="destination"/>, filled in by the compiler for the
    /// message of an exception.</param>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public void CopyTo(Matrix<TReal> destination, [CallerArgumentExpression(nameof(destination))] string name = "")
    {
        Shape.MustEqual(this, destination, "this matrix", name);
        AsSpan().CopyTo(destination.AsSpan());
    }

    /// <summary>Sets every entry to one value.</summary>
    public void Fill(TReal value) => AsSpan().Fill(value);

    /// <summary>The entries as a two-dimensional array, row after row.</summary>
    public TReal[,] ToArray()
    {
        var array = new TReal[Rows, Columns];
        for (int column = 0; column < Columns; column++)
        {
            ReadOnlySpan<TReal> entries = ColumnSpan(column);
            for (int row = 0; row < Rows; row++)
                array[row, column] = entries[row];
        }

        return array;
    }

    /// <summary>The matrix, or its transpose, in the form that the kernels take: a span with strides.</summary>
    internal Strided<TReal> View(bool transposed = false)
    {
        Strided<TReal> view = new(AsSpan(), Rows, Columns);
        return transposed ? view.Transposed : view;
    }

    /// <summary>The view that <see cref="Matrix.Columns{TReal}"/> returns, without its check of the range.</summary>
    internal Matrix<TReal> ColumnRange(int start, int count) => new(_storage, _offset + start * Rows, Rows, count);

    // Inlined, since a loop over entries in a notebook calls it for each of them.
    [MethodImpl(AggressiveInlining)]
    private int IndexOf(int row, int column)
    {
        if ((uint)row >= (uint)Rows || (uint)column >= (uint)Columns)
            throw Shape.NoSuchEntry(row, column, Rows, Columns);
        return _offset + row + column * Rows;
    }

    private void CheckColumn(int column)
    {
        if ((uint)column >= (uint)Columns)
            throw Shape.NoSuchPart("column", column, Columns, Rows, Columns);
    }
}

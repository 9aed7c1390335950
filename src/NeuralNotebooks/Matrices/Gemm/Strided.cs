using System.Numerics;

namespace NeuralNotebooks;

/// <summary>A matrix as the kernels see it: entry (row, column) lies at <c>row · RowStride + column · ColumnStride</c>.</summary>
/// <remarks>
/// The strides make a transpose free: only they change places. A matrix stored by columns has row stride 1 and, as column
/// stride (its "leading dimension"), the number of rows of the whole from which a block may be cut.
/// </remarks>
internal readonly ref struct Strided<T>(Span<T> entries, int rows, int columns, int rowStride, int columnStride)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public readonly Span<T> Entries = entries;
    public readonly int Rows = rows;
    public readonly int Columns = columns;
    public readonly int RowStride = rowStride;
    public readonly int ColumnStride = columnStride;

    public Strided<T> Transposed => new(Entries, Columns, Rows, ColumnStride, RowStride);

    public ref T this[int row, int column] => ref Entries[row * RowStride + column * ColumnStride];

    public static Strided<T> Of(Matrix<T> matrix, bool transposed = false, string name = "matrix")
    {
        ArgumentNullException.ThrowIfNull(matrix, name);
        var view = new Strided<T>(matrix.AsSpan(), matrix.Rows, matrix.Columns, 1, matrix.Rows);
        return transposed ? view.Transposed : view;
    }

    /// <summary>A block of rows and columns that shares the entries.</summary>
    public Strided<T> Block(int row, int column, int rows, int columns) => rows == 0 || columns == 0
        ? new(default, rows, columns, RowStride, ColumnStride)
        : new(Entries[(row * RowStride + column * ColumnStride)..], rows, columns, RowStride, ColumnStride);

    /// <summary>One column, where columns are contiguous.</summary>
    public Span<T> Column(int column) => Entries.Slice(column * ColumnStride, Rows);
}

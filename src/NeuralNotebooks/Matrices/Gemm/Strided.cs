using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    public Strided<T> Transposed
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Entries, Columns, Rows, ColumnStride, RowStride);
    }

    public ref T this[int row, int column] => ref Entries[row * RowStride + column * ColumnStride];

    public static Strided<T> Of(Matrix<T> matrix, bool transposed = false, string name = "matrix")
    {
        ArgumentNullException.ThrowIfNull(matrix, name);
        var view = new Strided<T>(matrix.AsSpan(), matrix.Rows, matrix.Columns, 1, matrix.Rows);
        return transposed ? view.Transposed : view;
    }

    /// <summary>A matrix stored by columns in plain memory; the span is cut to what belongs to it.</summary>
    public static Strided<T> Of(ReadOnlySpan<T> entries, int rows, int columns, int leadingDimension, string name, string nameOfLeading)
    {
        if (leadingDimension < rows)
        {
            throw new ArgumentOutOfRangeException(
                nameOfLeading, leadingDimension,
                $"{name} is {Shape.Text(rows, columns)}: its leading dimension, from one column to the next, must be at least {Shape.Text(rows)}.");
        }

        long length = rows == 0 || columns == 0 ? 0 : (columns - 1L) * leadingDimension + rows;
        if (length > entries.Length)
        {
            throw new ArgumentException(
                $"{name} is {Shape.Text(rows, columns)} with a leading dimension of {Shape.Text(leadingDimension)}, which takes {Shape.Text(length)} entries: the span has {Shape.Text(entries.Length)}.",
                name);
        }

        // Operands are only read; one type of view serves them and the destination.
        Span<T> own = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(entries), (int)length);
        return new(own, rows, columns, 1, leadingDimension);
    }

    /// <summary>Whether an entry of one matrix is also one of the other; both stored by columns.</summary>
    /// <remarks>
    /// Parts of the same larger matrix may lie between each other in memory without that. With leading dimensions that differ,
    /// every overlap counts.
    /// </remarks>
    public bool SharesEntriesWith(Strided<T> other)
    {
        if (!Entries.Overlaps(other.Entries, out int offset))
            return false;
        if (ColumnStride != other.ColumnStride)
            return true;

        // The other begins so many columns to the right and rows down; what would reach below the last row goes on in the next column.
        (int right, int down) = Math.DivRem(offset, ColumnStride);
        if (down < 0)
            (right, down) = (right - 1, down + ColumnStride);
        bool meets = right < Columns && -right < other.Columns, nextMeets = right + 1 < Columns && -(right + 1) < other.Columns;
        return (meets && down < Rows) || (nextMeets && down + (long)other.Rows > ColumnStride);
    }

    /// <summary>A block of rows and columns that shares the entries.</summary>
    public Strided<T> Block(int row, int column, int rows, int columns) => rows == 0 || columns == 0
        ? new(default, rows, columns, RowStride, ColumnStride)
        : new(Entries[(row * RowStride + column * ColumnStride)..], rows, columns, RowStride, ColumnStride);

    /// <summary>One column, where columns are contiguous.</summary>
    public Span<T> Column(int column) => Rows == 0 ? default : Entries.Slice(column * ColumnStride, Rows);
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralNotebooks;

/// <summary>A matrix as the kernels see it: entry (row, column) lies at <c>row · RowStride + column · ColumnStride</c>.</summary>
/// <remarks>
/// The strides make a transpose free: they are swapped. A matrix stored by columns has row stride 1 and, as column stride (its
/// "leading dimension"), the number of rows of the whole from which a block may be cut.
/// </remarks>
internal readonly ref struct Strided<T>(Span<T> entries, int rows, int columns, int rowStride, int columnStride)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public readonly Span<T> Entries = entries;
    public readonly int Rows = rows;
    public readonly int Columns = columns;
    public readonly int RowStride = rowStride;
    public readonly int ColumnStride = columnStride;

    /// <summary>A matrix stored by columns without gaps.</summary>
    public Strided(Span<T> entries, int rows, int columns)
        : this(entries, rows, columns, 1, rows)
    {
    }

    public Strided<T> Transposed => new(Entries, Columns, Rows, ColumnStride, RowStride);

    public ref T this[int row, int column] => ref Entries[row * RowStride + column * ColumnStride];

    /// <summary>Whether an entry of one matrix is also one of the other; both stored by columns.</summary>
    /// <remarks>
    /// Blocks of the same larger matrix may lie between each other in memory without that. With different leading dimensions, every
    /// overlap counts.
    /// </remarks>
    public bool SharesEntriesWith(Strided<T> other)
    {
        if (!Entries.Overlaps(other.Entries, out int offset))
            return false;
        if (ColumnStride != other.ColumnStride)
            return true;

        // The offset of the other in columns and rows; rows beyond the last continue in the next column.
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

    /// <summary>Prefetches all entries, in the direction in which they lie.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch()
    {
        ref T first = ref MemoryMarshal.GetReference(Entries);
        if (RowStride == 1)
            CacheLine.Prefetch(ref first, ColumnStride, Rows, Columns);
        else
            CacheLine.Prefetch(ref first, RowStride, Columns, Rows);
    }
}

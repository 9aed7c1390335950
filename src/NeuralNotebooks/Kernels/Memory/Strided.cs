namespace NeuralNotebooks;

/// <summary>A matrix in the form that the kernels take: entry (row, column) is at <c>row · RowStride + column ·
/// ColumnStride</c>.</summary>
/// <remarks>A transpose needs no copy: the strides are swapped. A column-major matrix has row stride 1; its column
/// stride (the "leading dimension") is its number of rows or, for a block of a larger matrix, the number of rows of
/// that matrix.</remarks>
internal readonly ref struct Strided<T>(Span<T> entries, int rows, int columns, int rowStride, int columnStride)
    where T : unmanaged
{
    public readonly Span<T> Entries = entries;
    public readonly int Rows = rows, Columns = columns, RowStride = rowStride, ColumnStride = columnStride;

    public Strided(Span<T> entries, int rows, int columns)
        : this(entries, rows, columns, 1, rows)
    {
    }

    public Strided<T> Transposed => new(Entries, Columns, Rows, ColumnStride, RowStride);

    public ref T this[int row, int column] => ref Entries[row * RowStride + column * ColumnStride];

    public Strided<T> Block(int row, int column, int rows, int columns) => rows == 0 || columns == 0
        ? new(default, rows, columns, RowStride, ColumnStride)
        : new(Entries[(row * RowStride + column * ColumnStride)..], rows, columns, RowStride, ColumnStride);

    public Span<T> Column(int column) => Rows == 0 ? default : Entries.Slice(column * ColumnStride, Rows);

    [MethodImpl(AggressiveInlining)]
    public void Prefetch()
    {
        ref T first = ref MemoryMarshal.GetReference(Entries);
        if (RowStride == 1)
            CacheLine.Prefetch(ref first, ColumnStride, Rows, Columns);
        else
            CacheLine.Prefetch(ref first, RowStride, Columns, Rows);
    }
}

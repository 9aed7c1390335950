namespace NeuralNotebooks;

/// <summary>The buffers into which a thread packs blocks of A and panels of B. They are allocated at the thread's first
/// large product and then reused.</summary>
internal static class PackingBuffers<T>
    where T : unmanaged
{
    [ThreadStatic]
    private static T[]? _panel, _block;

    /// <summary>A panel of B with contiguous columns. It is copied if its columns are not contiguous, or are so far
    /// apart that they would cause conflict misses; otherwise it is read in place.</summary>
    public static Strided<T> Panel(Strided<T> b)
    {
        if (b.RowStride != 1)
            return Copy(b.Transposed).Transposed;
        return b.ColumnStride * Unsafe.SizeOf<T>() % MemoryPage.Bytes == 0 ? Copy(b) : b;
    }

    public static Span<T> Block(int length) => AtLeast(ref _block, length);

    /// <summary>A copy, made in memory order, so that contiguous memory is copied at once.</summary>
    private static Strided<T> Copy(Strided<T> b)
    {
        // Padded by a cache line, so that no two columns are a power of 2 apart.
        int stride = b.Rows + CacheLine.Of<T>();
        Span<T> panel = AtLeast(ref _panel, stride * b.Columns);
        for (int j = 0; j < b.Columns; j++)
            b.Column(j).CopyTo(panel[(j * stride)..]);
        return new(panel, b.Rows, b.Columns, 1, stride);
    }

    // Pinned, since the garbage collector could otherwise move the buffer to an address that is not aligned.
    private static Span<T> AtLeast(ref T[]? buffer, int length)
    {
        length += CacheLine.Of<T>();
        if (buffer is null || buffer.Length < length)
            buffer = GC.AllocateUninitializedArray<T>(length, pinned: true);
        return CacheLine.Aligned<T>(buffer);
    }
}

using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>The buffers that a thread packs blocks and panels into; allocated at its first large product and
/// kept.</summary>
internal static class PackingBuffers<T>
    where T : unmanaged
{
    [ThreadStatic]
    private static T[]? _panel, _block;

    /// <summary>A panel of B for the tiles to read: in place, unless its columns are not contiguous or would cause
    /// conflict misses.</summary>
    public static Strided<T> Panel(Strided<T> b)
    {
        if (b.RowStride != 1)
            return Copy(b.Transposed).Transposed;
        return b.ColumnStride * Unsafe.SizeOf<T>() % MemoryPage.Bytes == 0 ? Copy(b) : b;
    }

    /// <summary>A buffer for a block of A.</summary>
    public static Span<T> Block(int length) => AtLeast(ref _block, length);

    /// <summary>A copy in memory order, so that contiguous memory is copied in one go.</summary>
    private static Strided<T> Copy(Strided<T> b)
    {
        // Padded by a cache line, so that no two columns are a power of 2 apart.
        int stride = b.Rows + CacheLine.Of<T>();
        Span<T> panel = AtLeast(ref _panel, stride * b.Columns);
        for (int j = 0; j < b.Columns; j++)
            b.Column(j).CopyTo(panel[(j * stride)..]);
        return new(panel, b.Rows, b.Columns, 1, stride);
    }

    // Pinned, or the garbage collector could move it out of alignment.
    private static Span<T> AtLeast(ref T[]? buffer, int length)
    {
        length += CacheLine.Of<T>();
        if (buffer is null || buffer.Length < length)
            buffer = GC.AllocateUninitializedArray<T>(length, pinned: true);
        return CacheLine.Aligned<T>(buffer);
    }
}

namespace NeuralNotebooks;

/// <summary>Allocates arrays at different offsets within a memory page, to avoid 4K aliasing.</summary>
/// <remarks>
/// <para>
/// Weights, gradients and their averages have the same length and are read and written together. A processor first
/// compares only the lower twelve bits of a load's address with those of pending stores. So if one array begins
/// slightly after another, modulo 4,096 bytes, a load from one waits for a store to the other (4K aliasing). Therefore
/// arrays that are allocated one after the other begin at different offsets in a page.
/// </para>
/// <para>
/// Large arrays are also aligned to cache lines, see <see cref="CacheLine"/>. The garbage collector may move small
/// arrays, but does not change their order.
/// </para>
/// </remarks>
internal static class SpacedArray
{
    private const int OffsetBytes = 512;

    // Objects from this size on are in the large object heap, which is compacted only on request.
    private const int MinBytesOfLargeObject = 85_000;

    private static int _count;

    /// <summary>An array of zeros, whose entries are to be used from index <paramref name="offset"/> on; it may be
    /// longer than requested.</summary>
    public static unsafe T[] Zeros<T>(int length, out int offset)
        where T : unmanaged
    {
        offset = 0;
        long bytes = (long)length * sizeof(T);
        if (bytes < MemoryPage.Bytes || bytes + MemoryPage.Bytes > (long)Array.MaxLength * sizeof(T))
            return new T[length];
        if (bytes < MinBytesOfLargeObject)
            return new T[length + OffsetBytes / sizeof(T)];

        T[] array = new T[length + MemoryPage.Bytes / sizeof(T)];
        nint address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        nint offsetInPage = Interlocked.Increment(ref _count) * (nint)OffsetBytes;
        offset = (int)((offsetInPage - address) & (MemoryPage.Bytes - 1)) / sizeof(T);
        return array;
    }
}

namespace NeuralNotebooks;

/// <summary>A page of virtual memory: the unit of a TLB entry.</summary>
internal static class MemoryPage
{
    public const int Bytes = 4096;
}

/// <summary>A cache line: 64 adjacent bytes, the unit of every transfer between the caches. A load that crosses two
/// lines takes twice as long.</summary>
internal static unsafe class CacheLine
{
    public const int Bytes = 64;

    /// <summary>The number of entries that a line holds. A buffer for <see cref="Aligned"/> must have this many entries
    /// more than are needed.</summary>
    public static int Of<T>()
        where T : unmanaged => Bytes / sizeof(T);

    [MethodImpl(AggressiveInlining)]
    public static bool IsAligned<T>(Span<T> memory)
        where T : unmanaged => ((nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(memory)) & (Bytes - 1)) == 0;

    /// <summary>The part of a pinned buffer that begins at its first cache line.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Span<T> Aligned<T>(Span<T> buffer)
        where T : unmanaged =>
        buffer[(int)((-(nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(buffer)) & (Bytes - 1)) / sizeof(T))..];

    /// <summary>Prefetches a line that is needed soon. This is only a hint, so it does no harm if the garbage collector
    /// has moved the memory meanwhile.</summary>
    [MethodImpl(AggressiveInlining)]
    public static void Prefetch<T>(ref readonly T prefetch)
        where T : unmanaged
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(in prefetch));
    }

    [MethodImpl(AggressiveInlining)]
    public static void Prefetch<T>(ref T first, nint columnStride, int rows, int columns)
        where T : unmanaged
    {
        for (int j = 0; j < columns; j++)
        {
            for (int i = 0; i < rows; i += Bytes / sizeof(T))
                Prefetch(ref Unsafe.Add(ref first, i));
            first = ref Unsafe.Add(ref first, columnStride);
        }
    }
}

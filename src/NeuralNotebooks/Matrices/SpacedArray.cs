using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralNotebooks;

/// <summary>Arrays that can be walked through side by side without standing in each other's way.</summary>
/// <remarks>
/// <para>
/// Weights, gradients and their averages are as long as each other and are read and written together. A processor first compares
/// only the lower twelve bits of an address with those that it is still writing to: where an array lies a little behind another,
/// modulo 4,096 bytes, reading from one waits for the other. So no two neighbours begin at about the same place of a page of memory.
/// </para>
/// <para>
/// Large arrays begin with a line of the cache too, see <see cref="CacheLine"/>. Others are moved to any place when garbage is
/// collected, but stay one behind the other.
/// </para>
/// </remarks>
internal static class SpacedArray
{
    private const int PlaceBytes = 512;

    // Objects from this size on stay where they were made, unless somebody asks the collector to compact them, too.
    private const int LeastBytesOfLargeObject = 85_000;

    private static int _place;

    /// <summary>An array of zeros to be used from <paramref name="offset"/> on; it may be longer than was asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe T[] Zeros<T>(int length, out int offset)
        where T : unmanaged
    {
        offset = 0;
        long bytes = (long)length * sizeof(T);
        if (bytes < MemoryPage.Bytes || bytes + MemoryPage.Bytes > (long)Array.MaxLength * sizeof(T))
            return new T[length];
        if (bytes < LeastBytesOfLargeObject)
            return new T[length + PlaceBytes / sizeof(T)];

        T[] array = new T[length + MemoryPage.Bytes / sizeof(T)];
        nint address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        nint place = Interlocked.Increment(ref _place) * (nint)PlaceBytes;
        offset = (int)((place - address) & (MemoryPage.Bytes - 1)) / sizeof(T);
        return array;
    }
}

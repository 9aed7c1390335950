using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralNotebooks;

/// <summary>A line of the cache: what it fetches and keeps together, 64 neighbouring bytes. A register that is loaded from two lines takes twice as long.</summary>
internal static unsafe class CacheLine
{
    public const int Bytes = 64;

    /// <summary>How many numbers a line has; memory for <see cref="Aligned"/> has to be so much longer than what is needed.</summary>
    public static int Of<T>()
        where T : unmanaged => Bytes / sizeof(T);

    /// <summary>Whether memory begins with a line, at this moment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Begins<T>(Span<T> memory)
        where T : unmanaged =>
        ((nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(memory)) & (Bytes - 1)) == 0;

    /// <summary>Memory that stays where it is, without what it has before the beginning of its first line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<T> Aligned<T>(Span<T> room)
        where T : unmanaged
    {
        nint address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(room));
        return room[(int)((-address & (Bytes - 1)) / sizeof(T))..];
    }
}

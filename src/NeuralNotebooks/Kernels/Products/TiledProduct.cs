using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace NeuralNotebooks;

/// <summary>The product in tiles of C that stay in registers, with or without copies of the operands for the
/// caches.</summary>
internal static partial class TiledProduct<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // The sizes of blocks were chosen on Zen 4 and Zen 5, which have 1 MB of L2 for each core.

    /// <summary>The longest part of k that a strip of A covers: eight columns of B of that length are 12 KB of floats,
    /// a third of L1.</summary>
    public const int MaxDepth = 384;

    /// <summary>A quarter of L2: a block of a matrix up to this size stays there along with the others.</summary>
    public const int QuarterOfL2 = 256 * 1024;

    public static void RegisterTiled(in Product<T> product) =>
        WidestRegisters.Run<InStrips, Product<T>, T>(in product);

    public static void Packed(in Product<T> product) => WidestRegisters.Run<InBlocks, Product<T>, T>(in product);

    /// <summary>Whether there are 32 registers, enough for tiles of two registers by eight columns; else there are 16,
    /// for three by four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasManyRegisters<V>()
        where V : ISimd<V, T> => V.Width == Vector512<T>.Count || AdvSimd.Arm64.IsSupported;

    /// <summary>Divides a length into as few blocks as possible, all of the same size but for the last, and returns
    /// that size; of several, it is a multiple of the step.</summary>
    private static int BlockSize(int length, int max, int step = 1)
    {
        int blocks = (length + max - 1) / max;
        return blocks <= 1 ? Math.Max(1, length) : (length + blocks * step - 1) / (blocks * step) * step;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace NeuralNotebooks;

/// <summary>The product in tiles of C that stay in registers, with or without copies of the operands for the
/// caches.</summary>
internal static partial class TiledProduct
{
    /// <summary>The longest part of k that a strip of A covers: eight columns of B of that length are 12 KB of floats,
    /// a third of L1.</summary>
    public const int MaxDepth = 384;

    /// <summary>A quarter of the 1 MB that Zen 4 and Zen 5 have as L2, where it was chosen: a block of a matrix up to
    /// this size stays there beside the others.</summary>
    public const int QuarterOfL2 = 256 * 1024;

    /// <summary>The largest number of columns of a tile, unless exactly <see cref="TenColumns"/> are left.</summary>
    public const int MaxTileColumns = 8;

    /// <summary>Ten columns, one for each of ten classes, are so common that they have a tile of their own: A is then
    /// read once, not twice.</summary>
    public const int TenColumns = 10;

    public static void RegisterTiled<T>(in Product<T> product)
        where T : unmanaged =>
        WidestRegisters.Run<InTiles<RegisterTiledStage, T>, Product<T>, T>(in product);

    public static void Packed<T>(in Product<T> product)
        where T : unmanaged =>
        WidestRegisters.Run<InTiles<PackedStage, T>, Product<T>, T>(in product);

    /// <summary>How many of the last rows are summed in four parts: see <see cref="FourSteps{T}"/>.</summary>
    /// <param name="product">The whole product, or as many of its rows as fill whole tiles and the rest.</param>
    /// <param name="width">How many rows fill a register.</param>
    [MethodImpl(AggressiveInlining)]
    public static int RowsInParts<T>(in Product<T> product, int width)
        where T : unmanaged
    {
        // Sums of fewer products take longer in four parts: the parts have to be added up, too.
        int rest = product.M % width;
        bool inFour =
            product.K >= 64 && product.K % FourSteps<T>.Steps == 0 && product.B.RowStride == 1 && !product.IsTransposed;
        return inFour && width == Vector512<T>.Count && rest <= FourSteps<T>.Height ? rest : 0;
    }

    /// <summary>Whether a product in tiles copies its operands for the caches.</summary>
    internal interface ITiledStage
    {
        static abstract bool Packs { get; }
    }

    internal readonly struct RegisterTiledStage : ITiledStage
    {
        public static bool Packs => false;
    }

    internal readonly struct PackedStage : ITiledStage
    {
        public static bool Packs => true;
    }

    /// <summary>Tiles of two registers by eight columns where there are 32 registers, of three by four where there are
    /// 16.</summary>
    internal readonly struct InTiles<TStage, T> : IVectorWork<Product<T>, T>
        where TStage : ITiledStage where T : unmanaged
    {
        [MethodImpl(AggressiveOptimization)]
        public static void Run<TSimd, TVector>(in Product<T> product)
            where TSimd : ISimd<TVector, T>
        {
            if (product.K == 0)
                product.ClearUnlessAccumulating();
            else if (TSimd.Width == Vector512<T>.Count || AdvSimd.Arm64.IsSupported)
                Strips<
                    TileColumn<TSimd, TVector, T>.Registers<Count.Two>,
                    TileColumn<TSimd, TVector, T>.Registers<Count.One>,
                    T>.Multiply(in product, TStage.Packs);
            else
                Strips<
                    TileColumn<TSimd, TVector, T>.Registers<Count.Three>,
                    TileColumn<TSimd, TVector, T>.Registers<Count.One>,
                    T>.Multiply(in product, TStage.Packs);
        }
    }

    /// <summary>The strips of A times B: tall ones as long as there are rows for them, then low ones.</summary>
    internal static partial class Strips<TMain, TRemainder, T>
        where TMain : struct, ITileColumn<TMain, T> where TRemainder : struct, ITileColumn<TRemainder, T>
        where T : unmanaged
    {
        [MethodImpl(AggressiveInlining)]
        public static void Multiply(in Product<T> product, bool pack)
        {
            if (pack)
                Packed(in product);
            else
                RegisterTiled(in product);
        }

        [SkipLocalsInit]
        [MethodImpl(AggressiveOptimization)]
        private static void RegisterTiled(in Product<T> product)
        {
            // No buffer if every strip is whole and can be read in place: small products are so short that this
            // matters.
            int rest = product.M % TMain.Height;
            bool isWhole = rest == 0 || rest == TRemainder.Height;
            bool inPlace = isWhole && product.A.RowStride == 1 && product.N <= 2 * MaxTileColumns;
            Span<T> strip = inPlace
                ? default
                : CacheLine.Aligned(stackalloc T[TMain.Height * Math.Min(product.K, MaxDepth) + CacheLine.Of<T>()]);
            int rowsInParts = RowsInParts(in product, TRemainder.Height);
            int part = BlockSize(product.K, MaxDepth, FourSteps<T>.Steps);
            if (part == product.K)
                MultiplyStrips(in product, strip, rowsInParts);
            else
                for (int p = 0; p < product.K; p += part)
                    MultiplyStrips(product.DepthRange(p, Math.Min(part, product.K - p)), strip, rowsInParts);
        }

        /// <summary>
        /// Multiplies strip by strip. While enough rows are left, a strip is as tall as <typeparamref name="TMain"/>;
        /// the last one is no taller than it needs to be.
        /// </summary>
        /// <param name="product">Of a depth of at most <see cref="MaxDepth"/>.</param>
        /// <param name="buffer">A buffer for a strip, TMain.Height × depth.</param>
        /// <param name="rowsInParts">How many of the last rows are summed in parts: see
        /// <see cref="RowsInParts"/>.</param>
        [MethodImpl(AggressiveOptimization)]
        private static unsafe void MultiplyStrips(in Product<T> product, Span<T> buffer, int rowsInParts)
        {
            int quarter = Vector128<T>.Count, half = Vector256<T>.Count;
            for (int i = 0; i < product.M;)
            {
                int left = product.M - i;
                if (left > TRemainder.Height + (TRemainder.Height > half ? half : 0))
                    i += Strip<TMain, T>.Multiply(in product, i, buffer);
                else if (left == rowsInParts)
                    fixed (T* pinned = product.B.Entries) // for FourSteps
                        i += Strip<FourSteps<T>, T>.Multiply(in product, i, buffer);
                else if (TRemainder.Height > quarter && left <= quarter)
                    i += Strip<TileColumn<Simd128<T>, Vector128<T>, T>.Registers<Count.One>, T>.Multiply(
                        in product, i, buffer);
                else if (TRemainder.Height > half && left <= half)
                    i += Strip<TileColumn<Simd256<T>, Vector256<T>, T>.Registers<Count.One>, T>.Multiply(
                        in product, i, buffer);
                else
                    i += Strip<TRemainder, T>.Multiply(in product, i, buffer);
            }
        }
    }

    /// <summary>Divides a length into as few parts as possible, all of the same size but for the last, and returns that
    /// size; of several, it is a multiple of the step.</summary>
    private static int BlockSize(int length, int max, int step = 1)
    {
        int parts = (length + max - 1) / max;
        return parts <= 1 ? Math.Max(1, length) : (length + parts * step - 1) / (parts * step) * step;
    }
}

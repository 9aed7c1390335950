using System.Runtime.Intrinsics.Arm;

namespace NeuralNotebooks;

/// <summary>Computes a product in tiles of C that stay in registers, with or without packing the operands for the
/// caches.</summary>
internal static partial class TiledProduct
{
    /// <summary>The maximum number of columns of a strip of A; a larger k is divided into several parts. Eight columns
    /// of B of this length are 12 KB of floats, about a third of L1.</summary>
    public const int MaxDepth = 384;

    /// <summary>A quarter of the 1 MB of L2 of Zen 4 and Zen 5, the processors on which this limit was chosen. A part
    /// of a matrix up to this size stays in L2 together with the other operands.</summary>
    public const int QuarterOfL2 = 256 * 1024;

    /// <summary>The maximum number of columns of a tile, except that a tile may have <see cref="TenColumns"/> if
    /// exactly so many are left.</summary>
    public const int MaxTileColumns = 8;

    /// <summary>Ten columns are frequent (ten classes), so there is a tile for exactly ten: A is then read once instead
    /// of twice.</summary>
    public const int TenColumns = 10;

    /// <summary>Uses tiles of two registers by eight columns on processors with 32 registers, and of three by four on
    /// processors with 16.</summary>
    internal readonly struct InTiles<T> : IVectorWork<Product<T>, T>
        where T : unmanaged
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
                    T>.Multiply(in product);
            else
                Strips<
                    TileColumn<TSimd, TVector, T>.Registers<Count.Three>,
                    TileColumn<TSimd, TVector, T>.Registers<Count.One>,
                    T>.Multiply(in product);
        }
    }

    /// <summary>Divides A into strips and multiplies them by B: strips as tall as <typeparamref name="TMain"/> while
    /// enough rows are left, then shorter ones.</summary>
    internal static partial class Strips<TMain, TRemainder, T>
        where TMain : struct, ITileColumn<TMain, T> where TRemainder : struct, ITileColumn<TRemainder, T>
        where T : unmanaged
    {
        [SkipLocalsInit]
        [MethodImpl(AggressiveOptimization)]
        public static void Multiply(in Product<T> product)
        {
            if (product.IsPacked)
            {
                Packed(in product);
                return;
            }

            // No buffer is allocated if all strips are whole and can be read in place: for small products this saves
            // noticeable time.
            int rest = product.M % TMain.Height;
            bool isWhole = rest == 0 || rest == TRemainder.Height;
            bool inPlace = isWhole && product.A.RowStride == 1 && product.N <= 2 * MaxTileColumns;
            Span<T> strip = inPlace
                ? default
                : CacheLine.Aligned(stackalloc T[TMain.Height * Math.Min(product.K, MaxDepth) + CacheLine.Of<T>()]);
            int lastRows = FourSteps<T>.LastRows(in product, TRemainder.Height);
            int part = BlockSize(product.K, MaxDepth, FourSteps<T>.Steps);
            if (part == product.K)
                MultiplyStrips(in product, strip, lastRows);
            else
                for (int p = 0; p < product.K; p += part)
                    MultiplyStrips(product.DepthRange(p, Math.Min(part, product.K - p)), strip, lastRows);
        }

        /// <summary>Multiplies strip by strip. While enough rows are left, a strip is as tall as
        /// <typeparamref name="TMain"/>; the last one is no taller than it needs to be.</summary>
        /// <param name="product">A product with k at most <see cref="MaxDepth"/>.</param>
        /// <param name="lastRows"><see cref="FourSteps{T}.LastRows"/> of the whole product.</param>
        [MethodImpl(AggressiveOptimization)]
        private static unsafe void MultiplyStrips(in Product<T> product, Span<T> buffer, int lastRows)
        {
            int quarter = Vector128<T>.Count, half = Vector256<T>.Count;
            for (int i = 0; i < product.M;)
            {
                int left = product.M - i;
                if (left > TRemainder.Height + (TRemainder.Height > half ? half : 0))
                    i += Strip<TMain, T>.Multiply(in product, i, buffer);
                else if (left == lastRows)
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

    /// <summary>Divides a length into as few parts as possible, all of the same size except the last, which may be
    /// smaller, and returns that size. If there are several parts, the size is a multiple of the step.</summary>
    private static int BlockSize(int length, int max, int step = 1)
    {
        int parts = (length + max - 1) / max;
        return parts <= 1 ? Math.Max(1, length) : (length + parts * step - 1) / (parts * step) * step;
    }
}

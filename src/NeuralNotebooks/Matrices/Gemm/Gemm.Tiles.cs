using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

public static partial class Gemm
{
    // The two innermost kernels. Each reads depth columns of a strip of A (contiguous, aColumn entries apart) and depth rows of
    // six columns of B, and adds their product to a tile of C, which begins at 0 where it is fresh. For each p the kernel does
    //
    //     the tile  +=  column p of A (registers)  ·  row p of B (six numbers, each spread over a register).
    //
    // The tile must be named locals: an array of registers would live in memory, at a quarter of the speed. Twelve sums that do
    // not wait for each other keep both multiply-add units busy (two units · four cycles), and with the column of A and one
    // number of B they fit the 16 registers of AVX2. The references stay inside their operands: Strip and the edges of
    // MultiplyStrip see to it that a whole tile may be read and written.

    /// <summary>A tile of two registers by six columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TallTile<TSimd, TVector, T>(
        int depth, ref T a, nint aColumn, ref T b, nint bRow, nint bColumn, ref T c, nint cColumn, bool fresh)
        where TSimd : ISimd<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int width = TSimd.Width;
        ref T c0 = ref c, c1 = ref Unsafe.Add(ref c, cColumn), c2 = ref Unsafe.Add(ref c, 2 * cColumn);
        ref T c3 = ref Unsafe.Add(ref c, 3 * cColumn), c4 = ref Unsafe.Add(ref c, 4 * cColumn), c5 = ref Unsafe.Add(ref c, 5 * cColumn);
        TVector top0 = TSimd.Broadcast(T.Zero), top1 = top0, top2 = top0, top3 = top0, top4 = top0, top5 = top0;
        TVector low0 = top0, low1 = top0, low2 = top0, low3 = top0, low4 = top0, low5 = top0;
        if (!fresh)
        {
            (top0, low0) = (TSimd.Load(ref c0), TSimd.Load(ref Unsafe.Add(ref c0, width)));
            (top1, low1) = (TSimd.Load(ref c1), TSimd.Load(ref Unsafe.Add(ref c1, width)));
            (top2, low2) = (TSimd.Load(ref c2), TSimd.Load(ref Unsafe.Add(ref c2, width)));
            (top3, low3) = (TSimd.Load(ref c3), TSimd.Load(ref Unsafe.Add(ref c3, width)));
            (top4, low4) = (TSimd.Load(ref c4), TSimd.Load(ref Unsafe.Add(ref c4, width)));
            (top5, low5) = (TSimd.Load(ref c5), TSimd.Load(ref Unsafe.Add(ref c5, width)));
        }

        for (nint p = 0, atA = 0, atB = 0; p < depth; p++, atA += aColumn, atB += bRow)
        {
            TVector top = TSimd.Load(ref Unsafe.Add(ref a, atA)), low = TSimd.Load(ref Unsafe.Add(ref a, atA + width));
            ref T left = ref Unsafe.Add(ref b, atB), right = ref Unsafe.Add(ref left, 3 * bColumn);

            TVector b0 = TSimd.Broadcast(left);
            top0 = TSimd.MultiplyAdd(top, b0, top0);
            low0 = TSimd.MultiplyAdd(low, b0, low0);
            TVector b1 = TSimd.Broadcast(Unsafe.Add(ref left, bColumn));
            top1 = TSimd.MultiplyAdd(top, b1, top1);
            low1 = TSimd.MultiplyAdd(low, b1, low1);
            TVector b2 = TSimd.Broadcast(Unsafe.Add(ref left, 2 * bColumn));
            top2 = TSimd.MultiplyAdd(top, b2, top2);
            low2 = TSimd.MultiplyAdd(low, b2, low2);
            TVector b3 = TSimd.Broadcast(right);
            top3 = TSimd.MultiplyAdd(top, b3, top3);
            low3 = TSimd.MultiplyAdd(low, b3, low3);
            TVector b4 = TSimd.Broadcast(Unsafe.Add(ref right, bColumn));
            top4 = TSimd.MultiplyAdd(top, b4, top4);
            low4 = TSimd.MultiplyAdd(low, b4, low4);
            TVector b5 = TSimd.Broadcast(Unsafe.Add(ref right, 2 * bColumn));
            top5 = TSimd.MultiplyAdd(top, b5, top5);
            low5 = TSimd.MultiplyAdd(low, b5, low5);
        }

        TSimd.Store(top0, ref c0);
        TSimd.Store(low0, ref Unsafe.Add(ref c0, width));
        TSimd.Store(top1, ref c1);
        TSimd.Store(low1, ref Unsafe.Add(ref c1, width));
        TSimd.Store(top2, ref c2);
        TSimd.Store(low2, ref Unsafe.Add(ref c2, width));
        TSimd.Store(top3, ref c3);
        TSimd.Store(low3, ref Unsafe.Add(ref c3, width));
        TSimd.Store(top4, ref c4);
        TSimd.Store(low4, ref Unsafe.Add(ref c4, width));
        TSimd.Store(top5, ref c5);
        TSimd.Store(low5, ref Unsafe.Add(ref c5, width));
    }

    /// <summary>A tile of one register by six columns, for the last rows and for products with few, such as the ten classes of digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LowTile<TSimd, TVector, T>(
        int depth, ref T a, nint aColumn, ref T b, nint bRow, nint bColumn, ref T c, nint cColumn, bool fresh)
        where TSimd : ISimd<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref T c0 = ref c, c1 = ref Unsafe.Add(ref c, cColumn), c2 = ref Unsafe.Add(ref c, 2 * cColumn);
        ref T c3 = ref Unsafe.Add(ref c, 3 * cColumn), c4 = ref Unsafe.Add(ref c, 4 * cColumn), c5 = ref Unsafe.Add(ref c, 5 * cColumn);
        TVector sum0 = TSimd.Broadcast(T.Zero), sum1 = sum0, sum2 = sum0, sum3 = sum0, sum4 = sum0, sum5 = sum0;
        if (!fresh)
        {
            (sum0, sum1, sum2) = (TSimd.Load(ref c0), TSimd.Load(ref c1), TSimd.Load(ref c2));
            (sum3, sum4, sum5) = (TSimd.Load(ref c3), TSimd.Load(ref c4), TSimd.Load(ref c5));
        }

        for (nint p = 0, atA = 0, atB = 0; p < depth; p++, atA += aColumn, atB += bRow)
        {
            TVector column = TSimd.Load(ref Unsafe.Add(ref a, atA));
            ref T left = ref Unsafe.Add(ref b, atB), right = ref Unsafe.Add(ref left, 3 * bColumn);
            sum0 = TSimd.MultiplyAdd(column, TSimd.Broadcast(left), sum0);
            sum1 = TSimd.MultiplyAdd(column, TSimd.Broadcast(Unsafe.Add(ref left, bColumn)), sum1);
            sum2 = TSimd.MultiplyAdd(column, TSimd.Broadcast(Unsafe.Add(ref left, 2 * bColumn)), sum2);
            sum3 = TSimd.MultiplyAdd(column, TSimd.Broadcast(right), sum3);
            sum4 = TSimd.MultiplyAdd(column, TSimd.Broadcast(Unsafe.Add(ref right, bColumn)), sum4);
            sum5 = TSimd.MultiplyAdd(column, TSimd.Broadcast(Unsafe.Add(ref right, 2 * bColumn)), sum5);
        }

        TSimd.Store(sum0, ref c0);
        TSimd.Store(sum1, ref c1);
        TSimd.Store(sum2, ref c2);
        TSimd.Store(sum3, ref c3);
        TSimd.Store(sum4, ref c4);
        TSimd.Store(sum5, ref c5);
    }
}

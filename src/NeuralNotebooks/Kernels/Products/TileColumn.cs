using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NeuralNotebooks;

/// <summary>One column of a tile, or of a strip of A: the rows that fit in one, two or three vector registers, or a few
/// of them.</summary>
internal interface ITileColumn<TSelf, T>
    where TSelf : ITileColumn<TSelf, T>
{
    /// <summary>The number of rows.</summary>
    static abstract int Height { get; }

    /// <summary>How many columns of a tile fit in the registers; exactly <see cref="TiledProduct.TenColumns"/> also fit
    /// where these are <see cref="TiledProduct.MaxTileColumns"/>.</summary>
    static virtual int TileColumns => TiledProduct.MaxTileColumns;

    /// <summary>How many columns of a strip are multiplied at once.</summary>
    static virtual int Steps => 1;

    static abstract TSelf Load(ref T source);

    /// <summary>The columns of a strip that are multiplied at once.</summary>
    static virtual TSelf LoadSteps(ref T strip) => TSelf.Load(ref strip);

    void Store(ref T destination);

    /// <summary>sum + a · b, where b is one number, or one for each step.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, ref T b, TSelf sum);
}

/// <summary>The columns that fill registers.</summary>
internal static class TileColumn<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
{
    /// <summary>A column of one, two or three registers; a register that it does not have takes no time.</summary>
    internal readonly struct Registers<TCount>(TVector top, TVector middle, TVector low)
        : ITileColumn<Registers<TCount>, T>
        where TCount : ICount
    {
        private readonly TVector _top = top, _middle = middle, _low = low;

        public static int Height => TCount.Value * TSimd.Width;

        public static int TileColumns => TCount.Value == 3 ? 4 : TiledProduct.MaxTileColumns;

        [MethodImpl(AggressiveInlining)]
        public static Registers<TCount> Load(ref T source) =>
            new(
                TSimd.Load(ref source),
                TCount.Value > 1 ? TSimd.Load(ref Unsafe.Add(ref source, TSimd.Width)) : default!,
                TCount.Value > 2 ? TSimd.Load(ref Unsafe.Add(ref source, 2 * TSimd.Width)) : default!
            );

        [MethodImpl(AggressiveInlining)]
        public void Store(ref T destination)
        {
            TSimd.Store(_top, ref destination);
            if (TCount.Value > 1)
                TSimd.Store(_middle, ref Unsafe.Add(ref destination, TSimd.Width));
            if (TCount.Value > 2)
                TSimd.Store(_low, ref Unsafe.Add(ref destination, 2 * TSimd.Width));
        }

        [MethodImpl(AggressiveInlining)]
        public static Registers<TCount> MultiplyAdd(Registers<TCount> a, ref T b, Registers<TCount> sum)
        {
            TVector weight = TSimd.Broadcast(b);
            return new(
                TSimd.MultiplyAdd(a._top, weight, sum._top),
                TCount.Value > 1 ? TSimd.MultiplyAdd(a._middle, weight, sum._middle) : default!,
                TCount.Value > 2 ? TSimd.MultiplyAdd(a._low, weight, sum._low) : default!
            );
        }
    }
}

/// <summary>A column of 4 floats or 2 doubles, for four values of k at once.</summary>
/// <remarks>
/// The last rows of a product would fill a quarter of a 512-bit register. Here each row has four neighbouring lanes,
/// one for every fourth k, so that four neighbouring entries of B are loaded at once. The four partial sums of a row
/// are added up when the tile is stored.
/// </remarks>
internal readonly struct FourSteps<T>(Vector256<T> top, Vector256<T> low) : ITileColumn<FourSteps<T>, T>
{
    private readonly Vector256<T> _top = top, _low = low;

    public static int Height => Vector128<T>.Count;

    public static int Steps => 4;

    [MethodImpl(AggressiveInlining)]
    public static FourSteps<T> Load(ref T source)
    {
        // Each number in the first lane of its row, and 0, from the last lane, in the other three.
        Vector512<T> rows = Vector128.LoadUnsafe(ref source).ToVector256().ToVector512();
        rows =
            typeof(T) == typeof(float)
                ? Vector512
                    .Shuffle(
                        rows.AsSingle(),
                        Vector512.Create(0, 15, 15, 15, 1, 15, 15, 15, 2, 15, 15, 15, 3, 15, 15, 15)
                    )
                    .As<float, T>()
                : Vector512.Shuffle(rows.AsDouble(), Vector512.Create(0L, 7, 7, 7, 1, 7, 7, 7)).As<double, T>();
        return new(rows.GetLower(), rows.GetUpper());
    }

    [MethodImpl(AggressiveInlining)]
    public static FourSteps<T> LoadSteps(ref T strip) =>
        new(Vector256.LoadUnsafe(ref strip), Vector256.LoadUnsafe(ref strip, (nuint)Vector256<T>.Count));

    [MethodImpl(AggressiveInlining)]
    public void Store(ref T destination)
    {
        Vector512<T> sums = Vector512.Create(_top, _low);
        sums =
            typeof(T) == typeof(float)
                ? Vector512
                    .Shuffle(sums.AsSingle(), Vector512.Create(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15))
                    .As<float, T>()
                : Vector512.Shuffle(sums.AsDouble(), Vector512.Create(0L, 4, 1, 5, 2, 6, 3, 7)).As<double, T>();
        Vector256<T> halves = sums.GetLower() + sums.GetUpper();
        (halves.GetLower() + halves.GetUpper()).StoreUnsafe(ref destination);
    }

    // By pointer, to memory that the caller pins: only so does one instruction load and broadcast 128 bits.
    [MethodImpl(AggressiveInlining)]
    public static unsafe FourSteps<T> MultiplyAdd(FourSteps<T> a, ref T b, FourSteps<T> sum)
    {
        Vector256<T> four = typeof(T) == typeof(double) ? Vector256.LoadUnsafe(ref b)
            : Avx.IsSupported ? Avx.BroadcastVector128ToVector256((float*)Unsafe.AsPointer(ref b)).As<float, T>()
            : Vector256.Create(Vector128.LoadUnsafe(ref b));
        return new(Simd256<T>.MultiplyAdd(a._top, four, sum._top), Simd256<T>.MultiplyAdd(a._low, four, sum._low));
    }
}

namespace NeuralNotebooks;

/// <summary>One column of a tile of C, or of a strip of A: as many rows as one, two or three vector registers have
/// lanes, or only a few (<see cref="FourSteps{T}"/>).</summary>
internal interface ITileColumn<TSelf, T>
    where TSelf : ITileColumn<TSelf, T>
{
    static abstract int Height { get; }

    /// <summary>The maximum number of columns of a tile, so that it fits in the registers. If it is
    /// <see cref="TiledProduct.MaxTileColumns"/>, a tile of <see cref="TiledProduct.TenColumns"/> fits too.</summary>
    static virtual int TileColumns => TiledProduct.MaxTileColumns;

    /// <summary>The number of columns of a strip that are multiplied at once.</summary>
    static virtual int Steps => 1;

    static abstract TSelf Load(ref T source);

    /// <summary>Loads the columns of a strip that are multiplied at once.</summary>
    static virtual TSelf LoadSteps(ref T strip) => TSelf.Load(ref strip);

    void Store(ref T destination);

    /// <summary>sum + a · b, where b is one number, or one for each step.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, ref T b, TSelf sum);
}

/// <summary>Columns that fill whole registers of one width.</summary>
internal static class TileColumn<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
{
    /// <summary>A column of one, two or three registers. The compiler removes the code for registers that a column does
    /// not have.</summary>
    internal readonly struct Registers<TCount>(TVector top, TVector middle, TVector bottom)
        : ITileColumn<Registers<TCount>, T>
        where TCount : ICount
    {
        private readonly TVector _top = top, _middle = middle, _bottom = bottom;

        public static int Height => TCount.Value * TSimd.Width;

        public static int TileColumns => TCount.Value == 3 ? 4 : TiledProduct.MaxTileColumns;

        [MethodImpl(AggressiveInlining)]
        public static Registers<TCount> Load(ref T source) =>
            new(
                TSimd.Load(ref source),
                TCount.Value > 1 ? TSimd.Load(ref Unsafe.Add(ref source, TSimd.Width)) : default!,
                TCount.Value > 2 ? TSimd.Load(ref Unsafe.Add(ref source, 2 * TSimd.Width)) : default!);

        [MethodImpl(AggressiveInlining)]
        public void Store(ref T destination)
        {
            TSimd.Store(_top, ref destination);
            if (TCount.Value > 1)
                TSimd.Store(_middle, ref Unsafe.Add(ref destination, TSimd.Width));
            if (TCount.Value > 2)
                TSimd.Store(_bottom, ref Unsafe.Add(ref destination, 2 * TSimd.Width));
        }

        [MethodImpl(AggressiveInlining)]
        public static Registers<TCount> MultiplyAdd(Registers<TCount> a, ref T b, Registers<TCount> sum)
        {
            TVector weight = TSimd.Broadcast(b);
            return new(
                TSimd.MultiplyAdd(a._top, weight, sum._top),
                TCount.Value > 1 ? TSimd.MultiplyAdd(a._middle, weight, sum._middle) : default!,
                TCount.Value > 2 ? TSimd.MultiplyAdd(a._bottom, weight, sum._bottom) : default!);
        }
    }
}

/// <summary>A column of 4 floats or 2 doubles, which multiplies four columns of a strip at once.</summary>
/// <remarks>The last rows of a product would fill only a quarter of a 512-bit register. Here each row has four adjacent
/// lanes, each with the partial sum over every fourth p, so that four adjacent entries of B are loaded at once. The
/// four partial sums of a row are added up when the tile is stored. These rows are thus added in another order than the
/// others. Every way to compute a product asks <see cref="LastRows"/> which rows they are, so that a column has the
/// same bits alone and as a part of a larger product.</remarks>
internal readonly struct FourSteps<T>(Vector256<T> top, Vector256<T> bottom) : ITileColumn<FourSteps<T>, T>
    where T : unmanaged
{
    private readonly Vector256<T> _top = top, _bottom = bottom;

    public static int Height => Vector128<T>.Count;

    public static int Steps => 4;

    /// <summary>How many of the last rows of a product are computed in this way; 0 if none are.</summary>
    /// <param name="product">The whole product, or a range of its rows that begins at a tile and ends at a tile or at
    /// the last row.</param>
    /// <param name="width">The number of lanes of a register.</param>
    [MethodImpl(AggressiveInlining)]
    public static int LastRows(in Product<T> product, int width)
    {
        // For k below 64, four steps at once take longer, since the partial sums have to be added up.
        int rest = product.M % width;
        bool fits = product.K >= 64 && product.K % Steps == 0 && product.B.RowStride == 1 && !product.IsTransposed;
        return fits && width == Vector512<T>.Count && rest <= Height ? rest : 0;
    }

    [MethodImpl(AggressiveInlining)]
    public static FourSteps<T> Load(ref T source)
    {
        // Each number is moved to the first of the four lanes of its row; the other three get a 0 from the last lane.
        Vector512<T> rows = Vector128.LoadUnsafe(ref source).ToVector256().ToVector512();
        rows =
            typeof(T) == typeof(float)
                ? Vector512
                    .Shuffle(
                        rows.AsSingle(), Vector512.Create(0, 15, 15, 15, 1, 15, 15, 15, 2, 15, 15, 15, 3, 15, 15, 15))
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
        Vector512<T> sums = Vector512.Create(_top, _bottom);
        sums =
            typeof(T) == typeof(float)
                ? Vector512
                    .Shuffle(sums.AsSingle(), Vector512.Create(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15))
                    .As<float, T>()
                : Vector512.Shuffle(sums.AsDouble(), Vector512.Create(0L, 4, 1, 5, 2, 6, 3, 7)).As<double, T>();
        Vector256<T> halves = sums.GetLower() + sums.GetUpper();
        (halves.GetLower() + halves.GetUpper()).StoreUnsafe(ref destination);
    }

    // B is read by pointer, since only then a single instruction loads and broadcasts 128 bits. The caller pins B.
    [MethodImpl(AggressiveInlining)]
    public static unsafe FourSteps<T> MultiplyAdd(FourSteps<T> a, ref T b, FourSteps<T> sum)
    {
        Vector256<T> four = typeof(T) == typeof(double) ? Vector256.LoadUnsafe(ref b)
            : Avx.IsSupported ? Avx.BroadcastVector128ToVector256((float*)Unsafe.AsPointer(ref b)).As<float, T>()
            : Vector256.Create(Vector128.LoadUnsafe(ref b));
        return new(
            Simd256<T>.MultiplyAdd(a._top, four, sum._top), Simd256<T>.MultiplyAdd(a._bottom, four, sum._bottom));
    }
}

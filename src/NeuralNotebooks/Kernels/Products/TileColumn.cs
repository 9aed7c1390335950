using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralNotebooks;

/// <summary>One column of a tile, or of a strip of A: the rows that fit in one, two or three vector registers, or in a quarter of one.</summary>
internal interface ITileColumn<TSelf, T>
    where TSelf : ITileColumn<TSelf, T> where T : unmanaged
{
    /// <summary>The number of rows.</summary>
    static abstract int Height { get; }

    /// <summary>How many columns of a strip are multiplied at once.</summary>
    static virtual int Steps => 1;

    static abstract TSelf Load(ref T source);

    /// <summary>The columns of a strip that are multiplied at once.</summary>
    static virtual TSelf LoadSteps(ref T strip) => TSelf.Load(ref strip);

    void Store(ref T destination);

    /// <summary>sum + a · b, where b is one number, or one for each step.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, ref T b, TSelf sum);
}

/// <summary>A column of one register.</summary>
internal readonly struct OneRegister<TSimd, TVector, T>(TVector only) : ITileColumn<OneRegister<TSimd, TVector, T>, T>
    where TSimd : ISimd<TVector, T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TVector _only = only;

    public static int Height => TSimd.Width;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneRegister<TSimd, TVector, T> Load(ref T source) => new(TSimd.Load(ref source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref T destination) => TSimd.Store(_only, ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneRegister<TSimd, TVector, T> MultiplyAdd(OneRegister<TSimd, TVector, T> a, ref T b, OneRegister<TSimd, TVector, T> sum) =>
        new(TSimd.MultiplyAdd(a._only, TSimd.Broadcast(b), sum._only));
}

/// <summary>A column of two registers.</summary>
internal readonly struct TwoRegisters<TSimd, TVector, T>(TVector top, TVector low) : ITileColumn<TwoRegisters<TSimd, TVector, T>, T>
    where TSimd : ISimd<TVector, T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TVector _top = top, _low = low;

    public static int Height => 2 * TSimd.Width;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoRegisters<TSimd, TVector, T> Load(ref T source) =>
        new(TSimd.Load(ref source), TSimd.Load(ref Unsafe.Add(ref source, TSimd.Width)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref T destination)
    {
        TSimd.Store(_top, ref destination);
        TSimd.Store(_low, ref Unsafe.Add(ref destination, TSimd.Width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoRegisters<TSimd, TVector, T> MultiplyAdd(TwoRegisters<TSimd, TVector, T> a, ref T b, TwoRegisters<TSimd, TVector, T> sum)
    {
        TVector weight = TSimd.Broadcast(b);
        return new(TSimd.MultiplyAdd(a._top, weight, sum._top), TSimd.MultiplyAdd(a._low, weight, sum._low));
    }
}

/// <summary>A column of three registers.</summary>
internal readonly struct ThreeRegisters<TSimd, TVector, T>(TVector top, TVector middle, TVector low) : ITileColumn<ThreeRegisters<TSimd, TVector, T>, T>
    where TSimd : ISimd<TVector, T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TVector _top = top, _middle = middle, _low = low;

    public static int Height => 3 * TSimd.Width;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ThreeRegisters<TSimd, TVector, T> Load(ref T source) => new(
        TSimd.Load(ref source), TSimd.Load(ref Unsafe.Add(ref source, TSimd.Width)), TSimd.Load(ref Unsafe.Add(ref source, 2 * TSimd.Width)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref T destination)
    {
        TSimd.Store(_top, ref destination);
        TSimd.Store(_middle, ref Unsafe.Add(ref destination, TSimd.Width));
        TSimd.Store(_low, ref Unsafe.Add(ref destination, 2 * TSimd.Width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ThreeRegisters<TSimd, TVector, T> MultiplyAdd(ThreeRegisters<TSimd, TVector, T> a, ref T b, ThreeRegisters<TSimd, TVector, T> sum)
    {
        TVector weight = TSimd.Broadcast(b);
        return new(TSimd.MultiplyAdd(a._top, weight, sum._top), TSimd.MultiplyAdd(a._middle, weight, sum._middle), TSimd.MultiplyAdd(a._low, weight, sum._low));
    }
}

/// <summary>A column of a quarter of a 512-bit register, for four values of k at once.</summary>
/// <remarks>
/// The last rows of a product, 4 floats or 2 doubles, would fill a quarter of the lanes. Here each quarter has its own partial sum: of
/// every fourth column of the strip times every fourth row of B. The quarters are added up when the tile is stored.
/// </remarks>
internal readonly struct QuarterRegister<T>(Vector512<T> lanes) : ITileColumn<QuarterRegister<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector512<T> _lanes = lanes;

    public static int Height => Vector128<T>.Count;

    public static int Steps => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static QuarterRegister<T> Load(ref T source) => new(Vector128.LoadUnsafe(ref source).ToVector256().ToVector512());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static QuarterRegister<T> LoadSteps(ref T strip) => new(Vector512.LoadUnsafe(ref strip));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref T destination)
    {
        Vector256<T> halves = _lanes.GetLower() + _lanes.GetUpper();
        (halves.GetLower() + halves.GetUpper()).StoreUnsafe(ref destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static QuarterRegister<T> MultiplyAdd(QuarterRegister<T> a, ref T b, QuarterRegister<T> sum)
    {
        // b₀ b₀ b₀ b₀ b₁ b₁ b₁ b₁ … for floats, b₀ b₀ b₁ b₁ … for doubles.
        Vector512<T> four = typeof(T) == typeof(float)
            ? Vector512.Shuffle(Vector128.LoadUnsafe(ref b).ToVector256Unsafe().ToVector512Unsafe().AsSingle(), Vector512.Create(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3)).As<float, T>()
            : Vector512.Shuffle(Vector256.LoadUnsafe(ref b).ToVector512Unsafe().AsDouble(), Vector512.Create(0L, 0, 1, 1, 2, 2, 3, 3)).As<double, T>();
        return new(Simd512<T>.MultiplyAdd(a._lanes, four, sum._lanes));
    }
}

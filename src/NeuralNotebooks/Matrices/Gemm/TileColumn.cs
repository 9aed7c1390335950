using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>One column of a tile, or of a strip of A: as many rows as one, two or three vector registers hold.</summary>
internal interface ITileColumn<TSelf, T>
    where T : unmanaged
{
    /// <summary>The number of rows.</summary>
    static abstract int Height { get; }

    static abstract TSelf Zero { get; }

    static abstract TSelf Load(ref T source);

    void Store(ref T destination);

    /// <summary>sum + a · b, where b is one number.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, ref T b, TSelf sum);
}

/// <summary>A column of one register.</summary>
internal readonly struct OneRegister<TSimd, TVector, T>(TVector only) : ITileColumn<OneRegister<TSimd, TVector, T>, T>
    where TSimd : ISimd<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TVector _only = only;

    public static int Height => TSimd.Width;

    public static OneRegister<TSimd, TVector, T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(TSimd.Broadcast(T.Zero));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneRegister<TSimd, TVector, T> Load(ref T source) => new(TSimd.Load(ref source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref T destination) => TSimd.Store(_only, ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneRegister<TSimd, TVector, T> MultiplyAdd(OneRegister<TSimd, TVector, T> a, ref T b, OneRegister<TSimd, TVector, T> sum) =>
        new(TSimd.MultiplyAdd(a._only, TSimd.BroadcastFrom(ref b), sum._only));
}

/// <summary>A column of two registers.</summary>
internal readonly struct TwoRegisters<TSimd, TVector, T>(TVector top, TVector low) : ITileColumn<TwoRegisters<TSimd, TVector, T>, T>
    where TSimd : ISimd<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TVector _top = top, _low = low;

    public static int Height => 2 * TSimd.Width;

    public static TwoRegisters<TSimd, TVector, T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(TSimd.Broadcast(T.Zero), TSimd.Broadcast(T.Zero));
    }

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
        TVector weight = TSimd.BroadcastFrom(ref b);
        return new(TSimd.MultiplyAdd(a._top, weight, sum._top), TSimd.MultiplyAdd(a._low, weight, sum._low));
    }
}

/// <summary>A column of three registers.</summary>
internal readonly struct ThreeRegisters<TSimd, TVector, T>(TVector top, TVector middle, TVector low) : ITileColumn<ThreeRegisters<TSimd, TVector, T>, T>
    where TSimd : ISimd<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TVector _top = top, _middle = middle, _low = low;

    public static int Height => 3 * TSimd.Width;

    public static ThreeRegisters<TSimd, TVector, T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(TSimd.Broadcast(T.Zero), TSimd.Broadcast(T.Zero), TSimd.Broadcast(T.Zero));
    }

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
        TVector weight = TSimd.BroadcastFrom(ref b);
        return new(
            TSimd.MultiplyAdd(a._top, weight, sum._top),
            TSimd.MultiplyAdd(a._middle, weight, sum._middle),
            TSimd.MultiplyAdd(a._low, weight, sum._low));
    }
}

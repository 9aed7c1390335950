using System.Numerics;

namespace NeuralNotebooks;

/// <summary>The lanes of a vector register with the operators of numbers, so that a formula in vectors reads like one in numbers.</summary>
internal interface ILanes<TSelf, T>
    where TSelf : ILanes<TSelf, T>
{
    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator +(TSelf a, T b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf operator *(T a, TSelf b);

    static abstract TSelf operator /(TSelf a, TSelf b);

    static abstract TSelf SquareRoot(TSelf a);
}

/// <summary>The lanes of one register.</summary>
internal readonly struct Lanes<TSimd, TVector, T>(TVector all) : ILanes<Lanes<TSimd, TVector, T>, T>
    where TSimd : ISimd<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public readonly TVector All = all;

    public static Lanes<TSimd, TVector, T> operator +(Lanes<TSimd, TVector, T> a, Lanes<TSimd, TVector, T> b) => new(TSimd.Add(a.All, b.All));

    public static Lanes<TSimd, TVector, T> operator +(Lanes<TSimd, TVector, T> a, T b) => new(TSimd.Add(a.All, TSimd.Broadcast(b)));

    public static Lanes<TSimd, TVector, T> operator -(Lanes<TSimd, TVector, T> a, Lanes<TSimd, TVector, T> b) => new(TSimd.Subtract(a.All, b.All));

    public static Lanes<TSimd, TVector, T> operator *(Lanes<TSimd, TVector, T> a, Lanes<TSimd, TVector, T> b) => new(TSimd.Multiply(a.All, b.All));

    public static Lanes<TSimd, TVector, T> operator *(T a, Lanes<TSimd, TVector, T> b) => new(TSimd.Multiply(TSimd.Broadcast(a), b.All));

    public static Lanes<TSimd, TVector, T> operator /(Lanes<TSimd, TVector, T> a, Lanes<TSimd, TVector, T> b) => new(TSimd.Divide(a.All, b.All));

    public static Lanes<TSimd, TVector, T> SquareRoot(Lanes<TSimd, TVector, T> a) => new(TSimd.SquareRoot(a.All));
}

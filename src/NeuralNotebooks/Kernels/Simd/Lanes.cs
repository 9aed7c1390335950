namespace NeuralNotebooks;

/// <summary>The lanes of a vector register with the operators of numbers, so that a formula for vectors reads like one
/// for numbers.</summary>
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

/// <summary>A register of one width.</summary>
internal static class Register<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
{
    internal readonly struct Lanes(TVector all) : ILanes<Lanes, T>
    {
        public readonly TVector All = all;

        public static Lanes operator +(Lanes a, Lanes b) => new(TSimd.Add(a.All, b.All));

        public static Lanes operator +(Lanes a, T b) => new(TSimd.Add(a.All, TSimd.Broadcast(b)));

        public static Lanes operator -(Lanes a, Lanes b) => new(TSimd.Subtract(a.All, b.All));

        public static Lanes operator *(Lanes a, Lanes b) => new(TSimd.Multiply(a.All, b.All));

        public static Lanes operator *(T a, Lanes b) => new(TSimd.Multiply(TSimd.Broadcast(a), b.All));

        public static Lanes operator /(Lanes a, Lanes b) => new(TSimd.Divide(a.All, b.All));

        public static Lanes SquareRoot(Lanes a) => new(TSimd.SquareRoot(a.All));
    }
}

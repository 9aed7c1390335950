namespace NeuralNotebooks;

/// <summary>Several numbers with the operators of a single number, so that the formula of an update rule for many
/// parameters reads like the formula for one.</summary>
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

/// <summary>Contains <see cref="Lanes"/>: the numbers in a vector register of one width.</summary>
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

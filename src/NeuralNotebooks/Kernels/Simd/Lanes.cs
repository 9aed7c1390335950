using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>The lanes of a vector register with the operators of numbers, so that a formula for vectors reads like one
/// for numbers.</summary>
internal interface ILanes<TSelf>
    where TSelf : ILanes<TSelf>
{
    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf operator /(TSelf a, TSelf b);
}

/// <summary>Lanes for the rules of optimizers, whose settings are numbers of the same type.</summary>
internal interface ILanes<TSelf, T> : ILanes<TSelf>
    where TSelf : ILanes<TSelf, T>
{
    static abstract TSelf operator +(TSelf a, T b);

    static abstract TSelf operator *(T a, TSelf b);

    static abstract TSelf SquareRoot(TSelf a);
}

/// <summary>Lanes for elementary functions, whose constants are doubles, rounded to the type; see
/// <see cref="ISimd{TVector, T}"/>.</summary>
internal interface IFunctionLanes<TSelf> : ILanes<TSelf>
    where TSelf : IFunctionLanes<TSelf>
{
    /// <summary>Whether the lanes are floats, not doubles.</summary>
    static abstract bool AreSingle { get; }

    static abstract implicit operator TSelf(double constant);

    /// <summary>A constant that differs between float and double.</summary>
    static abstract TSelf Constant(float single, double @double);

    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    static abstract TSelf AtMost(TSelf limit, TSelf x);

    static abstract TSelf AtLeast(TSelf limit, TSelf x);

    static abstract TSelf CopySign(TSelf magnitude, TSelf sign);

    static abstract TSelf LessThan(TSelf a, TSelf b);

    static abstract bool AllLess(TSelf a, TSelf b);

    static abstract TSelf AreEqual(TSelf a, TSelf b);

    static abstract TSelf Select(TSelf mask, TSelf then, TSelf otherwise);

    static abstract TSelf Scale(TSelf x, TSelf n);

    static abstract TSelf SplitExponent(TSelf x, out TSelf m);
}

/// <summary>A register of one width.</summary>
internal static class Register<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
{
    internal readonly struct Lanes(TVector all) : ILanes<Lanes, T>, IFunctionLanes<Lanes>
    {
        private readonly TVector _all = all;

        public static bool AreSingle => typeof(T) == typeof(float);

        public static implicit operator Lanes(TVector all) => new(all);

        public static implicit operator TVector(Lanes lanes) => lanes._all;

        public static implicit operator Lanes(double constant) => Constant((float)constant, constant);

        public static Lanes Constant(float single, double @double) => TSimd.Constant(single, @double);

        public static Lanes operator +(Lanes a, Lanes b) => TSimd.Add(a, b);

        public static Lanes operator +(Lanes a, T b) => TSimd.Add(a, TSimd.Broadcast(b));

        public static Lanes operator -(Lanes a, Lanes b) => TSimd.Subtract(a, b);

        public static Lanes operator *(Lanes a, Lanes b) => TSimd.Multiply(a, b);

        public static Lanes operator *(T a, Lanes b) => TSimd.Multiply(TSimd.Broadcast(a), b);

        public static Lanes operator /(Lanes a, Lanes b) => TSimd.Divide(a, b);

        public static Lanes SquareRoot(Lanes a) => TSimd.SquareRoot(a);

        public static Lanes MultiplyAdd(Lanes a, Lanes b, Lanes c) => TSimd.MultiplyAdd(a, b, c);

        public static Lanes AtMost(Lanes limit, Lanes x) => TSimd.AtMost(limit, x);

        public static Lanes AtLeast(Lanes limit, Lanes x) => TSimd.AtLeast(limit, x);

        public static Lanes CopySign(Lanes size, Lanes sign) => TSimd.CopySign(size, sign);

        public static Lanes LessThan(Lanes a, Lanes b) => TSimd.LessThan(a, b);

        public static bool AllLess(Lanes a, Lanes b) => TSimd.AllLess(a, b);

        public static Lanes AreEqual(Lanes a, Lanes b) => TSimd.AreEqual(a, b);

        public static Lanes Select(Lanes mask, Lanes then, Lanes otherwise) =>
            TSimd.Select(mask, then, otherwise);

        public static Lanes Scale(Lanes x, Lanes n) => TSimd.Scale(x, n);

        [MethodImpl(AggressiveInlining)]
        public static Lanes SplitExponent(Lanes x, out Lanes m)
        {
            TVector n = TSimd.SplitExponent(x, out TVector fraction);
            m = fraction;
            return n;
        }
    }
}

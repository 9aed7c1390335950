using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;
using static NeuralNotebooks.BinaryFormat;

namespace NeuralNotebooks;

/// <summary>AVX2.</summary>
internal readonly struct Simd256<T>(Vector256<T> lanes) : ISimd<Simd256<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public readonly Vector256<T> Lanes = lanes;

    public static int Width => Vector256<T>.Count;

    public static bool IsSingle => typeof(T) == typeof(float);

    [MethodImpl(AggressiveInlining)]
    public static implicit operator Simd256<T>(double value) =>
        new(
            typeof(T) == typeof(float)
                ? Vector256.Create((float)value).As<float, T>()
                : Vector256.Create(value).As<double, T>()
        );

    [MethodImpl(AggressiveInlining)]
    public static Simd256<T> Constant(float single, double @double) =>
        new(
            typeof(T) == typeof(float)
                ? Vector256.Create(single).As<float, T>()
                : Vector256.Create(@double).As<double, T>()
        );

    [MethodImpl(AggressiveInlining)]
    static implicit ILanes<Simd256<T>, T>.operator Simd256<T>(T value) => Broadcast(value);

    [MethodImpl(AggressiveInlining)]
    public static Simd256<T> Broadcast(T value) => new(Vector256.Create(value));

    [MethodImpl(AggressiveInlining)]
    public static Simd256<T> Load(ref readonly T source) => new(Vector256.LoadUnsafe(in source));

    [MethodImpl(AggressiveInlining)]
    public void Store(ref T destination) => Lanes.StoreUnsafe(ref destination);

    [MethodImpl(AggressiveInlining)]
    public static Simd256<T> operator +(Simd256<T> a, Simd256<T> b) => new(a.Lanes + b.Lanes);

    [MethodImpl(AggressiveInlining)]
    public static Simd256<T> operator -(Simd256<T> a, Simd256<T> b) => new(a.Lanes - b.Lanes);

    [MethodImpl(AggressiveInlining)]
    public static Simd256<T> operator *(Simd256<T> a, Simd256<T> b) => new(a.Lanes * b.Lanes);

    [MethodImpl(AggressiveInlining)]
    public static Simd256<T> operator /(Simd256<T> a, Simd256<T> b) => new(a.Lanes / b.Lanes);

    [MethodImpl(AggressiveInlining)]
    public static Simd256<T> MultiplyAdd(Simd256<T> a, Simd256<T> b, Simd256<T> c) =>
        new(
            typeof(T) == typeof(float)
                ? Vector256
                    .MultiplyAddEstimate(a.Lanes.AsSingle(), b.Lanes.AsSingle(), c.Lanes.AsSingle())
                    .As<float, T>()
                : Vector256
                    .MultiplyAddEstimate(a.Lanes.AsDouble(), b.Lanes.AsDouble(), c.Lanes.AsDouble())
                    .As<double, T>()
        );

    [MethodImpl(AggressiveInlining)]
    public static T Sum(Simd256<T> lanes) => Vector256.Sum(lanes.Lanes);

    [MethodImpl(AggressiveInlining)]
    public static Simd256<T> SquareRoot(Simd256<T> x) => new(Vector256.Sqrt(x.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static Simd256<T> AtMost(Simd256<T> limit, Simd256<T> x) => new(Vector256.MinNative(limit.Lanes, x.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static Simd256<T> AtLeast(Simd256<T> limit, Simd256<T> x) => new(Vector256.MaxNative(limit.Lanes, x.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static Simd256<T> Abs(Simd256<T> x) => new(Vector256.Abs(x.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static Simd256<T> CopySign(Simd256<T> size, Simd256<T> sign) =>
        new(Vector256.CopySign(size.Lanes, sign.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static Simd256<T> LessThan(Simd256<T> a, Simd256<T> b) => new(Vector256.LessThan(a.Lanes, b.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static bool AllLess(Simd256<T> a, Simd256<T> b) => Vector256.LessThanAll(a.Lanes, b.Lanes);

    [MethodImpl(AggressiveInlining)]
    public static Simd256<T> AreEqual(Simd256<T> a, Simd256<T> b) => new(Vector256.Equals(a.Lanes, b.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static Simd256<T> Select(Simd256<T> mask, Simd256<T> then, Simd256<T> otherwise) =>
        new(Vector256.ConditionalSelect(mask.Lanes, then.Lanes, otherwise.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static Simd256<T> Scale(Simd256<T> x, Simd256<T> n)
    {
        // In two steps, since 2ⁿ itself may overflow or underflow; the first step is exact.
        Simd256<T> shifter = Constant(SingleShifter, DoubleShifter);
        Simd256<T> half = MultiplyAdd(n, 0.5, shifter);
        return x * PowerOf2(half) * PowerOf2(n - (half - shifter) + shifter);
    }

    [MethodImpl(AggressiveInlining)]
    public static Simd256<T> SplitExponent(Simd256<T> x, out Simd256<T> m)
    {
        // Adding bits(1) − bits(√½) makes the exponent field step where m reaches √2; below it is bits(m) − bits(√½).
        // The field, a small integer, becomes a number when placed in the low bits of 2²³ (2⁵²).
        if (typeof(T) == typeof(float))
        {
            Vector256<uint> bits = x.Lanes.AsUInt32() + Vector256.Create(SingleOne - SingleRootHalf);
            m = new(((bits & Vector256.Create(SingleFraction)) + Vector256.Create(SingleRootHalf)).As<uint, T>());
            Vector256<uint> field = (bits >>> SingleFractionBits) | Vector256.Create(SingleInteger);
            return new((field.AsSingle() - Vector256.Create(SingleIntegerAndBias)).As<float, T>());
        }
        else
        {
            Vector256<ulong> bits = x.Lanes.AsUInt64() + Vector256.Create(DoubleOne - DoubleRootHalf);
            m = new(((bits & Vector256.Create(DoubleFraction)) + Vector256.Create(DoubleRootHalf)).As<ulong, T>());
            Vector256<ulong> field = (bits >>> DoubleFractionBits) | Vector256.Create(DoubleInteger);
            return new((field.AsDouble() - Vector256.Create(DoubleIntegerAndBias)).As<double, T>());
        }
    }

    // 2ⁿ from n + shifter: the low bits of that sum are n, which is shifted into the exponent.
    [MethodImpl(AggressiveInlining)]
    private static Simd256<T> PowerOf2(Simd256<T> shifted) =>
        new(
            typeof(T) == typeof(float)
            ? ((shifted.Lanes.AsUInt32() << SingleFractionBits) + Vector256.Create(SingleOne)).As<uint, T>()
            : ((shifted.Lanes.AsUInt64() << DoubleFractionBits) + Vector256.Create(DoubleOne)).As<ulong, T>()
        );
}

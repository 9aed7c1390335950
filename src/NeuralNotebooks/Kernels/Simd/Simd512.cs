using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;
using static NeuralNotebooks.BinaryFormat;

namespace NeuralNotebooks;

/// <summary>AVX-512.</summary>
internal readonly struct Simd512<T>(Vector512<T> lanes) : ISimd<Simd512<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public readonly Vector512<T> Lanes = lanes;

    public static int Width => Vector512<T>.Count;

    public static bool IsSingle => typeof(T) == typeof(float);

    [MethodImpl(AggressiveInlining)]
    public static implicit operator Simd512<T>(double value) =>
        new(
            typeof(T) == typeof(float)
                ? Vector512.Create((float)value).As<float, T>()
                : Vector512.Create(value).As<double, T>()
        );

    [MethodImpl(AggressiveInlining)]
    public static Simd512<T> Constant(float single, double @double) =>
        new(
            typeof(T) == typeof(float)
                ? Vector512.Create(single).As<float, T>()
                : Vector512.Create(@double).As<double, T>()
        );

    [MethodImpl(AggressiveInlining)]
    static implicit ILanes<Simd512<T>, T>.operator Simd512<T>(T value) => Broadcast(value);

    [MethodImpl(AggressiveInlining)]
    public static Simd512<T> Broadcast(T value) => new(Vector512.Create(value));

    [MethodImpl(AggressiveInlining)]
    public static Simd512<T> Load(ref readonly T source) => new(Vector512.LoadUnsafe(in source));

    [MethodImpl(AggressiveInlining)]
    public void Store(ref T destination) => Lanes.StoreUnsafe(ref destination);

    [MethodImpl(AggressiveInlining)]
    public static Simd512<T> operator +(Simd512<T> a, Simd512<T> b) => new(a.Lanes + b.Lanes);

    [MethodImpl(AggressiveInlining)]
    public static Simd512<T> operator -(Simd512<T> a, Simd512<T> b) => new(a.Lanes - b.Lanes);

    [MethodImpl(AggressiveInlining)]
    public static Simd512<T> operator *(Simd512<T> a, Simd512<T> b) => new(a.Lanes * b.Lanes);

    [MethodImpl(AggressiveInlining)]
    public static Simd512<T> operator /(Simd512<T> a, Simd512<T> b) => new(a.Lanes / b.Lanes);

    [MethodImpl(AggressiveInlining)]
    public static Simd512<T> MultiplyAdd(Simd512<T> a, Simd512<T> b, Simd512<T> c) =>
        new(
            typeof(T) == typeof(float)
                ? Vector512
                    .MultiplyAddEstimate(a.Lanes.AsSingle(), b.Lanes.AsSingle(), c.Lanes.AsSingle())
                    .As<float, T>()
                : Vector512
                    .MultiplyAddEstimate(a.Lanes.AsDouble(), b.Lanes.AsDouble(), c.Lanes.AsDouble())
                    .As<double, T>()
        );

    [MethodImpl(AggressiveInlining)]
    public static T Sum(Simd512<T> lanes) => Vector512.Sum(lanes.Lanes);

    [MethodImpl(AggressiveInlining)]
    public static Simd512<T> SquareRoot(Simd512<T> x) => new(Vector512.Sqrt(x.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static Simd512<T> AtMost(Simd512<T> limit, Simd512<T> x) => new(Vector512.MinNative(limit.Lanes, x.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static Simd512<T> AtLeast(Simd512<T> limit, Simd512<T> x) => new(Vector512.MaxNative(limit.Lanes, x.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static Simd512<T> Abs(Simd512<T> x) => new(Vector512.Abs(x.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static Simd512<T> CopySign(Simd512<T> size, Simd512<T> sign) =>
        new(Vector512.CopySign(size.Lanes, sign.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static Simd512<T> LessThan(Simd512<T> a, Simd512<T> b) => new(Vector512.LessThan(a.Lanes, b.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static bool AllLess(Simd512<T> a, Simd512<T> b) => Vector512.LessThanAll(a.Lanes, b.Lanes);

    [MethodImpl(AggressiveInlining)]
    public static Simd512<T> AreEqual(Simd512<T> a, Simd512<T> b) => new(Vector512.Equals(a.Lanes, b.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static Simd512<T> Select(Simd512<T> mask, Simd512<T> then, Simd512<T> otherwise) =>
        new(Vector512.ConditionalSelect(mask.Lanes, then.Lanes, otherwise.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static Simd512<T> Scale(Simd512<T> x, Simd512<T> n) =>
        new(
            !Avx512F.IsSupported
                ? Vector512.Create(
                    Simd256<T>.Scale(new(x.Lanes.GetLower()), new(n.Lanes.GetLower())).Lanes,
                    Simd256<T>.Scale(new(x.Lanes.GetUpper()), new(n.Lanes.GetUpper())).Lanes
                )
            : typeof(T) == typeof(float) ? Avx512F.Scale(x.Lanes.AsSingle(), n.Lanes.AsSingle()).As<float, T>()
            : Avx512F.Scale(x.Lanes.AsDouble(), n.Lanes.AsDouble()).As<double, T>()
        );

    [MethodImpl(AggressiveInlining)]
    public static Simd512<T> SplitExponent(Simd512<T> x, out Simd512<T> m)
    {
        // Adding bits(1) − bits(√½) makes the exponent field step where m reaches √2; below it is bits(m) − bits(√½).
        // The field, a small integer, becomes a number when placed in the low bits of 2²³ (2⁵²).
        if (typeof(T) == typeof(float))
        {
            Vector512<uint> bits = x.Lanes.AsUInt32() + Vector512.Create(SingleOne - SingleRootHalf);
            m = new(((bits & Vector512.Create(SingleFraction)) + Vector512.Create(SingleRootHalf)).As<uint, T>());
            Vector512<uint> field = (bits >>> SingleFractionBits) | Vector512.Create(SingleInteger);
            return new((field.AsSingle() - Vector512.Create(SingleIntegerAndBias)).As<float, T>());
        }
        else
        {
            Vector512<ulong> bits = x.Lanes.AsUInt64() + Vector512.Create(DoubleOne - DoubleRootHalf);
            m = new(((bits & Vector512.Create(DoubleFraction)) + Vector512.Create(DoubleRootHalf)).As<ulong, T>());
            Vector512<ulong> field = (bits >>> DoubleFractionBits) | Vector512.Create(DoubleInteger);
            return new((field.AsDouble() - Vector512.Create(DoubleIntegerAndBias)).As<double, T>());
        }
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Wasm;
using static System.Runtime.CompilerServices.MethodImplOptions;
using static NeuralNotebooks.BinaryFormat;

namespace NeuralNotebooks;

/// <summary>NEON on Arm, SSE on x86, PackedSimd on WebAssembly.</summary>
internal readonly struct Simd128<T>(Vector128<T> lanes) : ISimd<Simd128<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public readonly Vector128<T> Lanes = lanes;

    public static int Width => Vector128<T>.Count;

    public static bool IsSingle => typeof(T) == typeof(float);

    [MethodImpl(AggressiveInlining)]
    public static implicit operator Simd128<T>(double value) =>
        new(
            typeof(T) == typeof(float)
                ? Vector128.Create((float)value).As<float, T>()
                : Vector128.Create(value).As<double, T>()
        );

    [MethodImpl(AggressiveInlining)]
    public static Simd128<T> Constant(float single, double @double) =>
        new(
            typeof(T) == typeof(float)
                ? Vector128.Create(single).As<float, T>()
                : Vector128.Create(@double).As<double, T>()
        );

    [MethodImpl(AggressiveInlining)]
    static implicit ILanes<Simd128<T>, T>.operator Simd128<T>(T value) => Broadcast(value);

    [MethodImpl(AggressiveInlining)]
    public static Simd128<T> Broadcast(T value) => new(Vector128.Create(value));

    [MethodImpl(AggressiveInlining)]
    public static Simd128<T> Load(ref readonly T source) => new(Vector128.LoadUnsafe(in source));

    [MethodImpl(AggressiveInlining)]
    public void Store(ref T destination) => Lanes.StoreUnsafe(ref destination);

    [MethodImpl(AggressiveInlining)]
    public static Simd128<T> operator +(Simd128<T> a, Simd128<T> b) => new(a.Lanes + b.Lanes);

    [MethodImpl(AggressiveInlining)]
    public static Simd128<T> operator -(Simd128<T> a, Simd128<T> b) => new(a.Lanes - b.Lanes);

    [MethodImpl(AggressiveInlining)]
    public static Simd128<T> operator *(Simd128<T> a, Simd128<T> b) => new(a.Lanes * b.Lanes);

    [MethodImpl(AggressiveInlining)]
    public static Simd128<T> operator /(Simd128<T> a, Simd128<T> b) => new(a.Lanes / b.Lanes);

    // WebAssembly has no instruction for it, and the software fallback takes 30 ns.
    [MethodImpl(AggressiveInlining)]
    public static Simd128<T> MultiplyAdd(Simd128<T> a, Simd128<T> b, Simd128<T> c) =>
        new(
            PackedSimd.IsSupported ? c.Lanes + a.Lanes * b.Lanes
            : typeof(T) == typeof(float)
                ? Vector128
                    .MultiplyAddEstimate(a.Lanes.AsSingle(), b.Lanes.AsSingle(), c.Lanes.AsSingle())
                    .As<float, T>()
            : Vector128
                .MultiplyAddEstimate(a.Lanes.AsDouble(), b.Lanes.AsDouble(), c.Lanes.AsDouble())
                .As<double, T>()
        );

    [MethodImpl(AggressiveInlining)]
    public static T Sum(Simd128<T> lanes) => Vector128.Sum(lanes.Lanes);

    [MethodImpl(AggressiveInlining)]
    public static Simd128<T> SquareRoot(Simd128<T> x) => new(Vector128.Sqrt(x.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static Simd128<T> AtMost(Simd128<T> limit, Simd128<T> x) => new(Vector128.MinNative(limit.Lanes, x.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static Simd128<T> AtLeast(Simd128<T> limit, Simd128<T> x) => new(Vector128.MaxNative(limit.Lanes, x.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static Simd128<T> Abs(Simd128<T> x) => new(Vector128.Abs(x.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static Simd128<T> CopySign(Simd128<T> size, Simd128<T> sign) =>
        new(Vector128.CopySign(size.Lanes, sign.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static Simd128<T> LessThan(Simd128<T> a, Simd128<T> b) => new(Vector128.LessThan(a.Lanes, b.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static bool AllLess(Simd128<T> a, Simd128<T> b) => Vector128.LessThanAll(a.Lanes, b.Lanes);

    [MethodImpl(AggressiveInlining)]
    public static Simd128<T> AreEqual(Simd128<T> a, Simd128<T> b) => new(Vector128.Equals(a.Lanes, b.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static Simd128<T> Select(Simd128<T> mask, Simd128<T> then, Simd128<T> otherwise) =>
        new(Vector128.ConditionalSelect(mask.Lanes, then.Lanes, otherwise.Lanes));

    [MethodImpl(AggressiveInlining)]
    public static Simd128<T> Scale(Simd128<T> x, Simd128<T> n)
    {
        // In two steps, since 2ⁿ itself may overflow or underflow; the first step is exact.
        Simd128<T> shifter = Constant(SingleShifter, DoubleShifter);
        Simd128<T> half = MultiplyAdd(n, 0.5, shifter);
        return x * PowerOf2(half) * PowerOf2(n - (half - shifter) + shifter);
    }

    [MethodImpl(AggressiveInlining)]
    public static Simd128<T> SplitExponent(Simd128<T> x, out Simd128<T> m)
    {
        // Adding bits(1) − bits(√½) makes the exponent field step where m reaches √2; below it is bits(m) − bits(√½).
        // The field, a small integer, becomes a number when placed in the low bits of 2²³ (2⁵²).
        if (typeof(T) == typeof(float))
        {
            Vector128<uint> bits = x.Lanes.AsUInt32() + Vector128.Create(SingleOne - SingleRootHalf);
            m = new(((bits & Vector128.Create(SingleFraction)) + Vector128.Create(SingleRootHalf)).As<uint, T>());
            Vector128<uint> field = (bits >>> SingleFractionBits) | Vector128.Create(SingleInteger);
            return new((field.AsSingle() - Vector128.Create(SingleIntegerAndBias)).As<float, T>());
        }
        else
        {
            Vector128<ulong> bits = x.Lanes.AsUInt64() + Vector128.Create(DoubleOne - DoubleRootHalf);
            m = new(((bits & Vector128.Create(DoubleFraction)) + Vector128.Create(DoubleRootHalf)).As<ulong, T>());
            Vector128<ulong> field = (bits >>> DoubleFractionBits) | Vector128.Create(DoubleInteger);
            return new((field.AsDouble() - Vector128.Create(DoubleIntegerAndBias)).As<double, T>());
        }
    }

    // 2ⁿ from n + shifter: the low bits of that sum are n, which is shifted into the exponent.
    [MethodImpl(AggressiveInlining)]
    private static Simd128<T> PowerOf2(Simd128<T> shifted) =>
        new(
            typeof(T) == typeof(float)
            ? ((shifted.Lanes.AsUInt32() << SingleFractionBits) + Vector128.Create(SingleOne)).As<uint, T>()
            : ((shifted.Lanes.AsUInt64() << DoubleFractionBits) + Vector128.Create(DoubleOne)).As<ulong, T>()
        );
}

using static NeuralNotebooks.BinaryFormat;

namespace NeuralNotebooks;

/// <summary>AVX2.</summary>
internal readonly struct Simd256<T> : ISimd<Vector256<T>, T>
{
    public static int Width => Vector256<T>.Count;

    public static Vector256<T> Load(ref readonly T source) => Vector256.LoadUnsafe(in source);

    public static void Store(Vector256<T> vector, ref T destination) => vector.StoreUnsafe(ref destination);

    public static Vector256<T> Broadcast(T value) => Vector256.Create(value);

    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> MultiplyAdd(Vector256<T> a, Vector256<T> b, Vector256<T> c) => typeof(T) == typeof(float)
        ? Vector256.MultiplyAddEstimate(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
        : Vector256.MultiplyAddEstimate(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();

    public static T Sum(Vector256<T> vector) => Vector256.Sum(vector);

    public static Vector256<T> Constant(double value) => Constant((float)value, value);

    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Constant(float single, double @double) => typeof(T) == typeof(float)
        ? Vector256.Create(single).As<float, T>()
        : Vector256.Create(@double).As<double, T>();

    public static Vector256<T> Add(Vector256<T> a, Vector256<T> b) => a + b;

    public static Vector256<T> Subtract(Vector256<T> a, Vector256<T> b) => a - b;

    public static Vector256<T> Multiply(Vector256<T> a, Vector256<T> b) => a * b;

    public static Vector256<T> Divide(Vector256<T> a, Vector256<T> b) => a / b;

    public static Vector256<T> SquareRoot(Vector256<T> x) => Vector256.Sqrt(x);

    public static Vector256<T> AtMost(Vector256<T> limit, Vector256<T> x) => Vector256.MinNative(limit, x);

    public static Vector256<T> AtLeast(Vector256<T> limit, Vector256<T> x) => Vector256.MaxNative(limit, x);

    public static Vector256<T> Abs(Vector256<T> x) => Vector256.Abs(x);

    public static Vector256<T> CopySign(Vector256<T> size, Vector256<T> sign) => Vector256.CopySign(size, sign);

    public static Vector256<T> LessThan(Vector256<T> a, Vector256<T> b) => Vector256.LessThan(a, b);

    public static bool AllLess(Vector256<T> a, Vector256<T> b) => Vector256.LessThanAll(a, b);

    public static Vector256<T> AreEqual(Vector256<T> a, Vector256<T> b) => Vector256.Equals(a, b);

    public static Vector256<T> Select(Vector256<T> mask, Vector256<T> then, Vector256<T> otherwise) =>
        Vector256.ConditionalSelect(mask, then, otherwise);

    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Scale(Vector256<T> x, Vector256<T> n)
    {
        // Multiplied in two steps, by 2^(n/2) and the rest, since 2ⁿ itself may overflow or underflow. The first step
        // is exact.
        Vector256<T> shifter = Constant(SingleShifter, DoubleShifter);
        Vector256<T> half = MultiplyAdd(n, Constant(0.5), shifter), rest = n - (half - shifter) + shifter;
        return x * PowerOf2(half) * PowerOf2(rest);
    }

    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Bits(uint single, ulong @double) => typeof(T) == typeof(float)
        ? Vector256.Create(single).As<uint, T>()
        : Vector256.Create(@double).As<ulong, T>();

    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> AddBits(Vector256<T> a, Vector256<T> b) => typeof(T) == typeof(float)
        ? (a.AsUInt32() + b.AsUInt32()).As<uint, T>()
        : (a.AsUInt64() + b.AsUInt64()).As<ulong, T>();

    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> ShiftBitsRight(Vector256<T> x, int single, int @double) => typeof(T) == typeof(float)
        ? (x.AsUInt32() >>> single).As<uint, T>()
        : (x.AsUInt64() >>> @double).As<ulong, T>();

    public static Vector256<T> And(Vector256<T> a, Vector256<T> b) => a & b;

    public static Vector256<T> Or(Vector256<T> a, Vector256<T> b) => a | b;

    // 2ⁿ from n + shifter: the low bits of that sum are n, which is shifted into the exponent.
    [MethodImpl(AggressiveInlining)]
    private static Vector256<T> PowerOf2(Vector256<T> shifted) => typeof(T) == typeof(float)
        ? ((shifted.AsUInt32() << SingleFractionBits) + Vector256.Create(SingleOne)).As<uint, T>()
        : ((shifted.AsUInt64() << DoubleFractionBits) + Vector256.Create(DoubleOne)).As<ulong, T>();
}

using static NeuralNotebooks.BinaryFormat;

namespace NeuralNotebooks;

/// <summary>NEON on Arm, SSE on x86, PackedSimd on WebAssembly.</summary>
internal readonly struct Simd128<T> : ISimd<Vector128<T>, T>
{
    public static int Width => Vector128<T>.Count;

    public static Vector128<T> Load(ref readonly T source) => Vector128.LoadUnsafe(in source);

    public static void Store(Vector128<T> vector, ref T destination) => vector.StoreUnsafe(ref destination);

    public static Vector128<T> Broadcast(T value) => Vector128.Create(value);

    // WebAssembly has no fused multiply-add, and the software fallback takes 30 ns.
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> MultiplyAdd(Vector128<T> a, Vector128<T> b, Vector128<T> c) =>
        Interpreter.IsUsed ? c + a * b
        : typeof(T) == typeof(float)
            ? Vector128.MultiplyAddEstimate(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
        : Vector128.MultiplyAddEstimate(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();

    public static T Sum(Vector128<T> vector) => Vector128.Sum(vector);

    public static Vector128<T> Constant(double value) => Constant((float)value, value);

    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Constant(float single, double @double) => typeof(T) == typeof(float)
        ? Vector128.Create(single).As<float, T>()
        : Vector128.Create(@double).As<double, T>();

    public static Vector128<T> Add(Vector128<T> a, Vector128<T> b) => a + b;

    public static Vector128<T> Subtract(Vector128<T> a, Vector128<T> b) => a - b;

    public static Vector128<T> Multiply(Vector128<T> a, Vector128<T> b) => a * b;

    public static Vector128<T> Divide(Vector128<T> a, Vector128<T> b) => a / b;

    public static Vector128<T> SquareRoot(Vector128<T> x) => Vector128.Sqrt(x);

    public static Vector128<T> AtMost(Vector128<T> limit, Vector128<T> x) => Vector128.MinNative(limit, x);

    public static Vector128<T> AtLeast(Vector128<T> limit, Vector128<T> x) => Vector128.MaxNative(limit, x);

    public static Vector128<T> Abs(Vector128<T> x) => Vector128.Abs(x);

    public static Vector128<T> CopySign(Vector128<T> size, Vector128<T> sign) => Vector128.CopySign(size, sign);

    public static Vector128<T> LessThan(Vector128<T> a, Vector128<T> b) => Vector128.LessThan(a, b);

    public static bool AllLess(Vector128<T> a, Vector128<T> b) => Vector128.LessThanAll(a, b);

    public static Vector128<T> AreEqual(Vector128<T> a, Vector128<T> b) => Vector128.Equals(a, b);

    public static Vector128<T> Select(Vector128<T> mask, Vector128<T> then, Vector128<T> otherwise) =>
        Vector128.ConditionalSelect(mask, then, otherwise);

    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Scale(Vector128<T> x, Vector128<T> n)
    {
        // Multiplied in two steps, by 2^(n/2) and the rest, since 2ⁿ itself may overflow or underflow. The first step
        // is exact.
        Vector128<T> shifter = Constant(SingleShifter, DoubleShifter);
        Vector128<T> half = MultiplyAdd(n, Constant(0.5), shifter), rest = n - (half - shifter) + shifter;
        return x * PowerOf2(half) * PowerOf2(rest);
    }

    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Bits(uint single, ulong @double) => typeof(T) == typeof(float)
        ? Vector128.Create(single).As<uint, T>()
        : Vector128.Create(@double).As<ulong, T>();

    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> AddBits(Vector128<T> a, Vector128<T> b) => typeof(T) == typeof(float)
        ? (a.AsUInt32() + b.AsUInt32()).As<uint, T>()
        : (a.AsUInt64() + b.AsUInt64()).As<ulong, T>();

    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> ShiftBitsRight(Vector128<T> x, int single, int @double) => typeof(T) == typeof(float)
        ? (x.AsUInt32() >>> single).As<uint, T>()
        : (x.AsUInt64() >>> @double).As<ulong, T>();

    public static Vector128<T> And(Vector128<T> a, Vector128<T> b) => a & b;

    public static Vector128<T> Or(Vector128<T> a, Vector128<T> b) => a | b;

    // 2ⁿ from n + shifter: the low bits of that sum are n, which is shifted into the exponent.
    [MethodImpl(AggressiveInlining)]
    private static Vector128<T> PowerOf2(Vector128<T> shifted) => typeof(T) == typeof(float)
        ? ((shifted.AsUInt32() << SingleFractionBits) + Vector128.Create(SingleOne)).As<uint, T>()
        : ((shifted.AsUInt64() << DoubleFractionBits) + Vector128.Create(DoubleOne)).As<ulong, T>();
}

namespace NeuralNotebooks;

/// <summary>AVX-512.</summary>
internal readonly struct Simd512<T> : ISimd<Vector512<T>, T>
{
    public static int Width => Vector512<T>.Count;

    public static Vector512<T> Load(ref readonly T source) => Vector512.LoadUnsafe(in source);

    public static void Store(Vector512<T> vector, ref T destination) => vector.StoreUnsafe(ref destination);

    public static Vector512<T> Broadcast(T value) => Vector512.Create(value);

    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> MultiplyAdd(Vector512<T> a, Vector512<T> b, Vector512<T> c) => typeof(T) == typeof(float)
        ? Vector512.MultiplyAddEstimate(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
        : Vector512.MultiplyAddEstimate(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();

    public static T Sum(Vector512<T> vector) => Vector512.Sum(vector);

    public static Vector512<T> Constant(double value) => Constant((float)value, value);

    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Constant(float single, double @double) => typeof(T) == typeof(float)
        ? Vector512.Create(single).As<float, T>()
        : Vector512.Create(@double).As<double, T>();

    public static Vector512<T> Add(Vector512<T> a, Vector512<T> b) => a + b;

    public static Vector512<T> Subtract(Vector512<T> a, Vector512<T> b) => a - b;

    public static Vector512<T> Multiply(Vector512<T> a, Vector512<T> b) => a * b;

    public static Vector512<T> Divide(Vector512<T> a, Vector512<T> b) => a / b;

    public static Vector512<T> SquareRoot(Vector512<T> x) => Vector512.Sqrt(x);

    public static Vector512<T> AtMost(Vector512<T> limit, Vector512<T> x) => Vector512.MinNative(limit, x);

    public static Vector512<T> AtLeast(Vector512<T> limit, Vector512<T> x) => Vector512.MaxNative(limit, x);

    public static Vector512<T> Abs(Vector512<T> x) => Vector512.Abs(x);

    public static Vector512<T> CopySign(Vector512<T> size, Vector512<T> sign) => Vector512.CopySign(size, sign);

    public static Vector512<T> LessThan(Vector512<T> a, Vector512<T> b) => Vector512.LessThan(a, b);

    public static bool AllLess(Vector512<T> a, Vector512<T> b) => Vector512.LessThanAll(a, b);

    public static Vector512<T> AreEqual(Vector512<T> a, Vector512<T> b) => Vector512.Equals(a, b);

    public static Vector512<T> Select(Vector512<T> mask, Vector512<T> then, Vector512<T> otherwise) =>
        Vector512.ConditionalSelect(mask, then, otherwise);

    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Scale(Vector512<T> x, Vector512<T> n) =>
        Avx512F.IsSupported && typeof(T) == typeof(float) ? Avx512F.Scale(x.AsSingle(), n.AsSingle()).As<float, T>()
        : Avx512F.IsSupported ? Avx512F.Scale(x.AsDouble(), n.AsDouble()).As<double, T>()
        : Vector512.Create(Simd256<T>.Scale(x.GetLower(), n.GetLower()), Simd256<T>.Scale(x.GetUpper(), n.GetUpper()));

    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Bits(uint single, ulong @double) => typeof(T) == typeof(float)
        ? Vector512.Create(single).As<uint, T>()
        : Vector512.Create(@double).As<ulong, T>();

    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> AddBits(Vector512<T> a, Vector512<T> b) => typeof(T) == typeof(float)
        ? (a.AsUInt32() + b.AsUInt32()).As<uint, T>()
        : (a.AsUInt64() + b.AsUInt64()).As<ulong, T>();

    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> ShiftBitsRight(Vector512<T> x, int single, int @double) => typeof(T) == typeof(float)
        ? (x.AsUInt32() >>> single).As<uint, T>()
        : (x.AsUInt64() >>> @double).As<ulong, T>();

    public static Vector512<T> And(Vector512<T> a, Vector512<T> b) => a & b;

    public static Vector512<T> Or(Vector512<T> a, Vector512<T> b) => a | b;
}

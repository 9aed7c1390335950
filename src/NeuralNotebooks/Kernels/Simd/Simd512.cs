using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static NeuralNotebooks.BinaryFormat;

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
    public static Vector512<T> SplitExponent(Vector512<T> x, out Vector512<T> m)
    {
        // Adding bits(1) − bits(√½) makes the exponent field step where m reaches √2; below it is bits(m) − bits(√½).
        // The field, a small integer, becomes a number when placed in the low bits of 2²³ (2⁵²).
        if (typeof(T) == typeof(float))
        {
            Vector512<uint> bits = x.AsUInt32() + Vector512.Create(SingleOne - SingleRootHalf);
            m = ((bits & Vector512.Create(SingleFraction)) + Vector512.Create(SingleRootHalf)).As<uint, T>();
            Vector512<uint> field = (bits >>> SingleFractionBits) | Vector512.Create(SingleInteger);
            return (field.AsSingle() - Vector512.Create(SingleIntegerAndBias)).As<float, T>();
        }
        else
        {
            Vector512<ulong> bits = x.AsUInt64() + Vector512.Create(DoubleOne - DoubleRootHalf);
            m = ((bits & Vector512.Create(DoubleFraction)) + Vector512.Create(DoubleRootHalf)).As<ulong, T>();
            Vector512<ulong> field = (bits >>> DoubleFractionBits) | Vector512.Create(DoubleInteger);
            return (field.AsDouble() - Vector512.Create(DoubleIntegerAndBias)).As<double, T>();
        }
    }
}

using System.Buffers.Binary;
using System.Numerics;

namespace NeuralNotebooks.Course;

/// <summary>Random numbers for <see cref="Variant"/> by xoshiro256**. The generator must never be changed, since the
/// students' numbers would change with it.</summary>
/// <remarks>Integers and choices are the same in every host. Normal numbers are the same on Linux and in browsers,
/// whose C libraries have the same logarithm. That of another system may differ in the last bit of a few numbers, which
/// changes no digit that is shown and no grade: a grader computes both answers with its own numbers.</remarks>
internal sealed class VariantNumbers
{
    private ulong _a, _b, _c, _d;

    /// <param name="seed">32 bytes, not all of them 0.</param>
    public VariantNumbers(ReadOnlySpan<byte> seed)
    {
        _a = BinaryPrimitives.ReadUInt64LittleEndian(seed);
        _b = BinaryPrimitives.ReadUInt64LittleEndian(seed[8..]);
        _c = BinaryPrimitives.ReadUInt64LittleEndian(seed[16..]);
        _d = BinaryPrimitives.ReadUInt64LittleEndian(seed[24..]);
    }

    /// <summary>An integer from 0 to <paramref name="bound"/> − 1, each equally likely.</summary>
    public ulong Below(ulong bound)
    {
        ulong uneven = (ulong.MaxValue % bound + 1) % bound; // 2⁶⁴ mod bound, rejected to avoid modulo bias
        ulong next;
        do
        {
            next = Next();
        }
        while (next > ulong.MaxValue - uneven);
        return next % bound;
    }

    /// <summary>A normal number, by Marsaglia's polar method: u √(−2 ln s ∕ s) for a point (u, v) in the unit disc,
    /// with s = u² + v².</summary>
    public double Normal()
    {
        double u, v, s;
        do
        {
            (u, v) = (2 * Uniform() - 1, 2 * Uniform() - 1);
            s = u * u + v * v;
        }
        while (s is 0 or >= 1);
        return u * Sqrt(-2 * Log(s) / s);
    }

    /// <summary>In [0, 1), with 53 bits.</summary>
    private double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next()
    {
        ulong result = BitOperations.RotateLeft(_b * 5, 7) * 9, shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }
}

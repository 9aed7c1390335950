using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralNotebooks;

/// <summary>Numbers side by side with the operators of a single number, lane by lane, so that a formula for many of
/// them reads like one for a single number.</summary>
internal interface ILanes<TSelf>
    where TSelf : ILanes<TSelf>
{
    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf operator /(TSelf a, TSelf b);

    static abstract TSelf SquareRoot(TSelf x);
}

/// <summary>Lanes of type T.</summary>
internal interface ILanes<TSelf, T> : ILanes<TSelf>
    where TSelf : ILanes<TSelf, T>
{
    /// <summary>The same number in every lane.</summary>
    static abstract implicit operator TSelf(T value);
}

/// <summary>
/// A vector register of several numbers ("lanes") that one instruction handles at once. The kernels are written once
/// for any width; the compiler makes a version of them for each.
/// </summary>
internal interface ISimd<TSelf> : ILanes<TSelf>
    where TSelf : ISimd<TSelf>
{
    /// <summary>The same number in every lane, rounded to the type.</summary>
    static abstract implicit operator TSelf(double value);

    /// <summary>Whether the lanes are floats; if not, they are doubles.</summary>
    static abstract bool IsSingle { get; }

    /// <summary>A constant that differs between float and double.</summary>
    static abstract TSelf Constant(float single, double @double);

    /// <summary>a · b + c, rounded once where the machine has an instruction for it (FMA), else twice.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary>The smaller of the two; where <paramref name="x"/> is NaN, NaN.</summary>
    static abstract TSelf AtMost(TSelf limit, TSelf x);

    /// <summary>The larger of the two; where <paramref name="x"/> is NaN, NaN.</summary>
    static abstract TSelf AtLeast(TSelf limit, TSelf x);

    static abstract TSelf Abs(TSelf x);

    static abstract TSelf CopySign(TSelf magnitude, TSelf sign);

    /// <summary>A mask: all bits of a lane set where a &lt; b. A NaN is not less than anything.</summary>
    static abstract TSelf LessThan(TSelf a, TSelf b);

    /// <summary>Whether a &lt; b in every lane.</summary>
    static abstract bool AllLess(TSelf a, TSelf b);

    /// <summary>A mask: all bits of a lane set where a = b.</summary>
    static abstract TSelf AreEqual(TSelf a, TSelf b);

    /// <summary>Lanes of <paramref name="then"/> where the mask is set, of <paramref name="otherwise"/>
    /// elsewhere.</summary>
    static abstract TSelf Select(TSelf mask, TSelf then, TSelf otherwise);

    /// <summary>x · 2ⁿ for integer n, rounded once, even if the result is subnormal or overflows.</summary>
    /// <remarks>|n| may be up to twice the largest exponent of the type.</remarks>
    static abstract TSelf Scale(TSelf x, TSelf n);

    /// <summary>x = m · 2ⁿ with √½ ≤ m &lt; √2, for normal x &gt; 0: returns n.</summary>
    static abstract TSelf SplitExponent(TSelf x, out TSelf m);
}

/// <summary>A register whose lanes are of type T: how they get from memory and back.</summary>
internal interface ISimd<TSelf, T> : ISimd<TSelf>, ILanes<TSelf, T>
    where TSelf : ISimd<TSelf, T>
{
    /// <inheritdoc cref="ISimd{TSelf}"/>
    static abstract implicit operator TSelf(double value);   // C# does not find it in the base interface

    /// <summary>How many numbers the register holds: 16 floats or 8 doubles in 512 bits.</summary>
    static abstract int Width { get; }

    static abstract TSelf Load(ref readonly T source);

    void Store(ref T destination);

    /// <summary>The same number in every lane.</summary>
    static abstract TSelf Broadcast(T value);

    /// <summary>The sum of all lanes, always added in the same order.</summary>
    static abstract T Sum(TSelf lanes);

    /// <summary>A register in memory as a span: a buffer for numbers that do not fill one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual Span<T> AsSpan(ref TSelf register) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<TSelf, T>(ref register), TSelf.Width);
}

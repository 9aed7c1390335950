namespace NeuralNotebooks;

/// <summary>The operations on a vector register, which holds several numbers ("lanes") that one instruction processes
/// at once. The kernels are written once for any register width; the compiler generates a version for each. Unless
/// stated otherwise, an operation acts on each lane separately.</summary>
internal interface ISimd<TVector, T>
{
    /// <summary>The number of lanes of the register: 16 floats or 8 doubles in 512 bits.</summary>
    static abstract int Width { get; }

    static abstract TVector Load(ref readonly T source);

    static abstract void Store(TVector vector, ref T destination);

    static abstract TVector Broadcast(T value);

    /// <summary>a · b + c, rounded once if the machine has an instruction for it (FMA), otherwise twice.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>The sum of all lanes, always added in the same order.</summary>
    static abstract T Sum(TVector vector);

    /// <summary>A constant, rounded to the type.</summary>
    static abstract TVector Constant(double value);

    /// <summary>A constant that differs between float and double.</summary>
    static abstract TVector Constant(float single, double @double);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Subtract(TVector a, TVector b);

    static abstract TVector Multiply(TVector a, TVector b);

    static abstract TVector Divide(TVector a, TVector b);

    static abstract TVector SquareRoot(TVector x);

    /// <summary>The smaller of the two; NaN if <paramref name="x"/> is NaN.</summary>
    static abstract TVector AtMost(TVector limit, TVector x);

    /// <summary>The larger of the two; NaN if <paramref name="x"/> is NaN.</summary>
    static abstract TVector AtLeast(TVector limit, TVector x);

    static abstract TVector Abs(TVector x);

    static abstract TVector CopySign(TVector magnitude, TVector sign);

    /// <summary>A mask: all bits of a lane set where a &lt; b. A NaN is not less than anything.</summary>
    static abstract TVector LessThan(TVector a, TVector b);

    static abstract bool AllLess(TVector a, TVector b);

    /// <summary>A mask: all bits of a lane set where a = b.</summary>
    static abstract TVector AreEqual(TVector a, TVector b);

    /// <summary>Lanes of <paramref name="then"/> where the mask is set, of <paramref name="otherwise"/>
    /// elsewhere.</summary>
    static abstract TVector Select(TVector mask, TVector then, TVector otherwise);

    /// <summary>x · 2ⁿ for integer n, rounded once, even if the result is subnormal or overflows.</summary>
    /// <remarks>|n| may be up to twice the largest exponent of the type.</remarks>
    static abstract TVector Scale(TVector x, TVector n);

    /// <summary>The same bits in every lane; they differ between float and double.</summary>
    static abstract TVector Bits(uint single, ulong @double);

    /// <summary>The sum of the bits as unsigned integers.</summary>
    static abstract TVector AddBits(TVector a, TVector b);

    /// <summary>The bits of x as an unsigned integer, shifted right by a number that differs between float and
    /// double.</summary>
    static abstract TVector ShiftBitsRight(TVector x, int single, int @double);

    static abstract TVector And(TVector a, TVector b);

    static abstract TVector Or(TVector a, TVector b);
}

using System.Numerics;

namespace NeuralNotebooks;

/// <summary>What functions such as exp need beyond the product's multiply-add; every operation acts lane by lane.</summary>
internal interface ISimdArithmetic<TVector, T> : ISimd<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A constant that is the nearest number of either type.</summary>
    static abstract TVector Constant(double value);

    /// <summary>A constant that float and double want different.</summary>
    static abstract TVector Constant(float single, double @double);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Subtract(TVector a, TVector b);

    static abstract TVector Multiply(TVector a, TVector b);

    static abstract TVector Divide(TVector a, TVector b);

    /// <summary>The smaller of both; where <paramref name="x"/> is NaN, NaN.</summary>
    static abstract TVector AtMost(TVector limit, TVector x);

    /// <summary>The larger of both; where <paramref name="x"/> is NaN, NaN.</summary>
    static abstract TVector AtLeast(TVector limit, TVector x);

    static abstract TVector Abs(TVector x);

    static abstract TVector CopySign(TVector magnitude, TVector sign);

    /// <summary>A mask: all bits of a lane set where a &lt; b. A NaN is not less than anything.</summary>
    static abstract TVector LessThan(TVector a, TVector b);

    /// <summary>A mask: all bits of a lane set where a = b.</summary>
    static abstract TVector AreEqual(TVector a, TVector b);

    /// <summary>Lanes of <paramref name="then"/> where the mask is set, of <paramref name="otherwise"/> elsewhere.</summary>
    static abstract TVector Select(TVector mask, TVector then, TVector otherwise);

    /// <summary>x · 2ⁿ for whole n, rounded once, also where that is too small for a normal number or too large for any.</summary>
    /// <remarks>|n| may be up to twice the largest exponent of the type.</remarks>
    static abstract TVector Scale(TVector x, TVector n);

    /// <summary>x = m · 2ⁿ with √½ ≤ m &lt; √2, for normal x &gt; 0: returns n.</summary>
    static abstract TVector SplitExponent(TVector x, out TVector m);
}

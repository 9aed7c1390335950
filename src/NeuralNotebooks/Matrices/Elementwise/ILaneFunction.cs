using System.Numerics;

namespace NeuralNotebooks;

/// <summary>A function of one number, written for a whole register of them. The same argument gives the same bits in every lane.</summary>
/// <remarks>
/// A processor begins the next registers while one still waits for its results, but only so many operations may wait. Where the way
/// from x to f(x) is long, they fill that room. In two steps the way is half as long: the second step of one register is done beside
/// the first of the next, which it does not wait for (software pipelining).
/// </remarks>
internal interface ILaneFunction
{
    /// <summary>Whether f(x) is better computed in two steps: worth it from some twenty operations on, a loss below.</summary>
    static virtual bool InTwoSteps => false;

    /// <summary>f(x).</summary>
    static abstract TVector Of<TSimd, TVector, T>(TVector x)
        where TSimd : ISimdArithmetic<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>The first step to f(x): what it gives, in two registers.</summary>
    static virtual TVector Begin<TSimd, TVector, T>(TVector x, out TVector beside)
        where TSimd : ISimdArithmetic<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => beside = x;

    /// <summary>f(x) from what the first step has given.</summary>
    static virtual TVector Finish<TSimd, TVector, T>(TVector first, TVector beside)
        where TSimd : ISimdArithmetic<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => throw new NotSupportedException();
}

using System.Numerics;

namespace NeuralNotebooks;

/// <summary>A function of one number, written for a whole register of them. The same argument gives the same bits in every lane.</summary>
/// <remarks>
/// A processor begins the next registers while one still waits for its results, but only so many operations may wait. Where the way
/// from x to f(x) is long, they fill that room. In two steps, the second finds its argument ready.
/// </remarks>
internal interface ILaneFunction
{
    /// <summary>Whether f(x) takes both steps.</summary>
    static virtual bool InTwoSteps => false;

    /// <summary>f(x), or the first step to it.</summary>
    static abstract TVector Of<TSimd, TVector, T>(TVector x)
        where TSimd : ISimdArithmetic<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>f(x) from what the first step has given.</summary>
    static virtual TVector Finish<TSimd, TVector, T>(TVector first)
        where TSimd : ISimdArithmetic<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => first;
}

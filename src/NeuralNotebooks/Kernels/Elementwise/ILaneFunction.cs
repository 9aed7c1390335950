namespace NeuralNotebooks;

/// <summary>A function f of one number, written for a vector register of several numbers (lanes). The same argument
/// gives the same bits in every lane.</summary>
/// <remarks>A processor executes instructions for the next register while those for one register wait for results, but
/// only within its limited out-of-order window. If the dependency chain from x to f(x) is long, it fills that window.
/// Therefore f can be computed in two steps, each with half the chain: the second step for one register overlaps with
/// the first step for the next, which does not depend on it (software pipelining).</remarks>
internal interface ILaneFunction
{
    /// <summary>Whether f(x) is computed in two steps. This is faster if f takes about twenty operations or
    /// more.</summary>
    static virtual bool InTwoSteps => false;

    /// <summary>The first step of f(x). Its result is in two registers, one of them <paramref name="carry"/>. If there
    /// is no second step, this returns f(x).</summary>
    static abstract TVector Begin<TSimd, TVector, T>(TVector x, out TVector carry)
        where TSimd : ISimd<TVector, T>;

    /// <summary>f(x) from the result of the first step.</summary>
    static virtual TVector Finish<TSimd, TVector, T>(TVector first, TVector carry)
        where TSimd : ISimd<TVector, T> => first;
}

/// <summary>The derivative of a function a = g(z), computed from a.</summary>
internal interface ILaneSlope
{
    /// <summary>δ g′(z).</summary>
    static abstract TVector TimesSlope<TSimd, TVector, T>(TVector δ, TVector a)
        where TSimd : ISimd<TVector, T>;
}

namespace NeuralNotebooks;

/// <summary>A function of one number, written for a whole register of them. The same argument gives the same bits in
/// every lane.</summary>
/// <remarks>
/// A processor starts on the next registers while one still waits for its results, but its out-of-order window is
/// limited. Where the dependency chain from x to f(x) is long, it fills that window. In two steps the chain is half as
/// long: the second step of one register overlaps with the first step of the next, which does not depend on it
/// (software pipelining).
/// </remarks>
internal interface ILaneFunction
{
    /// <summary>Whether f(x) is computed in two steps: this pays from about twenty operations on.</summary>
    static virtual bool InTwoSteps => false;

    /// <summary>The first step of f(x), with its result in two registers; without a second step, f(x) itself.</summary>
    static abstract TVector Begin<TSimd, TVector, T>(TVector x, out TVector carry)
        where TSimd : ISimd<TVector, T>;

    /// <summary>f(x) from the result of the first step.</summary>
    static virtual TVector Finish<TSimd, TVector, T>(TVector first, TVector carry)
        where TSimd : ISimd<TVector, T> => first;
}

/// <summary>The slope of a function a = g(z), in terms of a.</summary>
internal interface ILaneSlope
{
    /// <summary>δ g′(z).</summary>
    static abstract TVector TimesSlope<TSimd, TVector, T>(TVector δ, TVector a)
        where TSimd : ISimd<TVector, T>;
}

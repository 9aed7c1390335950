namespace NeuralNotebooks.Course;

/// <summary>
/// Some steps of gradient descent on one logistic unit with one feature:
/// p = σ(wx + b), ∂L/∂w = 1/m Σ (p − y) x, ∂L/∂b = 1/m Σ (p − y). Each piece can be changed.
/// </summary>
internal sealed record UnitDescent(double w, double b, M X, M Y, double α, int Steps)
{
    /// <summary>From s to what the slopes are means of.</summary>
    public Func<M, M> Error { get; init; } = s => Matrix.Sigmoid(s) - Y;

    public Func<M, double> ForW { get; init; } = error => error.Hadamard(X).Mean();

    public Func<M, double> ForB { get; init; } = error => error.Mean();

    /// <summary>What is kept of a step, from the parameters before and after it.</summary>
    public Func<(double w, double b), (double w, double b), (double w, double b)> Then { get; init; } =
        (_, now) => now;

    /// <summary>The parameters after the steps of this case.</summary>
    public (double w, double b) Run()
    {
        (double w, double b) now = (w, b);
        for (int step = 0; step < Steps; step++)
        {
            now = Then(now, Moved(now.w, now.b));
        }

        return now;
    }

    /// <summary>Both slopes at the same point, then both updates.</summary>
    public (double w, double b) Moved(double w, double b)
    {
        M error = Error(w * X + b);
        return (w - α * ForW(error), b - α * ForB(error));
    }
}

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

    /// <summary>A step from (w, b) that is not <see cref="Moved"/>.</summary>
    public Func<double, double, (double w, double b)>? Step { get; init; }

    /// <summary>
    /// The notebook's kind of data, standardized; then features that are not, other labels and another rate; then a
    /// batch of one.
    /// </summary>
    public static IReadOnlyList<UnitDescent> Cases() =>
    [
        new(0.5, -0.25, Matrix.Row(-1.5, -0.5, 0.2, 0.4, 1.4), Matrix.Row(0, 0, 1, 0, 1), α: 0.3, Steps: 1),
        new(0, 0, Matrix.Row(-1.5, -0.5, 0.2, 0.4, 1.4), Matrix.Row(0, 0, 1, 0, 1), α: 0.3, Steps: 4),
        new(-1, 0.75, Matrix.Row(2, 0.5, -1, 3), Matrix.Row(0, 1, 1, 1), α: 0.1, Steps: 25),
        new(0.2, -0.6, Matrix.Row(0.7), Matrix.Row(1), α: 0.8, Steps: 3),
    ];

    public static Sentence Describe(UnitDescent d) =>
        $"after {Readable.Count(d.Steps, "step")} with α = {d.α} on {Readable.Count(d.X.Columns, "example")}";

    /// <summary>The parameters after the steps of this case.</summary>
    public (double w, double b) Run()
    {
        (double w, double b) now = (w, b);
        for (int step = 0; step < Steps; step++)
        {
            now = (Step ?? Moved)(now.w, now.b);
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

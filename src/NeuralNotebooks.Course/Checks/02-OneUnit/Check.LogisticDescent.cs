namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<UnitDescent> _logisticDescent = new()
    {
        // The notebook's kind of data, standardized; then features that are not; then a batch of one.
        Cases = () =>
        [
            new(0.5, -0.25, Matrix.Row(-1.5, -0.5, 0.2, 0.4, 1.4), Matrix.Row(0, 0, 1, 0, 1), α: 0.3, Steps: 1),
            new(0, 0, Matrix.Row(-1.5, -0.5, 0.2, 0.4, 1.4), Matrix.Row(0, 0, 1, 0, 1), α: 0.3, Steps: 4),
            new(-1, 0.75, Matrix.Row(2, 0.5, -1, 3), Matrix.Row(0, 1, 1, 1), α: 0.1, Steps: 25),
            new(0.2, -0.6, Matrix.Row(0.7), Matrix.Row(1), α: 0.8, Steps: 3),
            new(0.4, -1.5, Matrices.Random(1, 9, 1), Matrices.Random(1, 9, 2).Map(v => v > 0 ? 1 : 0), α: 2, Steps: 7),
            new(0.3, -0.7, Matrix.Row(1, -2, 0.5), Matrix.Row(1, 0, 1), α: 0.5, Steps: 0),
        ],
        Describe = d =>
            $"after {TextOf.Count(d.Steps, "step")} with α = {d.α} on {TextOf.Count(d.X.Columns, "example")}",
        FailsLater = ("The number of examples is written into the code.", "Take it from the matrix: `x.Columns`."),
        HasMean = true,
        Praise = "w and b are right after 0 to 25 steps. With p = s in place of σ(s), the same loop would fit a line.",
        Parts = d => d.LogisticDescent,
    };

    /// <summary>Notebook 02: gradient descent on one logistic unit with one feature.</summary>
    /// <param name="train">From w and b to start with, x (1 × m), the labels y (1 × m), the learning rate α and the
    /// number of steps to the new w and b.</param>
    public static Verdict LogisticDescent(Func<double, double, M, M, double, int, (double w, double b)> train) =>
        _logisticDescent.Judge(d => train(d.w, d.b, d.X, d.Y, d.α, d.Steps)).Keep("Train");
}

/// <summary>Some steps of gradient descent on one logistic unit with one feature: p = σ(wx + b), ∂L/∂w = 1/m Σ (p − y)
/// x, ∂L/∂b = 1/m Σ (p − y). Each piece can be changed.</summary>
internal sealed record UnitDescent(double w, double b, M X, M Y, double α, int Steps)
{
    /// <summary>From s to the errors p − y, of which the slopes are means.</summary>
    public Func<M, M> Error { get; init; } = s => Matrix.Sigmoid(s) - Y;

    /// <summary>The parameters that the next step starts from, given those before and after a step.</summary>
    public Func<(double w, double b), (double w, double b), (double w, double b)> Then { get; init; } =
        (_, now) => now;

    public (double w, double b) Run()
    {
        (double w, double b) now = (w, b);
        for (int step = 0; step < Steps; step++)
            now = Then(now, Moved(now.w, now.b));
        return now;
    }

    /// <summary>Both slopes at the same point, then both updates.</summary>
    public (double w, double b) Moved(double w, double b)
    {
        M error = Error(w * X + b);
        return (w - α * error.Hadamard(X).Mean(), b - α * error.Mean());
    }

    public Part<UnitDescent>[] LogisticDescent =>
        [new("w", d => d.Run().w) { WrongDescent }, new("b", d => d.Run().b) { WrongDescent }];

    private M SquaredErrorSlope(M s) =>
        (Matrix.Sigmoid(s) - Y).Hadamard(Matrix.Sigmoid(s)).Hadamard(1 - Matrix.Sigmoid(s));

    private Changes<UnitDescent> WrongDescent => new()
    {
        { ("You stepped uphill.", "The gradient points to where the loss grows: subtract α times it."),
            this with { α = -α } },
        { ("You forgot to divide by m, the number of examples:", "the loss is a mean."),
            this with { α = α * X.Columns } },
        { ("σ is missing:", "the unit predicts p = σ(s), not s."), this with { Error = s => s - Y } },
        { ("σ′ = p(1 − p) should not be there:",
            "with the cross-entropy it cancels. You trained with the squared error."),
            this with { Error = SquaredErrorSlope } },
        { ("w was updated first, and the slope of b computed with the new w.",
            "Both slopes belong to the same point: compute both, then update."),
            this with { Then = (old, now) => (now.w, Moved(now.w, old.b).b) } },
        { ("b was updated first, and the slope of w computed with the new b.",
            "Both slopes belong to the same point: compute both, then update."),
            this with { Then = (old, now) => (Moved(old.w, now.b).w, now.b) } },
    };
}

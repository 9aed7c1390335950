namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<UnitBatch> _squaredErrorGradient = new()
    {
        Cases = () =>
            [UnitBatch.OfTheNotebook(), UnitBatch.OfOtherSizes(features: 3, examples: 5),
            UnitBatch.OfOtherSizes(features: 2, examples: 1)],
        Describe = b => $"for {Readable.Count(b.Examples, "example")} with {Readable.Count(b.X.Rows, "feature")}",
        FailsLater = ("A size of the first case is hard-coded.", "Take it from the matrices: `X.Rows`, `X.Columns`."),
        HasMean = true,
        Praise = "Both slopes agree for one feature, for three, and for a batch of one.",
        Parts = b => b.SquaredErrorGradient,
    };

    /// <summary>Notebook 02: ∂L/∂w and ∂L/∂b of L = 1/m Σ ½(y − s)² with s = wX + b.</summary>
    /// <param name="gradient">From w (1 × n), b (1 × 1), X (n × m) and y (1 × m).</param>
    public static Verdict SquaredErrorGradient(Func<M, M, M, M, (M dw, M db)> gradient) =>
        _squaredErrorGradient.Judge(b => gradient(b.W, b.B, b.X, b.Y));
}

/// <summary>A batch and one unit without activation, as the checks of notebook 02 compute it: s = wX + bu, L = 1/m Σ
/// ½(y − s)², and back.</summary>
internal sealed record UnitBatch(M W, M B, M X, M Y)
{
    public int Examples => X.Columns;

    /// <summary>s = wX + bu: 1 × m.</summary>
    public M S => W * X + B;

    /// <summary>∂L/∂s = (s − y)/m = −e/m: 1 × m.</summary>
    public M Delta { get => field ?? (S - Y) / Examples; init; }

    public M DW => Delta * X.T;

    public M DB => Delta.RowSums();

    /// <summary>With another factor in ∂L/∂s.</summary>
    public UnitBatch Times(double factor) => this with { Delta = factor * Delta };

    /// <summary>The same batch with a single example.</summary>
    public UnitBatch Only(int example) => this with { X = X.Column(example), Delta = Delta.Column(example) };

    /// <summary>Petal length and width of four flowers, and a first guess of the line.</summary>
    public static UnitBatch OfTheNotebook() => new(
        W: Matrix.Row(0.5), B: Matrix.Column(-1.0), X: Matrix.Row(1.4, 4.7, 6.0, 5.1),
            Y: Matrix.Row(0.2, 1.4, 2.5, 1.9));

    /// <summary>Arbitrary numbers, for which a formula that is right only by coincidence fails.</summary>
    public static UnitBatch OfOtherSizes(int features, int examples) => new(
        W: Matrix.Uniform<double>(1, features, seed: 1, low: -2, high: 2),
        B: Matrix.Uniform<double>(1, 1, seed: 2, low: 1, high: 3),
        X: Matrix.Uniform<double>(features, examples, seed: 3, low: -3, high: 3),
        Y: Matrix.Uniform<double>(1, examples, seed: 4, low: -2, high: 2));

    public Part<UnitBatch>[] SquaredErrorGradient =>
    [
        new("∂L/∂w", b => b.DW)
        {
            WrongUnitDelta,
            { ("X was not used:",
                "this is ∂L/∂b. A weight's share in the error is its input, so multiply each −e by its x."), DB },
            { ("This is X(∂L/∂s)ᵀ, the transpose.", "w is a row, so its gradient is a row: (1 × m)(m × n)."), DW.T },
            { ("These are the slopes of the single examples, not yet added up:",
                "(1 × m)(m × n) multiplies and adds in one go."), X.Hadamard(Matrix.Ones<double>(X.Rows, 1) * Delta) },
            { ("Each factor was summed by itself.",
                "The sum of products is not the product of sums: multiply each −e by its own x first."),
                DB * X.RowSums().T },
            { ("Each factor was averaged by itself.",
                "The mean of products is not the product of means: multiply each −e by its own x first."),
                DB * X.RowMeans().T },
            { ("w was used in place of X:", "the slope of s = wX + b in w is X."), DB * W },
            { ("Only the last example counts here:", "`=` where `+=` is needed."), Only(Examples - 1) },
            { ("Only the first example counts here:", "the `return` stands inside the loop."), Only(0) },
        },
        new("∂L/∂b", b => b.DB)
        {
            { ("This is ∂L/∂s, one slope for each example.", "All examples share the bias: add them up."), Delta },
            { ("This is the mean of slopes that have the 1/m already, so it appears twice.", "Sum them."),
                Delta.RowMeans() },
            { ("This is ∂L/∂w.", "The bias is a weight whose input is always 1: it is not multiplied by X."), DW },
            { ("Only the last example counts here:", "`=` where `+=` is needed."), Only(Examples - 1) },
            WrongUnitDelta,
        },
    ];

    /// <summary>Mistakes in ∂L/∂s = (s − y)/m.</summary>
    private Changes<UnitBatch> WrongUnitDelta => new()
    {
        { ("You forgot to divide by m, the number of examples:", "the loss is a mean, not a sum."), Times(Examples) },
        { ("There is a factor 2 too many.", "The loss has a ½ in front of the square, and the two cancel."), Times(2) },
        { ("The sign is wrong:", "∂L/∂s is −e = s − y, the prediction minus the truth. This gradient points downhill."),
            Times(-1) },
        { ("There is a ½ too many.", "The slope of ½e² is e: the 2 of the derivative has used the ½ up."), Times(0.5) },
        { ("The factor is wrong:", "2 · ½ cancel, and 1/m stays. You have a 2 in place of the 1/m."),
            Times(2 * Examples) },
        { "Two things: the sign is wrong (it is s − y), and you forgot to divide by m.", Times(-Examples), NotYet },
        { "Two things: the sign is wrong (it is s − y), and there is a factor 2 too many.", Times(-2), NotYet },
        { "1/m appears twice.", Times(1.0 / Examples) },
        { ("You divided by the number of features.", "The mean is over the examples, the columns: `X.Columns`."),
            Times((double)Examples / X.Rows) },
        { ("Brackets are missing:", "only y is divided by m, not the whole difference s − y."),
            this with { Delta = S - Y / Examples } },
        { ("b is missing in the prediction:", "s = wX + b."), this with { Delta = (W * X - Y) / Examples } },
        { ("y was not used:", "the error is made of prediction and truth."),
            this with { Delta = S / Examples }, NotYet },
        { ("The prediction was not used:", "the error is made of prediction and truth."),
            this with { Delta = -Y / Examples }, NotYet },
        { ("You sent s through σ.", "Linear regression predicts with s itself."),
            this with { Delta = (Matrix.Sigmoid(S) - Y) / Examples } },
        { ("This is made of the squared errors.", "The slope of ½e² is e, not its square."),
            this with { Delta = (S - Y).Hadamard(Delta) }, NotYet },
        { ("This is made of the squared errors.", "The slope of ½e² is e, not its square."),
            this with { Delta = (S - Y).Hadamard(Delta) / 2 }, NotYet },
        { ("This is made of absolute errors:", "without their sign a step cannot know where to go."),
            this with { Delta = Delta.Map(Abs) }, NotYet },
    };
}

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<UnitBatch> _squaredErrorGradient = new()
    {
        Expected = "(Matrix<double> dw, Matrix<double> db) SquaredErrorGradient(Matrix<double> w, Matrix<double> b, "
            + "Matrix<double> X, Matrix<double> y)",
        Cases = () =>
            [UnitBatch.OfTheNotebook(), UnitBatch.OfOtherSizes(features: 3, examples: 5),
            UnitBatch.OfOtherSizes(features: 2, examples: 1)],
        Describe = b => $"for {Readable.Count(b.Examples, "example")} with {Readable.Count(b.X.Rows, "feature")}",
        FailsLater = "A size of the first case is hard-coded. Take it from the matrices: `X.Rows`, `X.Columns`.",
        HasMean = true,
        Praise = "Both slopes agree for one feature, for three, and for a batch of one.",
        Parts =
        [
            new("∂L/∂w", b => b.DW)
            {
                WrongUnitDelta,
                { "X was not used: this is ∂L/∂b. A weight's share in the error is its input, so multiply each −e "
                    + "by its x.",
                    b => b.DB },
                { "This is X(∂L/∂s)ᵀ, the transpose. w is a row, so its gradient is a row: (1 × m)(m × n).",
                    b => b.DW.T },
                { "These are the slopes of the single examples, not yet added up: (1 × m)(m × n) multiplies and "
                    + "adds in one go.",
                    b => b.X.Hadamard(Matrix.Ones<double>(b.X.Rows, 1) * b.Delta) },
                { "Each factor was summed by itself. The sum of products is not the product of sums: multiply each "
                    + "−e by its own x first.",
                    b => b.DB * b.X.RowSums().T },
                { "Each factor was averaged by itself. The mean of products is not the product of means: multiply "
                    + "each −e by its own x first.",
                    b => b.DB * b.X.RowMeans().T },
                { "w was used in place of X: the slope of s = wX + b in w is X.", b => b.DB * b.W },
                { "Only the last example counts here: `=` where `+=` is needed.", b => b.Only(b.Examples - 1) },
                { "Only the first example counts here: the `return` stands inside the loop.", b => b.Only(0) },
            },
            new("∂L/∂b", b => b.DB)
            {
                { "This is ∂L/∂s, one slope for each example. All examples share the bias: add them up.",
                    b => b.Delta },
                { "This is the mean of slopes that have the 1/m already, so it appears twice. Sum them.",
                    b => b.Delta.RowMeans() },
                { "This is ∂L/∂w. The bias is a weight whose input is always 1: it is not multiplied by X.",
                    b => b.DW },
                { "Only the last example counts here: `=` where `+=` is needed.", b => b.Only(b.Examples - 1) },
                WrongUnitDelta,
            },
        ],
    };

    /// <summary>Notebook 02: ∂L/∂w and ∂L/∂b of L = 1/m Σ ½(y − s)² with s = wX + b.</summary>
    /// <param name="gradient">From w (1 × n), b (1 × 1), X (n × m) and y (1 × m).</param>
    public static Verdict SquaredErrorGradient(Func<M, M, M, M, (M dw, M db)>? gradient) =>
        _squaredErrorGradient.Judge(gradient, b => gradient!(b.W, b.B, b.X, b.Y));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict SquaredErrorGradient(Delegate? gradient) => _squaredErrorGradient.Refuse(gradient);

    /// <summary>In ∂L/∂s = (s − y)/m.</summary>
    private static Changes<UnitBatch> WrongUnitDelta => new()
    {
        { "You forgot to divide by m, the number of examples: the loss is a mean, not a sum.",
            b => b.Times(b.Examples) },
        { "There is a factor 2 too many. The loss has a ½ in front of the square, and the two cancel.",
            b => b.Times(2) },
        { "The sign is wrong: ∂L/∂s is −e = s − y, the prediction minus the truth. This gradient points downhill.",
            b => b.Times(-1) },
        { "There is a ½ too many. The slope of ½e² is e: the 2 of the derivative has used the ½ up.",
            b => b.Times(0.5) },
        { "The factor is wrong: 2 · ½ cancel, and 1/m stays. You have a 2 in place of the 1/m.",
            b => b.Times(2 * b.Examples) },
        { "Two things: the sign is wrong (it is s − y), and you forgot to divide by m.",
            b => b.Times(-b.Examples), NotYet },
        { "Two things: the sign is wrong (it is s − y), and there is a factor 2 too many.",
            b => b.Times(-2), NotYet },
        { "1/m appears twice.", b => b.Times(1.0 / b.Examples) },
        { "You divided by the number of features. The mean is over the examples, the columns: `X.Columns`.",
            b => b.Times((double)b.Examples / b.X.Rows) },
        { "Brackets are missing: only y is divided by m, not the whole difference s − y.",
            b => b with { Delta = b.S - b.Y / b.Examples } },
        { "b is missing in the prediction: s = wX + b.", b => b with { Delta = (b.W * b.X - b.Y) / b.Examples } },
        { "y was not used: the error is made of prediction and truth.",
            b => b with { Delta = b.S / b.Examples }, NotYet },
        { "The prediction was not used: the error is made of prediction and truth.",
            b => b with { Delta = -b.Y / b.Examples }, NotYet },
        { "You sent s through σ. Linear regression predicts with s itself.",
            b => b with { Delta = (Matrix.Sigmoid(b.S) - b.Y) / b.Examples } },
        { "This is made of the squared errors. The slope of ½e² is e, not its square.",
            b => b with { Delta = (b.S - b.Y).Hadamard(b.Delta) }, NotYet },
        { "This is made of the squared errors. The slope of ½e² is e, not its square.",
            b => b with { Delta = (b.S - b.Y).Hadamard(b.Delta) / 2 }, NotYet },
        { "This is made of absolute errors: without their sign a step cannot know where to go.",
            b => b with { Delta = b.Delta.Map(Math.Abs) }, NotYet },
    };
}

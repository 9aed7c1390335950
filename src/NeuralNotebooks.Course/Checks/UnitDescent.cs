namespace NeuralNotebooks.Course;

/// <summary>
/// Some steps of gradient descent on one logistic unit with one feature, correct and with the known mistakes:
/// p = σ(wx + b), ∂L/∂w = 1/m Σ (p − y) x, ∂L/∂b = 1/m Σ (p − y).
/// </summary>
internal sealed record UnitDescent(double W, double B, Matrix<double> X, Matrix<double> Y, double Alpha, int Steps)
{
    public const string Weight = "w", Bias = "b";

    /// <summary>One step from (w, b).</summary>
    public delegate (double W, double B) Update(UnitDescent descent, double w, double b);

    /// <summary>The known mistakes, likelier ones first.</summary>
    public static IReadOnlyList<(string Sentence, Func<UnitDescent, (double W, double B)> Wrong, bool IsNear)> Mistakes { get; } =
    [
        ("You stepped uphill. The gradient points to where the loss grows: subtract α times it.", d => d.Run((d, w, b) => d.Moved(w, b, -d.Alpha)), true),
        ("w did not move. Subtract α times its slope, the mean of (p − y) x, in every step.", d => d.Run((d, w, b) => (w, Right(d, w, b).B)), false),
        ("b did not move: it has a gradient too, the mean of p − y.", d => d.Run((d, w, b) => (Right(d, w, b).W, b)), true),
        ("The gradient was computed once, before the loop. It changes with every step: compute it inside.",
            d => d.Moved(d.W, d.B, d.Steps * d.Alpha), true),
        ("You forgot to divide by m, the number of examples: the loss is a mean.", d => d.Run((d, w, b) => d.Moved(w, b, d.Alpha * d.Examples)), true),
        ("1/m appears twice.", d => d.Run((d, w, b) => d.Moved(w, b, d.Alpha / d.Examples)), true),
        ("There is a factor 2 too many: the cross-entropy has no square.", d => d.Run((d, w, b) => d.Moved(w, b, 2 * d.Alpha)), true),
        ("Only one step is made, whatever `steps` says: the loop is missing, or a `return` stands inside it.", d => Right(d, d.W, d.B), true),
        ("One step too few.", d => d.Run(Right, extraSteps: -1), true),
        ("One step too many.", d => d.Run(Right, extraSteps: 1), true),
        ("The learning rate was not used: multiply both slopes by `alpha`.", d => d.Run((d, w, b) => d.Moved(w, b, 1)), true),
        ("α is hard-coded as 2: use `alpha`.", d => d.Run((d, w, b) => d.Moved(w, b, 2)), true),
        ("α is hard-coded as 0.5: use `alpha`.", d => d.Run((d, w, b) => d.Moved(w, b, 0.5)), true),
        ("σ is missing: the unit predicts p = σ(s), not s.", d => d.Run(Linear), true),
        ("σ′ = p(1 − p) should not be there: with the cross-entropy it cancels. You trained with the squared error.", d => d.Run(SquaredError), true),
        ("x is missing in the slope of w: it is the mean of (p − y) x.", d => d.Run((d, w, b) => (w - d.Alpha * d.ErrorMean(w, b), Right(d, w, b).B)), true),
        ("The slope of b was multiplied by x. The bias is a weight whose input is always 1.",
            d => d.Run((d, w, b) => (Right(d, w, b).W, b - d.Alpha * d.ProductMean(w, b))), true),
        ("w was updated first, and the slope of b computed with the new w. Both slopes belong to the same point: compute both, then update.",
            d => d.Run((d, w, b) => (Right(d, w, b).W, Right(d, Right(d, w, b).W, b).B)), true),
        ("b was updated first, and the slope of w computed with the new b. Both slopes belong to the same point: compute both, then update.",
            d => d.Run((d, w, b) => (Right(d, w, Right(d, w, b).B).W, Right(d, w, b).B)), true),
        ("`=` where `-=` is needed: each step forgets where it stood.", d => d.Run((d, w, b) => (Right(d, w, b).W - w, Right(d, w, b).B - b)), true),
        ("This is α times the slope, not the new value: subtract it from the old one, `-=`.", d => d.Run((d, w, b) => (w - Right(d, w, b).W, b - Right(d, w, b).B)), true),
        ("Your loop starts from w = 0, b = 0. Start from the `w` and `b` that come in.", d => (d with { W = 0, B = 0 }).Run(Right), true),
        ("b is missing in s = wx + b.", d => d.Run((d, w, b) => (Right(d, w, 0).W, b + Right(d, w, 0).B)), true),
        ("The mean of x was multiplied by the mean of p − y. The mean of products is not the product of means.",
            d => d.Run((d, w, b) => (w - d.Alpha * d.ErrorMean(w, b) * d.X.Mean(), Right(d, w, b).B)), true),
    ];

    public int Examples => X.Columns;

    /// <summary>The notebook's kind of data, standardized; then features that are not, other labels and another rate; then a batch of one.</summary>
    public static IReadOnlyList<UnitDescent> Cases() =>
    [
        new(0.5, -0.25, Matrix.Row(-1.5, -0.5, 0.2, 0.4, 1.4), Matrix.Row(0, 0, 1, 0, 1), Alpha: 0.3, Steps: 1),
        new(0, 0, Matrix.Row(-1.5, -0.5, 0.2, 0.4, 1.4), Matrix.Row(0, 0, 1, 0, 1), Alpha: 0.3, Steps: 4),
        new(-1, 0.75, Matrix.Row(2, 0.5, -1, 3), Matrix.Row(0, 1, 1, 1), Alpha: 0.1, Steps: 25),
        new(0.2, -0.6, Matrix.Row(0.7), Matrix.Row(1), Alpha: 0.8, Steps: 3),
    ];

    public static string Describe(UnitDescent d) => FormattableString.Invariant(
        $"after {d.Steps} {(d.Steps == 1 ? "step" : "steps")} with α = {d.Alpha} on {d.Examples} {(d.Examples == 1 ? "example" : "examples")}");

    /// <summary>Both slopes at the same point, then both updates.</summary>
    public static (double W, double B) Right(UnitDescent d, double w, double b) => d.Moved(w, b, d.Alpha);

    /// <summary>The parameters after the steps of this case, with the given update rule.</summary>
    public (double W, double B) Run(Update update, int extraSteps = 0)
    {
        (double w, double b) = (W, B);
        for (int step = 0; step < Steps + extraSteps; step++)
        {
            (w, b) = update(this, w, b);
        }

        return (w, b);
    }

    private Matrix<double> Error(double w, double b) => Matrix.Sigmoid(w * X + b) - Y;

    private double ErrorMean(double w, double b) => Error(w, b).Mean();

    private double ProductMean(double w, double b) => Error(w, b).Hadamard(X).Mean();

    private (double W, double B) Moved(double w, double b, double rate) => (w - rate * ProductMean(w, b), b - rate * ErrorMean(w, b));

    private static (double W, double B) Linear(UnitDescent d, double w, double b)
    {
        Matrix<double> error = w * d.X + b - d.Y;
        return (w - d.Alpha * error.Hadamard(d.X).Mean(), b - d.Alpha * error.Mean());
    }

    private static (double W, double B) SquaredError(UnitDescent d, double w, double b)
    {
        Matrix<double> p = Matrix.Sigmoid(w * d.X + b), slope = (p - d.Y).Hadamard(p).Hadamard(1 - p);
        return (w - d.Alpha * slope.Hadamard(d.X).Mean(), b - d.Alpha * slope.Mean());
    }
}

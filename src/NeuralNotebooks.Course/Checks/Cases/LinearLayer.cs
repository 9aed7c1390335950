namespace NeuralNotebooks.Course;

/// <summary>A layer without activation and a batch, as the checks of notebooks 02 and 03 compute them: ŷ = WX + bu, L =
/// 1/m Σ ½‖ŷ − y‖², and back. Notebook 02 has one unit and calls ŷ s; in notebook 03 the input is A.</summary>
internal sealed record LinearLayer(M W, M B, M Input, M Y)
{
    public int Examples => Input.Columns;

    public M Prediction { get; } = W * Input + B;

    /// <summary>∂L/∂ŷ = 1/m (ŷ − y), the shape of ŷ.</summary>
    public M Delta { get => field ?? (Prediction - Y) / Examples; init; }

    public M DW => Delta * Input.T;

    public M DB => Delta.RowSums();

    public LinearLayer Times(double factor) => this with { Delta = factor * Delta };

    public LinearLayer Only(int example) => this with { Input = Input.Column(example), Delta = Delta.Column(example) };

    /// <summary>Petal length and width of four flowers, and a first guess of the line.</summary>
    public static LinearLayer OfNotebook02() => new(
        W: Matrix.Row(0.5), B: Matrix.Column(-1.0), Input: Matrix.Row(1.4, 4.7, 6.0, 5.1),
        Y: Matrix.Row(0.2, 1.4, 2.5, 1.9));

    /// <summary>One unit with arbitrary numbers, for which a formula that is right only by coincidence fails.</summary>
    public static LinearLayer OfOneUnit(int features, int examples) => new(
        W: Matrix.Uniform<double>(1, features, seed: 1, low: -2, high: 2),
        B: Matrix.Uniform<double>(1, 1, seed: 2, low: 1, high: 3),
        Input: Matrix.Uniform<double>(features, examples, seed: 3, low: -3, high: 3),
        Y: Matrix.Uniform<double>(1, examples, seed: 4, low: -2, high: 2));

    /// <summary>The output layer of notebook 03, with what its hidden units return before training.</summary>
    public static LinearLayer OfNotebook03() => new(
        W: Matrix.Row(4, -4), B: Matrix.Column(1),
        Input: Matrix.Of(new[,] { { 0.5, 0.75, 0.25 }, { 0.25, 0.5, 0.75 } }), Y: Matrix.Row(0.5, 5, -4));

    /// <summary>An output layer of other sizes with arbitrary numbers.</summary>
    public static LinearLayer OfSizes(int hidden, int outputs, int examples) => new(
        W: Matrices.Random(outputs, hidden, 5), B: Matrices.Random(outputs, 1, 6),
        Input: Matrix.Sigmoid(Matrices.Random(hidden, examples, 3)), Y: Matrices.Random(outputs, examples, 2));

    public Part<LinearLayer>[] OneUnit =>
    [
        new("∂L/∂w", l => l.DW)
        {
            WrongDeltaOfUnit,
            { ("X was not used:",
                "this is ∂L/∂b. A weight's share in the error is its input, so multiply each −e by its x."), DB },
            { ("This is X(∂L/∂s)ᵀ, the transpose.", "w is a row, so its gradient is a row: (1 × m)(m × n)."), DW.T },
            { ("These are the slopes of the single examples, not yet added up:",
                "(1 × m)(m × n) multiplies and adds in one go."),
                Input.Hadamard(Matrix.Ones<double>(Input.Rows, 1) * Delta) },
            { ("Each factor was summed by itself.",
                "The sum of products is not the product of sums: multiply each −e by its own x first."),
                DB * Input.RowSums().T },
            { ("Each factor was averaged by itself.",
                "The mean of products is not the product of means: multiply each −e by its own x first."),
                DB * Input.RowMeans().T },
            { ("w was used in place of X:", "the slope of s = wX + b in w is X."), DB * W },
            { ("Only the last example counts here:", "`=` where `+=` is needed."), Only(Examples - 1) },
            { ("Only the first example counts here:", "the `return` stands inside the loop."), Only(0) },
        },
        new("∂L/∂b", l => l.DB)
        {
            { ("This is ∂L/∂s, one slope for each example.", "All examples share the bias: add them up."), Delta },
            { ("This is the mean of slopes that have the 1/m already, so it appears twice.", "Sum them."),
                Delta.RowMeans() },
            { ("This is ∂L/∂w.", "The bias is a weight whose input is always 1: it is not multiplied by X."), DW },
            { ("Only the last example counts here:", "`=` where `+=` is needed."), Only(Examples - 1) },
            WrongDeltaOfUnit,
        },
    ];

    public Part<LinearLayer>[] AfterHiddenLayer =>
    [
        new("∂L/∂w₂", l => l.DW)
        {
            WrongDeltaAfterHiddenLayer,
            { ("A was not used:", "this is ∂L/∂b₂, the sum of δ₂ over the examples."), DB },
        },
        new("∂L/∂b₂", l => l.DB)
        {
            { ("This is δ₂ itself, one slope for each example.",
                "The bias is shared by all examples: sum over them, δ₂uᵀ."), Delta },
            { ("This is the mean over the examples, so 1/m appears twice:",
                "δ₂ already contains it. Sum, do not average."), Delta.RowMeans() },
            { ("This is the sum over the wrong axis:",
                "it adds the outputs of each example. Add the examples of each output: δ₂uᵀ."), Delta.ColumnSums() },
            { ("This is δ₂Aᵀ, the gradient of the weights.",
                "A bias is multiplied by 1, not by an activation: put uᵀ for Aᵀ."), DW },
            { ("This adds everything up, over all outputs.", "Each output has a bias of its own: δ₂uᵀ is a column."),
                Delta.Sum() },
            WrongDeltaAfterHiddenLayer,
        },
    ];

    private Changes<LinearLayer> WrongDeltaOfUnit =>
    [
        .. WrongDelta("s", "features"),
        (("b is missing in the prediction:", "s = wX + b."), this with { Delta = (W * Input - Y) / Examples }, Almost),
        (("You sent s through σ.", "Linear regression predicts with s itself."),
            this with { Delta = (Matrix.Sigmoid(Prediction) - Y) / Examples }, Almost),
    ];

    private Changes<LinearLayer> WrongDeltaAfterHiddenLayer =>
    [
        .. WrongDelta("ŷ", "hidden units"),
        (("You divided by the number of rows of ŷ.", "The mean is over the examples, the columns: `y.Columns`."),
            Times((double)Examples / Y.Rows), Almost),
        (("You divided by 3, the number of examples in the notebook.", "Take it from the batch: `y.Columns`."),
            Times(Examples / 3.0), Almost),
        (("The output layer was given a σ:",
            "δ₂ is multiplied by ŷ(1 − ŷ). Its activation is the identity, whose slope is 1."),
            this with { Delta = Delta.Hadamard(Prediction).Hadamard(1 - Prediction) }, Almost),
    ];

    /// <summary>Mistakes in ∂L/∂ŷ = 1/m (ŷ − y).</summary>
    /// <param name="ŷ">The letter for the prediction.</param>
    /// <param name="inputs">What a row of the input is.</param>
    private Changes<LinearLayer> WrongDelta(string ŷ, string inputs) => new()
    {
        { ("You forgot to divide by m, the number of examples:", "the loss is a mean."), Times(Examples) },
        { ("A factor 2 is too many:", "the ½ of the loss cancels it."), Times(2) },
        { ("The sign is wrong:", $"it is {ŷ} − y, the prediction minus the truth. This gradient points downhill."),
            Times(-1) },
        { ("There is a ½ too many.", "The slope of ½e² is e: the 2 of the derivative has used the ½ up."), Times(0.5) },
        { "Two things: a factor 2 is too many, and 1/m is missing.", Times(2 * Examples) },
        { $"Two things: the sign is wrong (it is {ŷ} − y), and you forgot to divide by m.", Times(-Examples), NotYet },
        { $"Two things: the sign is wrong (it is {ŷ} − y), and a factor 2 is too many.", Times(-2), NotYet },
        { "1/m appears twice.", Times(1.0 / Examples) },
        { ($"You divided by the number of {inputs}.", "The mean is over the examples, the columns: `y.Columns`."),
            Times((double)Examples / Input.Rows) },
        { ("Brackets are missing:", $"only y is divided by m, not the whole difference {ŷ} − y."),
            this with { Delta = Prediction - Y / Examples } },
        { ("Brackets are missing:", $"only {ŷ} is divided by m, not the whole difference {ŷ} − y."),
            this with { Delta = Prediction / Examples - Y } },
        { ("y was not used:", $"the error is {ŷ} − y."), this with { Delta = Prediction / Examples }, NotYet },
        { ("The prediction was not used:", $"the error is {ŷ} − y."), this with { Delta = -Y / Examples }, NotYet },
        { ("This is made of the squared errors.", "The slope of ½e² is e, not its square."),
            this with { Delta = (Prediction - Y).Hadamard(Delta) }, NotYet },
        { ("This is made of the squared errors.", "The slope of ½e² is e, not its square."),
            this with { Delta = (Prediction - Y).Hadamard(Delta) / 2 }, NotYet },
        { ("This is made of absolute errors:", "without their sign a step cannot know where to go."),
            this with { Delta = Delta.Map(Abs) }, NotYet },
    };
}

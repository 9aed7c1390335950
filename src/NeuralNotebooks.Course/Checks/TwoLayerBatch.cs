namespace NeuralNotebooks.Course;

/// <summary>
/// A batch and two layers, as the checks of notebook 03 compute it:
/// Z = W₁X + b₁u, A = σ(Z), ŷ = w₂A + b₂u, L = 1/m ‖ŷ − y‖², and back.
/// </summary>
internal partial record TwoLayerBatch(M X, M Y, M W1, M B1, M W2, M B2)
{
    public int Examples => X.Columns;

    public virtual M A => Matrix.Sigmoid(W1 * X + B1);

    public M Prediction => W2 * A + B2;

    public double Loss => new MeanSquaredError<double>().Value(Prediction, Y);

    /// <summary>∂L/∂ŷ = 2/m (ŷ − y), the shape of ŷ.</summary>
    protected virtual M OutputSlope => 2.0 / Examples * (Prediction - Y);

    /// <summary>σ′(Z) = A ⊙ (1 − A), the shape of A.</summary>
    protected virtual M HiddenSlope => A.Hadamard(1 - A);

    public M Delta2 { get => field ?? OutputSlope; init; }

    /// <summary>∂L/∂A = w₂ᵀδ₂, the shape of A.</summary>
    public M ActivationGradient => W2.T * Delta2;

    /// <summary>∂L/∂Z = w₂ᵀδ₂ ⊙ σ′(Z), the shape of Z.</summary>
    public M Delta1 { get => field ?? ActivationGradient.Hadamard(HiddenSlope); init; }

    public M DW2 => Delta2 * A.T;

    public M DB2 => Delta2.RowSums();

    public M DW1 => Delta1 * X.T;

    public M DB1 => Delta1.RowSums();

    /// <summary>With another factor in δ₂.</summary>
    public TwoLayerBatch Times(double factor) => this with { Delta2 = factor * Delta2 };

    /// <summary>θ ← θ − α ∂L/∂θ for all four parameters, all gradients at the same point.</summary>
    public TwoLayerBatch Moved(double α) => this with
    {
        W1 = W1 - α * DW1,
        B1 = B1 - α * DB1,
        W2 = W2 - α * DW2,
        B2 = B2 - α * DB2,
    };

    /// <summary>
    /// The notebook's example; then a batch of other sizes in which no two are equal; then a batch of one, in which
    /// 2 / m of integers is not 0.
    /// </summary>
    public static IReadOnlyList<TwoLayerBatch> Cases() =>
    [
        OfTheNotebook(),
        OfOtherSizes(features: 3, hidden: 4, outputs: 2, examples: 5),
        OfOtherSizes(features: 3, hidden: 4, outputs: 2, examples: 1),
    ];

    /// <summary>What it means when code works for the notebook's batch and throws for the other.</summary>
    public const string FailsLater =
        "A size of this notebook's example is hard-coded. Take it from the matrices that the function is given, by "
            + "`.Rows` and `.Columns`.";

    /// <summary>The case in a sentence.</summary>
    public static Sentence Describe(TwoLayerBatch batch) => batch.Examples == 3
        ? "for this notebook's batch"
        : $"for a batch of {Readable.Count(batch.Examples, "example")} with {batch.X.Rows} features, "
            + $"{batch.A.Rows} hidden units and {batch.Y.Rows} outputs";

    /// <summary>The network of the notebook: weights in units of ln 3, so that σ is ¼, ½ or ¾.</summary>
    public static TwoLayerBatch OfTheNotebook()
    {
        double ln3 = Log(3);
        return new(
            X: Matrix.Of(new double[,] { { 0, 1, 2 }, { 1, 0, 0 }, { 1, 0, 2 }, { 1, 0, 1 } }),
            Y: Matrix.Row(0.5, 5, -4),
            W1: ln3 * Matrix.Of(new double[,] { { -1, -2, -1, 1 }, { 1, -1, -1, 2 } }),
            B1: ln3 * Matrix.Column(2, -1),
            W2: Matrix.Row(4, -4),
            B2: Matrix.Column(1));
    }

    /// <summary>
    /// A network of other sizes with arbitrary numbers: what is right only for one shape, or by coincidence, fails
    /// here.
    /// </summary>
    private static TwoLayerBatch OfOtherSizes(int features, int hidden, int outputs, int examples) => new(
        X: RandomMatrix(features, examples, 1),
        Y: RandomMatrix(outputs, examples, 2),
        W1: RandomMatrix(hidden, features, 3),
        B1: RandomMatrix(hidden, 1, 4),
        W2: RandomMatrix(outputs, hidden, 5),
        B2: RandomMatrix(outputs, 1, 6));

    /// <summary>Numbers from −1 to 1 with two decimals: the same for the same key.</summary>
    public static M RandomMatrix(int rows, int columns, int key)
    {
        var random = new Random(key);
        return Matrix.Zeros<double>(rows, columns).Map(_ => Round(2 * random.NextDouble() - 1, 2));
    }
}

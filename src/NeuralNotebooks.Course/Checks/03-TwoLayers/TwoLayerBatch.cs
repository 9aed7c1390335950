namespace NeuralNotebooks.Course;

/// <summary>A batch and two layers, as the checks of notebook 03 compute it: Z = W₁X + b₁u, A = σ(Z), ŷ = w₂A + b₂u, L
/// = 1/m Σ ½‖ŷ − y‖², and back.</summary>
internal record TwoLayerBatch(M X, M Y, M W1, M B1, M W2, M B2)
{
    public int Examples => X.Columns;

    public virtual M A => Matrix.Sigmoid(W1 * X + B1);

    public virtual LinearLayer Output => new(W2, B2, A, Y);

    public double Loss => new HalfSquaredError<double>().Value(Output.Prediction, Y);

    /// <summary>σ′(Z) = A ⊙ (1 − A), the shape of A.</summary>
    protected virtual M HiddenSlope => A.Hadamard(1 - A);

    /// <summary>∂L/∂ŷ, the shape of ŷ.</summary>
    public M Delta2 { get => field ?? Output.Delta; init; }

    /// <summary>∂L/∂A = w₂ᵀδ₂, the shape of A.</summary>
    public M ActivationGradient => W2.T * Delta2;

    /// <summary>∂L/∂Z = w₂ᵀδ₂ ⊙ σ′(Z), the shape of Z.</summary>
    public M Delta1 { get => field ?? ActivationGradient.Hadamard(HiddenSlope); init; }

    public M DW2 => Output.DW;

    public M DB2 => Output.DB;

    public M DW1 => Delta1 * X.T;

    public M DB1 => Delta1.RowSums();

    /// <summary>θ ← θ − α ∂L/∂θ for all four parameters, all gradients at the same point.</summary>
    public TwoLayerBatch Moved(double α) => this with
    {
        W1 = W1 - α * DW1,
        B1 = B1 - α * DB1,
        W2 = W2 - α * DW2,
        B2 = B2 - α * DB2,
    };

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

    /// <summary>A network of other sizes with arbitrary numbers, for which a formula that is right only for one shape,
    /// or by coincidence, fails.</summary>
    public static TwoLayerBatch OfSizes(int features, int hidden, int outputs, int examples) => new(
        X: Matrices.Random(features, examples, 1),
        Y: Matrices.Random(outputs, examples, 2),
        W1: Matrices.Random(hidden, features, 3),
        B1: Matrices.Random(hidden, 1, 4),
        W2: Matrices.Random(outputs, hidden, 5),
        B2: Matrices.Random(outputs, 1, 6));

    public Part<TwoLayerBatch>[] HiddenLayer =>
    [
        new("δ₁", b => b.Delta1)
        {
            { ("You forgot σ′:", "this is ∂L/∂A. To pass the σ, multiply entry by entry with A ⊙ (1 − A)."),
                ActivationGradient },
            { ("Half of σ′ is missing:", "you multiplied by A only. σ′(Z) = A ⊙ (1 − A)."),
                ActivationGradient.Hadamard(A) },
            { ("Half of σ′ is missing:", "you multiplied by 1 − A only. σ′(Z) = A ⊙ (1 − A)."),
                ActivationGradient.Hadamard(1 - A) },
            { ("You used the identity matrix for the all-ones matrix:",
                "in A ⊙ (1 − A), a 1 stands in every entry, not only on the diagonal."),
                ActivationGradient.Hadamard(A).Hadamard(Diagonal(A) - A) },
            { ("σ′ was taken at A, so σ is applied twice.", "A is σ(Z) already: σ′(Z) = A ⊙ (1 − A)."),
                ActivationGradient.Hadamard(Matrix.Sigmoid(A)).Hadamard(1 - Matrix.Sigmoid(A)) },
            { ("This is σ′(Z) alone.", "It scales what arrives from above: multiply it with w₂ᵀδ₂."),
                A.Hadamard(1 - A), NotYet },
            { ("You multiplied by A ⊙ A.", "σ′(Z) = A ⊙ (1 − A)."), ActivationGradient.Hadamard(A).Hadamard(A) },
            { ("The sign is wrong:", "perhaps you wrote A − 1 instead of 1 − A."), -Delta1 },
            { ("1/m appears twice:", "δ₂ already contains it."), Delta1 / Examples },
            { ("A factor 2 is too many:", "δ₂ contains all that the loss brings."), 2 * Delta1 },
        },
        new("∂L/∂W₁", b => b.DW1)
        {
            { ("This is δ₁Aᵀ.", "The weights W₁ were multiplied by the inputs: put Xᵀ for Aᵀ."), Delta1 * A.T },
            { ("This is the transpose, Xδ₁ᵀ.", "A gradient has the shape of its parameter: δ₁Xᵀ."), DW1.T },
            { ("σ′ is missing here:", "use δ₁, not w₂ᵀδ₂."), this with { Delta1 = ActivationGradient } },
            { ("1/m appears twice:", "δ₁ already contains it, from the loss."), DW1 / Examples },
            { ("This is δ₂Xᵀ.", "The hidden layer has an error signal of its own: put δ₁ for δ₂."),
                this with { Delta1 = Delta2 } },
        },
        new("∂L/∂b₁", b => b.DB1)
        {
            { ("This is δ₂uᵀ, the gradient of the output's bias.",
                "The hidden layer has an error signal of its own: δ₁uᵀ."), this with { Delta1 = Delta2 } },
            { ("This is δ₁ itself, one slope for each example.",
                "The bias is shared by all examples: sum over them, δ₁uᵀ."), Delta1 },
            { ("This is δ₁(A[0])ᵀ, which is ∂L/∂W₁:", "the misprint of the lecture notes. For the bias it is δ₁uᵀ."),
                DW1 },
            { ("This is the sum over the wrong axis:",
                "it adds the units of each example. Add the examples of each unit: δ₁uᵀ."), Delta1.ColumnSums() },
            { ("This is the mean over the examples, so 1/m appears twice:",
                "δ₁ already contains it. Sum, do not average."), Delta1.RowMeans() },
            { ("This adds everything up, over both units and examples.",
                "Each hidden unit has a bias of its own: δ₁uᵀ is a column."), Delta1.Sum() },
            { ("σ′ is missing here:", "use δ₁, not w₂ᵀδ₂."), this with { Delta1 = ActivationGradient } },
        },
    ];

    /// <summary>I in "I − A": ones on the diagonal of A's shape, zeros elsewhere.</summary>
    private static M Diagonal(M shape) => Matrices.Of(shape.Rows, shape.Columns, (i, j) => i == j ? 1 : 0);
}

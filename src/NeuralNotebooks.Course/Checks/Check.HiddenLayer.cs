namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<TwoLayerBatch> _hiddenLayer = new()
    {
        Expected = "(Matrix<double> delta1, Matrix<double> dW1, Matrix<double> db1) HiddenLayer(Matrix<double> "
            + "delta2, Matrix<double> w2, Matrix<double> A, Matrix<double> X)",
        Cases = TwoLayerBatch.Cases,
        Describe = TwoLayerBatch.Describe,
        FailsLater = TwoLayerBatch.FailsLater,
        Praise = "δ₁ and both gradients agree for this batch, and for one of another size that the notebook does "
            + "not show.",
        Parts = b => b.HiddenLayer,
    };

    /// <summary>Notebook 03: δ₁ = w₂ᵀδ₂ ⊙ A ⊙ (1 − A), ∂L/∂W₁ = δ₁Xᵀ and ∂L/∂b₁ = δ₁uᵀ.</summary>
    /// <param name="backward">
    /// From δ₂ (outputs × examples), w₂ (outputs × hidden units), A (hidden units × examples) and X (features ×
    /// examples).
    /// </param>
    public static Verdict HiddenLayer(Func<M, M, M, M, (M delta1, M dW1, M db1)>? backward) =>
        _hiddenLayer.Judge(backward, b => backward!(b.Delta2, b.W2, b.A, b.X));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict HiddenLayer(Delegate? backward) => _hiddenLayer.Refuse(backward);
}

internal partial record TwoLayerBatch
{
    public Part<TwoLayerBatch>[] HiddenLayer =>
    [
        new("δ₁", this, b => b.Delta1)
        {
            { "You forgot σ′: this is ∂L/∂A. To pass the σ, multiply entry by entry with A ⊙ (1 − A).",
                ActivationGradient },
            { "Half of σ′ is missing: you multiplied by A only. σ′(Z) = A ⊙ (1 − A).", ActivationGradient.Hadamard(A) },
            { "Half of σ′ is missing: you multiplied by 1 − A only. σ′(Z) = A ⊙ (1 − A).",
                ActivationGradient.Hadamard(1 - A) },
            { "You used the identity matrix for the all-ones matrix: in A ⊙ (1 − A), a 1 stands in every entry, "
                + "not only on the diagonal.",
                ActivationGradient.Hadamard(A).Hadamard(Diagonal(A) - A) },
            { "σ′ was taken at A, so σ is applied twice. A is σ(Z) already: σ′(Z) = A ⊙ (1 − A).",
                ActivationGradient.Hadamard(Matrix.Sigmoid(A)).Hadamard(1 - Matrix.Sigmoid(A)) },
            { "This is σ′(Z) alone. It scales what arrives from above: multiply it with w₂ᵀδ₂.",
                A.Hadamard(1 - A), NotYet },
            { "You multiplied by A ⊙ A. σ′(Z) = A ⊙ (1 − A).", ActivationGradient.Hadamard(A).Hadamard(A) },
            { "The sign is wrong: perhaps you wrote A − 1 instead of 1 − A.", -Delta1 },
            { "1/m appears twice: δ₂ already contains it.", Delta1 / Examples },
            { "2/m appears twice: δ₂ already contains it.", 2 * Delta1 / Examples },
        },
        new("∂L/∂W₁", this, b => b.DW1)
        {
            { "This is δ₁Aᵀ. The weights W₁ were multiplied by the inputs: put Xᵀ for Aᵀ.", Delta1 * A.T },
            { "This is the transpose, Xδ₁ᵀ. A gradient has the shape of its parameter: δ₁Xᵀ.", DW1.T },
            { "σ′ is missing here: use δ₁, not w₂ᵀδ₂.", this with { Delta1 = ActivationGradient } },
            { "1/m appears twice: δ₁ already contains it, from the loss.", DW1 / Examples },
            { "This is δ₂Xᵀ. The hidden layer has an error signal of its own: put δ₁ for δ₂.",
                this with { Delta1 = Delta2 } },
        },
        new("∂L/∂b₁", this, b => b.DB1)
        {
            { "This is δ₂uᵀ, the gradient of the output's bias. The hidden layer has an error signal of its own: δ₁uᵀ.",
                this with { Delta1 = Delta2 } },
            { "This is δ₁ itself, one slope for each example. The bias is shared by all examples: sum over them, δ₁uᵀ.",
                Delta1 },
            { "This is δ₁(A[0])ᵀ, which is ∂L/∂W₁: the misprint of the lecture notes. For the bias it is δ₁uᵀ.", DW1 },
            { "This is the sum over the wrong axis: it adds the units of each example. Add the examples of each "
                + "unit: δ₁uᵀ.",
                Delta1.ColumnSums() },
            { "This is the mean over the examples, so 1/m appears twice: δ₁ already contains it. Sum, do not average.",
                Delta1.RowMeans() },
            { "This adds everything up, over both units and examples. Each hidden unit has a bias of its own: "
                + "δ₁uᵀ is a column.",
                Delta1.Sum() },
            { "σ′ is missing here: use δ₁, not w₂ᵀδ₂.", this with { Delta1 = ActivationGradient } },
        },
    ];

    /// <summary>I in "I − A": ones on the diagonal of A's shape, zeros elsewhere.</summary>
    private static M Diagonal(M shape) =>
        Matrices.Of(shape.Rows, shape.Columns, (i, j) => i == j ? 1 : 0);
}

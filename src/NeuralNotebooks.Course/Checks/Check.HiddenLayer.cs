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
        Parts =
        [
            new("δ₁", b => b.Delta1)
            {
                { "You forgot σ′: this is ∂L/∂A. To pass the σ, multiply entry by entry with A ⊙ (1 − A).",
                    b => b.ActivationGradient },
                { "Half of σ′ is missing: you multiplied by A only. σ′(Z) = A ⊙ (1 − A).",
                    b => b.ActivationGradient.Hadamard(b.A) },
                { "Half of σ′ is missing: you multiplied by 1 − A only. σ′(Z) = A ⊙ (1 − A).",
                    b => b.ActivationGradient.Hadamard(1 - b.A) },
                { "You used the identity matrix for the all-ones matrix: in A ⊙ (1 − A), a 1 stands in every entry, "
                    + "not only on the diagonal.",
                    b => b.ActivationGradient.Hadamard(b.A).Hadamard(Diagonal(b.A) - b.A) },
                { "σ′ was taken at A, so σ is applied twice. A is σ(Z) already: σ′(Z) = A ⊙ (1 − A).",
                    b => b.ActivationGradient.Hadamard(Matrix.Sigmoid(b.A)).Hadamard(1 - Matrix.Sigmoid(b.A)) },
                { "This is σ′(Z) alone. It scales what arrives from above: multiply it with w₂ᵀδ₂.",
                    b => b.A.Hadamard(1 - b.A), NotYet },
                { "You multiplied by A ⊙ A. σ′(Z) = A ⊙ (1 − A).",
                    b => b.ActivationGradient.Hadamard(b.A).Hadamard(b.A) },
                { "The sign is wrong: perhaps you wrote A − 1 instead of 1 − A.", b => -b.Delta1 },
                { "1/m appears twice: δ₂ already contains it.", b => b.Delta1 / b.Examples },
                { "2/m appears twice: δ₂ already contains it.", b => 2 * b.Delta1 / b.Examples },
            },
            new("∂L/∂W₁", b => b.DW1)
            {
                { "This is δ₁Aᵀ. The weights W₁ were multiplied by the inputs: put Xᵀ for Aᵀ.",
                    b => b.Delta1 * b.A.T },
                { "This is the transpose, Xδ₁ᵀ. A gradient has the shape of its parameter: δ₁Xᵀ.",
                    b => b.DW1.T },
                { "σ′ is missing here: use δ₁, not w₂ᵀδ₂.", b => b with { Delta1 = b.ActivationGradient } },
                { "1/m appears twice: δ₁ already contains it, from the loss.", b => b.DW1 / b.Examples },
                { "This is δ₂Xᵀ. The hidden layer has an error signal of its own: put δ₁ for δ₂.",
                    b => b with { Delta1 = b.Delta2 } },
            },
            new("∂L/∂b₁", b => b.DB1)
            {
                { "This is δ₂uᵀ, the gradient of the output's bias. The hidden layer has an error signal of its "
                    + "own: δ₁uᵀ.",
                    b => b with { Delta1 = b.Delta2 } },
                { "This is δ₁ itself, one slope for each example. The bias is shared by all examples: sum over "
                    + "them, δ₁uᵀ.",
                    b => b.Delta1 },
                { "This is δ₁(A[0])ᵀ, which is ∂L/∂W₁: the misprint of the lecture notes. For the bias it is δ₁uᵀ.",
                    b => b.DW1 },
                { "This is the sum over the wrong axis: it adds the units of each example. Add the examples of each "
                    + "unit: δ₁uᵀ.",
                    b => b.Delta1.ColumnSums() },
                { "This is the mean over the examples, so 1/m appears twice: δ₁ already contains it. Sum, do not "
                    + "average.",
                    b => b.Delta1.RowMeans() },
                { "This adds everything up, over both units and examples. Each hidden unit has a bias of its own: "
                    + "δ₁uᵀ is a column.",
                    b => b.Delta1.Sum() },
                { "σ′ is missing here: use δ₁, not w₂ᵀδ₂.", b => b with { Delta1 = b.ActivationGradient } },
            },
        ],
    };

    /// <summary>Notebook 03: δ₁ = w₂ᵀδ₂ ⊙ A ⊙ (1 − A), ∂L/∂W₁ = δ₁Xᵀ and ∂L/∂b₁ = δ₁uᵀ.</summary>
    /// <param name="backward">
    /// From δ₂ (outputs × examples), w₂ (outputs × hidden units), A (hidden units × examples) and X (features ×
    /// examples).
    /// </param>
    public static Verdict HiddenLayer(Func<M, M, M, M, (M delta1, M dW1, M db1)>? backward) =>
        _hiddenLayer.Judge(backward, b => backward!(b.Delta2, b.W2, b.A, b.X));

    /// <summary>I in "I − A": ones on the diagonal of A's shape, zeros elsewhere.</summary>
    private static M Diagonal(M shape) =>
        Matrices.Of(shape.Rows, shape.Columns, (i, j) => i == j ? 1 : 0);

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict HiddenLayer(Delegate? backward) => _hiddenLayer.Refuse(backward);
}

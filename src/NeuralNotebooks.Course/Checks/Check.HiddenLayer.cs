namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string HiddenLayerSignature =
        "(Matrix<double> delta1, Matrix<double> dW1, Matrix<double> db1) HiddenLayer(Matrix<double> delta2, Matrix<double> w2, Matrix<double> A, Matrix<double> X)";

    private const string HiddenDelta = "δ₁", HiddenWeights = "∂L/∂W₁", HiddenBias = "∂L/∂b₁";

    private static readonly Exercise<TwoLayerBatch> _hiddenLayerExercise = new()
    {
        Cases = TwoLayerBatch.Cases,
        Describe = TwoLayerBatch.Describe,
        FailsLater = TwoLayerBatch.FailsLater,
        Reference = batch =>
        [
            new(HiddenDelta, batch.Delta1),
            new(HiddenWeights, batch.Delta1 * batch.X.Transpose()),
            new(HiddenBias, batch.Delta1 * batch.U.Transpose()),
        ],
        Mistakes =
        [
            new(HiddenDelta, "You forgot σ′: this is ∂L/∂A. To pass the σ, multiply entry by entry with A ⊙ (1 − A).", b => b.ActivationGradient),
            new(HiddenDelta, "Half of σ′ is missing: you multiplied by A only. σ′(Z) = A ⊙ (1 − A).", b => b.ActivationGradient.Hadamard(b.A)),
            new(HiddenDelta, "Half of σ′ is missing: you multiplied by 1 − A only. σ′(Z) = A ⊙ (1 − A).", b => b.ActivationGradient.Hadamard(1 - b.A)),
            new(HiddenDelta, "You used the identity matrix for the all-ones matrix: in A ⊙ (1 − A), a 1 stands in every entry, not only on the diagonal.",
                b => b.ActivationGradient.Hadamard(b.A).Hadamard(TwoLayerBatch.OnesOnTheDiagonal(b.A) - b.A)),
            new(HiddenDelta, "σ′ was taken at A, so σ is applied twice. A is σ(Z) already: σ′(Z) = A ⊙ (1 − A).",
                b => b.ActivationGradient.Hadamard(TwoLayerBatch.SigmoidSlope(b.A))),
            new(HiddenDelta, "This is σ′(Z) alone. It scales what arrives from above: multiply it with w₂ᵀδ₂.", b => b.A.Hadamard(1 - b.A), IsNear: false),
            new(HiddenDelta, "You multiplied by A ⊙ A. σ′(Z) = A ⊙ (1 − A).", b => b.ActivationGradient.Hadamard(b.A).Hadamard(b.A)),
            new(HiddenDelta, "The sign is wrong: perhaps you wrote A − 1 instead of 1 − A.", b => -b.Delta1),
            new(HiddenDelta, "1/m appears twice: δ₂ already contains it.", b => 1.0 / b.Examples * b.Delta1),
            new(HiddenDelta, "2/m appears twice: δ₂ already contains it.", b => 2.0 / b.Examples * b.Delta1),
            new(HiddenWeights, "This is δ₁Aᵀ. The weights W₁ were multiplied by the inputs: put Xᵀ for Aᵀ.", b => b.Delta1 * b.A.Transpose()),
            new(HiddenWeights, "This is the transpose, Xδ₁ᵀ. A gradient has the shape of its parameter: δ₁Xᵀ.", b => b.X * b.Delta1.Transpose()),
            new(HiddenWeights, "σ′ is missing here: use δ₁, not w₂ᵀδ₂.", b => b.ActivationGradient * b.X.Transpose()),
            new(HiddenWeights, "1/m appears twice: δ₁ already contains it, from the loss.", b => 1.0 / b.Examples * b.Delta1 * b.X.Transpose()),
            new(HiddenWeights, "This is δ₂Xᵀ. The hidden layer has an error signal of its own: put δ₁ for δ₂.", b => b.Delta2 * b.X.Transpose()),
            new(HiddenBias, "This is δ₂uᵀ, the gradient of the output's bias. The hidden layer has an error signal of its own: δ₁uᵀ.", b => b.Delta2 * b.U.Transpose()),
            new(HiddenBias, "This is δ₁ itself, one slope for each example. The bias is shared by all examples: sum over them, δ₁uᵀ.", b => b.Delta1),
            new(HiddenBias, "This is δ₁(A[0])ᵀ, which is ∂L/∂W₁: the misprint of the lecture notes. For the bias it is δ₁uᵀ.", b => b.Delta1 * b.X.Transpose()),
            new(HiddenBias, "This is the sum over the wrong axis: it adds the units of each example. Add the examples of each unit: δ₁uᵀ.", b => b.Delta1.ColumnSums()),
            new(HiddenBias, "This is the mean over the examples, so 1/m appears twice: δ₁ already contains it. Sum, do not average.",
                b => 1.0 / b.Examples * b.Delta1 * b.U.Transpose()),
            new(HiddenBias, "This adds everything up, over both units and examples. Each hidden unit has a bias of its own: δ₁uᵀ is a column.",
                b => Matrix.Column(b.Delta1.Sum())),
            new(HiddenBias, "σ′ is missing here: use δ₁, not w₂ᵀδ₂.", b => b.ActivationGradient * b.U.Transpose()),
        ],
        Praise = "δ₁ and both gradients agree for this batch, and for one of another size that the notebook does not show.",
    };

    /// <summary>Notebook 03: δ₁ = w₂ᵀδ₂ ⊙ A ⊙ (1 − A), ∂L/∂W₁ = δ₁Xᵀ and ∂L/∂b₁ = δ₁uᵀ.</summary>
    /// <param name="backward">From δ₂ (outputs × examples), w₂ (outputs × hidden units), A (hidden units × examples) and X (features × examples).</param>
    public static Verdict HiddenLayer(
        Func<Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>, (Matrix<double> delta1, Matrix<double> dW1, Matrix<double> db1)>? backward) =>
        backward is null ? Signature.Differs(null, HiddenLayerSignature) : _hiddenLayerExercise.Judge(batch =>
        {
            (Matrix<double> delta, Matrix<double> weights, Matrix<double> bias) = backward(batch.Delta2, batch.W2, batch.A, batch.X);
            return [new(HiddenDelta, delta), new(HiddenWeights, weights), new(HiddenBias, bias)];
        });

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict HiddenLayer(Delegate? backward) => Signature.Differs(backward, HiddenLayerSignature);
}

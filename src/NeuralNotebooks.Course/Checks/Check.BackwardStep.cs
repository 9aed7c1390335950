using StepBack = System.Func<
    NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>,
    System.Func<NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>>, NeuralNotebooks.Matrix<double>>;

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string BackwardStepSignature =
        "Matrix<double> StepBack(Matrix<double> nextDelta, Matrix<double> nextW, Matrix<double> Z, Matrix<double> A, Func<Matrix<double>, Matrix<double>> slope)";

    private const string StepDelta = "δ[l]";

    private static readonly Exercise<LayerBatch> _backwardStepExercise = new()
    {
        Cases = LayerBatch.Cases,
        Describe = LayerBatch.Describe,
        FailsLater = "The shapes fit by luck where both layers have the same number of units. `nextW` is units of l + 1 × units of l: "
            + "write the shape under every factor.",
        Reference = layer => [new(StepDelta, layer.Delta)],
        Mistakes =
        [
            new(StepDelta, "g′ is missing: this is ∂L/∂A, before the activation. Multiply it entry by entry with `slope(Z)`.", l => l.ActivationGradient),
            new(StepDelta, "The transpose is missing: you used W, not Wᵀ. Where a layer is square, no error message tells you.",
                l => l.IfSquare(s => (s.NextWeights * s.NextDelta).Hadamard(s.Slope))),
            new(StepDelta, "Two things: the transpose of W is missing, and g′ is.", l => l.IfSquare(s => s.NextWeights * s.NextDelta), IsNear: false),
            new(StepDelta, "g′ was taken at A, the activation. It belongs to the preactivation: `slope(Z)`.",
                l => l.ActivationGradient.Hadamard(LayerBatch.SlopeAt(l.Activation, l.A))),
            new(StepDelta, "You multiplied by Z itself. It must be the slope there: `slope(Z)`.", l => l.ActivationGradient.Hadamard(l.Z)),
            new(StepDelta, "You multiplied by A = g(Z). It must be the derivative g′: `slope(Z)`.", l => l.ActivationGradient.Hadamard(l.A)),
            new(StepDelta, "A(1 − A) is σ′. This function is for any layer: use the `slope` that it is given.",
                l => l.ActivationGradient.Hadamard(l.A).Hadamard(1 - l.A)),
            new(StepDelta, "1 − A² is tanh′. This function is for any layer: use the `slope` that it is given.",
                l => l.ActivationGradient.Hadamard(1 - l.A.Hadamard(l.A))),
            new(StepDelta, "g′ was applied too early, before the weights: it is the slope of layer l, so first back through W, then ⊙ g′.",
                l => l.IfSquare(s => s.NextWeights.Transpose() * s.NextDelta.Hadamard(s.Slope))),
            new(StepDelta, "The weights are missing: δ[l+1] has to go back through (W[l+1])ᵀ first.", l => l.IfSquare(s => s.NextDelta.Hadamard(s.Slope)), IsNear: false),
            new(StepDelta, "This is g′(Z) alone. It scales what arrives from above: multiply it with Wᵀδ.", l => l.Slope, IsNear: false),
            new(StepDelta, "The factors are in the wrong order: δᵀW is the transpose of Wᵀδ, a row for each example.", l => l.ActivationGradient.Transpose()),
            new(StepDelta, "g′ was taken of what comes back. It is the slope of this layer at its own Z: (Wᵀδ) ⊙ `slope(Z)`.",
                l => LayerBatch.SlopeAt(l.Activation, l.ActivationGradient), IsNear: false),
            new(StepDelta, "You added g′(Z). Slopes multiply along a path: ⊙, entry by entry.", l => l.ActivationGradient + l.Slope),
            new(StepDelta, "g′ appears twice.", l => l.Delta.Hadamard(l.Slope)),
            new(StepDelta, "You divided by m. 1/m was applied once, at the loss; each δ already contains it.", l => l.Delta / l.Z.Columns),
        ],
        Praise = "δ[l] agrees for a tanh, a σ and a relu layer, square or not. This one line, run from the last layer to the first, is backpropagation.",
    };

    /// <summary>Notebook 04: δ[l] = (W[l+1])ᵀδ[l+1] ⊙ g′(Z[l]).</summary>
    /// <param name="stepBack">From δ[l+1], W[l+1], Z[l], A[l] and g′ (elementwise).</param>
    public static Verdict BackwardStep(StepBack? stepBack) =>
        stepBack is null ? Signature.Differs(null, BackwardStepSignature) : _backwardStepExercise.Judge(layer =>
            [new(StepDelta, stepBack(layer.NextDelta, layer.NextWeights, layer.Z, layer.A, Z => LayerBatch.SlopeAt(layer.Activation, Z)))]);

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict BackwardStep(Delegate? stepBack) => Signature.Differs(stepBack, BackwardStepSignature);
}

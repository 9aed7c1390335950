namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<LayerBatch> _backwardStep = new()
    {
        Expected = "Matrix<double> StepBack(Matrix<double> nextDelta, Matrix<double> nextW, Matrix<double> Z, "
            + "Matrix<double> A, Func<Matrix<double>, Matrix<double>> slope)",
        Cases = LayerBatch.Cases,
        Describe = LayerBatch.Describe,
        FailsLater = "The shapes fit by luck where both layers have the same number of units. `nextW` is units of l + "
            + "1 × units of l: write the shape under every factor.",
        Praise = "δ[l] agrees for a tanh, a σ and a relu layer, square or not. This one line, run from the last "
            + "layer to the first, is backpropagation.",
        Parts = l => l.BackwardStep,
    };

    /// <summary>Notebook 04: δ[l] = (W[l+1])ᵀδ[l+1] ⊙ g′(Z[l]).</summary>
    /// <param name="stepBack">From δ[l+1], W[l+1], Z[l], A[l] and g′ (elementwise).</param>
    public static Verdict BackwardStep(Func<M, M, M, M, Func<M, M>, M>? stepBack) =>
        _backwardStep.Judge(stepBack, l => stepBack!(l.NextDelta, l.NextWeights, l.Z, l.A, l.SlopeAt));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict BackwardStep(Delegate? stepBack) => _backwardStep.Refuse(stepBack);
}

internal sealed partial record LayerBatch
{
    public Part<LayerBatch>[] BackwardStep => [new("δ[l]", this, l => l.Delta)
    {
        { "g′ is missing: this is ∂L/∂A, before the activation. Multiply it entry by entry with `slope(Z)`.",
            ActivationGradient },
        { "The transpose is missing: you used W, not Wᵀ. Where a layer is square, no error message tells you.",
            () => (NextWeights * NextDelta).Hadamard(Slope) },
        { "Two things: the transpose of W is missing, and g′ is.", () => NextWeights * NextDelta, NotYet },
        { "g′ was taken at A, the activation. It belongs to the preactivation: `slope(Z)`.",
            this with { Slope = SlopeAt(A) } },
        { "You multiplied by Z itself. It must be the slope there: `slope(Z)`.", this with { Slope = Z } },
        { "You multiplied by A = g(Z). It must be the derivative g′: `slope(Z)`.", this with { Slope = A } },
        { "A(1 − A) is σ′. This function is for any layer: use the `slope` that it is given.",
            this with { Slope = A.Hadamard(1 - A) } },
        { "1 − A² is tanh′. This function is for any layer: use the `slope` that it is given.",
            this with { Slope = 1 - A.Hadamard(A) } },
        { "g′ was applied too early, before the weights: it is the slope of layer l, so first back through W, "
            + "then ⊙ g′.",
            () => NextWeights.T * NextDelta.Hadamard(Slope) },
        { "The weights are missing: δ[l+1] has to go back through (W[l+1])ᵀ first.",
            () => NextDelta.Hadamard(Slope), NotYet },
        { "This is g′(Z) alone. It scales what arrives from above: multiply it with Wᵀδ.", Slope, NotYet },
        { "The factors are in the wrong order: δᵀW is the transpose of Wᵀδ, a row for each example.",
            ActivationGradient.T },
        { "g′ was taken of what comes back. It is the slope of this layer at its own Z: (Wᵀδ) ⊙ `slope(Z)`.",
            SlopeAt(ActivationGradient), NotYet },
        { "You added g′(Z). Slopes multiply along a path: ⊙, entry by entry.", ActivationGradient + Slope },
        { "g′ appears twice.", Delta.Hadamard(Slope) },
        { "You divided by m. 1/m was applied once, at the loss; each δ already contains it.", Delta / Z.Columns },
    }];
}

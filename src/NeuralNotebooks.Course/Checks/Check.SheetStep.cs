namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<LayerBatch> _sheetStep = new()
    {
        Expected =
            "(Matrix<double> delta, Matrix<double> nabla) SheetStep(Matrix<double> nextDelta, Matrix<double> sheetW, "
                + "Matrix<double> z, Matrix<double> a, Func<Matrix<double>, Matrix<double>> slope)",
        Cases = LayerBatch.SingleExamples,
        Describe = LayerBatch.Describe,
        FailsLater = "The shapes fit by luck where both layers have the same number of units. The sheet's W is "
            + "inputs × outputs: write the shape under every factor.",
        Praise = "δ and ∇, in the shapes of the sheet. Its W is the transpose of ours, and that is the whole "
            + "difference.",
        Parts = l => l.SheetStep,
    };

    /// <summary>
    /// Notebook 10: δ⁽ʲ⁻¹⁾ = σ′(z⁽ʲ⁻¹⁾) ⊙ W⁽ʲ⁾δ⁽ʲ⁾ with W of inputs × outputs, and ∇ in the shape of that W, for one
    /// example.
    /// </summary>
    /// <param name="sheetStep">From δ⁽ʲ⁾, the sheet's W⁽ʲ⁾, z⁽ʲ⁻¹⁾, a⁽ʲ⁻¹⁾ and σ′ (elementwise): δ⁽ʲ⁻¹⁾ and ∇.</param>
    public static Verdict SheetStep(Func<M, M, M, M, Func<M, M>, (M delta, M nabla)>? sheetStep) =>
        _sheetStep.Judge(sheetStep, l => sheetStep!(l.NextDelta, l.NextWeights.T, l.Z, l.A, l.SlopeAt));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict SheetStep(Delegate? sheetStep) => _sheetStep.Refuse(sheetStep);
}

internal sealed partial record LayerBatch
{
    public Part<LayerBatch>[] SheetStep =>
    [
        new("δ⁽ʲ⁻¹⁾", this, l => l.Delta)
        {
            { "σ′ is missing: this is Wδ. Multiply it entry by entry with `slope(z)`.", ActivationGradient },
            { "W was transposed. The sheet's W is inputs × outputs: Wδ goes back without a transpose.",
                () => (NextWeights * NextDelta).Hadamard(Slope) },
            { "You multiplied by a = σ(z). It must be the derivative: `slope(z)`.", this with { Slope = A } },
            { "σ′ was taken at a, the activation. It belongs to z: `slope(z)`.", this with { Slope = SlopeAt(A) } },
            { "You multiplied by z itself. It must be the slope there: `slope(z)`.", this with { Slope = Z } },
            { "The factors are in the wrong order: δᵀWᵀ is a row. The sheet's δ is a column.", Delta.T },
        },
        new("∇", this, l => l.A * l.NextDelta.T)
        {
            { "This is δaᵀ, outputs × inputs: on the sheet it is the transpose of ∇. ∇ has the shape of the sheet's W.",
                NextDelta * A.T },
            { "This uses the δ of the layer before. The weights behind δ⁽ʲ⁾ are W⁽ʲ⁾: a⁽ʲ⁻¹⁾ with δ⁽ʲ⁾.",
                this with { NextDelta = Delta } },
            { "z stands where a belongs: what goes into a weight is the activation.", Z * NextDelta.T },
            { "δ appears twice: the δ_k at the end of the sheet's first line is a label, not a factor.",
                this with { NextDelta = NextDelta.Hadamard(NextDelta) } },
        },
    ];
}

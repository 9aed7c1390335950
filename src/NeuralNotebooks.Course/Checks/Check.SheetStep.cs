namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<LayerBatch> _sheetStep = new()
    {
        Expected =
            "(Matrix<double> delta, Matrix<double> nabla) SheetStep(Matrix<double> nextDelta, Matrix<double> "
                + "sheetW, Matrix<double> z, Matrix<double> a, " + "Func<Matrix<double>, Matrix<double>> slope)",
        Cases = LayerBatch.SingleExamples,
        Describe = LayerBatch.Describe,
        FailsLater = "The shapes fit by luck where both layers have the same number of units. The sheet's W is "
            + "inputs × outputs: write the shape under every factor.",
        Praise = "δ and ∇, in the shapes of the sheet. Its W is the transpose of ours, and that is the whole "
            + "difference.",
        Parts =
        [
            new("δ⁽ʲ⁻¹⁾", l => l.Delta)
            {
                { "σ′ is missing: this is Wδ. Multiply it entry by entry with `slope(z)`.", l => l.ActivationGradient },
                { "W was transposed. The sheet's W is inputs × outputs: Wδ goes back without a transpose.",
                    l => (l.NextWeights * l.NextDelta).Hadamard(l.Slope) },
                { "You multiplied by a = σ(z). It must be the derivative: `slope(z)`.", l => l with { Slope = l.A } },
                { "σ′ was taken at a, the activation. It belongs to z: `slope(z)`.",
                    l => l with { Slope = l.SlopeAt(l.A) } },
                { "You multiplied by z itself. It must be the slope there: `slope(z)`.", l => l with { Slope = l.Z } },
                { "The factors are in the wrong order: δᵀWᵀ is a row. The sheet's δ is a column.",
                    l => l.Delta.T },
            },
            new("∇", l => l.A * l.NextDelta.T)
            {
                { "This is δaᵀ, outputs × inputs: on the sheet it is the transpose of ∇. ∇ has the shape of the "
                    + "sheet's W.",
                    l => l.NextDelta * l.A.T },
                { "This uses the δ of the layer before. The weights behind δ⁽ʲ⁾ are W⁽ʲ⁾: a⁽ʲ⁻¹⁾ with δ⁽ʲ⁾.",
                    l => l with { NextDelta = l.Delta } },
                { "z stands where a belongs: what goes into a weight is the activation.",
                    l => l.Z * l.NextDelta.T },
                { "δ appears twice: the δ_k at the end of the sheet's first line is a label, not a factor.",
                    l => l with { NextDelta = l.NextDelta.Hadamard(l.NextDelta) } },
            },
        ],
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

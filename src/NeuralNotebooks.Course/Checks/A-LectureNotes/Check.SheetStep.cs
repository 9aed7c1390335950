namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<LayerBatch> _sheetStep = new()
    {
        Cases = LayerBatch.Cases,
        Describe = LayerBatch.Describe,
        FailsLater = ("The shapes fit by luck where both layers have the same number of units.",
            "The sheet's W is inputs × outputs: write the shape under every factor."),
        Praise = "δ and ∇, in the shapes of the sheet. Its W is the transpose of ours, and that is the whole "
            + "difference.",
        Parts = l => l.SheetStep,
    };

    /// <summary>Appendix A: δ⁽ʲ⁻¹⁾ = σ′(z⁽ʲ⁻¹⁾) ⊙ W⁽ʲ⁾δ⁽ʲ⁾ with W of inputs × outputs, and ∇ in the shape of that W,
    /// for one example.</summary>
    /// <param name="sheetStep">From δ⁽ʲ⁾, the sheet's W⁽ʲ⁾, z⁽ʲ⁻¹⁾, a⁽ʲ⁻¹⁾ and σ′ (elementwise): δ⁽ʲ⁻¹⁾ and ∇.</param>
    public static Verdict SheetStep(Func<M, M, M, M, Func<M, M>, (M delta, M nabla)> sheetStep) =>
        _sheetStep.Judge(l => sheetStep(l.NextDelta, l.NextWeights.T, l.Z, l.A, l.SlopeAt));
}

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

    private static readonly Exercise<LayerBatch> _unitGradient = _sheetStep with
    {
        FailsLater = ("The sum runs over the units k of the *next* layer:",
            "`next.Length` of them. And the weight from unit u to unit k is `w[k, u]`."),
        Praise = "Every unit of a tanh, a σ and a relu layer. One unit at a time, it is the same as (W[l+1])ᵀδ[l+1] ⊙ "
            + "g′(Z).",
        Parts = l => l.UnitGradient,
    };

    /// <summary>Appendix A: ∇_u = g′(z_u) Σ_k ∇_k w_ku, one unit at a time.</summary>
    /// <param name="unitGradient">From u, the ∇_k of the next layer, its weights (w[k, u] leads from u to k), the
    /// preactivations z of this layer, and g′.</param>
    public static Verdict UnitGradient(Func<int, double[], M, double[], Func<double, double>, double> unitGradient) =>
        _unitGradient.Judge(l =>
        {
            double[] next = l.NextDelta.AsSpan().ToArray(), z = l.Z.AsSpan().ToArray();
            return Enumerable.Range(0, z.Length).Select(u =>
                unitGradient(u, next, l.NextWeights, z, z => l.SlopeAt(Matrix.Column(z))[0, 0])).ToArray();
        });
}

using SheetStepFunction = System.Func<
    NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>,
    System.Func<NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>>,
    (NeuralNotebooks.Matrix<double> delta, NeuralNotebooks.Matrix<double> nabla)>;

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string SheetStepSignature =
        "(Matrix<double> delta, Matrix<double> nabla) SheetStep(Matrix<double> nextDelta, Matrix<double> sheetW, Matrix<double> z, Matrix<double> a, "
        + "Func<Matrix<double>, Matrix<double>> slope)";

    private const string SheetDelta = "δ⁽ʲ⁻¹⁾", SheetNabla = "∇";

    private static readonly Exercise<LayerBatch> _sheetStepExercise = new()
    {
        Cases = LayerBatch.SingleExamples,
        Describe = LayerBatch.Describe,
        FailsLater = "The shapes fit by luck where both layers have the same number of units. The sheet's W is inputs × outputs: write the shape under every factor.",
        Reference = layer => [new(SheetDelta, layer.Delta), new(SheetNabla, Nabla(layer))],
        Mistakes =
        [
            new(SheetDelta, "σ′ is missing: this is Wδ. Multiply it entry by entry with `slope(z)`.", l => l.ActivationGradient),
            new(SheetDelta, "W was transposed. The sheet's W is inputs × outputs: Wδ goes back without a transpose.",
                l => l.IfSquare(s => (s.NextWeights * s.NextDelta).Hadamard(s.Slope))),
            new(SheetDelta, "You multiplied by a = σ(z). It must be the derivative: `slope(z)`.", l => l.ActivationGradient.Hadamard(l.A)),
            new(SheetDelta, "σ′ was taken at a, the activation. It belongs to z: `slope(z)`.", l => l.ActivationGradient.Hadamard(LayerBatch.SlopeAt(l.Activation, l.A))),
            new(SheetDelta, "You multiplied by z itself. It must be the slope there: `slope(z)`.", l => l.ActivationGradient.Hadamard(l.Z)),
            new(SheetDelta, "The factors are in the wrong order: δᵀWᵀ is a row. The sheet's δ is a column.", l => l.Delta.Transpose()),
            new(SheetNabla, "This is δaᵀ, outputs × inputs: on the sheet it is the transpose of ∇. ∇ has the shape of the sheet's W.", l => Nabla(l).Transpose()),
            new(SheetNabla, "This uses the δ of the layer before. The weights behind δ⁽ʲ⁾ are W⁽ʲ⁾: a⁽ʲ⁻¹⁾ with δ⁽ʲ⁾.", l => l.A * l.Delta.Transpose()),
            new(SheetNabla, "z stands where a belongs: what goes into a weight is the activation.", l => l.Z * l.NextDelta.Transpose()),
            new(SheetNabla, "δ appears twice: the δ_k at the end of the sheet's first line is a label, not a factor.",
                l => l.A * l.NextDelta.Hadamard(l.NextDelta).Transpose()),
        ],
        Praise = "δ and ∇, in the shapes of the sheet. Its W is the transpose of ours, and that is the whole difference.",
    };

    /// <summary>Notebook 10: δ⁽ʲ⁻¹⁾ = σ′(z⁽ʲ⁻¹⁾) ⊙ W⁽ʲ⁾δ⁽ʲ⁾ with W of inputs × outputs, and ∇ in the shape of that W, for one example.</summary>
    /// <param name="sheetStep">From δ⁽ʲ⁾, the sheet's W⁽ʲ⁾, z⁽ʲ⁻¹⁾, a⁽ʲ⁻¹⁾ and σ′ (elementwise): δ⁽ʲ⁻¹⁾ and ∇.</param>
    public static Verdict SheetStep(SheetStepFunction? sheetStep) =>
        sheetStep is null ? Signature.Differs(null, SheetStepSignature) : _sheetStepExercise.Judge(layer =>
        {
            (Matrix<double> delta, Matrix<double> nabla) = sheetStep(
                layer.NextDelta, layer.NextWeights.Transpose(), layer.Z, layer.A, z => LayerBatch.SlopeAt(layer.Activation, z));
            return [new(SheetDelta, delta), new(SheetNabla, nabla)];
        });

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict SheetStep(Delegate? sheetStep) => Signature.Differs(sheetStep, SheetStepSignature);

    /// <summary>(δaᵀ)ᵀ = aδᵀ: inputs × outputs.</summary>
    private static Matrix<double> Nabla(LayerBatch layer) => layer.A * layer.NextDelta.Transpose();
}

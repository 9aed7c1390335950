using RowStepFunction = System.Func<
    NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>,
    System.Func<NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>>,
    (NeuralNotebooks.Matrix<double> row, NeuralNotebooks.Matrix<double> dW, NeuralNotebooks.Matrix<double> db)>;

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string RowStepSignature =
        "(Matrix<double> row, Matrix<double> dW, Matrix<double> db) RowStep(Matrix<double> row, Matrix<double> s, Matrix<double> W, Matrix<double> h, "
        + "Func<Matrix<double>, Matrix<double>> slope)";

    private const string RowBefore = "∂L/∂hᵀ of the layer before", RowWeights = "∂L/∂W", RowBias = "∂L/∂b";

    private static readonly Exercise<RowLayer> _rowStepExercise = new()
    {
        Cases = RowLayer.Cases,
        Describe = RowLayer.Describe,
        FailsLater = "The shapes fit by luck where a layer has as many inputs as units. Write the shape under every factor: (1 × d)(d × inputs).",
        Reference = layer => [new(RowBefore, layer.Before), new(RowWeights, layer.WeightGradient), new(RowBias, layer.DeltaRow.Transpose())],
        Mistakes =
        [
            new(RowBefore, "r′ is missing: this is ∂L/∂hᵀ W. Scale the row first, entry by entry, with `slope(s).Transpose()`.", l => l.Row * l.W),
            new(RowBefore, "diag(r′) stands on the wrong side of W: that scales its columns. Number k of r′ belongs to row k of W.",
                l => l.IfSquare(s => s.Row * s.W).Hadamard(l.IfSquare(s => s.Slope.Transpose()))),
            new(RowBefore, "W was transposed. In the row form it is not: (1 × d)(d × inputs).", l => l.IfSquare(s => s.DeltaRow * s.W.Transpose())),
            new(RowBefore, "This is a column, as in the other notes. The row form keeps ∂L/∂hᵀ lying down.", l => l.Before.Transpose()),
            new(RowBefore, "You multiplied by s itself. It must be the slope there: `slope(s)`.", l => l.Row.Hadamard(l.S.Transpose()) * l.W),
            new(RowBefore, "This is δᵀ, still in front of W: one product is missing.", l => l.DeltaRow),
            new(RowWeights, "r′ is missing: the weights come after diag(r′), which is in the row of the bridge already.", l => l.Row.Transpose() * l.H.Transpose()),
            new(RowWeights, "This is the transpose. ∂L/∂W has the shape of W: (d × 1)(1 × inputs).", l => l.WeightGradient.Transpose()),
            new(RowWeights, "This uses the row of the layer before. The weights need the row that arrives, with its r′.",
                l => l.Before.Transpose() * l.H.Transpose()),
            new(RowBias, "r′ is missing: b sits inside r as W does. Its input is 1.", l => l.Row.Transpose()),
            new(RowBias, "This is a row. The bias is a column, and so is its gradient.", l => l.DeltaRow),
            new(RowBias, "This is r′ alone. It scales what arrives: ∂L/∂h ⊙ r′.", l => l.Slope, IsNear: false),
        ],
        Praise = "The row, the weights and the bias, for a tanh, a σ and a relu layer. Lying down or standing up, it is the same δ.",
    };

    /// <summary>Notebook 10: ∂L/∂h_{l−1}ᵀ = ∂L/∂h_lᵀ diag(r′) W and ∂L/∂W = diag(r′) ∂L/∂h_l h_{l−1}ᵀ, for one example.</summary>
    /// <param name="rowStep">From ∂L/∂h_lᵀ, s_l, W_l, h_{l−1} and r′ (elementwise): the row before, ∂L/∂W and ∂L/∂b.</param>
    public static Verdict RowStep(RowStepFunction? rowStep) =>
        rowStep is null ? Signature.Differs(null, RowStepSignature) : _rowStepExercise.Judge(layer =>
        {
            (Matrix<double> row, Matrix<double> dW, Matrix<double> db) = rowStep(layer.Row, layer.S, layer.W, layer.H, s => LayerBatch.SlopeAt(layer.Activation, s));
            return [new(RowBefore, row), new(RowWeights, dW), new(RowBias, db)];
        });

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict RowStep(Delegate? rowStep) => Signature.Differs(rowStep, RowStepSignature);
}

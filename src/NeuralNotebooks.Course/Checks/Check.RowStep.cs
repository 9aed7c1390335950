namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<RowLayer> _rowStep = new()
    {
        Expected =
            "(Matrix<double> row, Matrix<double> dW, Matrix<double> db) RowStep(Matrix<double> row, Matrix<double> "
                + "s, Matrix<double> W, Matrix<double> h, " + "Func<Matrix<double>, Matrix<double>> slope)",
        // A square layer first: there a wrong side or transpose gives numbers instead of an error, and can be named.
        Cases = () =>
            [RowLayer.Of(Activation.Tanh, units: 3, inputs: 3, key: 61),
            RowLayer.Of(Activation.Sigmoid, units: 2, inputs: 4, key: 71),
            RowLayer.Of(Activation.Relu, units: 4, inputs: 3, key: 81)],
        Describe = l =>
            $"for {l.W.Rows} {l.Activation.ToString().ToLowerInvariant()} units with {l.W.Columns} inputs",
        FailsLater = "The shapes fit by luck where a layer has as many inputs as units. Write the shape under every "
            + "factor: (1 × d)(d × inputs).",
        Praise = "The row, the weights and the bias, for a tanh, a σ and a relu layer. Lying down or standing up, "
            + "it is the same δ.",
        Parts =
        [
            new("∂L/∂hᵀ of the layer before", l => l.Before)
            {
                { "r′ is missing: this is ∂L/∂hᵀ W. Scale the row first, entry by entry, with `slope(s).T`.",
                    l => l with { DeltaRow = l.Row } },
                { "diag(r′) stands on the wrong side of W: that scales its columns. Number k of r′ belongs to row k "
                    + "of W.",
                    l => (l.Row * l.W).Hadamard(l.Slope.T) },
                { "W was transposed. In the row form it is not: (1 × d)(d × inputs).",
                    l => l.DeltaRow * l.W.T },
                { "This is a column, as in the other notes. The row form keeps ∂L/∂hᵀ lying down.",
                    l => l.Before.T },
                { "You multiplied by s itself. It must be the slope there: `slope(s)`.",
                    l => l with { DeltaRow = l.Row.Hadamard(l.S.T) } },
                { "This is δᵀ, still in front of W: one product is missing.", l => l.DeltaRow },
            },
            new("∂L/∂W", l => l.WeightGradient)
            {
                { "r′ is missing: the weights come after diag(r′), which is in the row of the bridge already.",
                    l => l with { DeltaRow = l.Row } },
                { "This is the transpose. ∂L/∂W has the shape of W: (d × 1)(1 × inputs).",
                    l => l.WeightGradient.T },
                { "This uses the row of the layer before. The weights need the row that arrives, with its r′.",
                    l => l with { DeltaRow = l.Before } },
            },
            new("∂L/∂b", l => l.DeltaRow.T)
            {
                { "r′ is missing: b sits inside r as W does. Its input is 1.", l => l with { DeltaRow = l.Row } },
                { "This is a row. The bias is a column, and so is its gradient.", l => l.DeltaRow },
                { "This is r′ alone. It scales what arrives: ∂L/∂h ⊙ r′.", l => l.Slope, NotYet },
            },
        ],
    };

    /// <summary>
    /// Notebook 10: ∂L/∂h_{l−1}ᵀ = ∂L/∂h_lᵀ diag(r′) W and ∂L/∂W = diag(r′) ∂L/∂h_l h_{l−1}ᵀ, for one example.
    /// </summary>
    /// <param name="rowStep">
    /// From ∂L/∂h_lᵀ, s_l, W_l, h_{l−1} and r′ (elementwise): the row before, ∂L/∂W and ∂L/∂b.
    /// </param>
    public static Verdict RowStep(Func<M, M, M, M, Func<M, M>, (M row, M dW, M db)>? rowStep) =>
        _rowStep.Judge(rowStep, l => rowStep!(l.Row, l.S, l.W, l.H, s => LayerBatch.SlopeAt(l.Activation, s)));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict RowStep(Delegate? rowStep) => _rowStep.Refuse(rowStep);
}

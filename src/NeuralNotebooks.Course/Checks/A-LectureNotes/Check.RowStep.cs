namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<RowLayer> _rowStep = new()
    {
        // A square layer first: there a wrong side or transpose gives numbers instead of an error, and can be named.
        Cases = () =>
            [RowLayer.Of(Activation.Tanh, units: 3, inputs: 3, key: 61),
            RowLayer.Of(Activation.Sigmoid, units: 2, inputs: 4, key: 71),
            RowLayer.Of(Activation.Relu, units: 4, inputs: 3, key: 81)],
        Describe = l => $"for {l.W.Rows} {l.Activation.ToString().ToLowerInvariant()} units with {l.W.Columns} inputs",
        FailsLater = ("The shapes fit by luck where a layer has as many inputs as units.",
            "Write the shape under every factor: (1 × d)(d × inputs)."),
        Praise = "The row, the weights and the bias, for a tanh, a σ and a relu layer. As a row or as a "
            + "column, it is the same δ.",
        Parts = l => l.RowStep,
    };

    /// <summary>Appendix A: ∂L/∂h_{l−1}ᵀ = ∂L/∂h_lᵀ diag(r′) W and ∂L/∂W = diag(r′) ∂L/∂h_l h_{l−1}ᵀ, for one
    /// example.</summary>
    /// <param name="rowStep">From ∂L/∂h_lᵀ, s_l, W_l, h_{l−1} and r′ (elementwise): the row before, ∂L/∂W and
    /// ∂L/∂b.</param>
    public static Verdict RowStep(Func<M, M, M, M, Func<M, M>, (M before, M dW, M db)> rowStep) =>
        _rowStep.Judge(l => rowStep(l.Row, l.S, l.W, l.H, s => LayerBatch.SlopeAt(l.Activation, s)));
}

/// <summary>A layer h_l = r(W h_{l−1} + b) and the row ∂L/∂h_lᵀ that arrives from above, for one example, in the row
/// form of appendix A.</summary>
internal sealed record RowLayer(Activation Activation, M Row, M S, M W, M H)
{
    /// <summary>r′(s): d × 1.</summary>
    public M Slope => LayerBatch.SlopeAt(Activation, S);

    /// <summary>∂L/∂h_lᵀ diag(r′) = δᵀ: 1 × d.</summary>
    public M DeltaRow { get => field ?? Row.Hadamard(Slope.T); init; }

    /// <summary>∂L/∂h_{l−1}ᵀ = ∂L/∂h_lᵀ diag(r′) W: 1 × inputs.</summary>
    public M Before => DeltaRow * W;

    /// <summary>∂L/∂W = diag(r′) ∂L/∂h_l h_{l−1}ᵀ.</summary>
    public M WeightGradient => DeltaRow.T * H.T;

    public static RowLayer Of(Activation activation, int units, int inputs, int key) => new(
        activation,
        Row: Matrices.Random(1, units, key),
        S: 2 * Matrices.Random(units, 1, key + 1),
        W: Matrices.Random(units, inputs, key + 2),
        H: Matrices.Random(inputs, 1, key + 3));

    public Part<RowLayer>[] RowStep =>
    [
        new("∂L/∂hᵀ of the layer before", l => l.Before)
        {
            { ("r′ is missing:", "this is ∂L/∂hᵀ W. Scale the row first, entry by entry, with `slope(s).T`."),
                this with { DeltaRow = Row } },
            { ("diag(r′) stands on the wrong side of W:",
                "that scales its columns. Number k of r′ belongs to row k of W."), () => (Row * W).Hadamard(Slope.T) },
            { ("W was transposed.", "In the row form it is not: (1 × d)(d × inputs)."), () => DeltaRow * W.T },
            { ("This is a column, as in the other notes.", "The row form keeps ∂L/∂hᵀ lying down."), Before.T },
            { ("You multiplied by s itself.", "It must be the slope there: `slope(s)`."),
                this with { DeltaRow = Row.Hadamard(S.T) } },
            { ("This is δᵀ, still in front of W:", "one product is missing."), DeltaRow },
        },
        new("∂L/∂W", l => l.WeightGradient)
        {
            { ("r′ is missing:", "the weights come after diag(r′), which is already in `deltaT`."),
                this with { DeltaRow = Row } },
            { ("This is the transpose.", "∂L/∂W has the shape of W: (d × 1)(1 × inputs)."), WeightGradient.T },
            { ("This uses the row of the layer before.", "The weights need the row that arrives, with its r′."),
                this with { DeltaRow = Before } },
        },
        new("∂L/∂b", l => l.DeltaRow.T)
        {
            { ("r′ is missing:", "b sits inside r as W does. Its input is 1."), this with { DeltaRow = Row } },
            { ("This is a row.", "The bias is a column, and so is its gradient."), DeltaRow },
            { ("This is r′ alone.", "It scales what arrives: ∂L/∂h ⊙ r′."), Slope, NotYet },
        },
    ];
}

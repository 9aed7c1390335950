namespace NeuralNotebooks.Course;

/// <summary>
/// A layer h_l = r(W h_{l−1} + b) and the row ∂L/∂h_lᵀ that arrives from above, for one example, in the row form of
/// notebook 10.
/// </summary>
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
        Row: TwoLayerBatch.RandomMatrix(1, units, key),
        S: 2 * TwoLayerBatch.RandomMatrix(units, 1, key + 1),
        W: TwoLayerBatch.RandomMatrix(units, inputs, key + 2),
        H: TwoLayerBatch.RandomMatrix(inputs, 1, key + 3));
}

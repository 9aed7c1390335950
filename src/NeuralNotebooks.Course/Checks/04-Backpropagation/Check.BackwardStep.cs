namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<LayerBatch> _backwardStep = new()
    {
        Cases = () => LayerBatch.Cases(examples: 4),
        Describe = LayerBatch.Describe,
        FailsLater = ("The shapes fit by luck where both layers have the same number of units.",
            "`nextW` is units of l + 1 × units of l: write the shape under every factor."),
        Praise = "δ[l] agrees for a tanh, a σ and a relu layer, square or not. This one line, run from the last "
            + "layer to the first, is backpropagation.",
        Parts = l => l.BackwardStep,
    };

    /// <summary>Notebook 04: δ[l] = (W[l+1])ᵀδ[l+1] ⊙ g′(Z[l]).</summary>
    /// <param name="stepBack">From δ[l+1], W[l+1], Z[l], A[l] and g′ (elementwise).</param>
    public static Verdict BackwardStep(Func<M, M, M, M, Func<M, M>, M> stepBack) =>
        _backwardStep.Judge(l => stepBack(l.NextDelta, l.NextWeights, l.Z, l.A, l.SlopeAt));
}

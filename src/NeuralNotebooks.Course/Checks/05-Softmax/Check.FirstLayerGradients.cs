namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<SoftmaxBatch> _firstLayer = new()
    {
        Cases = () =>
            [SoftmaxBatch.OfTheNotebook(flowers: 6), SoftmaxBatch.OfOtherSizes(5, 3, 4, 7), SoftmaxBatch.AtTheKink()],
        Describe = b => $"for {TextOf.Count(b.Examples, "example")} with {b.X.Rows} features, {b.W1.Rows} hidden "
            + $"units and {b.W2.Rows} classes{(Matrices.Entries(b.Ha).Contains(0) ? ", where some hᵃ is 0" : "")}",
        Floor = EntryDifference.SinglePrecision,
        Praise = "Lines 4 to 7, for columns. The shape of each result left only one product that fits.",
        Parts = b => b.FirstLayerGradients,
    };

    /// <summary>Notebook 05: from ∂L/∂oᵃ back to the first layer, examples in columns.</summary>
    /// <param name="firstLayer">The student's function of ∂L/∂oᵃ (classes × m), W² (classes × n), hᵃ (n × m) and X
    /// (features × m): ∂L/∂W¹ and ∂L/∂b¹.</param>
    public static Verdict FirstLayerGradients(Func<M, M, M, M, (M W1, M B1)> firstLayer) =>
        _firstLayer.Judge(b => firstLayer(b.Delta2, b.W2, b.Ha, b.X));
}

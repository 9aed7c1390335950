namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<TwoLayerBatch> _outputLayer = new()
    {
        // A batch of other sizes in which no two are equal; then a batch of one, in which 1 / m of integers is not 0.
        Cases = () =>
        [
            TwoLayerBatch.OfTheNotebook(),
            TwoLayerBatch.OfSizes(features: 3, hidden: 4, outputs: 2, examples: 5),
            TwoLayerBatch.OfSizes(features: 3, hidden: 4, outputs: 2, examples: 1),
        ],
        Describe = b => b.Examples == 3
            ? "for this notebook's batch"
            : $"for a batch of {Readable.Count(b.Examples, "example")} with {b.X.Rows} features, "
                + $"{b.A.Rows} hidden units and {b.Y.Rows} outputs",
        FailsLater = ("A size of this notebook's example is hard-coded.",
            "Take it from the matrices that the function is given, by `.Rows` and `.Columns`."),
        HasMean = true,
        Floor = EntryDifference.SinglePrecision,
        Praise = "Both gradients agree for this batch, and for one of another size that the notebook does not show.",
        Parts = b => b.OutputLayer,
    };

    /// <summary>Notebook 03: ∂L/∂w₂ = δ₂Aᵀ and ∂L/∂b₂ = δ₂uᵀ, where δ₂ = 1/m (ŷ − y).</summary>
    /// <param name="backward">
    /// From ŷ (outputs × examples), y (outputs × examples) and A (hidden units × examples).
    /// </param>
    public static Verdict OutputLayer(Func<M, M, M, (M dw2, M db2)> backward) =>
        _outputLayer.Judge(b => backward(b.Prediction, b.Y, b.A));
}

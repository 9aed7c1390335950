namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<LinearLayer> _outputLayer = new()
    {
        // A batch of other sizes in which no two are equal; then a batch of one, in which 1 / m of integers is not 0.
        Cases = () =>
        [
            LinearLayer.OfNotebook03(),
            LinearLayer.OfSizes(hidden: 4, outputs: 2, examples: 5),
            LinearLayer.OfSizes(hidden: 4, outputs: 2, examples: 1),
        ],
        Describe = l => l.Examples == 3
            ? "for this notebook's batch"
            : $"for a batch of {TextOf.Count(l.Examples, "example")} with {l.Input.Rows} hidden units "
                + $"and {l.Y.Rows} outputs",
        FailsLater = ("A size of this notebook's example is hard-coded.",
            "Take it from the matrices that the function is given, by `.Rows` and `.Columns`."),
        HasMean = true,
        Floor = EntryDifference.SinglePrecision,
        Praise = "Both gradients agree for this batch, and for one of another size that the notebook does not show.",
        Parts = l => l.AfterHiddenLayer,
    };

    /// <summary>Notebook 03: ∂L/∂w₂ = δ₂Aᵀ and ∂L/∂b₂ = δ₂uᵀ, where δ₂ = 1/m (ŷ − y).</summary>
    /// <param name="backward">From ŷ (outputs × examples), y (outputs × examples) and A (hidden units ×
    /// examples).</param>
    public static Verdict OutputLayer(Func<M, M, M, (M dw2, M db2)> backward) =>
        _outputLayer.Judge(l => backward(l.Prediction, l.Y, l.Input));
}

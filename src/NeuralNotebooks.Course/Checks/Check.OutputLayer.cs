namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<TwoLayerBatch> _outputLayer = new()
    {
        Expected = "(Matrix<double> dw2, Matrix<double> db2) OutputLayer(Matrix<double> yHat, Matrix<double> y, "
            + "Matrix<double> A)",
        Cases = TwoLayerBatch.Cases,
        Describe = TwoLayerBatch.Describe,
        FailsLater = TwoLayerBatch.FailsLater,
        HasMean = true,
        Floor = Difference.SinglePrecision,
        Praise = "Both gradients agree for this batch, and for one of another size that the notebook does not show.",
        Parts = b => b.OutputLayer,
    };

    /// <summary>Notebook 03: ∂L/∂w₂ = δ₂Aᵀ and ∂L/∂b₂ = δ₂uᵀ, where δ₂ = 2/m (ŷ − y).</summary>
    /// <param name="backward">
    /// From ŷ (outputs × examples), y (outputs × examples) and A (hidden units × examples).
    /// </param>
    public static Verdict OutputLayer(Func<M, M, M, (M dw2, M db2)>? backward) =>
        _outputLayer.Judge(backward, b => backward!(b.Prediction, b.Y, b.A));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict OutputLayer(Delegate? backward) => _outputLayer.Refuse(backward);
}

internal partial record TwoLayerBatch
{
    public Part<TwoLayerBatch>[] OutputLayer =>
    [
        new("∂L/∂w₂", this, b => b.DW2)
        {
            WrongDelta2,
            { "A was not used: this is ∂L/∂b₂, the sum of δ₂ over the examples.", DB2 },
        },
        new("∂L/∂b₂", this, b => b.DB2)
        {
            { "This is δ₂ itself, one slope for each example. The bias is shared by all examples: sum over them, δ₂uᵀ.",
                Delta2 },
            { "This is the mean over the examples, so 1/m appears twice: δ₂ already contains it. Sum, do not average.",
                Delta2.RowMeans() },
            { "This is the sum over the wrong axis: it adds the outputs of each example. Add the examples of "
                + "each output: δ₂uᵀ.",
                Delta2.ColumnSums() },
            { "This is δ₂Aᵀ, the gradient of the weights. A bias is multiplied by 1, not by an activation: put "
                + "uᵀ for Aᵀ.",
                DW2 },
            { "This adds everything up, over all outputs. Each output has a bias of its own: δ₂uᵀ is a column.",
                Delta2.Sum() },
            WrongDelta2,
        },
    ];

    /// <summary>In δ₂ = ∂L/∂ŷ = 2/m (ŷ − y).</summary>
    private Changes<TwoLayerBatch> WrongDelta2 => new()
    {
        { "You forgot to divide by m, the number of examples: the loss is a mean.", Times(Examples) },
        { "You forgot the factor 2: the slope of e² is 2e.", Times(0.5) },
        { "The sign is wrong: it is ŷ − y, the prediction minus the truth. This gradient points downhill.", Times(-1) },
        { "The factor 2/m is missing: 2 from the square, 1/m from the mean.", Times(Examples / 2.0) },
        { "Two things: the sign is wrong (it is ŷ − y), and you forgot to divide by m.", Times(-Examples), NotYet },
        { "Two things: the sign is wrong (it is ŷ − y), and the factor 2 is missing.", Times(-0.5), NotYet },
        { "1/m appears twice.", Times(1.0 / Examples) },
        { "You divided by the number of rows of ŷ. The mean is over the examples, the columns: `y.Columns`.",
            Times((double)Examples / Y.Rows) },
        { "You divided by the number of hidden units. The mean is over the examples: `y.Columns`.",
            Times((double)Examples / A.Rows) },
        { "You divided by 3, the number of examples in the notebook. Take it from the batch: `y.Columns`.",
            Times(Examples / 3.0) },
        { "y was not used: the error is ŷ − y.", this with { Delta2 = 2.0 / Examples * Prediction }, NotYet },
        { "Brackets are missing: only ŷ is multiplied by 2/m, not the whole difference ŷ − y.",
            this with { Delta2 = 2.0 / Examples * Prediction - Y } },
        { "The output layer was given a σ: δ₂ is multiplied by ŷ(1 − ŷ). Its activation is the identity, whose "
            + "slope is 1.",
            this with { Delta2 = Delta2.Hadamard(Prediction).Hadamard(1 - Prediction) } },
        { "This is the squared error times a factor. The slope of e² is 2e, not e².",
            this with { Delta2 = (Prediction - Y).Hadamard(Delta2) / 2 }, NotYet },
        { "This is the squared error times a factor. The slope of e² is 2e, not e².",
            this with { Delta2 = (Prediction - Y).Hadamard(Delta2) }, NotYet },
    };
}

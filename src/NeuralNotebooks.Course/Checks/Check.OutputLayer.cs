namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string OutputLayerSignature =
        "(Matrix<double> dw2, Matrix<double> db2) OutputLayer(Matrix<double> yHat, Matrix<double> y, Matrix<double> A)";

    private const string OutputWeights = "∂L/∂w₂", OutputBias = "∂L/∂b₂";

    private static readonly Exercise<TwoLayerBatch> _outputLayerExercise = new()
    {
        Cases = TwoLayerBatch.Cases,
        Describe = TwoLayerBatch.Describe,
        FailsLater = TwoLayerBatch.FailsLater,
        Reference = batch => [new(OutputWeights, batch.Delta2 * batch.A.Transpose()), new(OutputBias, batch.Delta2 * batch.U.Transpose())],
        Mistakes =
        [
            .. WrongDelta2.All.Select(wrong => new Mistake<TwoLayerBatch>(
                OutputWeights, wrong.Sentence, batch => wrong.Delta2(batch) * batch.A.Transpose(), wrong.IsNear)),
            new(OutputWeights, "A was not used: this is ∂L/∂b₂, the sum of δ₂ over the examples.", batch => batch.Delta2 * batch.U.Transpose()),
            new(OutputBias, "This is δ₂ itself, one slope for each example. The bias is shared by all examples: sum over them, δ₂uᵀ.", batch => batch.Delta2),
            new(OutputBias, "This is the mean over the examples, so 1/m appears twice: δ₂ already contains it. Sum, do not average.",
                batch => 1.0 / batch.Examples * batch.Delta2 * batch.U.Transpose()),
            new(OutputBias, "This is the sum over the wrong axis: it adds the outputs of each example. Add the examples of each output: δ₂uᵀ.",
                batch => batch.Delta2.ColumnSums()),
            new(OutputBias, "This is δ₂Aᵀ, the gradient of the weights. A bias is multiplied by 1, not by an activation: put uᵀ for Aᵀ.",
                batch => batch.Delta2 * batch.A.Transpose()),
            new(OutputBias, "This adds everything up, over all outputs. Each output has a bias of its own: δ₂uᵀ is a column.",
                batch => Matrix.Column(batch.Delta2.Sum())),
            .. WrongDelta2.All.Select(wrong => new Mistake<TwoLayerBatch>(
                OutputBias, wrong.Sentence, batch => wrong.Delta2(batch) * batch.U.Transpose(), wrong.IsNear)),
        ],
        HasMean = true,
        Praise = "Both gradients agree for this batch, and for one of another size that the notebook does not show.",
    };

    /// <summary>Notebook 03: ∂L/∂w₂ = δ₂Aᵀ and ∂L/∂b₂ = δ₂uᵀ, where δ₂ = 2/m (ŷ − y).</summary>
    /// <param name="backward">From ŷ (outputs × examples), y (outputs × examples) and A (hidden units × examples).</param>
    public static Verdict OutputLayer(
        Func<Matrix<double>, Matrix<double>, Matrix<double>, (Matrix<double> dw2, Matrix<double> db2)>? backward) =>
        backward is null ? Signature.Differs(null, OutputLayerSignature) : _outputLayerExercise.Judge(batch =>
        {
            (Matrix<double> weights, Matrix<double> bias) = backward(batch.Prediction, batch.Y, batch.A);
            return [new(OutputWeights, weights), new(OutputBias, bias)];
        });

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict OutputLayer(Delegate? backward) => Signature.Differs(backward, OutputLayerSignature);
}

namespace NeuralNotebooks.Course;

/// <summary>The known mistakes in a backward pass through N layers. Those that need equal shapes apply only there.</summary>
internal sealed record WrongPass(string Sentence, Func<DeepBatch, DeepBatch.Gradients> Of, bool IsNear = true)
{
    /// <summary>Likelier ones first: where two give the same numbers, the first is named.</summary>
    public static IReadOnlyList<WrongPass> All { get; } =
    [
        new("You forgot to divide by m, the number of examples: the loss is a mean. 1/m is applied once, at δ[N].", b => b.Backward(b.Examples * b.OutputDelta)),
        new("This step goes uphill: either you wrote y − A[N] instead of A[N] − y, or the gradient was added, not subtracted.", b => b.Right().Times(-1)),
        new("The learning rate α is missing: you subtract the whole gradient.", b => b.Right().Times(1 / b.Alpha)),
        new("α appears twice.", b => b.Right().Times(b.Alpha)),
        new("There is a factor 2 too many: the ½ of the loss cancels it.", b => b.Backward(2 * b.OutputDelta)),
        new("g′ of the last layer is missing: δ[N] = ∂L/∂ŷ ⊙ G[N].", b => b.Backward((b.A[b.Layers] - b.Y) / b.Examples)),
        new("Two things at δ[N]: 1/m is missing, and so is ⊙ G[N].", b => b.Backward(b.A[b.Layers] - b.Y), IsNear: false),
        new("g′ of the hidden layers is missing: δ[l] = (W[l+1])ᵀδ[l+1] ⊙ G[l].", b => b.Backward(b.OutputDelta, slope: l => Matrix.Ones<double>(b.G[l].Rows, b.G[l].Columns))),
        new("The first layer was given A[1]. It is fed by the examples: A[0], which is X.", IfSquare(b => b.Backward(b.OutputDelta, input: l => b.A[Math.Max(1, l - 1)]))),
        new("Off by one layer: the gradient of W[l] was made with A[l], the layer's own output. It takes what the layer was fed, A[l−1].",
            IfSquare(b => b.Backward(b.OutputDelta, input: l => b.A[l]))),
        new("Off by one layer: δ[l] went back through W[l]. What lies between layer l and layer l + 1 is W[l+1].",
            IfSquare(b => b.Backward(b.OutputDelta, (l, g) => b.W[l].Transpose() * g.Delta[l + 1]))),
        new("Off by one layer: δ[l] was multiplied by G[l+1]. It takes the slope of its own layer, G[l].", IfSquare(b => b.Backward(b.OutputDelta, slope: l => b.G[l + 1]))),
        new("The transpose is missing: you used W, not Wᵀ. Where all layers have the same size, no error message tells you.",
            IfSquare(b => b.Backward(b.OutputDelta, (l, g) => b.W[l + 1] * g.Delta[l + 1]))),
        new("The weights of layer l + 1 had been changed already when δ[l] was computed from them. First δ[l], then the step of layer l + 1.", WithChangedWeights),
        new("δ stays that of the last layer: every layer needs its own, δ = (W[l+1])ᵀδ ⊙ G[l].", IfSquare(b => b.Backward(b.OutputDelta, (l, g) => g.Delta[b.Layers], _ => Matrix.Ones<double>(b.Y.Rows, b.Examples)))),
        new("1/m is applied again at every layer. It belongs to the loss, so only to δ[N].", b => b.Backward(b.OutputDelta, (l, g) => b.W[l + 1].Transpose() * g.Delta[l + 1] / b.Examples)),
        new("1/m appears twice: δ[N] already contains it. For a bias, sum over the examples, do not average.", b => b.Right().Times(1.0 / b.Examples)),
        new("You divided by the number of outputs. The mean is over the examples, the columns: `y.Columns`.", b => b.Backward((double)b.Examples / b.Y.Rows * b.OutputDelta)),
        new("You divided by 6, the number of examples in the notebook. Take it from the batch: `y.Columns`.", b => b.Backward(b.Examples / 6.0 * b.OutputDelta)),
        new("The first layer has not moved: the loop ends one too early. It runs down to l = 1.", WithoutTheFirst),
        new("δ[l] was multiplied by A[l]. It takes the slope there, G[l].", b => b.Backward(b.OutputDelta, slope: l => b.A[l])),
        new("These are the gradients. Return the new weights and biases, W − α ∂L/∂W and b − α ∂L/∂b.", b => b.FromReturnedGradients(factor: 1)),
        new("These are α times the gradients. Return the new weights and biases: subtract them from the old ones.", b => b.FromReturnedGradients(b.Alpha)),
        new("Only the first example is there: the bias sums over all of them, δuᵀ.", b => Biases(b, delta => delta.Column(0))),
        new("This bias was given the sum over all units. Each unit has a bias of its own: δuᵀ is a column.", b => Biases(b, delta => Matrix.Filled(delta.Rows, 1, delta.Sum()))),
    ];

    private static Func<DeepBatch, DeepBatch.Gradients> IfSquare(Func<DeepBatch, DeepBatch.Gradients> wrong) =>
        batch => batch.IsSquare ? wrong(batch) : new(new Matrix<double>[batch.Layers + 1], new Matrix<double>[batch.Layers + 1], new Matrix<double>[batch.Layers + 1]);

    private static DeepBatch.Gradients WithChangedWeights(DeepBatch batch) =>
        batch.Backward(batch.OutputDelta, (l, g) => (batch.W[l + 1] - (batch.Alpha * g.W[l + 1])).Transpose() * g.Delta[l + 1]);

    private static DeepBatch.Gradients WithoutTheFirst(DeepBatch batch)
    {
        DeepBatch.Gradients gradients = batch.Right();
        (gradients.W[1], gradients.B[1]) = (0 * gradients.W[1], 0 * gradients.B[1]);
        return gradients;
    }

    private static DeepBatch.Gradients Biases(DeepBatch batch, Func<Matrix<double>, Matrix<double>> wrong)
    {
        DeepBatch.Gradients right = batch.Right();
        return right with { B = [.. right.Delta.Select(delta => delta is null ? Matrix.Zeros<double>(0, 0) : wrong(delta))] };
    }
}

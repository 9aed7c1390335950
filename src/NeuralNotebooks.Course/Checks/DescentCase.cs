namespace NeuralNotebooks.Course;

/// <summary>Some steps of gradient descent on the network of notebook 03, done right and in the known wrong ways.</summary>
internal sealed record DescentCase(int Steps, double Alpha)
{
    public const string Part = "The loss";

    /// <summary>One update of the network with the given learning rate.</summary>
    public delegate TwoLayerBatch Update(TwoLayerBatch batch, double alpha);

    /// <summary>The known mistakes, likelier ones first.</summary>
    public static IReadOnlyList<(string Sentence, Func<DescentCase, double> Wrong, bool IsNear)> Mistakes { get; } =
    [
        ("You stepped uphill. The gradient points to where L grows: subtract α times it.", d => d.Run((b, α) => Right(b, -α)), true),
        ("No step was made: this is the loss at the start.", d => Start.Loss, false),
        ("Only one step is made, whatever `steps` says: the loop is missing, or a `return` stands inside it.", d => Right(Start, d.Alpha).Loss, true),
        ("One step too few.", d => d.Run(Right, extraSteps: -1), true),
        ("One step too many.", d => d.Run(Right, extraSteps: 1), true),
        ("The biases did not move: b₁ and b₂ have gradients too.", d => d.Run((b, α) => Right(b, α) with { B1 = b.B1, B2 = b.B2 }), true),
        ("b₁ did not move.", d => d.Run((b, α) => Right(b, α) with { B1 = b.B1 }), true),
        ("b₂ did not move.", d => d.Run((b, α) => Right(b, α) with { B2 = b.B2 }), true),
        ("W₁ did not move.", d => d.Run((b, α) => Right(b, α) with { W1 = b.W1 }), true),
        ("w₂ did not move.", d => d.Run((b, α) => Right(b, α) with { W2 = b.W2 }), true),
        ("The hidden layer did not move: update W₁ and b₁ as well.", d => d.Run((b, α) => Right(b, α) with { W1 = b.W1, B1 = b.B1 }), true),
        ("The output layer did not move: update w₂ and b₂ as well.", d => d.Run((b, α) => Right(b, α) with { W2 = b.W2, B2 = b.B2 }), true),
        ("The learning rate was not used: multiply each gradient by `alpha`.", d => d.Run((b, _) => Right(b, 1)), true),
        ("The gradient was divided by m again. It has 1/m already, from the loss.", d => d.Run((b, α) => Right(b, α / b.Examples)), true),
        ("α is hard-coded as 0.05: use `alpha`.", d => d.Run((b, _) => Right(b, 0.05)), true),
        ("The gradient of the start was used in every step. It changes with every step: compute it inside the loop.", FirstGradientOnly, true),
        ("The output layer was updated first, and the gradient of the hidden layer computed with the new w₂. All gradients belong to the same point: compute all four, then update.",
            d => d.Run(OutputLayerFirst), true),
        ("The hidden layer was updated first, and the gradient of the output layer computed at the new point. All gradients belong to the same point: compute all four, then update.",
            d => d.Run(HiddenLayerFirst), true),
    ];

    private static TwoLayerBatch Start => TwoLayerBatch.OfTheNotebook();

    /// <summary>θ ← θ − α ∂L/∂θ for all four parameters, all gradients at the same point.</summary>
    public static TwoLayerBatch Right(TwoLayerBatch batch, double alpha) => batch with
    {
        W1 = batch.W1 - alpha * (batch.Delta1 * batch.X.Transpose()),
        B1 = batch.B1 - alpha * (batch.Delta1 * batch.U.Transpose()),
        W2 = batch.W2 - alpha * (batch.Delta2 * batch.A.Transpose()),
        B2 = batch.B2 - alpha * (batch.Delta2 * batch.U.Transpose()),
    };

    /// <summary>The loss after the steps of this case, with the given update rule.</summary>
    public double Run(Update update, int extraSteps = 0)
    {
        TwoLayerBatch batch = Start;
        for (int step = 0; step < Steps + extraSteps; step++)
        {
            batch = update(batch, Alpha);
        }

        return batch.Loss;
    }

    /// <summary>k steps along one gradient are one step of k times the length.</summary>
    private static double FirstGradientOnly(DescentCase descent) => Right(Start, descent.Steps * descent.Alpha).Loss;

    private static TwoLayerBatch OutputLayerFirst(TwoLayerBatch batch, double alpha)
    {
        TwoLayerBatch moved = Right(batch, alpha) with { W1 = batch.W1, B1 = batch.B1 };
        Matrix<double> delta1 = (moved.W2.Transpose() * batch.Delta2).Hadamard(batch.A).Hadamard(1 - batch.A);
        return moved with
        {
            W1 = batch.W1 - alpha * (delta1 * batch.X.Transpose()),
            B1 = batch.B1 - alpha * (delta1 * batch.U.Transpose()),
        };
    }

    private static TwoLayerBatch HiddenLayerFirst(TwoLayerBatch batch, double alpha)
    {
        TwoLayerBatch moved = Right(batch, alpha) with { W2 = batch.W2, B2 = batch.B2 };
        return Right(moved, alpha) with { W1 = moved.W1, B1 = moved.B1 };
    }
}

namespace NeuralNotebooks;

/// <summary>The training step: takes a batch and updates the network.</summary>
/// <remarks>
/// <code>
/// chunks of examples    gather X → Z → A → …          Pass.Forward
/// all examples          L, ∂L/∂output                 loss
/// chunks of examples    δ of every layer              Pass.Backward
/// chunks of inputs      ∂L/∂W, ∂L/∂b → optimizer      Pass.Backward, in a round of its own
/// </code>
/// How a number is summed does not depend on how the chunks are cut, so the same seed gives the same bits on any number
/// of threads.
/// </remarks>
internal sealed class TrainingStep<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Action<int, Chunk> _update;

    public TrainingStep(Mlp<T> network, ILoss<T> loss, Optimizer<T> optimizer)
    {
        (Network, Loss, Optimizer) = (network, loss, optimizer);
        _update = (l, inputs) => optimizer.StepPart(network[l], l, inputs, T.One);
    }

    public Mlp<T> Network { get; }

    public ILoss<T> Loss { get; }

    public Optimizer<T> Optimizer { get; }

    /// <summary>Takes one step. A loss that is not finite is returned before it changes any weight.</summary>
    /// <returns>The loss on the batch before the step, and the accuracy if the loss is about classes.</returns>
    public (double Loss, double? Accuracy) Take(MiniBatch<T> batch)
    {
        Pass<T> pass = batch.Pass;
        pass.Forward(batch.Features);
        Network.Remember(pass);
        (T L, double? accuracy) = Loss.ValueAndGradient(pass.Output, batch.Targets, pass.OutputGradient);
        if (T.IsFinite(L))
        {
            // Part by part if the optimizer allows it, while the gradients are in the cache; otherwise it needs all of
            // them first.
            bool byParts = Optimizer.CanStepByParts;
            if (byParts)
                Optimizer.BeginStepByParts(Network);
            pass.Backward(inputGradient: null, byParts ? _update : null);
            if (!byParts)
                Optimizer.Step(Network);
        }
        return (double.CreateTruncating(L), accuracy);
    }
}

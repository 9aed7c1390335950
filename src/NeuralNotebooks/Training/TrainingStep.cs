namespace NeuralNotebooks;

/// <summary>One step of training: updates the network from one batch.</summary>
/// <remarks>
/// <code>
/// chunks of examples    gather X → Z → A → …          Pass.Forward
/// all examples          L, ∂L/∂output                 loss
/// chunks of examples    δ of every layer              Pass.Backward
/// chunks of inputs      ∂L/∂W, ∂L/∂b → optimizer      Pass.Backward, after δ of all layers
/// </code>
/// The order of summation does not depend on how the work is divided into chunks, so the same seed gives the same bits
/// on any number of threads.
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

    /// <summary>Takes one step. If the loss is not finite, it is returned and no weight changes.</summary>
    /// <returns>The loss on the batch before the step, and the accuracy, or null if the loss is not for
    /// classification.</returns>
    public (double Loss, double? Accuracy) Take(MiniBatch<T> batch)
    {
        Pass<T> pass = batch.Pass;
        pass.Forward(batch.Features);
        Network.Remember(pass);
        (T L, double? accuracy) = Loss.ValueAndGradient(pass.Output, batch.Targets, pass.OutputGradient);
        if (T.IsFinite(L))
        {
            // If the optimizer allows it, weights are updated part by part while their gradients are in the cache;
            // otherwise after all gradients have been computed.
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

namespace NeuralNotebooks;

/// <summary>The training step: takes a batch and updates the network.</summary>
/// <remarks>
/// <code>
/// chunks of examples    gather X → Z → A → …          Pass.Forward
/// all examples          L, ∂L/∂output                 loss
/// chunks of examples    δ of every layer              Pass.Backward
/// chunks of inputs      ∂L/∂W, ∂L/∂b → optimizer      Pass.Gradients
/// </code>
/// How a number is summed does not depend on how the chunks are cut, so the same seed gives the same bits on any number
/// of threads.
/// </remarks>
internal sealed class TrainingStep<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Mlp<T> _network;
    private readonly ILoss<T> _loss;
    private readonly IFusedLoss<T>? _fused;
    private readonly Optimizer<T> _optimizer;
    private readonly Action<int> _gatherAndForward, _gradientsAndUpdate;
    private MiniBatch<T> _batch = null!;

    public TrainingStep(Mlp<T> network, ILoss<T> loss, Optimizer<T> optimizer)
    {
        (_network, _loss, _fused, _optimizer) = (network, loss, loss as IFusedLoss<T>, optimizer);
        (_gatherAndForward, _gradientsAndUpdate) = (GatherAndForward, GradientsAndUpdate);
    }

    /// <summary>Takes one step. A loss that is not finite is returned before it changes any weight.</summary>
    /// <returns>The loss on the batch before the step, and the accuracy if the loss is about classes.</returns>
    public (double Loss, double? Accuracy) Take(MiniBatch<T> batch)
    {
        _batch = batch;
        Pass<T> pass = batch.Pass;
        pass.Forward(batch.Features, _gatherAndForward);
        _network.Remember(pass);
        (T L, double? accuracy) = _fused is not null
            ? _fused.ValueAndGradient(pass.Output, batch.Targets, pass.OutputGradient)
            : (_loss.Value(pass.Output, batch.Targets), _loss.Accuracy(pass.Output, batch.Targets));
        if (T.IsFinite(L))
        {
            if (_fused is null)
                _loss.Gradient(pass.Output, batch.Targets, pass.OutputGradient);

            // Part by part if the optimizer allows it, while the gradients are in the cache; otherwise it needs all of
            // them first.
            if (_optimizer.CanStepByParts)
            {
                _optimizer.BeginStep(_network);
                pass.Backward(inputGradient: null, _gradientsAndUpdate);
            }
            else
            {
                pass.Backward(inputGradient: null);
                _optimizer.Step(_network);
            }
        }
        return (double.CreateTruncating(L), accuracy);
    }

    private void GatherAndForward(int chunk)
    {
        _batch.Gather(_batch.Pass.ExamplesOf(chunk));
        _batch.Pass.Forward(chunk);
    }

    private void GradientsAndUpdate(int chunk)
    {
        (int l, Chunk inputs) = _batch.Pass.Gradients(chunk);
        _optimizer.StepPart(_network[l], l, inputs);
    }
}

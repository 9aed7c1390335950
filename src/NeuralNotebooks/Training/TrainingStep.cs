using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>The step of training, which takes a batch and changes the network by it.</summary>
/// <remarks>
/// <para>A step has two halves, and each is work in chunks that do not depend on each other:</para>
/// <code>
/// 1. chunks of examples    X → Z → A → … → L, ∂L/∂output → δ of every layer
/// 2. chunks of inputs      ∂L/∂W = δ Xᵀ of these columns of W, ∂L/∂b → optimizer
/// </code>
/// <para>
/// Each thread gets one chunk where there is enough to do, and no more: a product has to bring its left operand into order once for
/// each chunk. Every number is one sum in one order, however the chunks are cut, so the same seed gives the same bits on any number
/// of threads.
/// </para>
/// </remarks>
internal sealed class TrainingStep<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Mlp<T> _network;
    private readonly ILoss<T> _loss;
    private readonly IExamplewiseLoss<T>? _examplewise;
    private readonly Optimizer<T> _optimizer;
    private readonly T[] _losses;
    private readonly (int Layer, Chunk Inputs)[] _parameters;
    private readonly Work _thereAndBack, _there, _back, _gradients, _gradientsAndUpdate;

    // The batch at hand.
    private MiniBatch<T> _batch;
    private int _chunks, _right;

    public TrainingStep(Mlp<T> network, ILoss<T> loss, Optimizer<T> optimizer, MiniBatch<T> first)
    {
        (_network, _loss, _optimizer, _batch) = (network, loss, optimizer, first);
        _examplewise = loss as IExamplewiseLoss<T>;
        _losses = new T[first.Examples];
        int chunks = Chunk.Number(first.Examples, OperationsPerExample);
        _parameters = [.. network.Layers.SelectMany((layer, l) =>
        {
            int parts = Math.Min(chunks, layer.Inputs);
            return Enumerable.Range(0, parts).Select(index => (l, Chunk.Of(layer.Inputs, parts, index)));
        })];
        (_thereAndBack, _there, _back) = (new(ThereAndBack), new(There), new(Back));
        (_gradients, _gradientsAndUpdate) = (new(ComputeGradients), new(ComputeGradientsAndUpdate));
    }

    private double OperationsPerExample => 2.0 * _network.ParameterCount;

    /// <summary>Takes one step. A loss that is not finite is returned before any weight is changed by it.</summary>
    /// <returns>The loss on the batch before the step, and the part that was classified rightly if the loss is about classes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (double Loss, double? Accuracy) Take(MiniBatch<T> batch)
    {
        _batch = batch;
        _right = 0;
        Pass<T> pass = batch.Pass;
        _chunks = Chunk.Number(batch.Examples, OperationsPerExample);
        T L;
        double? accuracy;
        if (_examplewise is not null)
        {
            ThreadTeam.Run(_thereAndBack, _chunks);
            _network.Remember(batch.Features, pass);
            L = T.Zero;
            for (int example = 0; example < batch.Examples; example++)
                L += _losses[example];
            L /= T.CreateTruncating(batch.Examples);
            accuracy = (double)_right / batch.Examples;
        }
        else
        {
            ThreadTeam.Run(_there, _chunks);
            _network.Remember(batch.Features, pass);
            L = _loss.Value(pass.Output, batch.Targets);
            accuracy = _loss.Accuracy(pass.Output, batch.Targets);
            if (T.IsFinite(L))
            {
                _loss.Gradient(pass.Output, batch.Targets, pass.OutputGradient);
                ThreadTeam.Run(_back, _chunks);
            }
        }

        if (T.IsFinite(L))
        {
            for (int l = 0; l < pass.Deltas.Length; l++)
                _network[l].Remember(pass.Deltas[l]);
            ChangeParameters(isShared: _chunks > 1);
        }
        return (double.CreateTruncating(L), accuracy);
    }

    /// <summary>The second half: part by part where the optimizer allows that; else it needs all gradients first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ChangeParameters(bool isShared)
    {
        bool byParts = _optimizer.CanStepByParts;
        Work work = byParts ? _gradientsAndUpdate : _gradients;
        if (byParts)
            _optimizer.BeginStep(_network);
        if (isShared)
        {
            ThreadTeam.Run(work, _parameters.Length);
        }
        else
        {
            for (int chunk = 0; chunk < _parameters.Length; chunk++)
                work.Do(chunk);
        }
        if (!byParts)
            _optimizer.Step(_network);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ThereAndBack(int chunk)
    {
        There(chunk);
        Pass<T> pass = _batch.Pass;
        Chunk examples = Chunk.Of(_batch.Examples, _chunks, chunk);
        int right = _examplewise!.ValuesAndGradient(pass.Output, _batch.Targets, pass.OutputGradient, _losses.AsSpan(examples.Start, examples.Count), examples);
        Interlocked.Add(ref _right, right);
        Back(chunk);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void There(int chunk)
    {
        Chunk examples = Chunk.Of(_batch.Examples, _chunks, chunk);
        _batch.Gather(examples);
        _batch.Pass.Forward(_batch.Features, examples);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Back(int chunk) => _batch.Pass.Backward(dX: null, Chunk.Of(_batch.Examples, _chunks, chunk));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ComputeGradients(int chunk)
    {
        (int l, Chunk inputs) = _parameters[chunk];
        Pass<T> pass = _batch.Pass;
        _network[l].ComputeGradients(l == 0 ? _batch.Features : pass.Outputs[l - 1], pass.Deltas[l], inputs);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ComputeGradientsAndUpdate(int chunk)
    {
        ComputeGradients(chunk);
        (int l, Chunk inputs) = _parameters[chunk];
        _optimizer.StepPart(_network[l], l, inputs);
    }

    private sealed class Work(Action<int> action) : IChunkedWork
    {
        public void Do(int chunk) => action(chunk);
    }
}

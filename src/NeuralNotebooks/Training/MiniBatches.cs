using System.Numerics;

namespace NeuralNotebooks;

/// <summary>Deals a training set into batches in a new random order each epoch, through one buffer: after the first epoch nothing is allocated.</summary>
internal sealed class MiniBatches<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dataset<T> _set;
    private readonly Random _random;
    private readonly int[] _order;
    private readonly MiniBatch<T> _full, _last;

    public MiniBatches(Dataset<T> set, Mlp<T> network, int batchSize, int seed)
    {
        _set = set;
        _random = new(seed);
        _order = [.. Enumerable.Range(0, set.Count)];
        batchSize = Math.Min(batchSize, set.Count);
        Count = (set.Count + batchSize - 1) / batchSize;
        _full = new(set, network, batchSize);
        int rest = set.Count - (Count - 1) * batchSize;
        _last = rest == batchSize ? _full : new(set, network, rest);
    }

    /// <summary>The number of batches of an epoch; the last may be smaller than the others.</summary>
    public int Count { get; }

    /// <summary>Begins an epoch: every example comes once, in a new order.</summary>
    public void Shuffle() => _random.Shuffle(_order);

    /// <summary>Batch <paramref name="index"/> of this epoch, in a buffer that the next batch uses again.</summary>
    public MiniBatch<T> Take(int index)
    {
        MiniBatch<T> batch = index == Count - 1 ? _last : _full;
        _set.Gather(_order.AsSpan(index * _full.Examples, batch.Examples), batch.Features, batch.Targets);
        return batch;
    }
}

/// <summary>Room for the examples of one batch and for the pass of a network over them.</summary>
internal sealed class MiniBatch<T>(Dataset<T> set, Mlp<T> network, int examples)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Examples { get; } = examples;

    /// <summary>X: features × examples.</summary>
    public Matrix<T> Features { get; } = Matrix.Zeros<T>(set.FeatureCount, examples);

    /// <summary>Y: outputs × examples.</summary>
    public Matrix<T> Targets { get; } = Matrix.Zeros<T>(set.Targets.Rows, examples);

    /// <summary>Z, A and δ of each layer.</summary>
    public Pass<T> Pass { get; } = new(network, examples);
}

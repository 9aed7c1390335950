namespace NeuralNotebooks;

/// <summary>Divides a training set into batches in a new random order each epoch, through one buffer: nothing is
/// allocated after the start.</summary>
internal sealed class MiniBatches<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Random _random;
    private readonly int[] _order;
    private readonly MiniBatch<T> _full, _last;

    public MiniBatches(Dataset<T> set, Mlp<T> network, int batchSize, int seed)
    {
        _random = new(seed);
        _order = [.. Enumerable.Range(0, set.Count)];
        batchSize = Math.Min(batchSize, set.Count);
        Count = (set.Count + batchSize - 1) / batchSize;
        _full = new(set, network, _order, batchSize);
        int rest = set.Count - (Count - 1) * batchSize;
        _last = rest == batchSize ? _full : new(set, network, _order, rest);
        _full.Pass.AllocateDeltas();
        _last.Pass.AllocateDeltas();
    }

    /// <summary>The number of batches of an epoch; the last may be smaller than the others.</summary>
    public int Count { get; }

    /// <summary>Begins an epoch: every example comes once, in a new order.</summary>
    public void Shuffle() => _random.Shuffle(_order);

    /// <summary>Batch <paramref name="index"/> of this epoch, whose examples are still to be gathered, in buffers that
    /// the next batch reuses.</summary>
    public MiniBatch<T> this[int index]
    {
        get
        {
            MiniBatch<T> batch = index == Count - 1 ? _last : _full;
            batch.First = index * _full.Examples;
            return batch;
        }
    }
}

/// <summary>Buffers for the examples of one batch and for the pass of a network over them.</summary>
/// <param name="set">The set that the examples are from.</param>
/// <param name="network">The network.</param>
/// <param name="order">The indices of all examples in the order of this epoch.</param>
/// <param name="examples">The number of examples of the batch.</param>
internal sealed class MiniBatch<T>(Dataset<T> set, Mlp<T> network, int[] order, int examples)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Examples { get; } = examples;

    /// <summary>Where the batch begins in the order of the examples.</summary>
    public int First { get; set; }

    /// <summary>X: features × examples.</summary>
    public Matrix<T> Features { get; } = Matrix.Zeros<T>(set.FeatureCount, examples);

    /// <summary>Y: outputs × examples.</summary>
    public Matrix<T> Targets { get; } = Matrix.Zeros<T>(set.Targets.Rows, examples);

    /// <summary>Z, A and δ of each layer.</summary>
    public Pass<T> Pass { get; } = new(network, examples);

    /// <summary>Copies some of the examples into X and Y.</summary>
    public void Gather(Chunk columns) =>
        set.Gather(order.AsSpan(First + columns.Start, columns.Count), Features, Targets, columns.Start);
}

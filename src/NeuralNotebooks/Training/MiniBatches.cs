namespace NeuralNotebooks;

/// <summary>Divides a training set into batches, in a new random order in each epoch. All batches use the same buffers,
/// so nothing is allocated after the start.</summary>
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

    public int Count { get; }

    public void Shuffle() => _random.Shuffle(_order);

    /// <summary>Begins batch <paramref name="index"/> of this epoch. Its forward pass copies the examples to buffers,
    /// which the next batch reuses.</summary>
    public MiniBatch<T> Begin(int index)
    {
        MiniBatch<T> batch = index == Count - 1 ? _last : _full;
        batch.First = index * _full.Pass.Examples;
        return batch;
    }
}

/// <summary>Buffers for the examples of one batch and for the pass of a network over them.</summary>
internal sealed class MiniBatch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public MiniBatch(Dataset<T> set, Mlp<T> network, int[] order, int examples)
    {
        Features = new(set.FeatureCount, examples);
        Targets = new(set.Targets.Rows, examples);
        Pass = new(
            network,
            examples,
            columns => set.Gather(order.AsSpan(First + columns.Start, columns.Count), Features, Targets, columns.Start)
        );
    }

    /// <summary>Where the batch begins in the order of the examples.</summary>
    public int First { get; set; }

    /// <summary>X: features × examples.</summary>
    public Matrix<T> Features { get; }

    /// <summary>Y: outputs × examples.</summary>
    public Matrix<T> Targets { get; }

    /// <summary>Z, A and δ of each layer.</summary>
    public Pass<T> Pass { get; }
}

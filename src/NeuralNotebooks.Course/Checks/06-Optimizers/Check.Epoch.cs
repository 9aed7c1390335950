namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<EpochCase> _epoch = new()
    {
        Cases = () => [EpochCase.Of(7, 3, 1), EpochCase.Of(6, 2, 2), EpochCase.Of(5, 8, 3)],
        Describe = c => $"for {c.Data.Count} examples in batches of {c.Size} (W: {c.W.Rows} × {c.W.Columns})",
        Praise = "Every example was used once, in the given order, and each batch used the weights that the batch "
            + "before it had left.",
        FailsLater = "The last batch may be smaller than `size`, a batch larger than the data, and W of another shape.",
        Parts = c => c.Epoch,
    };

    /// <summary>Notebook 06: one epoch of mini-batch descent for a layer with softmax.</summary>
    /// <param name="epoch">From W, b, the data, the order of its examples, the size of a batch and α.</param>
    public static Verdict Epoch(Func<M, M, Dataset<double>, int[], int, double, (M W, M b)> epoch) =>
        _epoch.Judge(c => epoch(c.W, c.b, c.Data, c.Order, c.Size, c.α));
}

internal sealed record EpochCase(M W, M b, Dataset<double> Data, int[] Order, int Size, double α)
{
    public IEnumerable<int[]> Batches { get; init; } = Order.Chunk(Size);

    public bool Stale { get; init; }

    public (M W, M b) Run()
    {
        (M newW, M newB) = (W, b);
        foreach (int[] batch in Batches)
        {
            Dataset<double> part = Data.Select(batch);
            M scores = Stale ? (W * part.Features) + b : (newW * part.Features) + newB;
            M δ = (Softmax.Of(scores) - part.Targets) / batch.Length;
            (newW, newB) = (newW - (α * (δ * part.Features.T)), newB - (α * δ.RowSums()));
        }
        return (newW, newB);
    }

    public static EpochCase Of(int examples, int size, int seed)
    {
        var random = new Random(seed);
        (int k, int n) = (2 + seed % 3, 3 + seed);           // classes and features
        M targets = OneHot.Encode<double>([.. Enumerable.Range(0, examples).Select(_ => random.Next(k))], k);
        int[] order = [.. Enumerable.Range(0, examples)];
        random.Shuffle(order);
        return new(Matrix.Normal<double>(k, n, random), Matrix.Normal<double>(k, 1, random),
            new(Matrix.Normal<double>(n, examples, random), targets), order, size, 0.5 / seed);
    }

    public Part<EpochCase>[] Epoch => [new("W", c => c.Run().W) { WrongEpoch },
            new("b", c => c.Run().b) { WrongEpoch,
                { ("W has moved and b has not:", "a bias is a parameter like any other."), b } }];

    private Changes<EpochCase> WrongEpoch => new()
    {
        { ("The last, smaller batch was left out:", "an epoch uses every example."),
            this with { Batches = Batches.Where(batch => batch.Length == Size) } },
        { ("All batches used the weights of the epoch's beginning.", "Each must use those that the batch before left."),
            this with { Stale = true } },
        { ("`order` was not used:", "the batches are shuffled. Select `order[start..end]`."),
            this with { Batches = Enumerable.Range(0, Data.Count).Chunk(Size) } },
        { ("The step goes uphill:", "subtract."), this with { α = -α } },
    };
}

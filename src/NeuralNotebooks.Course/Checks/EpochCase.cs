namespace NeuralNotebooks.Course;

/// <summary>A layer with softmax, data, and the batches of an epoch.</summary>
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
        M targets = OneHot.Encode<double>([.. Enumerable.Range(0, examples).Select(_ => random.Next(3))], 3);
        int[] order = [.. Enumerable.Range(0, examples)];
        random.Shuffle(order);
        return new(Matrix.Normal<double>(3, 4, random), Matrix.Normal<double>(3, 1, random),
            new(Matrix.Normal<double>(4, examples, random), targets), order, size, 0.5);
    }
}

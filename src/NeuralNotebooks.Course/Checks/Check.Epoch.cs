namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<EpochCase> _epoch = new()
    {
        Expected = "(Matrix<double> W, Matrix<double> b) Epoch(Matrix<double> W, Matrix<double> b, "
                + "Dataset<double> data, int[] order, int size, double α)",
        Cases = () => [EpochCase.Of(7, 3, 1), EpochCase.Of(6, 2, 2), EpochCase.Of(5, 8, 3)],
        Describe = c => $"for {c.Data.Count} examples in batches of {c.Size}",
        Starter = c => (c.W, c.b),
        Praise = "Every example was used once, in its order, and every batch met the weights that the last one "
                + "left.",
        FailsLater = "The last batch may be smaller than `size`, and a batch may be larger than the data.",
        Parts = [new("W", c => c.Run().W) { WrongEpoch },
                new("b", c => c.Run().b) { WrongEpoch,
                    { "W has moved and b has not: a bias is a parameter like any other.", c => c.b } }],
    };

    private static Changes<EpochCase> WrongEpoch => new()
    {
        { "The last, smaller batch was left out: an epoch uses every example.",
            c => c with { Batches = c.Batches.Where(batch => batch.Length == c.Size) } },
        { "All batches used the weights of the epoch's beginning. Each must use those that the batch before left.",
            c => c with { Stale = true } },
        { "`order` was not used: the batches are shuffled. Select `order[start..end]`.",
            c => c with { Batches = Enumerable.Range(0, c.Data.Count).Chunk(c.Size) } },
        { "Only the first batch was used.", c => c with { Batches = c.Batches.Take(1) } },
        { "The first batch was left out.", c => c with { Batches = c.Batches.Skip(1) } },
        { "Every example had a step of its own. `size` of them share one.",
            c => c with { Batches = c.Order.Chunk(1) } },
        { "All examples shared one step. Take `size` at a time.",
            c => c with { Batches = c.Order.Chunk(c.Order.Length) } },
        { "The step goes uphill: subtract.", c => c with { α = -c.α } },
        { "α is missing.", c => c with { α = 1 } },
        { "The batches overlap: `start` grows by `size`, not by 1.",
            c => c with
            {
                Batches = Enumerable.Range(0, c.Order.Length)
                    .Select(i => c.Order[i..Math.Min(i + c.Size, c.Order.Length)]),
            } },
    };

    /// <summary>Notebook 06: one epoch of mini-batch descent for a layer with softmax.</summary>
    /// <param name="epoch">From W, b, the data, the order of its examples, the size of a batch and α.</param>
    public static Verdict Epoch(Func<M, M, Dataset<double>, int[], int, double, (M W, M b)>? epoch) =>
        _epoch.Judge(epoch, c => epoch!(c.W, c.b, c.Data, c.Order, c.Size, c.α));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict Epoch(Delegate? epoch) => _epoch.Refuse(epoch);
}

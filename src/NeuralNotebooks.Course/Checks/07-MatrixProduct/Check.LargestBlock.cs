namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<CacheCase> _largestBlock = new()
    {
        Cases = () => [new(32_768, 4), new(32_768, 8), new(3072, 4), new(4000, 2)],
        Describe = c => $"for a cache of {c.Bytes} bytes and numbers of {c.PerNumber} bytes",
        Praise = "Three blocks of this size fit into the cache, and three larger ones do not.",
        Parts = c => c.Parts,
    };

    /// <summary>The largest s such that three blocks of s × s numbers fit into a cache.</summary>
    /// <param name="largestBlock">From the bytes of the cache and of a number to s.</param>
    public static Verdict LargestBlock(Func<int, int, int> largestBlock) =>
        _largestBlock.Judge(c => largestBlock(c.Bytes, c.PerNumber));

    /// <summary>A cache and a type of number: three blocks of PerBlock numbers fill it.</summary>
    private sealed record CacheCase(int Bytes, int PerNumber)
    {
        public double PerBlock { get; init; } = Bytes / (3.0 * PerNumber);

        public Part<CacheCase>[] Parts => [new("The block's size", c => Floor(Sqrt(c.PerBlock)))
        {
            { ("Three blocks must fit at once, one of each matrix:", "a third of the cache is for each of them."),
                this with { PerBlock = 3 * PerBlock } },
            { ("Only two blocks fit beside each other this way.", "There are three: one of A, one of B, one of C."),
                this with { PerBlock = 1.5 * PerBlock } },
            { ("This is how many numbers a block may have.", "It has size · size of them: take the root."),
                Floor(PerBlock) },
            { ("The bytes of a number are missing:", "a cache of that many bytes holds fewer numbers than bytes."),
                this with { PerBlock = Bytes / 3.0 } },
            { ("The result was rounded up.", "Then three blocks do not fit."), Ceiling(Sqrt(PerBlock)) },
            { ("A number does not always have four bytes:", "use `bytesPerNumber`."),
                this with { PerBlock = Bytes / 12.0 } },
        }];
    }
}

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<BlockCase> _blocks = new()
    {
        Cases = () => [new(10, 4), new(12, 4), new(3, 5), new(7, 1)],
        Describe = c => $"for n = {c.n}, size = {c.size}",
        Praise = "The blocks begin at 0, follow one another without a gap, and end at n.",
        Parts = c => c.Parts,
    };

    /// <summary>0 … n − 1 cut into blocks of a given size, the last of which may be shorter.</summary>
    /// <param name="blocks">From n and the size to start and length of each block.</param>
    public static Verdict Blocks(Func<int, int, (int start, int length)[]> blocks) =>
        _blocks.Judge(c => blocks(c.n, c.size) is { } cut ? (BlockCase.Starts(cut), BlockCase.Lengths(cut)) : null);

    private sealed record BlockCase(int n, int size)
    {
        public (int start, int length)[] Right { get; init; } =
            [.. Enumerable.Range(0, (n + size - 1) / size).Select(b => (b * size, Min(size, n - b * size)))];

        public static M Starts((int start, int length)[] blocks) =>
            Matrices.Column(blocks.Select(block => block.start));

        public static M Lengths((int start, int length)[] blocks) =>
            Matrices.Column(blocks.Select(block => block.length));

        public Part<BlockCase>[] Parts =>
        [
            new("The column of starts", c => Starts(c.Right)) { WrongBlocks },
            new("The column of lengths", c => Lengths(c.Right)) { WrongBlocks },
        ];

        private Changes<BlockCase> WrongBlocks => new()
        {
            { ("The last block is missing:", "where size does not divide n, a shorter block is left at the end."),
                this with { Right = [.. Right.Where(block => block.length == size)] } },
            { ("The last block reaches beyond n:", "it is shorter where size does not divide n."),
                this with { Right = [.. Right.Select(block => (block.start, size))] } },
            { ("There is an empty block at the end.",
                "Where size divides n, the last block ends at n, and no other begins there."),
                n % size == 0 ? this with { Right = [.. Right, (n, 0)] } : this },
            { ("The second number is where a block ends.", "It should be its length."),
                this with { Right = [.. Right.Select(block => (block.start, block.start + block.length))] } },
        };
    }
}

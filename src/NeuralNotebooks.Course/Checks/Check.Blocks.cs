using Blocks = System.Func<int, int, (int start, int length)[]>;

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string BlockStarts = "The column of starts", BlockLengths = "The column of lengths";
    private const string BlocksSignature = "(int start, int length)[] Blocks(int n, int size)";

    private static readonly Exercise<BlockCase> _blocksExercise = new()
    {
        Cases = () => [new(10, 4), new(12, 4), new(3, 5), new(7, 1)],
        Describe = c => FormattableString.Invariant($"for n = {c.N}, size = {c.Size}"),
        Reference = c => Parts(c.Right),
        Starter = c => Parts([]),
        Mistakes =
        [
            .. WrongBlocks("The last block is missing: where size does not divide n, a shorter block is left at the end.",
                c => [.. c.Right.Where(block => block.length == c.Size)]),
            .. WrongBlocks("The last block reaches beyond n: it is shorter where size does not divide n.", c => [.. c.Right.Select(block => (block.start, c.Size))]),
            .. WrongBlocks("There is an empty block at the end. Where size divides n, the last block ends at n, and no other begins there.",
                c => c.N % c.Size == 0 ? [.. c.Right, (c.N, 0)] : c.Right),
            .. WrongBlocks("These are the numbers of the blocks. Block b starts at b · size.", c => [.. c.Right.Select((block, b) => (b, block.length))]),
            .. WrongBlocks("The second number is where a block ends. It should be its length.", c => [.. c.Right.Select(block => (block.start, block.start + block.length))]),
        ],
        Praise = "The blocks begin at 0, follow one another without a gap, and end at n.",
    };

    /// <summary>0 … n − 1 cut into blocks of a given size, the last of which may be shorter.</summary>
    /// <param name="blocks">From n and the size to start and length of each block.</param>
    public static Verdict Blocks(Blocks? blocks) => blocks is null ? Signature.Differs(null, BlocksSignature) : _blocksExercise.Judge(c => Parts(blocks(c.N, c.Size)));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict Blocks(Delegate? blocks) => Signature.Differs(blocks, BlocksSignature);

    private static Part[] Parts((int start, int length)[]? blocks) =>
    [
        new(BlockStarts, blocks is null ? null : Matrix.Column([.. blocks.Select(block => (double)block.start)])),
        new(BlockLengths, blocks is null ? null : Matrix.Column([.. blocks.Select(block => (double)block.length)])),
    ];

    /// <summary>A mistake shows in the starts or in the lengths.</summary>
    private static IEnumerable<Mistake<BlockCase>> WrongBlocks(string sentence, Func<BlockCase, (int start, int length)[]> wrong) =>
        Parts([]).Select((part, index) => new Mistake<BlockCase>(part.Name, sentence, c => Parts(wrong(c))[index].Value!));

    /// <summary>The length n and the block size.</summary>
    private sealed record BlockCase(int N, int Size)
    {
        public (int start, int length)[] Right =>
            [.. Enumerable.Range(0, (N + Size - 1) / Size).Select(b => (b * Size, Math.Min(Size, N - b * Size)))];
    }
}

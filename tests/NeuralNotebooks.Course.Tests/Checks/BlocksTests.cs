namespace NeuralNotebooks.Course.Tests;

public class BlocksTests
{
    private static (int start, int length)[] Right(int n, int size)
    {
        List<(int start, int length)> blocks = [];
        for (int start = 0; start < n; start += size)
            blocks.Add((start, Math.Min(size, n - start)));
        return [.. blocks];
    }

    public static TheoryData<string, Func<int, int, (int start, int length)[]>> Mutants() => new()
    {
        { "The last block is missing", (n, size) => [.. Enumerable.Range(0, n / size).Select(b => (b * size, size))] },
        { "reaches beyond n", (n, size) => [.. Right(n, size).Select(block => (block.start, size))] },
        { "an empty block at the end", (n, size) => [.. Enumerable.Range(0, n / size + 1).Select(b => (b * size, Math.Min(size, n - b * size)))] },
        { "the numbers of the blocks", (n, size) => [.. Right(n, size).Select((block, b) => (b, block.length))] },
        { "where a block ends", (n, size) => [.. Right(n, size).Select(block => (block.start, block.start + block.length))] },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void Each_known_mistake_is_caught_and_named(string phrase, Func<int, int, (int start, int length)[]> mutant)
    {
        Verdict verdict = Check.Blocks(mutant);
        Assert.False(verdict.IsCorrect);
        Assert.Contains(phrase, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void The_right_blocks_are_accepted() => Assert.True(Check.Blocks(Right).IsCorrect);

    [Fact]
    public void No_array_gets_a_verdict() => Assert.Contains("`null`", Check.Blocks((n, size) => null!).Message, StringComparison.Ordinal);
}

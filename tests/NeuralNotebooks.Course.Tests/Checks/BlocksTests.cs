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

    [Fact]
    public void The_right_blocks_are_accepted() => Assert.True(Check.Blocks(Right).IsCorrect);

    [Fact]
    public void No_array_gets_a_verdict() =>
        Assert.Contains("`null`", Check.Blocks((n, size) => null!).Message, StringComparison.Ordinal);
}

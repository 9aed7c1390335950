namespace NeuralNotebooks.Course.Tests;

public class LargestBlockTests
{
    public static TheoryData<string, Func<int, int, int>> Mutants() => new()
    {
        { "Three blocks must fit at once", (bytes, each) => (int)Math.Sqrt(bytes / each) },
        { "Only two blocks fit", (bytes, each) => (int)Math.Sqrt(bytes / each / 2.0) },
        { "take the root", (bytes, each) => bytes / (3 * each) },
        { "The bytes of a number are missing", (bytes, each) => (int)Math.Sqrt(bytes / 3.0) },
        { "rounded up", (bytes, each) => (int)Math.Ceiling(Math.Sqrt(bytes / (3.0 * each))) },
        { "does not always have four bytes", (bytes, each) => (int)Math.Sqrt(bytes / 12.0) },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void Each_known_mistake_is_caught_and_named(string phrase, Func<int, int, int> mutant)
    {
        Verdict verdict = Check.LargestBlock(mutant);
        Assert.False(verdict.IsCorrect);
        Assert.Contains(phrase, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void The_right_size_is_accepted() => Assert.True(Check.LargestBlock((bytes, each) => (int)Math.Sqrt(bytes / (3 * each))).IsCorrect);
}

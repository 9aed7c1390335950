namespace NeuralNotebooks.Course.Tests;

public class LargestBlockTests
{
    [Fact]
    public void The_right_size_is_accepted() =>
        Assert.True(Check.LargestBlock((bytes, each) => (int)Math.Sqrt(bytes / (3 * each))).IsCorrect);
}

namespace NeuralNotebooks.Benchmarks.Tests;

public class TimingTests
{
    [Fact]
    public void The_best_is_the_shortest_and_the_median_lies_in_the_middle_or_between_the_two_there()
    {
        Assert.Equal(new Timing(0.1, 0.2), Timing.Of([0.3, 0.1, 0.2, 0.15, 0.9]));
        Assert.Equal(new Timing(1, 2.5), Timing.Of([4, 2, 3, 1]));
    }
}

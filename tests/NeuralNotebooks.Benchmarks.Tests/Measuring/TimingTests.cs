namespace NeuralNotebooks.Benchmarks.Tests;

public class TimingTests
{
    [Fact]
    public void The_best_is_the_shortest_and_the_spread_is_the_median_s_distance_from_it()
    {
        Timing timing = new([0.3, 0.1, 0.2, 0.15, 0.9]);

        Assert.Equal(5, timing.Slices);
        Assert.Equal(0.1, timing.Best);
        Assert.Equal(0.2, timing.Median);
        Assert.Equal(1.0, timing.Spread, 12);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 2.5)]
    [InlineData(0.9, 3.7)]
    [InlineData(1, 4)]
    [InlineData(7, 4)]
    public void A_quantile_is_interpolated_linearly_between_two_slices(double part, double expected) =>
        Assert.Equal(expected, new Timing([4, 2, 3, 1]).Quantile(part), 12);

    [Fact]
    public void A_timing_without_a_slice_is_refused() => Assert.Throws<ArgumentException>(() => new Timing([]));
}

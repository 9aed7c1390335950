namespace NeuralNotebooks.Tests;

public class SampleTests
{
    private readonly Sample _sample = Sample.Of([2, 4, 4, 4, 5, 5, 7, 9]);

    [Fact]
    public void Mean_and_spread_are_those_of_the_textbook()
    {
        Assert.Equal(5, _sample.Mean, 12);
        Assert.Equal(Math.Sqrt(32.0 / 7), _sample.StandardDeviation, 12);
        Assert.Equal(Math.Sqrt(32.0 / 7 / 8), _sample.StandardError, 12);
        Assert.Equal((2, 9, 8), (_sample.Min, _sample.Max, _sample.Count));
    }

    [Fact]
    public void The_spread_is_right_even_if_the_mean_is_no_double() =>
        Assert.Equal(Math.Sqrt(2), Sample.Of([9_007_199_254_740_992, 9_007_199_254_740_994]).StandardDeviation, 12);

    [Fact]
    public void One_run_has_no_spread() => Assert.Equal(0, Sample.Of([3]).StandardDeviation);
}

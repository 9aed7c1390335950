namespace NeuralNotebooks.Course.Tests;

public class LinspaceTests
{
    [Fact]
    public void Both_ends_are_among_the_numbers()
    {
        Assert.Equal([-10, -5, 0, 5, 10], Linspace.Of(-10, 10, 5));
        Assert.Equal([0.001, 0.01, 0.1, 1], Linspace.Log(0.001, 1, 4));
        Assert.Equal([0.3, 0.3], [Linspace.Of(-1, 0.3, 100)[^1], Linspace.Log(0.001, 0.3, 7)[^1]]);
    }

    [Fact]
    public void Fewer_than_two_numbers_and_a_logarithmic_range_from_zero_throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Linspace.Of(0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Linspace.Log(0, 1, 3));
    }
}

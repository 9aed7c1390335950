namespace NeuralNotebooks.Tests;

public class RingsTests
{
    [Fact]
    public void Points_lie_on_the_ring_of_their_class_where_there_is_no_noise()
    {
        Dataset<double> rings = Rings.Create(200, seed: 1, noise: 0);

        for (int point = 0; point < rings.Count; point++)
            Assert.Equal(rings.Label(point) == 0 ? 0.7 : 2, rings.Features.Column(point).Norm(), 12);
    }

    [Fact]
    public void Half_of_the_points_are_on_each_ring_and_all_around_it()
    {
        Dataset<double> rings = Rings.Create(400, seed: 1);

        Assert.Equal(200, rings.Labels().Sum());
        Assert.InRange(rings.Features.Mean(), -0.2, 0.2);
        Assert.True(rings.Features.Min() < -1.8 && rings.Features.Max() > 1.8);
    }

    [Fact]
    public void The_noise_is_the_spread_of_the_radius()
    {
        Dataset<double> rings = Rings.Create(4000, seed: 1);
        Sample inner = Sample.Of(Enumerable.Range(0, rings.Count).Where(point => rings.Label(point) == 0).Select(point => rings.Features.Column(point).Norm()));

        Assert.InRange(inner.Mean, 0.69, 0.71);
        Assert.InRange(inner.StandardDeviation, 0.14, 0.16);
    }

    [Fact]
    public void One_seed_makes_the_same_points_and_another_seed_makes_others()
    {
        Assert.Equal(0, Rings.Create(50, 3).Features.MaxAbsoluteDifference(Rings.Create(50, 3).Features));
        Assert.NotEqual(0, Rings.Create(50, 3).Features.MaxAbsoluteDifference(Rings.Create(50, 4).Features));
    }

    [Fact]
    public void Points_too_few_and_noise_that_is_no_number_are_refused()
    {
        Assert.Contains("at least two", Assert.Throws<ArgumentOutOfRangeException>(() => Rings.Create(1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Rings.Create(10, noise: double.NaN));
    }
}

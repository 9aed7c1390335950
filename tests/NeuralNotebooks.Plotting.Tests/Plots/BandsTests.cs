using System.Text.Json;

namespace NeuralNotebooks.Plotting.Tests;

public class BandsTests
{
    private static readonly double[][] _runs = [[4, 2, 1], [6, 2, 3], [5, 5, 2]];

    [Fact]
    public void The_line_is_the_mean_and_the_band_goes_along_the_largest_and_back_along_the_smallest()
    {
        JsonElement[] traces = Page.Of(Plot.Bands([("Adam", _runs)])).Traces;

        Assert.Equal([5, 3, 2], traces[1].Numbers("y"));
        Assert.Equal([6, 5, 3, 1, 2, 4], traces[0].Numbers("y"));
        Assert.Equal([0, 1, 2, 2, 1, 0], traces[0].Numbers("x"));
        Assert.Equal("toself", traces[0].Text("fill"));
    }

    [Fact]
    public void Bands_are_behind_all_lines_and_are_toggled_with_their_own()
    {
        JsonElement[] traces = Page.Of(Plot.Bands([("a", _runs), ("b", _runs)])).Traces;

        Assert.Equal([false, false, true, true], traces.Select(trace => trace.Flag("showlegend")));
        Assert.Equal(["a", "b", "a", "b"], traces.Select(trace => trace.Text("legendgroup")));
        Assert.NotEqual(traces[2].Text("line.dash"), traces[3].Text("line.dash"));
    }

    [Fact]
    public void The_first_value_is_plotted_at_the_given_x() =>
        Assert.Equal(
            [1, 2, 3], Page.Numbers(Page.Of(Plot.Bands([("Adam", _runs)], first: 1)).Traces[1].GetProperty("x")));

    [Fact]
    public void Runs_with_their_own_x_are_interpolated_where_all_have_a_value()
    {
        // y = x and y = 2x, measured at different times: at every common time the mean is 1.5 x.
        (double[] X, double[] Y)[] timed = [([0, 1, 4], [0, 1, 4]), ([1, 3], [2, 6])];
        JsonElement mean = Page.Of(Plot.Bands([("line", timed)])).Traces[1];
        double[] x = mean.Numbers("x"), y = mean.Numbers("y");

        Assert.Equal((1, 3), (x[0], x[^1]));
        Assert.All(x.Zip(y), point => Assert.Equal(1.5 * point.First, point.Second, 1e-9));
    }

    [Fact]
    public void Runs_that_share_a_single_x_have_their_mean_there()
    {
        JsonElement mean = Page.Of(
            Plot.Bands([("a", [(new[] { 0.0, 1 }, new[] { 5.0, 7 }), (new[] { 1.0, 2 }, new[] { 9.0, 1 })])]))
            .Traces[1];

        Assert.Equal((1, 8), (Assert.Single(mean.Numbers("x")), Assert.Single(mean.Numbers("y"))));
    }
}

using System.Text.Json;

namespace NeuralNotebooks.Plotting.Tests;

public class BandsTests
{
    private static readonly double[][] _runs = [[4, 2, 1], [6, 2, 3], [5, 5, 2]];

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
}

using System.Text.Json;

namespace NeuralNotebooks.Plotting.Tests;

public class FitTests
{
    [Fact]
    public void A_curve_is_drawn_a_little_beyond_the_points()
    {
        Page page = Page.Of(Plot.Fit([0.0, 10], [1.0, 21], [("2x + 1", x => (2 * x) + 1)]));
        double[] x = page.Trace("2x + 1").Numbers("x"),
            y = page.Trace("2x + 1").Numbers("y");

        Assert.Equal((-0.5, 10.5), (x[0], x[^1]));
        Assert.All(x.Zip(y), point => Assert.Equal((2 * point.First) + 1, point.Second, 1e-9));
        Assert.Equal([1, 21], page.Trace("points").Numbers("y"));
    }

    [Fact]
    public void Where_a_curve_is_not_finite_it_has_a_gap() =>
        Assert.Contains(
            JsonValueKind.Null,
            Page.Of(Plot.Fit([0.0, 1], [1.0, 3], [("ln", Math.Log)])).Trace("ln").GetProperty("y").EnumerateArray()
            .Select(y => y.ValueKind));
}

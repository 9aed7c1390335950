using System.Text.Json;

namespace NeuralNotebooks.Plotting.Tests;

public class RooflineTests
{
    private static Picture Drawn() =>
        Plot.Roofline(100, [("memory", 10), ("cache", 50)], [("dot product", 0.25, 2.5), ("product", 85, 80)]);

    [Fact]
    public void A_slope_meets_the_roof_where_intensity_times_bandwidth_is_the_peak()
    {
        Page page = Page.Of(Drawn());
        JsonElement memory = page.Trace("memory"), cache = page.Trace("cache");

        Assert.Equal((10, 100), (memory.Numbers("x")[1], memory.Numbers("y")[1]));
        Assert.Equal((2, 100), (cache.Numbers("x")[1], cache.Numbers("y")[1]));
        Assert.All(new[] { (memory, 10.0), (cache, 50.0) }, slope =>
            Assert.Equal(slope.Item2, slope.Item1.Numbers("y")[0] / slope.Item1.Numbers("x")[0], 1e-9));
    }

    [Fact]
    public void The_flat_roof_begins_at_the_fastest_memory_and_is_at_the_peak()
    {
        JsonElement roof = Page.Of(Drawn()).Trace("peak");

        Assert.Equal(2, roof.Numbers("x")[0]);
        Assert.Equal([100, 100], roof.Numbers("y"));
    }

    [Fact]
    public void Work_is_plotted_at_its_intensity_and_speed()
    {
        JsonElement product = Page.Of(Drawn()).Trace("product");

        Assert.Equal((85, 80), (product.Numbers("x")[0], product.Numbers("y")[0]));
    }

    [Fact]
    public void A_seventh_piece_of_work_does_not_look_like_the_first()
    {
        Page page = Page.Of(
            Plot.Roofline(
                100, [("memory", 10)], [.. Enumerable.Range(1, 7).Select(k => ($"work {k}", 1.0, (double)k))]));
        string Look(string name) => page.Trace(name).At("marker.color") + " " + page.Trace(name).At("marker.symbol");

        Assert.NotEqual(Look("work 1"), Look("work 7"));
    }

    [Fact]
    public void Both_axes_are_logarithmic() => Assert.Multiple(
        () => Assert.Equal("log", Page.Of(Drawn()).Layout.Text("xaxis.type")),
        () => Assert.Equal("log", Page.Of(Drawn()).Layout.Text("yaxis.type")));
}

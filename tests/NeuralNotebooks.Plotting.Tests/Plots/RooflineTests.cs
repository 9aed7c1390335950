namespace NeuralNotebooks.Plotting.Tests;

public class RooflineTests
{
    private static readonly Page _page = Page.Of(Gallery.Pictures["a roofline"]());

    [Fact]
    public void A_slope_meets_the_roof_where_intensity_times_bandwidth_is_the_peak()
    {
        double[] memory = _page.Trace("main memory").Numbers("x"), cache = _page.Trace("cache").Numbers("x");

        Assert.Equal((10.0, 2.0), (memory[1], cache[1]));
        Assert.Equal([100, 100], _page.Trace("cache").Numbers("y")[1..]);
    }

    [Fact]
    public void Points_that_lie_on_each_other_share_a_label() =>
        Assert.Equal(["dot product", "naive", "tile, packing", ""], _page.Traces[^1].Texts("text"));

    [Fact]
    public void Labels_of_points_above_each_other_stand_on_either_side_in_turn() =>
        Assert.Equal(
            ["bottom center", "middle right", "bottom left", "bottom right"],
            _page.Traces[^1].Texts("textposition"));
}

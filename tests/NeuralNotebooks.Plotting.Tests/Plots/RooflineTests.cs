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
    public void Names_of_works_near_the_roof_are_below_it_and_below_each_other()
    {
        Dictionary<string, double> shifts = _page.Layout.At("annotations").EnumerateArray()
            .ToDictionary(name => name.Text("text"), name => name.Number("yshift"));

        Assert.Equal(0, shifts["naive"]);
        Assert.InRange(shifts["packing"], -13, -10);
        Assert.InRange(shifts["tile"], -30, -24);
    }

    [Fact]
    public void A_name_is_to_the_left_of_its_point_if_another_point_or_a_slope_is_close_by_on_the_right()
    {
        Page page = Page.Of(Plot.Roofline(100, [("memory", 10), ("cache", 100)],
            [("batch", 30, 90), ("product", 64, 80), ("slow product", 64, 1), ("one", 0.5, 10), ("dot", 0.25, 2)]));
        Dictionary<string, string> sides = page.Layout.At("annotations").EnumerateArray()
            .ToDictionary(name => name.Text("text"), name => name.Text("xanchor"));

        Assert.Equal("right", sides["batch"]);
        Assert.Equal("left", sides["product"]);
        Assert.Equal("right", sides["one"]);   // from memory, its speed needs 1 operation per byte
        Assert.Equal("left", sides["dot"]);
    }
}

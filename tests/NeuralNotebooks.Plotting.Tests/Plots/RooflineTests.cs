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
}

using M = NeuralNotebooks.Matrix<double>;

namespace NeuralNotebooks.Plotting.Tests;

public class HeatMapTests
{
    [Theory]
    [InlineData("a heat map")]
    [InlineData("a heat map of positive entries")]
    [InlineData("a logarithmic heat map")]
    [InlineData("a large heat map of floats")]
    [InlineData("heat maps")]
    [InlineData("heat maps with names")]
    [InlineData("four wide heat maps")]
    public void Cells_are_squares(string name)
    {
        Map[] maps = MapsOf(name);

        Assert.All(maps, map => Assert.Equal(map.Right - map.Left, map.Columns * Side(maps[0]), 0.01));
        Assert.All(maps, map => Assert.Equal(map.Bottom - map.Top, map.Rows * Side(maps[0]), 1.0));

        static double Side(Map map) => (map.Right - map.Left) / map.Columns;
    }

    [Fact]
    public void Names_of_rows_do_not_reach_the_map_at_their_left()
    {
        string[] names = ["from unit 1", "from unit 2"];
        M map = Matrix.Zeros<double>(2, 2);
        Map[] maps = MapsOf(Plot.HeatMaps(("a", map, null, null), ("b", map, names, null)));

        Assert.True(maps[1].Left - maps[0].Right >= 7 * names[0].Length, $"{maps[0].Right} … {maps[1].Left}");
    }

    [Fact]
    public void Numbers_are_as_large_as_their_cells_allow()
    {
        M small = Matrix.Of(new[,] { { -1.25, 0.5 } }), wide = Matrix.Zeros<double>(1, 12),
            longer = wide.Map(_ => -0.1234);

        Assert.Equal(15, TextSize(Plot.HeatMap(small)));
        Assert.Equal(15, TextSize(Plot.HeatMap(wide)));
        Assert.Equal(12, TextSize(Plot.HeatMap(longer)));

        static double TextSize(Picture picture) =>
            Page.Of(picture).Traces.Single(trace => trace.Text("type") == "scatter").Number("textfont.size");
    }

    [Fact]
    public void A_matrix_with_many_columns_takes_the_width_of_the_page()
    {
        Picture wide = Plot.HeatMap(Matrix.Zeros<double>(2, 784));

        Assert.DoesNotContain("max-width", Drawing(wide));
        Assert.Contains("min-width:0px", Drawing(wide));
    }

    private sealed record Map(double Left, double Right, double Top, double Bottom, int Rows, int Columns);

    private static Map[] MapsOf(string name) => MapsOf(Gallery.Pictures[name]());

    /// <summary>The places of the maps in pixels, computed as plotly.js does it: the domains of their axes are parts of
    /// the drawing without its margins.</summary>
    private static Map[] MapsOf(Picture picture)
    {
        Page page = Page.Of(picture);
        string width = Drawing(picture).Split("max-width:")[1].Split("px")[0];
        double left = At("margin.l"), top = At("margin.t"),
            across = double.Parse(width, System.Globalization.CultureInfo.InvariantCulture) - left - At("margin.r"),
            down = At("height") - top - At("margin.b");
        return [.. page.Traces.Where(trace => trace.Text("type") == "heatmap").Select((trace, k) =>
        {
            string panel = k == 0 ? "" : $"{k + 1}";
            return new Map(
                left + across * At($"xaxis{panel}.domain[0]"), left + across * At($"xaxis{panel}.domain[1]"),
                top + down * (1 - At($"yaxis{panel}.domain[1]")), top + down * (1 - At($"yaxis{panel}.domain[0]")),
                trace.GetProperty("z").GetArrayLength(), trace.GetProperty("z")[0].GetArrayLength());
        })];

        double At(string path) => page.Layout.Number(path);
    }

    private static string Drawing(Picture picture) =>
        picture.ToHtml().Split("data-nn-picture")[1].Split('>')[0];
}

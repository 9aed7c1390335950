using System.Text.Json;

namespace NeuralNotebooks.Plotting.Tests;

public class SmallMultiplesTests
{
    private static readonly double[] _x = [1, 10, 100], _y = [0.1, 1, 10];

    private static Picture Panels(int count, bool log = false) =>
        Plot.SmallMultiples(
            Enumerable.Range(0, count).Select(
                k => ($"panel {k}",
                (IEnumerable<(string, IEnumerable<double>, IEnumerable<double>)>)[("a", _x, _y), ("b", _x, _y)])),
                "step", "loss", logX: log, logY: log);

    [Fact]
    public void Every_panel_has_axes_of_its_own_that_match_the_first()
    {
        Page page = Page.Of(Panels(4));

        Assert.Equal(["x", "x", "x2", "x2", "x3", "x3", "x4", "x4"], page.Traces.Select(trace => trace.XAxis()));
        foreach (string axis in new[] { "xaxis2", "xaxis3", "xaxis4" })
            Assert.Equal("x", page.Layout.GetProperty(axis).Text("matches"));
        Assert.Equal("y", page.Layout.Text("yaxis3.matches"));
        Assert.Equal("x3", page.Layout.Text("yaxis3.anchor"));
    }

    [Fact]
    public void Labels_stand_on_the_left_and_below_only()
    {
        JsonElement layout = Page.Of(Panels(4)).Layout;
        bool Labelled(string axis) => layout.GetProperty(axis).Flag("showticklabels");
        bool Titled(string axis) => layout.GetProperty(axis).TryGetProperty("title", out _);

        Assert.Equal([false, false, true, true], new[] { "xaxis", "xaxis2", "xaxis3", "xaxis4" }.Select(Labelled));
        Assert.Equal([true, false, true, false], new[] { "yaxis", "yaxis2", "yaxis3", "yaxis4" }.Select(Labelled));
        Assert.Equal([false, false, true, true], new[] { "xaxis", "xaxis2", "xaxis3", "xaxis4" }.Select(Titled));
    }

    [Fact]
    public void A_panel_with_none_below_it_has_its_labels()
    {
        JsonElement layout = Page.Of(Panels(5)).Layout;   // three above, two below

        Assert.True(layout.Flag("xaxis3.showticklabels"));
        Assert.False(layout.Flag("xaxis2.showticklabels"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    public void No_two_panels_overlap_on_a_wide_page_or_on_a_narrow_one(int count)
    {
        JsonElement frame = Page.Of(Panels(count)).Frame(0);
        foreach (string part in count == 1 ? new[] { "layout" } : ["layout", "narrow"])
        {
            JsonElement layout = frame.GetProperty(part);
            (double[] X, double[] Y)[] places =
                [.. Enumerable.Range(1, count).Select(k => k == 1 ? "" : $"{k}").Select(k =>
                (Page.Numbers(layout.GetProperty("xaxis" + k).GetProperty("domain")),
                    Page.Numbers(layout.GetProperty("yaxis" + k).GetProperty("domain"))))];
            Assert.All(
                places, place => Assert.True(
                    place.X[0] >= 0 && place.X[1] <= 1.0001 && place.Y[0] >= 0 && place.Y[1] <= 1.0001
                    && place.X[0] < place.X[1] && place.Y[0] < place.Y[1]));
            for (int i = 0; i < count; i++)
            {
                for (int j = 0; j < i; j++)
                    Assert.True(
                        places[i].X[0] >= places[j].X[1] || places[j].X[0] >= places[i].X[1]
                        || places[i].Y[1] <= places[j].Y[0] || places[j].Y[1] <= places[i].Y[0],
                        $"{part}: {j} and {i}");
            }
            if (part == "narrow")
                Assert.All(places, place => Assert.Equal([0, 1], place.X));
        }
    }

    [Fact]
    public void A_series_has_one_legend_entry_and_one_style_in_all_panels()
    {
        JsonElement[] traces =
            Page.Of(Plot.SmallMultiples([("one", [("a", _x, _y), ("b", _x, _y)]), ("two", [("b", _x, _y)])])).Traces;

        Assert.Equal([true, true, false], traces.Select(trace => trace.Flag("showlegend")));
        Assert.Equal(traces[1].Text("line.color"), traces[2].Text("line.color"));
        Assert.NotEqual(traces[0].Text("line.dash"), traces[1].Text("line.dash"));
    }

    [Fact]
    public void Logarithms_hold_for_all_axes() =>
        Assert.All(
            ["xaxis", "xaxis2", "yaxis", "yaxis2"],
            axis => Assert.Equal("log", Page.Of(Panels(2, log: true)).Layout.GetProperty(axis).Text("type")));
}

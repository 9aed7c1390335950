using System.Text.Json;

namespace NeuralNotebooks.Plotting.Tests;

public class SmallMultiplesTests
{
    private static readonly double[] _x = [1, 10, 100], _y = [0.1, 1, 10];

    private static Picture Panels(int count, bool log = false) =>
        Plot.SmallMultiples(Enumerable.Range(0, count).Select(k => ($"panel {k}", (IEnumerable<(string, IEnumerable<double>, IEnumerable<double>)>)[("a", _x, _y), ("b", _x, _y)])), "step", "loss", logX: log, logY: log);

    private static string Refusal(Func<Picture> plot) => Assert.ThrowsAny<ArgumentException>(plot).Message;

    [Fact]
    public void Every_panel_has_axes_of_its_own_that_match_the_first()
    {
        Page page = Page.Of(Panels(4));

        Assert.Equal(["x", "x", "x2", "x2", "x3", "x3", "x4", "x4"], page.Traces.Select(trace => trace.GetProperty("xaxis").GetString()));
        foreach (string axis in new[] { "xaxis2", "xaxis3", "xaxis4" })
            Assert.Equal("x", page.Layout.GetProperty(axis).GetProperty("matches").GetString());
        Assert.Equal("y", page.Layout.GetProperty("yaxis3").GetProperty("matches").GetString());
        Assert.Equal("x3", page.Layout.GetProperty("yaxis3").GetProperty("anchor").GetString());
    }

    [Fact]
    public void Labels_stand_on_the_left_and_below_only()
    {
        JsonElement layout = Page.Of(Panels(4)).Layout;
        bool Labelled(string axis) => layout.GetProperty(axis).GetProperty("showticklabels").GetBoolean();
        bool Titled(string axis) => layout.GetProperty(axis).TryGetProperty("title", out _);

        Assert.Equal([false, false, true, true], new[] { "xaxis", "xaxis2", "xaxis3", "xaxis4" }.Select(Labelled));
        Assert.Equal([true, false, true, false], new[] { "yaxis", "yaxis2", "yaxis3", "yaxis4" }.Select(Labelled));
        Assert.Equal([false, false, true, true], new[] { "xaxis", "xaxis2", "xaxis3", "xaxis4" }.Select(Titled));
    }

    [Fact]
    public void A_panel_with_none_below_it_has_its_labels()
    {
        JsonElement layout = Page.Of(Panels(5)).Layout;   // three above, two below

        Assert.True(layout.GetProperty("xaxis3").GetProperty("showticklabels").GetBoolean());
        Assert.False(layout.GetProperty("xaxis2").GetProperty("showticklabels").GetBoolean());
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
            (double[] X, double[] Y)[] places = [.. Enumerable.Range(1, count).Select(k => k == 1 ? "" : $"{k}").Select(k =>
                (Page.Numbers(layout.GetProperty("xaxis" + k).GetProperty("domain")), Page.Numbers(layout.GetProperty("yaxis" + k).GetProperty("domain"))))];
            Assert.All(places, place => Assert.True(place.X[0] >= 0 && place.X[1] <= 1.0001 && place.Y[0] >= 0 && place.Y[1] <= 1.0001 && place.X[0] < place.X[1] && place.Y[0] < place.Y[1]));
            for (int i = 0; i < count; i++)
            {
                for (int j = 0; j < i; j++)
                    Assert.True(places[i].X[0] >= places[j].X[1] || places[j].X[0] >= places[i].X[1] || places[i].Y[1] <= places[j].Y[0] || places[j].Y[1] <= places[i].Y[0], $"{part}: {j} and {i}");
            }
            if (part == "narrow")
                Assert.All(places, place => Assert.Equal([0, 1], place.X));
        }
    }

    [Fact]
    public void A_series_has_one_legend_entry_and_one_style_in_all_panels()
    {
        JsonElement[] traces = Page.Of(Plot.SmallMultiples([("one", [("a", _x, _y), ("b", _x, _y)]), ("two", [("b", _x, _y)])])).Traces;

        Assert.Equal([true, true, false], traces.Select(trace => trace.GetProperty("showlegend").GetBoolean()));
        Assert.Equal(traces[1].GetProperty("line").GetProperty("color").GetString(), traces[2].GetProperty("line").GetProperty("color").GetString());
        Assert.NotEqual(traces[0].GetProperty("line").GetProperty("dash").GetString(), traces[1].GetProperty("line").GetProperty("dash").GetString());
    }

    [Fact]
    public void Logarithms_hold_for_all_axes() =>
        Assert.All(["xaxis", "xaxis2", "yaxis", "yaxis2"], axis => Assert.Equal("log", Page.Of(Panels(2, log: true)).Layout.GetProperty(axis).GetProperty("type").GetString()));

    [Fact]
    public void A_refusal_names_panel_and_series()
    {
        Assert.Contains("There are no panels", Refusal(() => Plot.SmallMultiples([])), StringComparison.Ordinal);
        Assert.Contains("There are no series in the panel 'one'", Refusal(() => Plot.SmallMultiples([("one", [])])), StringComparison.Ordinal);
        Assert.Contains("The series 'a' in the panel 'one' has 3 values on the horizontal axis and 1 on the vertical", Refusal(() => Plot.SmallMultiples([("one", [("a", _x, [1.0])])])), StringComparison.Ordinal);
        Assert.Contains("The series 'a' in the panel 'one' is -1 at index 2: a logarithmic axis", Refusal(() => Plot.SmallMultiples([("one", [("a", _x, [1.0, double.NaN, -1])])], logY: true)), StringComparison.Ordinal);
    }
}

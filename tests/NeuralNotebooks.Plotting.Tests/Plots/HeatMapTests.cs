namespace NeuralNotebooks.Plotting.Tests;

public class HeatMapTests
{
    [Fact]
    public void The_cells_of_a_small_map_contain_their_numbers_and_a_large_one_has_a_colour_bar()
    {
        Page small = Page.Of(Gallery.Pictures["a heat map"]()),
            large = Page.Of(Gallery.Pictures["a heat map with names of its axes"]());

        Assert.Equal("−4", small.Traces[0].Text("text[1][1]"));
        Assert.False(small.Traces[0].At("showscale").GetBoolean());
        Assert.Equal(["0", "1", "2"], small.Layout.Texts("xaxis.ticktext"));
        Assert.False(large.Traces[0].TryGetProperty("text", out _));
        Assert.True(large.Traces[0].At("showscale").GetBoolean());
    }

    [Theory]
    [Cases(9, "−0.1235", 10, "−0.123")]
    public void Many_columns_have_fewer_digits(int columns, string number) => Assert.Equal(
        number, Page.Of(Plot.HeatMap(Matrix.Filled(1, columns, -0.12346))).Traces[0].Text("text[0][0]"));

    [Fact]
    public void All_maps_have_the_colours_of_the_largest_entry_of_all()
    {
        JsonElement maps = Page.Of(Gallery.Pictures["heat maps"]()).Styled.At("wide.data");

        Assert.Equal(double.MaxValue, Page.Of(Plot.HeatMap(Matrix.Row(1e308, 1))).Traces[0].Number("zmax"));
        // The largest entry is 8. Below a number its colour is half as strong.
        Assert.All(maps.EnumerateArray(), map => Assert.Equal((-16, 16), (map.Number("zmin"), map.Number("zmax"))));
    }

    [Fact]
    public void A_map_with_numbers_scrolls_on_a_narrow_page_and_one_of_many_columns_has_the_width_of_the_page()
    {
        Plot.HeatMap(Matrix.Zeros<double>(2, 6)).ToHtml().ShouldContain("max-width", "min-width");
        string wide = Plot.HeatMap(Matrix.Zeros<double>(2, 784)).ToHtml().Split("data-nn-picture")[1].Split('>')[0];
        wide.ShouldNotContain("max-width", "min-width");
    }

    [Fact]
    public void Names_are_text_and_never_markup() =>
        Assert.Equal("&lt;b> &amp; q", Page.Of(Plot.HeatMap(Matrix.Column(1, 2), rows: ["<b> & q", "r"]))
            .Layout.Text("yaxis.ticktext[0]"));
}

using System.Text.Json;

namespace NeuralNotebooks.Plotting.Tests;

public class LinesTests
{
    private static Page Lines(params (string Name, double[] Y)[] series) =>
        Page.Of(Plot.Lines(series.Select(line => (line.Name, (IEnumerable<double>)line.Y))));

    [Fact]
    public void NaN_is_a_gap_that_the_alternative_text_mentions()
    {
        Page page = Lines(("loss", [2, double.NaN, 1]));

        Assert.Equal(JsonValueKind.Null, page.Traces[0].GetProperty("y")[1].ValueKind);
    }

    [Fact]
    public void Names_stand_at_the_ends_of_a_few_lines_that_end_apart_and_a_narrow_page_has_a_legend()
    {
        Page page = Lines(("up", [0, 1]), ("down", [1, 0]));
        JsonElement[] labels = [.. page.Layout.GetProperty("annotations").EnumerateArray()];

        Assert.Equal([("up", 1.0), ("down", 0.0)], labels.Select(label => (label.Text("text"), label.Number("y"))));
        Assert.False(page.Layout.Flag("showlegend"));
        Assert.True(page.Frame(0).Flag("narrow.showlegend"));
    }

    [Fact]
    public void Named_lines_end_just_before_the_edge_on_logarithmic_axes_too()
    {
        Page page = Page.Of(Plot.Lines([("up", [1.0, 100], [1.0, 2]), ("down", [1.0, 100], [2.0, 1])], logX: true));
        double[] range = page.Layout.Numbers("xaxis.range");

        Assert.Equal([-0.04, 2.04], range.Select(end => Math.Round(end, 9)));
    }

    [Fact]
    public void Names_of_lines_that_end_close_to_each_other_are_moved_apart_in_their_order()
    {
        JsonElement[] labels =
            [.. Lines(("upper", [0, 0.51]), ("lower", [1, 0.49])).Layout.GetProperty("annotations").EnumerateArray()];

        Assert.True(labels[0].Number("yshift") > 0);
        Assert.True(labels[1].Number("yshift") < 0);
    }

    [Fact]
    public void Many_lines_lines_that_end_together_and_lines_that_end_early_have_a_legend()
    {
        static bool HasLegend(Page page) => !page.Layout.TryGetProperty("annotations", out _);

        Assert.True(HasLegend(Lines([.. Enumerable.Range(0, 6).Select(k => ($"{k}", new double[] { 0, k }))])));
        Assert.True(HasLegend(Lines([.. Enumerable.Range(0, 5).Select(k => ($"{k}", new double[] { k, 0 }))])));
        Assert.True(HasLegend(Lines(("short", [0, 1]), ("long", [1, 1, 1, 1, 0]))));
    }

    [Fact]
    public void One_line_needs_no_legend() => Assert.False(Lines(("loss", [2, 1])).Layout.Flag("showlegend"));

    [Theory]
    [InlineData(0.001, 1, new[] { "0.001", "0.01", "0.1", "1" })]
    [InlineData(1e-6, 1, new[] { "10⁻⁶", "10⁻⁵", "10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "1" })]
    [InlineData(0.3, 3, new[] { "0.5", "1", "2" })]
    [InlineData(2e-5, 1e-4, new[] { "2·10⁻⁵", "5·10⁻⁵", "10⁻⁴" })]
    [InlineData(1e-20, 1, new[] { "10⁻¹⁸", "10⁻¹⁵", "10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "1" })]
    public void A_logarithmic_axis_has_a_few_readable_labels(double from, double to, string[] expected)
    {
        JsonElement axis = Page.Of(Plot.Lines([("a", new double[] { 0, 1 }, new[] { from, to })], logY: true))
            .Layout.GetProperty("yaxis");
        double[] places = axis.Numbers("tickvals");
        string[] labels = [.. axis.Texts("ticktext")];

        Assert.Equal(expected, labels.Where((_, i) => places[i] >= from * 0.999 && places[i] <= to * 1.001));
    }
}

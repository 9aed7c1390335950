using System.Text.Json;
using Figures;
using Plotly.NET.CSharp;
using Chart = Plotly.NET.CSharp.Chart;

namespace Plotly.NET.Offline.Tests;

/// <summary>Behaviour of Plotly.NET that the golden figures do not show.</summary>
public class FigureTests
{
    private static readonly double[] _x = [0, 1, 2], _y = [0.5, 1.5, 2.5];

    private static JsonElement Figure(GenericChart chart) =>
        JsonDocument.Parse(GenericChart.toFigureJson(chart)).RootElement;

    private static string Trace(GenericChart chart) =>
        Figure(chart).GetProperty("data")[0].GetRawText();

    private static string Layout(GenericChart chart) => Figure(chart).GetProperty("layout").GetRawText();

    private static GenericChart Line() => Chart.Line<double, double, string>(_x, _y);

    [Fact]
    public void A_property_that_no_parameter_sets_is_set_by_its_name()
    {
        GenericChart chart = Line();
        chart.GetLayout().SetProperty("barmode", "stack");
        chart.GetTraces()[0].SetProperty("fill", "tozeroy");

        Layout(chart).ShouldEndWith("\"barmode\":\"stack\"}");
        Trace(chart).ShouldEndWith("\"fill\":\"tozeroy\"}");
    }

    [Fact]
    public void Letters_and_names_are_texts_of_an_axis_even_if_they_look_like_keywords_or_numbers()
    {
        Trace(Chart.Line<char, double, string>(['a', '5'], [1, 2])).ShouldContain("[\"a\",\"5\"]");
        Trace(Chart.Line<DayOfWeek, double, string>([DayOfWeek.Monday], [1])).ShouldContain("[\"Monday\"]");
        Assert.Throws<ArgumentException>(() => new Layout().SetProperty("width", Guid.Empty));
    }

    [Fact]
    public void A_layout_is_merged_into_that_of_a_chart()
    {
        Layout more = new();
        more.SetProperty("showlegend", true);

        Layout(GenericChart.addLayout(more, Line())).ShouldEndWith("\"showlegend\":true}");
    }

    [Fact]
    public void An_invalid_colour_throws()
    {
        Assert.Throws<ArgumentException>(() => Color.fromHex("#12"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Color.fromRGB(0, 256, 0));
    }

    [Fact]
    public void No_text_can_close_the_script_element()
    {
        string html = GenericChart.toEmbeddedHTML(Samples.Titled(Line(), "</script><b>"));

        html.ShouldNotContain("</script><b>");
        html.ShouldContain("\\u003C/script\\u003E\\u003Cb\\u003E");
    }

    [Fact]
    public void Only_the_first_chart_of_a_session_includes_plotly_js_and_each_has_its_own_element()
    {
        string[] shown =
            [.. Enumerable.Range(1, 3).Select(i => GenericChart.toChartHTML(Line().WithTraceInfo(Name: $"chart {i}")))];

        Assert.Equal(1, shown.Count(html => html.Contains("<script data-nn-plotlyjs=", StringComparison.Ordinal)));
        Assert.Equal(
            3, shown.Select(
                html => html[html.IndexOf("data-nn-picture=\"", StringComparison.Ordinal)..].Split('"')[1]).Distinct()
                .Count());
    }

    [Fact]
    public void A_chart_says_in_words_what_it_shows_from_its_title_traces_and_axes()
    {
        GenericChart heat = Chart.Heatmap<double, double, double, string>(zData: [[1, -2.5], [3, 4]]);
        GenericChart bars = Samples.Titled(
            Chart.Bar<double, string, string>([0.25, 0.5], Keys: new[] { "a", "b" }, Name: "p < 1")
                .WithXAxisStyle<double, double, string>(TitleText: "probability")
                .WithYAxisStyle<double, double, string>(TitleText: "class"),
            "Two bars");

        GenericChart.toEmbeddedHTML(heat).ShouldContain(
            "role=\"img\"",
            "aria-label=\"Heat map: row by row: 1, −2.5; 3, 4.\""
        );
        GenericChart.toEmbeddedHTML(bars).ShouldContain(
            "Two bars</div>", "aria-label=\"Bar chart of class over probability: p &lt; 1, a 0.25, b 0.5.\"");
    }

    [Fact]
    public void A_trace_that_the_page_cannot_draw_is_drawn_by_the_whole_of_plotly_js()
    {
        GenericChart chart = Chart.Surface<double, double, double, string>([[1.0, 2], [3, 4]]);
        string html = GenericChart.toEmbeddedHTML(chart);

        Assert.Equal("loaded 1, drawn surface, said", PlotlyPage.Run(html, "load"));
        PlotlyPage.Run(html, "error").ShouldContain("needs the whole of plotly.js, which could not be loaded");
    }

    [Fact]
    public void A_saved_page_has_the_extension_html()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "chart");
        Line().SaveHtml(path);

        File.ReadAllText(path + ".html").ShouldStartWith("<!DOCTYPE html>");
    }

    [Fact]
    public void An_annotated_heat_map_with_a_missing_row_of_texts_throws() =>
        Fails.With<ArgumentException>(
            "2 rows of values and 1 rows of text",
            () => Chart.AnnotatedHeatmap<double, string, string, string>([[1.0], [2.0]], [["1"]]));
}

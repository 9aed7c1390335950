using Plotly.NET.CSharp;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Plotting.Tests;

public class ChartStyleTests
{
    private static readonly double[] _x = [1, 10, 100];

    [Fact]
    public void Axes_become_logarithmic_with_plain_numbers_and_keep_their_titles() => AssertLayout(
        """
        {
          "xaxis": { "title": { "text": "rate" }, "type": "log", "nticks": 5, "tickformat": "~g" },
          "yaxis": { "title": {}, "type": "log", "nticks": 5, "tickformat": "~g" }
        }
        """,
        Line().WithXAxisStyle("rate").LogX().LogY());

    [Fact]
    public void A_chart_gets_a_title_ranges_and_no_legend() =>
        AssertLayout(
            """{"title":{"text":"Loss"},"xaxis":{"title":{"text":"epoch"},"range":[1,9]}"""
                + ""","yaxis":{"title":{"text":"loss"},"range":[0,2.5]},"showlegend":false}""",
            Line()
                .WithTitle("Loss")
                .WithXAxisStyle("epoch", MinMax: (1, 9))
                .WithYAxisStyle("loss", MinMax: (0, 2.5))
                .WithLegend(false));

    /// <summary>The example of Plotly.NET's README, with both of its namespaces in scope, as in a notebook.</summary>
    [Fact]
    public void Calls_that_the_documentation_of_Plotly_NET_shows_compile_beside_the_kit()
    {
        GenericChart chart = Chart.Point<double, double, string>(x: _x, y: _x)
            .WithTraceInfo("Hello from C#", ShowLegend: true)
            .WithXAxisStyle<double, double, string>(Title: Title.init("xAxis"))
            .WithYAxisStyle<double, double, string>(Title: Plotly.NET.Title.init("yAxis"))
            .WithLegendStyle(BGColor: Color.fromString("white"))
            .WithSize(Width: 300, Height: 200);

        JsonNode figure = JsonNode.Parse(GenericChart.toFigureJson(chart))!;
        Assert.Equal("Hello from C#", (string?)figure["data"]![0]!["name"]);
        Assert.Equal("xAxis", (string?)figure["layout"]!["xaxis"]!["title"]!["text"]);
        Assert.Equal("yAxis", (string?)figure["layout"]!["yaxis"]!["title"]!["text"]);
    }

    private static GenericChart Line() => Chart.Line<double, double, string>(_x, _x);

    /// <summary>Compares the layout without the properties that every chart has.</summary>
    private static void AssertLayout(string expected, GenericChart chart)
    {
        JsonObject layout = JsonNode.Parse(GenericChart.toFigureJson(chart))!["layout"]!.AsObject();
        foreach (string name in new[] { "width", "height", "template" })
            layout.Remove(name);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), layout), layout.ToJsonString());
    }
}

using System.Text.Json.Nodes;
using Figures;

namespace Plotly.NET.Offline.Tests;

/// <summary>
/// The figures of <c>Golden/figures.json</c> were written by Plotly.NET 6.0.0 from the same expressions.
/// They do not contain <c>layout.template</c>, the style. A build with <c>PlotlyNet=package</c> compares them with the
/// figures of Plotly.NET itself.
/// </summary>
public class GoldenFigureTests
{
    private static readonly JsonObject _golden =
        JsonNode.Parse(Repository.Read("tests/Plotly.NET.Offline.Tests/Golden/figures.json"))!.AsObject();

    public static TheoryData<string> Names => [.. _golden.Select(figure => figure.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_chart_gives_the_figure_of_Plotly_NET_under_any_locale(string figure)
    {
        using IDisposable comma = DecimalComma.Begin();
        JsonNode drawn = Drawn(Cases.All[figure]);

        Assert.True(JsonNode.DeepEquals(_golden[figure], drawn), drawn.ToJsonString());
    }

    [Fact]
    public void No_figure_of_Plotly_NET_is_left_out() =>
        Assert.Equal(_golden.Select(figure => figure.Key).Order(), Cases.All.Keys.Order());

    private static JsonNode Drawn(Func<GenericChart> chart)
    {
        JsonNode figure = JsonNode.Parse(GenericChart.toFigureJson(chart()))!;
        figure["layout"]!.AsObject().Remove("template");
        return figure;
    }
}

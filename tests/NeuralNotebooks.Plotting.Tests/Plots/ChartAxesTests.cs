using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Plotting.Tests;

public class ChartAxesTests
{
    private static readonly double[] _x = [1, 10, 100];

    [Fact]
    public void An_axis_becomes_logarithmic_and_keeps_its_title()
    {
        string figure = GenericChart.toFigureJson(Line().WithXAxisStyle(Title.init("rate")).LogX());

        figure.ShouldContain("\"xaxis\":{\"title\":{\"text\":\"rate\"},\"type\":\"log\"}");
        figure.ShouldNotContain("yaxis");
        string other = GenericChart.toFigureJson(Line().LogY());
        other.ShouldContain("\"yaxis\":{\"type\":\"log\"}");
    }

    [Fact]
    public void A_readers_own_chart_shows_itself_by_the_conventions_of_every_host()
    {
        GenericChart chart = Line();

        object[] attributes = chart.GetType().GetCustomAttributes(inherit: true);
        Assert.Contains(attributes, attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");
        string? html = (string?)chart.GetType().GetMethod("ToHtml", [])?.Invoke(chart, null);
        html.ShouldContain("Plotly.newPlot(");
    }

    private static GenericChart Line() => Chart.Line<double, double, string>(_x, _x);
}

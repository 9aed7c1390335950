using Plotly.NET;

namespace NeuralNotebooks.Runner.Tests;

public class ChartFormatterTests
{
    private static readonly string? _kit = BuiltKit.For(Directory.GetCurrentDirectory())?.Folder;

    [Fact]
    public void A_chart_of_Plotly_NET_is_drawn_from_its_JSON_and_the_first_brings_plotly_js()
    {
        string first = ChartFormatter.HtmlOf(new GenericChart.Chart("first </script>"), _kit)!;

        first.ShouldContain("<script>", "plotly", "\"text\":\"first \\u003C/script\\u003E\"");
        ChartFormatter.HtmlOf(new GenericChart.Chart("second"), _kit)!
            .Replace("<script>window.nnFigures?.show()</script>", "").ShouldNotContain("<script>", "<script src");
    }

    [Fact]
    public void Other_values_are_left_to_the_engine() =>
        Assert.Null(ChartFormatter.HtmlOf("Plotly.NET.GenericChart", _kit));
}

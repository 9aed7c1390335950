namespace NeuralNotebooks.Plotting.Tests;

public class FigureHtmlTests
{
    [Fact]
    public void Only_the_first_figure_brings_the_scripts_and_again_when_it_is_shown_again() =>
        Assert.Equal(
            [true, false, true],
            new[] { "first", "second", "first" }.Select(json => FigureHtml.IsFirst(nameof(FigureHtmlTests), json)));

    [Fact]
    public void The_script_has_all_functions_and_cannot_close_its_element()
    {
        FigureHtml.Script.ShouldContain("function styleFigure(", "function connectInteractive(", "window.nnFigures = ");
        FigureHtml.Script.ShouldNotContain("</script");
    }

    [Fact]
    public void A_gap_of_Plotly_NET_is_a_gap_in_the_page() =>
        FigureHtml.OfChart("""{"data":[{"type":"scatter","x":[1,2],"y":["NaN",4]}],"layout":{}}""")
            .ShouldContain("\"y\":[null,4]", "min-height:420px");
}

namespace NeuralNotebooks.Plotting.Tests;

public class FigureHtmlTests
{
    [Fact]
    public void Without_a_host_each_script_comes_with_the_first_figure_that_needs_it_and_when_that_is_shown_again() =>
        Assert.Equal(
            [true, true, false, false, true],
            new[] { ("usual", "1"), ("whole", "2"), ("usual", "3"), ("whole", "4"), ("usual", "1") }.Select(one =>
                FigureHtml.Data(one.Item2, ("Tests." + one.Item1, () => "<script>test")).Contains("<script>test")));

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

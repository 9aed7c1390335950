using System.Runtime.CompilerServices;
using Plotly.NET;
using Plotly.NET.CSharp;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Plotting.Tests;

public class CourseChartsTests
{
    /// <summary>As the kit does at the start of a notebook.</summary>
    [ModuleInitializer]
    internal static void BeforeAllTests()
    {
        CourseCharts.Register();
        // The scripts are in the output of the first figure, which would be that of another test in each run.
        AppContext.SetData("NeuralNotebooks.FirstFigure", 0);
        AppContext.SetData("NeuralNotebooks.FirstChart", 0);
        AppContext.SetData("NeuralNotebooks.FirstComplete", 0);
    }

    private static GenericChart Line() => Chart.Line<int, int, string>([1, 2], [3, 4]);

    [Fact]
    public void A_chart_of_Plotly_NET_has_the_template_of_the_course() =>
        Page.Of(Picture.Of(Line())).Layout.Text("template.layout.meta.onDark.#0072b2").ShouldContain("#56b4e9");

    [Fact]
    public void A_template_of_the_reader_s_own_wins()
    {
        GenericChart chart = Line();
        chart.GetLayout().SetProperty("template", ChartTemplates.dark);

        Assert.False(Page.Of(Picture.Of(chart)).Layout.At("template.layout").TryGetProperty("meta", out _));
    }

    [Fact]
    public void A_chart_is_shown_with_its_title_its_words_and_its_data()
    {
        string html = FigureHtml.OfChart(GenericChart.toJson(Line().WithTitle("Loss")));

        html.ShouldStartWith("<figure class=\"nn-picture\"");
        html.ShouldContain(">Loss</div>", "aria-label=\"Line chart: it goes from 3 at 1 to 4 at 2.\"");
        Assert.Equal(4, new Page(html).Traces[0].Number("y[1]"));
    }
}

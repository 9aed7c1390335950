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
        AppContext.SetData("NeuralNotebooks.FirstFigureWith(figures.js)", 0);
        AppContext.SetData($"NeuralNotebooks.FirstFigureWith({PlotlyJs.FileName})", 0);
        AppContext.SetData("NeuralNotebooks.FirstFigureWith(plotly.js)", 0);
    }

    private static GenericChart Line() => Chart.Line<int, int, string>([1, 2], [3, 4]);

    [Fact]
    public void A_chart_of_Plotly_NET_has_the_template_of_the_course() =>
        Page.Of(Picture.Of(Line())).Layout.Text("template.layout.meta.onDark.#0072b2").ShouldContain("#56b4e9");

    [Fact]
    public void Charts_are_written_without_comparing_objects_by_all_their_properties()
    {
        _ = Line();

        Assert.Same(ReferenceEqualityComparer.Instance, Globals.JSON_CONFIG.EqualityComparer);
    }

    [Fact]
    public void A_template_of_the_reader_s_own_wins()
    {
        GenericChart chart = Line();
        chart.GetLayout().SetProperty("template", ChartTemplates.dark);

        Assert.False(Page.Of(Picture.Of(chart)).Layout.At("template.layout").TryGetProperty("meta", out _));
    }
}

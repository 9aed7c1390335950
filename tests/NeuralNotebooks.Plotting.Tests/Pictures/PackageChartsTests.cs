using System.Runtime.CompilerServices;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Plotting.Tests;

/// <summary>Compiled only in a build with <c>PlotlyNet=package</c>, like the class that it tests.</summary>
public class PackageChartsTests
{
    /// <summary>As the kit does at the start of a notebook.</summary>
    [ModuleInitializer]
    internal static void BeforeAllTests() => PackageCharts.Register();

    [Fact]
    public void The_page_decides_on_the_colours_of_a_chart_of_the_real_Plotly_NET() =>
        GenericChart.toJson(Chart.Line<int, int, string>([1, 2], [3, 4])).ShouldContain("\"template\":{}");

    [Fact]
    public void Why_Plotly_NET_cannot_draw_is_said_with_what_is_loaded() =>
        PackageCharts.Cause(new TypeInitializationException("Plotly.NET.Defaults", new MissingMethodException("none")))
            .ShouldContain("cannot draw here: none Loaded are", "Plotly.NET 6.0.0.0 from ", "PlotlyNet=offline");
}

using Plotly.NET;
using Plotly.NET.CSharp;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Plotting.Tests;

public class PlotlyReadyTests
{
    [Theory]
    [Cases(
        "scatter", "load", "loaded 0, drawn scatter, said",
        "surface", "load", "loaded 1, drawn surface, said",
        "surface", "error", "loaded 1, drawn , said A trace of the type surface needs the whole of plotly.js, "
            + "which could not be loaded: it comes from the network."
    )]
    public void A_picture_loads_the_whole_of_plotly_js_if_it_needs_it_or_says_what_it_needs(
        string type, string loading, string expected)
    {
        GenericChart chart = Chart.Line<double, double, string>([0.0, 1], [2.5, 3]);
        chart.GetTraces()[0].SetProperty("type", type);

        Assert.Equal(expected, PlotlyPage.Run(Picture.Of(chart).ToHtml(), loading));
    }
}

using Plotly.NET;
using static Figures.Samples;
using Chart = Plotly.NET.CSharp.Chart;

namespace Figures;

internal static partial class Cases
{
    private static readonly Dictionary<string, Func<GenericChart>> _distributions = new()
    {
        ["histogram: sideways"] = () => Chart.Histogram<double, double, string>(
            Y: y, NBinsY: 5, Orientation: StyleParam.Orientation.Horizontal),
        ["histograms over each other"] = () =>
            Chart.Combine(
                new[] { Chart.Histogram<double, double, string>(X: y, Name: "w1"),
                Chart.Histogram<double, double, string>(X: hi, Name: "w2") }),
        ["box: plain"] = () => Chart.BoxPlot<string, double, string>(Y: y),
        ["box: all points and the mean"] = () => Chart.BoxPlot<string, double, string>(
            Y: y, BoxPoints: StyleParam.BoxPoints.All, BoxMean: StyleParam.BoxMean.SD),
        ["box: no points, no mean"] = () => Chart.BoxPlot<string, double, string>(
            Y: y, BoxPoints: StyleParam.BoxPoints.False, BoxMean: StyleParam.BoxMean.False),
    };
}

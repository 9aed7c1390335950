using Plotly.NET;
using Plotly.NET.TraceObjects;
using static Figures.Samples;
using Chart = Plotly.NET.CSharp.Chart;

namespace Figures;

internal static partial class Cases
{
    private static readonly Dictionary<string, Func<GenericChart>> _distributions = new()
    {
        ["histogram: none"] = () => Chart.Histogram<double, double, string>(X: Array.Empty<double>()),
        ["histogram: sideways"] = () => Chart.Histogram<double, double, string>(Y: y, NBinsY: 5, Orientation: StyleParam.Orientation.Horizontal),
        ["histogram: of words"] = () => Chart.Histogram<string, string, string>(X: labels, MarkerColor: Color.fromString("green"), Opacity: 0.75),
        ["histogram: a density in given bins"] = () => Chart.Histogram<float, float, string>(X: lossF, HistNorm: StyleParam.HistNorm.ProbabilityDensity, HistFunc: StyleParam.HistFunc.Avg, XBins: Bins.init(Start: 0.0, End: 2.0, Size: 0.25)),
        ["histogram: cumulative with an outline"] = () => Chart.Histogram<double, double, string>(X: y, Cumulative: Cumulative.init(Enabled: true, Direction: StyleParam.CumulativeDirection.Decreasing), Line: Plotly.NET.Line.init(Width: 1.0), BinGroup: "g"),
        ["histogram: error bars"] = () => Chart.Histogram<double, double, string>(X: y, YError: Error.init<double, double>(Array: hi, Symmetric: true), Marker: Marker.init(Color: Color.fromString("navy"), Opacity: 0.5)),
        ["histograms over each other"] = () => Chart.Combine(new[] { Chart.Histogram<double, double, string>(X: y, Name: "w1", OffsetGroup: "1"), Chart.Histogram<double, double, string>(X: hi, Name: "w2", AlignmentGroup: "2") }),
        ["box: plain"] = () => Chart.BoxPlot<string, double, string>(Y: y),
        ["box: by key"] = () => Chart.BoxPlot<string, double, string>(X: labels, Y: y, Name: "b", ShowLegend: false),
        ["box: all points and the mean"] = () => Chart.BoxPlot<string, double, string>(Y: y, BoxPoints: StyleParam.BoxPoints.All, BoxMean: StyleParam.BoxMean.SD, Jitter: 0.3, PointPos: -1.8),
        ["box: sideways, notched and coloured"] = () => Chart.BoxPlot<double, string, string>(X: y, Orientation: StyleParam.Orientation.Horizontal, Notched: true, NotchWidth: 0.2, FillColor: Color.fromString("white"), MarkerColor: Color.fromString("red"), OutlineColor: Color.fromString("black"), OutlineWidth: 2.0, WhiskerWidth: 0.5, QuartileMethod: StyleParam.QuartileMethod.Inclusive),
        ["box: no points, no mean"] = () => Chart.BoxPlot<string, double, string>(Y: y, BoxPoints: StyleParam.BoxPoints.False, BoxMean: StyleParam.BoxMean.False, Text: "t"),
        ["violin: plain"] = () => Chart.Violin<string, double, string>(Y: y),
        ["violin: a box and a mean inside"] = () => Chart.Violin<string, double, string>(X: labels, Y: y, ShowBox: true, BoxWidth: 0.2, BoxFillColor: Color.fromString("gray"), MeanLine: MeanLine.init(Visible: true, Width: 2.0), Points: StyleParam.BoxPoints.Outliers),
        ["violin: one side of given width"] = () => Chart.Violin<string, double, string>(Y: y, Side: StyleParam.ViolinSide.Positive, Width: 3.0, BandWidth: 0.5, ScaleMode: StyleParam.ScaleMode.Count, ScaleGroup: "s", SpanMode: StyleParam.SpanMode.Hard, Span: StyleParam.Range.NewMinMax(-2.0, 5.0)),
        ["violin: coloured, with a box of one's own"] = () => Chart.Violin<string, float, string>(Y: lossF, FillColor: Color.fromHex("#eeeeee"), OutlineColor: Color.fromString("black"), OutlineWidth: 1.0, Box: Box.init(Visible: true, LineColor: Color.fromString("red"), LineWidth: 0.5), Opacity: 0.6),
    };
}

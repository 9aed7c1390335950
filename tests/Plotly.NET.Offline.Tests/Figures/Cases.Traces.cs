using Plotly.NET;
using Plotly.NET.CSharp;
using static Figures.Samples;
using Chart = Plotly.NET.CSharp.Chart;

namespace Figures;

internal static partial class Cases
{
    private static readonly Dictionary<string, Func<GenericChart>> _traces = new()
    {
        ["points: a list"] = () => Chart.Point<double, double, string>(x.ToList(), y.Select(v => v * v)),
        ["points: numbers that are none"] = () => Chart.Point<double, float, string>(
            new[] { double.NaN, double.NegativeInfinity }, new[] { float.PositiveInfinity, -0f }),
        ["points: very large and very small numbers"] = () => Chart.Point<double, float, string>(
            new[] { 1e300, 1e-300, 1e16, 123456789.125 }, new[] { 1e10f, 1e-10f, 0.1f, 3e38f }),
        ["points: over days"] = () => Chart.Point<DateTime, double, string>(days, y),
        ["points: over words"] =
            () => Chart.Point<string, string, string>(labels, new[] { "p", "q", "", "ü \"<&> \\ 😀" }),
        ["points: one text for all"] = () => Chart.Point<double, double, string>(x, y, Text: "all"),
        ["points: a text for each, with a place"] = () => Chart.Point<double, double, string>(
            x, y, MultiText: labels, TextPosition: StyleParam.TextPosition.TopRight),
        ["points: both one text and a text for each"] =
            () => Chart.Point<double, double, string>(x, y, Text: "all", MultiText: labels),
        ["points: hidden in the legend"] =
            () => Chart.Point<double, double, string>(x, y, Name: "n", ShowLegend: false),
        ["points: coloured by name"] =
            () => Chart.Point<double, double, string>(x, y, MarkerColor: Color.fromString("rebeccapurple")),
        ["points: coloured by hex without a hash"] =
            () => Chart.Point<double, double, string>(x, y, MarkerColor: Color.fromHex("0A0b0C")),
        ["points: coloured with transparency"] =
            () => Chart.Point<double, double, string>(x, y, MarkerColor: Color.fromARGB(64, 255, 128, 0)),
        ["points: a colour for each"] = () => Chart.Point<double, double, string>(
            x, y, MarkerColor: Color.fromColors(
                new[] { Color.fromString("red"), Color.fromHex("#00ff00"), Color.fromARGB(255, 0, 0, 255),
                Color.fromRGB(9, 9, 9) })),
        ["points: coloured by whole numbers on a scale"] = () => Chart.Point<double, double, string>(
            x, y, MarkerColor: Color.fromColorScaleValues(epochs), MarkerColorScale: StyleParam.Colorscale.Cividis),
        ["line: markers refused"] = () => Chart.Line<double, double, string>(x, y, ShowMarkers: false),
        ["line: over days"] = () => Chart.Line<DateTime, float, string>(days, lossF, ShowMarkers: true),
        ["line: texts with a place"] = () => Chart.Line<double, double, string>(
            x, y, MultiText: labels, TextPosition: StyleParam.TextPosition.BottomRight),
        ["line: texts with a place and markers"] = () => Chart.Line<double, double, string>(
            x, y, ShowMarkers: true, Text: "t", TextPosition: StyleParam.TextPosition.TopCenter),
        ["line: every style"] = () => Chart.Line<double, double, string>(
            x, y, Opacity: 0.3, LineColor: Color.fromHex("#123456"), LineWidth: 0.5,
            LineDash: StyleParam.DrawingStyle.LongDashDot, MarkerColor: Color.fromString("red"),
            MarkerSymbol: StyleParam.MarkerSymbol.TriangleUp),
        ["line: filled to zero"] = () => Chart.Line<double, double, string>(
            x, y, Fill: StyleParam.Fill.ToZero_y, FillColor: Color.fromARGB(51, 0, 0, 255)),
        ["scatter: lines, markers and text"] = () => Chart.Scatter<double, double, string>(
            x, y, StyleParam.Mode.Lines_Markers_Text, MultiText: labels,
            TextPosition: StyleParam.TextPosition.TopCenter),
        ["scatter: a place for texts leaves the mode"] = () => Chart.Scatter<double, double, string>(
            x, y, StyleParam.Mode.Markers, MultiText: labels, TextPosition: StyleParam.TextPosition.TopCenter),
        ["scatter: filled to itself"] = () => Chart.Scatter<double, double, string>(
            x, y, StyleParam.Mode.Lines, Fill: StyleParam.Fill.ToSelf, FillColor: Color.fromString("pink")),
        ["range: plain"] =
            () => Chart.Range<double, double, string>(x: x, y: y, upper: hi, lower: lo, mode: StyleParam.Mode.Lines),
        ["range: with markers and a group"] = () => Chart.Range<double, double, string>(
            x: x, y: y, upper: hi, lower: lo, mode: StyleParam.Mode.Lines_Markers, Name: "mean", GroupName: "band",
            ShowLegend: false),
        ["range: coloured"] = () => Chart.Range<int, float, string>(
            x: epochs, y: lossF, upper: lossF, lower: lossF, mode: StyleParam.Mode.Lines,
            LineColor: Color.fromHex("#0072b2"), LineWidth: 3.0, LineDash: StyleParam.DrawingStyle.DashDot,
            RangeColor: Color.fromARGB(51, 0, 114, 178)),
        ["column: without keys"] = () => Chart.Column<double, string, string>(y),
        ["column: values written inside"] = () => Chart.Column<double, string, string>(
            y, Keys: labels, MultiText: new[] { "0.5", "-1", "2.25", "4" },
            TextPosition: StyleParam.TextPosition.Inside),
        ["column: a colour for each"] = () => Chart.Column<double, string, string>(
            y, Keys: labels, Opacity: 0.5,
            MarkerColor: Color.fromColors(new[] { Color.fromString("red"), Color.fromString("blue") })),
        ["column: coloured by numbers"] = () => Chart.Column<double, string, string>(
            y, Keys: labels, MarkerColor: Color.fromColorScaleValues(y),
            MarkerColorScale: StyleParam.Colorscale.Electric),
        ["bar: styled"] = () => Chart.Bar<double, string, string>(
            y, Keys: labels, Name: "b", ShowLegend: true, Text: "t"),
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
        ["heat map: one value, no scale"] =
            () => Chart.Heatmap<float, int, int, string>(zData: new[] { new[] { 0.5f } }, ShowScale: false),
        ["heat map: gaps, reversed scale"] = () => Chart.Heatmap<double, double, double, string>(
            zData: z, XGap: 2, YGap: 3, ReverseScale: true, ColorScale: StyleParam.Colorscale.RdBu, Opacity: 0.9),
        ["heat map: not reversed"] =
            () => Chart.Heatmap<double, double, double, string>(zData: z, ReverseYAxis: false),
        ["heat map: reversed, then a title for the axis"] = () => Chart.Heatmap<double, double, double, string>(
            zData: z, ReverseYAxis: true).WithYAxisStyle<double, double, string>(TitleText: "true"),
        ["annotated heat map: plain"] = () => Chart.AnnotatedHeatmap<int, string, string, string>(
            zData: new[] { new[] { 1, 0 }, new[] { 2, 3 } },
            annotationText: new[] { new[] { "1", "" }, new[] { "2", "3" } }, ColorScale: StyleParam.Colorscale.Greens,
            ShowScale: false),
        ["contour: plain"] = () => Chart.Contour<double, double, double, string>(zData: z),
        ["contour: given levels"] = () => Chart.Contour<double, double, double, string>(
            zData: z, X: new[] { 0.0, 1, 2 }, Y: new[] { 0.0, 1 }, ReverseScale: true, ContoursStart: 0.0,
            ContoursEnd: 8.0, ContoursColoring: StyleParam.ContourColoring.Heatmap, ShowContoursLabels: true),
        ["contour: coloured lines"] = () => Chart.Contour<double, double, double, string>(
            zData: z, ContourLinesColor: Color.fromString("red")),
    };
}

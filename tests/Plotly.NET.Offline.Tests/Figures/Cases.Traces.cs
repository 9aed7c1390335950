using Plotly.NET;
using Plotly.NET.CSharp;
using static Figures.Samples;
using static Plotly.NET.StyleParam;
using Chart = Plotly.NET.CSharp.Chart;

namespace Figures;

internal static partial class Cases
{
    private static readonly Dictionary<string, Func<GenericChart>> _traces = new()
    {
        ["points: lists, one text for all, coloured by name, hidden in the legend"] =
            () => Chart.Point<double, double, string>(
                x.ToList(), y.Select(v => v * v), Name: "n", ShowLegend: false, Text: "all",
                MarkerColor: Color.fromString("rebeccapurple")),
        ["points: numbers that are none, very large and very small"] = () => Chart.Point<double, float, string>(
            new[] { double.NaN, double.NegativeInfinity, 1e300, 1e-300, 1e16, 123456789.125 },
            new[] { float.PositiveInfinity, -0f, 1e10f, 1e-10f, 0.1f, 3e38f }),
        ["points: over days, coloured by hex without a hash"] =
            () => Chart.Point<DateTime, double, string>(days, y, MarkerColor: Color.fromHex("0A0b0C")),
        ["points: over words, coloured with transparency"] = () => Chart.Point<string, string, string>(
            labels, new[] { "p", "q", "", "ü \"<&> \\ 😀" }, MarkerColor: Color.fromARGB(64, 255, 128, 0)),
        ["points: a text with a place and a colour for each"] = () => Chart.Point<double, double, string>(
            x, y, MultiText: labels, TextPosition: TextPosition.TopRight,
            MarkerColor: Color.fromColors(
                new[] { Color.fromString("red"), Color.fromHex("#00ff00"), Color.fromARGB(255, 0, 0, 255),
                Color.fromRGB(9, 9, 9) })),
        ["points: both one text and a text for each, coloured by whole numbers on a scale"] =
            () => Chart.Point<double, double, string>(
                x, y, Text: "all", MultiText: labels, MarkerColor: Color.fromColorScaleValues(epochs),
                MarkerColorScale: Colorscale.Cividis),
        ["line: markers refused"] = () => Chart.Line<double, double, string>(x, y, ShowMarkers: false),
        ["line: texts with a place"] = () => Chart.Line<double, double, string>(
            x, y, MultiText: labels, TextPosition: TextPosition.BottomRight),
        ["line: texts with a place and markers, over days"] = () => Chart.Line<DateTime, float, string>(
            days, lossF, ShowMarkers: true, Text: "t", TextPosition: TextPosition.TopCenter),
        ["line: every style"] = () => Chart.Line<double, double, string>(
            x, y, Opacity: 0.3, LineColor: Color.fromHex("#123456"), LineWidth: 0.5,
            LineDash: DrawingStyle.LongDashDot, MarkerColor: Color.fromString("red"),
            MarkerSymbol: MarkerSymbol.TriangleUp, Fill: Fill.ToZero_y,
            FillColor: Color.fromARGB(51, 0, 0, 255)),
        ["scatter: lines, markers and text, filled to itself"] = () => Chart.Scatter<double, double, string>(
            x, y, Mode.Lines_Markers_Text, MultiText: labels,
            TextPosition: TextPosition.TopCenter, Fill: Fill.ToSelf,
            FillColor: Color.fromString("pink")),
        ["scatter: a place for texts leaves the mode"] = () => Chart.Scatter<double, double, string>(
            x, y, Mode.Markers, MultiText: labels, TextPosition: TextPosition.TopCenter),
        ["range: plain"] =
            () => Chart.Range<double, double, string>(x: x, y: y, upper: hi, lower: lo, mode: Mode.Lines),
        ["range: with markers, a group and colours"] = () => Chart.Range<int, float, string>(
            x: epochs, y: lossF, upper: lossF, lower: lossF, mode: Mode.Lines_Markers, Name: "mean",
            GroupName: "band", ShowLegend: false, LineColor: Color.fromHex("#0072b2"), LineWidth: 3.0,
            LineDash: DrawingStyle.DashDot, RangeColor: Color.fromARGB(51, 0, 114, 178)),
        ["column: without keys, coloured by numbers"] = () => Chart.Column<double, string, string>(
            y, MarkerColor: Color.fromColorScaleValues(y), MarkerColorScale: Colorscale.Electric),
        ["column: values written inside, a colour for each"] = () => Chart.Column<double, string, string>(
            y, Keys: labels, Opacity: 0.5, MultiText: new[] { "0.5", "-1", "2.25", "4" },
            TextPosition: TextPosition.Inside,
            MarkerColor: Color.fromColors(new[] { Color.fromString("red"), Color.fromString("blue") })),
        ["bar: styled"] = () => Chart.Bar<double, string, string>(
            y, Keys: labels, Name: "b", ShowLegend: true, Text: "t"),
        ["histogram: sideways"] = () => Chart.Histogram<double, double, string>(
            Y: y, NBinsY: 5, Orientation: Orientation.Horizontal),
        ["histograms over each other"] = () =>
            Chart.Combine(
                new[] { Chart.Histogram<double, double, string>(X: y, Name: "w1"),
                Chart.Histogram<double, double, string>(X: hi, Name: "w2") }),
        ["box: plain"] = () => Chart.BoxPlot<string, double, string>(Y: y),
        ["box: all points and the mean"] = () => Chart.BoxPlot<string, double, string>(
            Y: y, BoxPoints: BoxPoints.All, BoxMean: BoxMean.SD),
        ["box: points on the box"] = () => Chart.BoxPlot<double, double, string>(
            Y: y, Name: "b", BoxPoints: BoxPoints.All, Jitter: 0.5, PointPos: 0.0,
            MarkerColor: Color.fromString("red"), BoxMean: BoxMean.True),
        ["box: no points, no mean"] = () => Chart.BoxPlot<string, double, string>(
            Y: y, BoxPoints: BoxPoints.False, BoxMean: BoxMean.False),
        ["heat map: one value, no scale, not reversed"] = () => Chart.Heatmap<float, int, int, string>(
            zData: new[] { new[] { 0.5f } }, ShowScale: false, ReverseYAxis: false),
        ["heat map: reversed scale"] = () => Chart.Heatmap<double, double, double, string>(
            zData: z, ReverseScale: true, ColorScale: Colorscale.RdBu, Opacity: 0.9),
        ["heat map: reversed, then a title for the axis"] = () => Chart.Heatmap<double, double, double, string>(
            zData: z, ReverseYAxis: true).WithYAxisStyle<double, double, string>(TitleText: "true"),
        ["annotated heat map: plain"] = () => Chart.AnnotatedHeatmap<int, string, string, string>(
            zData: new[] { new[] { 1, 0 }, new[] { 2, 3 } },
            annotationText: new[] { new[] { "1", "" }, new[] { "2", "3" } }, ColorScale: Colorscale.Greens,
            ShowScale: false),
        ["contour: plain"] = () => Chart.Contour<double, double, double, string>(zData: z),
        ["contour: given levels, coloured lines"] = () => Chart.Contour<double, double, double, string>(
            zData: z, X: new[] { 0.0, 1, 2 }, Y: new[] { 0.0, 1 }, ReverseScale: true, ContoursStart: 0.0,
            ContoursEnd: 8.0, ContoursColoring: ContourColoring.Heatmap, ShowContoursLabels: true,
            ContourLinesColor: Color.fromString("red")),
    };
}

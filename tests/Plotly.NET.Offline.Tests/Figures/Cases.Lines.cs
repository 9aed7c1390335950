using Plotly.NET;
using static Figures.Samples;
using Chart = Plotly.NET.CSharp.Chart;

namespace Figures;

internal static partial class Cases
{
    private static readonly Dictionary<string, Func<GenericChart>> _lines = new()
    {
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
    };
}

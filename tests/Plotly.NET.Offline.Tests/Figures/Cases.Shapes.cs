using Plotly.NET;
using static Figures.Samples;
using static Plotly.NET.StyleParam;
using Chart = Plotly.NET.CSharp.Chart;

namespace Figures;

internal static partial class Cases
{
    /// <summary>Charts that the course does not use, for data of readers: areas, smooth lines, bubbles, pies and
    /// violins.</summary>
    private static readonly Dictionary<string, Func<GenericChart>> _shapes = new()
    {
        ["area"] = () => Chart.Area<double, double, string>(x, y),
        ["area: with markers, a name and colours"] = () => Chart.Area<double, double, string>(
            x, hi, ShowMarkers: true, Name: "share", MarkerColor: Color.fromString("red"),
            LineColor: Color.fromHex("#0072b2"), LineWidth: 3.0, LineDash: DrawingStyle.Dot,
            FillColor: Color.fromARGB(51, 0, 114, 178)),
        ["area: texts with a place"] = () => Chart.Area<double, double, string>(
            x, y, ShowLegend: false, Opacity: 0.5, MultiText: labels, TextPosition: TextPosition.TopCenter,
            MarkerSymbol: MarkerSymbol.Square),
        ["spline"] = () => Chart.Spline<double, double, string>(x, y),
        ["spline: smooth, with markers, filled"] = () => Chart.Spline<double, double, string>(
            x, y, ShowMarkers: true, Smoothing: 0.7, Name: "s", LineColor: Color.fromString("crimson"),
            LineWidth: 2.0, LineDash: DrawingStyle.Dash, Fill: Fill.ToZero_y, FillColor: Color.fromString("pink")),
        ["bubble"] = () => Chart.Bubble<double, double, string>(x, y, sizes: epochs),
        ["bubble: texts with a place, coloured on a scale"] = () => Chart.Bubble<double, double, string>(
            x, y, epochs, Name: "n", ShowLegend: true, Opacity: 0.7, MultiText: labels,
            TextPosition: TextPosition.TopRight, MarkerColor: Color.fromColorScaleValues(epochs),
            MarkerColorScale: Colorscale.Viridis, MarkerSymbol: MarkerSymbol.Diamond),
        ["pie"] = () => Chart.Pie<double, string, string>(values: hi, Labels: labels),
        ["pie: a section pulled out, coloured, with a hole"] = () => Chart.Pie<int, string, string>(
            epochs, Name: "p", ShowLegend: false, Opacity: 0.8, Labels: labels, MultiPull: new[] { 0.0, 0.2, 0, 0 },
            MultiText: labels, TextPosition: TextPosition.Inside,
            SectionColors: new[]
            {
                Color.fromString("red"), Color.fromHex("#00ff00"), Color.fromString("blue"), Color.fromString("grey"),
            },
            SectionOutlineColor: Color.fromString("white"), SectionOutlineWidth: 2.0, Hole: 0.4, Rotation: 90.0,
            Sort: false),
        ["pie: all sections pulled out"] =
            () => Chart.Pie<double, string, string>(values: hi, Pull: 0.1, Text: "t"),
        ["violin"] = () => Chart.Violin<string, double, string>(Y: y),
        ["violin: all points, a box, coloured"] = () => Chart.Violin<string, double, string>(
            Y: y, Name: "v", ShowLegend: false, Opacity: 0.6, FillColor: Color.fromString("pink"),
            Points: BoxPoints.All, ShowBox: true, Orientation: Orientation.Vertical,
            MarkerColor: Color.fromString("red"), OutlineColor: Color.fromString("blue"), OutlineWidth: 2.0,
            Jitter: 0.3),
        ["surface"] = () => Chart.Surface<double, double, double, string>(z),
        ["surface: on axes, coloured"] = () => Chart.Surface<double, double, double, string>(
            z, X: new[] { 0.0, 1, 2 }, Y: new[] { 0.0, 1 }, Name: "s", Opacity: 0.5,
            ColorScale: Colorscale.Viridis, ShowScale: false),
        ["polar points"] = () => Chart.PointPolar<double, double, string>(x, y),
        ["polar points: named, coloured"] = () => Chart.PointPolar<double, double, string>(
            x, y, Name: "p", ShowLegend: true, Opacity: 0.5, MarkerColor: Color.fromString("red"),
            MultiText: labels),
    };
}

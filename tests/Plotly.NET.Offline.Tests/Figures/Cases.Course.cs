using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;
using static Figures.Samples;
using Chart = Plotly.NET.CSharp.Chart;

namespace Figures;

/// <summary>The calls as the pictures of the course make them, argument for argument.</summary>
internal static partial class Cases
{
    private static readonly Color _ink = Color.fromString("var(--ink)"), _blue = Color.fromString("#0072b2"), _faint = Color.fromString("#0072b2/0.2"), _ground = Color.fromString("#ffffff");

    private static readonly Dictionary<string, Func<GenericChart>> _course = new()
    {
        ["course: bands behind their means"] = () => Chart.Combine([Area(), Area(), Mean(y), Mean(hi)]).WithXAxisStyle(Title.init("epoch")).WithYAxisStyle(Title.init("loss")),
        ["course: bands on a logarithmic axis with labels of its own"] = () => Chart.Combine([Area(), Mean(hi)]).WithYAxisStyle(Title.init("loss")).WithYAxis(PowersOfTen()),
        ["course: a line that has one point"] = () => Chart.Line<double, double, string>(new[] { 0.5 }, new[] { 1e-7 }).WithXAxis(PowersOfTen()),
        ["course: a line with a gap"] = () => Chart.Line<double, double, string>(x, new[] { 1.0, double.NaN, 0.25, 4.0 }, Name: "mean", LineColor: _blue, LineWidth: 2.5),
        ["course: a line that is nothing but gaps"] = () => Mean([double.NaN, double.NaN, double.NaN, double.NaN]),
        ["course: numbers of all sizes"] = () => Chart.Line<double, double, string>(new[] { 0.1 + 0.2, 1e-5, 1e21, -0.0, 5e-324, 1.7976931348623157e308 }, new[] { 1e15, 123456789012345680.0, 1e16, 2.0 / 3, -1e-4, 100 }),
        ["course: one run, their mean, the best and the diverged"] = () => Chart.Combine(new[]
        {
            Chart.Point<double, double, string>(x, y, Name: "one run", Marker: Marker.init(Color: _blue, Size: 7, Opacity: 0.45)),
            Mean(lo),
            Ring(),
            Chart.Point<double, double, string>(x, hi, Name: "diverged", MultiText: labels, Marker: Marker.init(Color: _blue, Size: 9, Symbol: StyleParam.MarkerSymbol.X)),
        }.Where(_ => true)),
        ["course: paths over a relief, with heads and a minimum"] = () => Fixed(Chart.Combine(new List<GenericChart>
        {
            Chart.Contour<double, double, double, string>(zData: z, X: x[..3], Y: y[..2], NContours: 24, ColorScale: Scale((0, _ground), (1, Color.fromString("#aab4c3"))), ShowLegend: false),
            Chart.Line<double, double, string>(x[..3], lo[..3], Name: "Adam: f = 2.3·10⁻⁵", ShowLegend: true, LineColor: _blue, LineWidth: 2.5, LineDash: StyleParam.DrawingStyle.DashDot),
            Chart.Point<double, double, string>(new[] { 1.0 }, new[] { 1.0 }, Name: "minimum", ShowLegend: true, Marker: Marker.init(Color: _ink, Size: 14, Symbol: StyleParam.MarkerSymbol.Star)),
            Chart.Point<double, double, string>(new[] { 2.0 }, new[] { 2.0 }, Name: "Adam", ShowLegend: false, Marker: Marker.init(Color: _blue, Size: 13, Symbol: StyleParam.MarkerSymbol.Diamond, Outline: Plotly.NET.Line.init(Color: _ground, Width: 1.5))),
        })),
        ["course: a path that has not begun"] = () => Chart.Combine(new List<GenericChart>
        {
            Chart.Line<double, double, string>(x[..0], y[..0], Name: "Adam", ShowLegend: true, LineColor: _blue, LineWidth: 2.5, LineDash: StyleParam.DrawingStyle.Solid),
            Chart.Point<double, double, string>(x[..0], y[..0], Name: "Adam", ShowLegend: false, Marker: Marker.init(Color: _blue, Size: 13, Symbol: StyleParam.MarkerSymbol.Circle)),
        }),
        ["course: a relief in the colours of the library"] = () => Chart.Contour<double, double, double, string>(zData: z, X: x[..3], Y: y[..2], NContours: 24, ShowLegend: false),
        ["course: a path with markers of its own"] = () => Chart.Line<double, double, string>(x, y, Name: "p", LineColor: _blue, LineWidth: 2.0, Marker: Marker.init(Size: 5, Color: _blue), ShowMarkers: true),
        ["course: probabilities, their levels and one half"] = () => Fixed(Chart.Combine(
        [
            Chart.Contour<double, double, double, string>(zData: z, X: x[..3], Y: y[..2], ColorScale: Scale((0, _blue), (0.5, _ground), (1, _ink)), ShowScale: false, Opacity: 0.45, ShowLegend: false),
            Chart.Contour<double, double, double, string>(zData: z, X: x[..3], Y: y[..2], ShowScale: false, ShowLegend: false),
            Chart.Contour<double, double, double, string>(zData: z, X: x[..3], Y: y[..2], ShowScale: false, Name: "p = ½"),
            OfClass(),
        ])),
        ["course: regions of classes, and what lies in a wrong one"] = () => Fixed(Chart.Combine(new[]
        {
            Chart.Heatmap<int, double, double, string>(zData: new[] { new[] { 0, 1 }, new[] { 1, 1 } }, X: x[..2], Y: y[..2], ColorScale: Scale((0, _blue), (0.5, _blue), (0.5, _ink), (1, _ink)), ShowScale: false, Opacity: 0.25, ShowLegend: false),
            OfClass(),
            Ring(),
        })),
        ["course: panels over each other, counted"] = () => Chart.Combine(Enumerable.Range(0, GenericChart.countTrace(Chart.Combine([Mean(y), Ring()]))).Select(_ => Mean(y))),
        ["course: heat maps with names for rows and columns"] = () => Chart.Grid(
            new[] { z, z, z }.Select(rows => Chart.Heatmap<double, double, double, string>(zData: rows, ColorScale: Scale((0, _blue), (0.5, _ground), (1, _ink)), XGap: 2, YGap: 2, ReverseYAxis: true).WithYAxis(Named("0", "1")).WithXAxis(Named("a", "b", "c"))),
            nRows: 2, nCols: 2, SubPlotTitles: new[] { "W₁", "b₁", "a &lt; b" }, XGap: 0.12, YGap: 0.32),
        ["course: loss and accuracy side by side"] = () => Chart.Grid(
            new List<GenericChart>
            {
                Chart.Combine(new List<GenericChart> { Epochs("training"), Epochs("validation") }).WithXAxisStyle(Title.init("epoch")).WithYAxisStyle(Title.init("loss")),
                Chart.Combine(new List<GenericChart> { Epochs("training") }).WithXAxisStyle(Title.init("epoch")).WithYAxisStyle(Title.init("accuracy")),
            },
            nRows: 1, nCols: 2, XGap: 0.18),
        ["course: bars with their numbers"] = () => Chart.Column<double, string, string>(y, Keys: labels, MultiText: labels, TextPosition: StyleParam.TextPosition.Auto, MarkerColor: _blue).WithYAxisStyle(Title.init("accuracy")),
        ["course: a histogram"] = () => Chart.Histogram<double, double, string>(X: y, NBinsX: 30, MarkerColor: _blue).WithXAxisStyle(Title.init("w")).WithYAxisStyle(Title.init("how many")),
        ["course: groups with names below them"] = () => Chart.Combine(new List<GenericChart>
        {
            Chart.Point<double, double, string>(x, y, ShowLegend: false, Marker: Marker.init(Color: _blue, Size: 8, Opacity: 0.6)),
            Chart.Line<double, double, string>(new[] { -0.28, 0.28 }, new[] { 1.0, 1.0 }, ShowLegend: false, LineColor: _ink, LineWidth: 2.5),
        }).WithYAxisStyle(Title.init("accuracy")).WithXAxis(Named("SGD", "Adam")),
    };

    private static GenericChart Area() => Chart.Line<double, double, string>(
        x.Concat(x.Reverse()).ToArray(), hi.Concat(lo.Reverse()).ToArray(), Name: "Adam", ShowLegend: false, LineWidth: 0.0, Fill: StyleParam.Fill.ToSelf, FillColor: _faint);

    private static GenericChart Mean(double[] values) => Chart.Line<double, double, string>(
        x, values, Name: "Adam", ShowLegend: true, ShowMarkers: values[0] > 0, LineColor: _blue, LineDash: StyleParam.DrawingStyle.Dash, MarkerSymbol: StyleParam.MarkerSymbol.TriangleUp);

    private static GenericChart Ring() => Chart.Point<double, double, string>(
        new[] { 1.0 }, new[] { 2.0 }, Name: "best rate",
        Marker: Marker.init(Color: _ink, Size: 15, Symbol: StyleParam.MarkerSymbol.NewModified(StyleParam.MarkerSymbol.Circle, StyleParam.SymbolStyle.Open)));

    private static GenericChart OfClass() => Chart.Point<double, double, string>(
        x, y, Name: "setosa", ShowLegend: true,
        Marker: Marker.init(Color: _blue, Symbol: StyleParam.MarkerSymbol.Square, Size: 8, Opacity: 0.9, Outline: Plotly.NET.Line.init(Color: _ground, Width: 1.0)));

    private static GenericChart Epochs(string name) => Chart.Line<int, double, string>(epochs, y, Name: name, ShowLegend: true, LineColor: _blue, LineDash: StyleParam.DrawingStyle.Dot);

    private static GenericChart Fixed(GenericChart chart) => chart
        .WithXAxisStyle(Title.init("x")).WithYAxisStyle(Title.init("y"))
        .WithXAxis(LinearAxis.init<double, double, double, double, double, double, double, double>(Range: StyleParam.Range.NewMinMax(-0.5, 2.5)))
        .WithYAxis(LinearAxis.init<double, double, double, double, double, double, double, double>(Range: StyleParam.Range.NewMinMax(-1.0, 1e-6)));

    private static LinearAxis PowersOfTen() => LinearAxis.init<double, double, double, double, double, string, double, double>(
        AxisType: StyleParam.AxisType.Log, TickMode: StyleParam.TickMode.Array, TickVals: new[] { 1e-3, 0.1, 10.0 }, TickText: new[] { "10⁻³", "10⁻¹", "10¹" });

    private static LinearAxis Named(params string[] names) => LinearAxis.init<double, double, double, double, double, string, double, double>(
        TickMode: StyleParam.TickMode.Array, TickVals: Enumerable.Range(0, names.Length).Select(k => (double)k).ToArray(), TickText: names);

    private static StyleParam.Colorscale Scale(params (double Place, Color Color)[] stops) =>
        StyleParam.Colorscale.NewCustom(stops.Select(stop => Tuple.Create(stop.Place, stop.Color)).ToArray());
}

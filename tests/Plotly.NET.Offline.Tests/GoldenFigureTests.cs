using System.Text.Json;
using Plotly.NET.LayoutObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace Plotly.NET.Offline.Tests;

/// <summary>
/// The figures of <c>Golden/figures.json</c> were written by Plotly.NET 5.1.0 from these same expressions.
/// Its <c>layout.template</c>, the look, is left out of them.
/// </summary>
public class GoldenFigureTests
{
    private static readonly double[] _x = [0, 1, 2, 3], _y = [0.5, -1, 2.25, 4], _hi = [1, 0, 3, 5];
    private static readonly int[] _epochs = [1, 2, 3, 4];
    private static readonly float[] _lossF = [1.5f, 0.75f, 0.5f, 0.25f];
    private static readonly double[][] _z = [[1, 2, 3], [2, 4, 8]];
    private static readonly string[] _labels = ["a", "b", "c", "d"];

    private static readonly Dictionary<string, Func<GenericChart>> _expressions = new()
    {
        ["annotated-heatmap"] = () =>
            Chart.AnnotatedHeatmap<double, string, string, string>(
                zData: _z, annotationText: new[] { new[] { "1", "2", "3" }, new[] { "2", "4", "8" } },
                X: new[] { "a", "b", "c" }, Y: new[] { "r", "s" }, ReverseYAxis: true),
        ["bar"] = () =>
            Chart.Bar<double, string, string>(_y, Keys: _labels),
        ["column"] = () =>
            Chart.Column<double, string, string>(_y, Keys: _labels, Name: "p"),
        ["combine"] = () =>
            Chart.Combine(
                new[] { Chart.Line<double, double, string>(_x, _y, Name: "a"), Chart.Point<double, double,
                string>(_x, _hi, Name: "b") }),
        ["contour"] = () =>
            Chart.Contour<double, double, double, string>(
                zData: _z, X: new[] { 0.0, 1, 2 }, Y: new[] { 0.0, 1 }, NContours: 20, Opacity: 0.5),
        ["grid"] = () =>
            Chart.Grid(
                new[] { Chart.Line<double, double, string>(_x, _y), Chart.Line<double, double, string>(_x, _hi),
                Chart.Column<double, string, string>(_y, Keys: _labels), Chart.Heatmap<double, double, double,
                string>(zData: _z) }, nRows: 2, nCols: 2, SubPlotTitles: new[] { "p", "q", "r", "s" },
                Pattern: StyleParam.LayoutGridPattern.Independent),
        ["heatmap"] = () =>
            Chart.Heatmap<double, double, double, string>(
                zData: _z, ColorScale: StyleParam.Colorscale.Viridis, ShowScale: true, ReverseYAxis: true),
        ["histogram"] = () =>
            Chart.Histogram<double, double, string>(X: _y, NBinsX: 40, Name: "w"),
        ["line"] = () =>
            Chart.Line<double, double, string>(
                _x, _y, Name: "loss", ShowMarkers: true, LineColor: Color.fromString("crimson"), LineWidth: 2.0,
                LineDash: StyleParam.DrawingStyle.Dash),
        ["line-plain"] = () =>
            Chart.Line<int, float, string>(_epochs, _lossF),
        ["line-styled"] = () =>
            Chart.Line<int, float, string>(_epochs, _lossF, Name: "train").WithTitle("Learning curve").WithSize(
                800, 400).WithLegend(true).WithXAxisStyle(Title.init("epoch"))
                .WithYAxisStyle(Title.init("loss"), MinMax: Tuple.Create<IConvertible, IConvertible>(0.0, 1.0)),
        ["point"] = () =>
            Chart.Point<double, double, string>(
                _x, _y, Name: "A", Opacity: 0.7, MarkerColor: Color.fromHex("#00ff00"),
                MarkerSymbol: StyleParam.MarkerSymbol.Cross, MultiText: _labels),
        ["point-colorscale"] = () =>
            Chart.Point<double, double, string>(
                _x, _y, MarkerColor: Color.fromColorScaleValues(_y.Cast<IConvertible>().ToArray()),
                MarkerColorScale: StyleParam.Colorscale.Viridis),
        ["scatter"] = () =>
            Chart.Scatter<double, double, string>(_x, _y, StyleParam.Mode.Lines_Markers),
        ["shape"] = () =>
            Chart.Point<double, double, string>(_x, _y).WithShape(
                Shape.init<double, double, double,
                double>(ShapeType: StyleParam.ShapeType.Line, X0: 0.0, X1: 1.0, Y0: 0.0, Y1: 1.0)),
        ["trace-info"] = () =>
            Chart.Point<double, double, string>(_x, _y).WithTraceInfo(Name: "n", ShowLegend: true),
    };

    private static readonly JsonElement _golden = JsonDocument.Parse(GoldenFile.Read("figures.json")).RootElement;

    private static readonly JsonElement _moreGolden =
        JsonDocument.Parse(GoldenFile.Read("more-figures.json")).RootElement;

    [Fact]
    public void The_documented_calls_give_the_figures_of_Plotly_NET_character_for_character()
    {
        Assert.Equal(_golden.EnumerateObject().Select(figure => figure.Name).Order(), _expressions.Keys.Order());
        Assert.All(
            _expressions,
            expression =>
            Assert.Equal(Json(_golden.GetProperty(expression.Key).GetProperty("figure")), Drawn(expression.Value)));
    }

    public static TheoryData<string> Groups => [.. global::Figures.Cases.Groups.Keys];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Unusual_arguments_give_the_figures_of_Plotly_NET_too(string group) =>
        Assert.All(
            global::Figures.Cases.Groups[group],
            figure => Assert.Equal(Json(_moreGolden.GetProperty(figure.Key)), Drawn(figure.Value)));

    [Fact]
    public void No_figure_of_Plotly_NET_is_left_out() =>
        Assert.Equal(
            _moreGolden.EnumerateObject().Select(figure => figure.Name).Order(),
            global::Figures.Cases.Groups.Values.SelectMany(group => group.Keys).Order());

    private static string Json(JsonElement figure) => JsonSerializer.Serialize(figure);

    private static string Drawn(Func<GenericChart> chart) =>
        Json(JsonDocument.Parse(GenericChart.toFigureJson(chart())).RootElement);
}

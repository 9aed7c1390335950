using Plotly.NET;
using Plotly.NET.CSharp;
using static Figures.Samples;
using Chart = Plotly.NET.CSharp.Chart;

namespace Figures;

internal static partial class Cases
{
    /// <summary>The calls that the course's notes on Plotly.NET show.</summary>
    private static readonly Dictionary<string, Func<GenericChart>> _documented = new()
    {
        ["annotated-heatmap"] = () => Chart.AnnotatedHeatmap<double, string, string, string>(
            zData: z, annotationText: new[] { new[] { "1", "2", "3" }, new[] { "2", "4", "8" } },
            X: new[] { "a", "b", "c" }, Y: new[] { "r", "s" }, ReverseYAxis: true),
        ["bar"] = () => Chart.Bar<double, string, string>(y, Keys: labels),
        ["column"] = () => Chart.Column<double, string, string>(y, Keys: labels, Name: "p"),
        ["contour"] = () => Chart.Contour<double, double, double, string>(
            zData: z, X: new[] { 0.0, 1, 2 }, Y: new[] { 0.0, 1 }, NContours: 20, Opacity: 0.5),
        ["grid"] = () => Chart.Grid(
            new[]
            {
                Chart.Line<double, double, string>(x, y), Chart.Line<double, double, string>(x, hi), Columns(), Map(),
            },
            nRows: 2, nCols: 2, SubPlotTitles: new[] { "p", "q", "r", "s" },
            Pattern: StyleParam.LayoutGridPattern.Independent),
        ["heatmap"] = () => Chart.Heatmap<double, double, double, string>(
            zData: z, ColorScale: StyleParam.Colorscale.Viridis, ShowScale: true, ReverseYAxis: true),
        ["histogram"] = () => Chart.Histogram<double, double, string>(X: y, NBinsX: 40, Name: "w"),
        ["line"] = () => Chart.Line<double, double, string>(
            x, y, Name: "loss", ShowMarkers: true, LineColor: Color.fromString("crimson"), LineWidth: 2.0,
            LineDash: StyleParam.DrawingStyle.Dash),
        ["line-styled"] = () => Chart.Line<int, float, string>(epochs, lossF, Name: "train")
            .WithSize(800, 400).WithXAxisStyle<double, double, string>(TitleText: "epoch")
            .WithYAxisStyle<double, double, string>(TitleText: "loss", MinMax: Tuple.Create(0.0, 1.0)),
        ["point"] = () => Chart.Point<double, double, string>(
            x, y, Name: "A", Opacity: 0.7, MarkerColor: Color.fromHex("#00ff00"),
            MarkerSymbol: StyleParam.MarkerSymbol.Cross, MultiText: labels),
        ["point-colorscale"] = () => Chart.Point<double, double, string>(
            x, y, MarkerColor: Color.fromColorScaleValues(y.Cast<IConvertible>().ToArray()),
            MarkerColorScale: StyleParam.Colorscale.Viridis),
        // Like the examples for C# in the documentation of Plotly.NET. C# cannot call its Title.init and WithLayout.
        ["axes with titles"] = () => Chart.Point<double, double, string>(x: x, y: y)
            .WithTraceInfo("points", ShowLegend: true)
            .WithXAxisStyle<double, double, string>(Title: Heading("time"))
            .WithYAxisStyle<double, double, string>(Title: Heading("height")),
        ["a trace, axes and a layout made by hand"] =
            () => GenericChart.addLayout(Layout(), GenericChart.ofTraceObject(true, Trace())),
    };
}

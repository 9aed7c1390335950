using Plotly.NET;
using Plotly.NET.CSharp;
using static Figures.Samples;
using Chart = Plotly.NET.CSharp.Chart;

namespace Figures;

internal static partial class Cases
{
    private static readonly Dictionary<string, Func<GenericChart>> _fields = new()
    {
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

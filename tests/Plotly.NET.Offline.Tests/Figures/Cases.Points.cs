using Plotly.NET;
using static Figures.Samples;
using Chart = Plotly.NET.CSharp.Chart;

namespace Figures;

internal static partial class Cases
{
    private static readonly Dictionary<string, Func<GenericChart>> _points = new()
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
    };
}

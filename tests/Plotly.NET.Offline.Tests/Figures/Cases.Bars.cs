using Plotly.NET;
using static Figures.Samples;
using Chart = Plotly.NET.CSharp.Chart;

namespace Figures;

internal static partial class Cases
{
    private static readonly Dictionary<string, Func<GenericChart>> _bars = new()
    {
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
    };
}

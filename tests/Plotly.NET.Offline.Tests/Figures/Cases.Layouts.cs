using Plotly.NET;
using Plotly.NET.CSharp;
using static Figures.Samples;
using Chart = Plotly.NET.CSharp.Chart;

namespace Figures;

internal static partial class Cases
{
    private static readonly Dictionary<string, Func<GenericChart>> _layouts = new()
    {
        ["title: markup and quotes"] = () => Titled(Line(), "<b>α → β</b> \"q\" \\ 'x' \n & </script>"),
        ["trace: name and legend"] = () => Line()
            .WithTraceInfo(Name: "n", Visible: StyleParam.Visible.LegendOnly, ShowLegend: false),
        ["trace: names for several"] =
            () => Chart.Combine(new[] { Line(), Dots(), Columns() }).WithTraceInfo(Name: "n"),
        ["size: a width alone"] = () => Line().WithSize(Width: 900),
    };
}

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
        ["trace: name, group and rank"] = () => Line()
            .WithTraceInfo(
                Name: "n", Visible: StyleParam.Visible.LegendOnly, ShowLegend: false, LegendRank: 5, LegendGroup: "g"),
        ["trace: names for several"] =
            () => Chart.Combine(new[] { Line(), Dots(), Columns() }).WithTraceInfo(Name: "n"),
        ["size: a width alone"] = () => Line().WithSize(Width: 900),
    };
}

using Plotly.NET;
using static Figures.Samples;
using Chart = Plotly.NET.CSharp.Chart;

namespace Figures;

internal static partial class Cases
{
    private static readonly Dictionary<string, Func<GenericChart>> _layouts = new()
    {
        ["title: with a font"] = () => Line()
            .WithTitle(
                "t", TitleFont: Font.init(
                    Size: 20.0, Color: Color.fromString("navy"), Family: StyleParam.FontFamily.Arial)),
        ["title: markup and quotes"] = () => Line().WithTitle("<b>α → β</b> \"q\" \\ 'x' \n & </script>"),
        ["trace: name, group and rank"] = () => Line()
            .WithTraceInfo(
                Name: "n", Visible: StyleParam.Visible.LegendOnly, ShowLegend: false, LegendRank: 5, LegendGroup: "g",
                LegendGroupTitle: Title.init("G")),
        ["trace: names for several"] =
            () => Chart.Combine(new[] { Line(), Dots(), Columns() }).WithTraceInfo(Name: "n"),
        ["line style: every trace"] =
            () => Chart.Combine(new[] { Line(), Dots() }).WithLineStyle(Shape: StyleParam.Shape.Vh, Simplify: false),
        ["marker style: twice"] = () => Dots().WithMarkerStyle(Size: 8, Color: Color.fromString("red"))
            .WithMarkerStyle(MultiSize: epochs, Symbol: StyleParam.MarkerSymbol.Cross, Opacity: 0.5),
    };

    private static readonly Dictionary<string, Func<GenericChart>> _marks = new()
    {
        ["annotation: twice"] = () => Line().WithAnnotation(Text("a", 1)).WithAnnotation(Text("b", 2)),
        ["annotations: several, then more"] = () => Line().WithAnnotations(new[] { Text("a", 1), Text("b", 2) })
            .WithAnnotations(new[] { Text("c", 3), Text("d", 4) }, Append: true),
        ["shape: twice"] = () => Line().WithShape(Rule(1)).WithShape(Rule(2)),
        ["shapes: several"] = () => Line().WithShapes(new[] { Rule(1), Rule(2) }).WithShapes(new[] { Rule(3) }),
    };
}

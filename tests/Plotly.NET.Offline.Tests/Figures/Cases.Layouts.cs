using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;
using static Figures.Samples;
using Chart = Plotly.NET.CSharp.Chart;

namespace Figures;

internal static partial class Cases
{
    private static readonly Dictionary<string, Func<GenericChart>> _layouts = new()
    {
        ["title: with a font"] = () => Line().WithTitle("t", TitleFont: Font.init(Size: 20.0, Color: Color.fromString("navy"), Family: StyleParam.FontFamily.Arial)),
        ["title: twice"] = () => Line().WithTitle("first", TitleFont: Font.init(Size: 20.0)).WithTitle("second"),
        ["title: markup and quotes"] = () => Line().WithTitle("<b>α → β</b> \"q\" \\ 'x' \n & </script>"),
        ["size: twice"] = () => Line().WithSize(300, 200).WithSize(400, 100),
        ["layout: laid over the chart's own"] = () =>
        {
            Layout layout = new();
            layout.SetValue("hovermode", "closest");
            layout.SetValue("title", Title.init(X: 0.5));
            return Line().WithTitle("t").WithLayout(layout);
        },
        ["trace: name, group and rank"] = () => Line().WithTraceInfo(Name: "n", Visible: StyleParam.Visible.LegendOnly, ShowLegend: false, LegendRank: 5, LegendGroup: "g", LegendGroupTitle: Title.init("G")),
        ["trace: names for several"] = () => Chart.Combine(new[] { Line(), Dots(), Columns() }).WithTraceInfo(Name: "n"),
        ["line style: twice"] = () => Line().WithLineStyle(Width: 3.0, Color: Color.fromString("red")).WithLineStyle(Dash: StyleParam.DrawingStyle.Dash, Width: 1.0),
        ["line style: every trace"] = () => Chart.Combine(new[] { Line(), Dots() }).WithLineStyle(Shape: StyleParam.Shape.Vh, Simplify: false),
        ["marker style: twice"] = () => Dots().WithMarkerStyle(Size: 8, Color: Color.fromString("red")).WithMarkerStyle(MultiSize: epochs, Symbol: StyleParam.MarkerSymbol.Cross, Opacity: 0.5),
        ["marker style: outline twice"] = () => Dots().WithMarkerStyle(Outline: Plotly.NET.Line.init(Width: 1.0)).WithMarkerStyle(Outline: Plotly.NET.Line.init(Color: Color.fromString("red"))),
        ["marker style: a trace without a line of its own"] = () => Columns().WithMarkerStyle(Color: Color.fromString("red")).WithLineStyle(Width: 2.0),
    };

    private static readonly Dictionary<string, Func<GenericChart>> _marks = new()
    {
        ["annotation: twice"] = () => Line().WithAnnotation(Text("a", 1)).WithAnnotation(Text("b", 2)),
        ["annotation: replacing"] = () => Line().WithAnnotation(Text("a", 1)).WithAnnotation(Text("b", 2), Append: false),
        ["annotations: several, then more"] = () => Line().WithAnnotations(new[] { Text("a", 1), Text("b", 2) }).WithAnnotations(new[] { Text("c", 3), Text("d", 4) }, Append: true),
        ["annotations: none"] = () => Line().WithAnnotations(Array.Empty<Annotation>()),
        ["shape: twice"] = () => Line().WithShape(Rule(1)).WithShape(Rule(2)),
        ["shape: replacing"] = () => Line().WithShape(Rule(1)).WithShape(Rule(2), Append: false),
        ["shapes: several"] = () => Line().WithShapes(new[] { Rule(1), Rule(2) }).WithShapes(new[] { Rule(3) }),
        ["shape: a path and a circle over days"] = () => Line().WithShapes(new[] { Shape.init<int, int, int, int>(ShapeType: StyleParam.ShapeType.SvgPath, Path: "M 0 0 L 1 1 Z"), Shape.init<DateTime, DateTime, string, string>(ShapeType: StyleParam.ShapeType.Circle, X0: days[0], X1: days[1], Y0: "a", Y1: "b", XAnchor: StyleParam.LinearAxisId.NewX(2)) }),
    };
}

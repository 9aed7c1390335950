using Plotly.NET;
using Plotly.NET.LayoutObjects;
using static Figures.Samples;
using Chart = Plotly.NET.CSharp.Chart;

namespace Figures;

internal static partial class Cases
{
    private static readonly Dictionary<string, Func<GenericChart>> _axes = new()
    {
        ["axis style: twice"] = () => Line().WithXAxisStyle(Title.init("a"), MinMax: Between(0.0, 1.0), ShowGrid: false)
            .WithXAxisStyle(Title.init("b"), ZeroLine: false),
        ["axis style: ends that are whole numbers"] = () => Line()
            .WithXAxisStyle(Title.init(""), MinMax: Between(0, 10))
            .WithYAxisStyle(Title.init("y"), MinMax: Between("a", 2.5)),
        ["axis style: everything"] = () => Line()
            .WithYAxisStyle(
                Title.init("y"), MinMax: Between(-1.0, 1.0), ShowGrid: true, ShowLine: true,
                Side: StyleParam.Side.Right, Overlaying: StyleParam.LinearAxisId.NewY(1),
                Id: StyleParam.SubPlotId.NewYAxis(2), Domain: Between(0.0, 0.5), Position: 0.9, ZeroLine: true,
                Anchor: StyleParam.LinearAxisId.Free),
        ["axis: a second one on the right"] = () => Chart.Combine(new[] { Line(), Dots().WithAxisAnchor(Y: 2) })
            .WithYAxisStyle(Title.init("left"))
            .WithYAxisStyle(
                Title.init("right"), Side: StyleParam.Side.Right, Overlaying: StyleParam.LinearAxisId.NewY(1),
                Id: StyleParam.SubPlotId.NewYAxis(2)),
        ["axis: logarithmic, then styled"] =
            () => Line().WithYAxis(LogAxis()).WithYAxisStyle(Title.init("loss"), MinMax: Between(-3.0, 0.0)),
        ["axis: both logarithmic"] = () => Line().WithXAxis(LogAxis()).WithYAxis(LogAxis()),
        ["axis: replaced ticks, kept title"] = () => Line().WithXAxisStyle(Title.init("x"))
            .WithXAxis(LinearAxis.init<int, int, int, int, int, int, int, int>(NTicks: 3))
            .WithXAxis(LinearAxis.init<int, int, int, int, int, int, int, int>(NTicks: 5)),
    };
}

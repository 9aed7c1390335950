using Plotly.NET;
using Plotly.NET.LayoutObjects;
using static Figures.Samples;
using Chart = Plotly.NET.CSharp.Chart;

namespace Figures;

internal static partial class Cases
{
    private static readonly Dictionary<string, Func<GenericChart>> _axes = new()
    {
        ["axis style: twice"] = () => Line().WithXAxisStyle(Title.init("a"), MinMax: Between(0.0, 1.0), ShowGrid: false).WithXAxisStyle(Title.init("b"), ZeroLine: false),
        ["axis style: a title with a font, then without"] = () => Line().WithYAxisStyle(Title.init("a", Font: Font.init(Size: 9.0), Standoff: 3)).WithYAxisStyle(Title.init("b")),
        ["axis style: ends that are days"] = () => Line().WithXAxisStyle(Title.init("t"), MinMax: Between(days[0], days[3])),
        ["axis style: ends that are whole numbers"] = () => Line().WithXAxisStyle(Title.init(""), MinMax: Between(0, 10)).WithYAxisStyle(Title.init("y"), MinMax: Between("a", 2.5)),
        ["axis style: everything"] = () => Line().WithYAxisStyle(Title.init("y"), MinMax: Between(-1.0, 1.0), ShowGrid: true, ShowLine: true, Side: StyleParam.Side.Right, Overlaying: StyleParam.LinearAxisId.NewY(1), Id: StyleParam.SubPlotId.NewYAxis(2), Domain: Between(0.0, 0.5), Position: 0.9, ZeroLine: true, Anchor: StyleParam.LinearAxisId.Free),
        ["axis: a second one on the right"] = () => Chart.Combine(new[] { Line(), Dots().WithAxisAnchor(Y: 2) }).WithYAxisStyle(Title.init("left")).WithYAxisStyle(Title.init("right"), Side: StyleParam.Side.Right, Overlaying: StyleParam.LinearAxisId.NewY(1), Id: StyleParam.SubPlotId.NewYAxis(2)),
        ["axis: logarithmic, then styled"] = () => Line().WithYAxis(LogAxis()).WithYAxisStyle(Title.init("loss"), MinMax: Between(-3.0, 0.0)),
        ["axis: both logarithmic"] = () => Line().WithXAxis(LogAxis()).WithYAxis(LogAxis()),
        ["axis: the second id"] = () => Line().WithXAxis(LogAxis(), Id: StyleParam.SubPlotId.NewXAxis(2)).WithXAxis(LogAxis(), Id: StyleParam.SubPlotId.NewXAxis(1)),
        ["axis: given ticks"] = () => Line().WithXAxis(LinearAxis.init<int, int, int, int, double, string, int, int>(TickMode: StyleParam.TickMode.Array, TickVals: x, TickText: labels, TickAngle: -45, TickFont: Font.init(Size: 8.0), Ticks: StyleParam.TickOptions.Outside, TickLen: 4)),
        ["axis: regular ticks"] = () => Line().WithXAxis(LinearAxis.init<int, int, double, double, int, int, int, int>(Tick0: 0.0, DTick: 0.5, NTicks: 7, TickFormat: ".1%", TickPrefix: "~", TickSuffix: "s", ShowTickPrefix: StyleParam.ShowTickOption.First, ExponentFormat: StyleParam.ExponentFormat.Power, ShowExponent: StyleParam.ShowExponent.All)),
        ["axis: categories in order"] = () => Columns().WithXAxis(LinearAxis.init<int, int, int, int, int, int, string, int>(AxisType: StyleParam.AxisType.Category, CategoryOrder: StyleParam.CategoryOrder.Array, CategoryArray: labels)),
        ["axis: as tall as the other is wide"] = () => Line().WithYAxis(LinearAxis.init<int, int, int, int, int, int, int, int>(ScaleAnchor: StyleParam.ScaleAnchor.NewX(1), ScaleRatio: 1.0, Constrain: StyleParam.AxisConstraint.Domain, ConstrainToward: StyleParam.AxisConstraintDirection.Middle)),
        ["axis: lines, mirrored"] = () => Line().WithXAxis(LinearAxis.init<int, int, int, int, int, int, int, int>(ShowLine: true, LineColor: Color.fromString("black"), LineWidth: 1.5, Mirror: StyleParam.Mirror.AllTicks, ShowGrid: false, GridColor: Color.fromHex("#eeeeee"), ZeroLine: false, ZeroLineColor: Color.fromString("red"), GridDash: StyleParam.DrawingStyle.Dot)),
        ["axis: reversed, fixed and ranged"] = () => Line().WithYAxis(LinearAxis.init<int, int, int, int, int, int, int, int>(AutoRange: StyleParam.AutoRange.Reversed, FixedRange: true, RangeMode: StyleParam.RangeMode.ToZero, Range: StyleParam.Range.ofValues(new[] { 1.0, 0.0 }))),
        ["axis: hidden, with limits"] = () => Line().WithXAxis(LinearAxis.init<double, int, int, int, int, int, int, int>(Visible: false, MaxAllowed: 2.5, MinAllowed: -1, Matches: StyleParam.LinearAxisId.NewX(2), AutoMargin: StyleParam.TickAutoMargin.Height)),
        ["axis: replaced ticks, kept title"] = () => Line().WithXAxisStyle(Title.init("x")).WithXAxis(LinearAxis.init<int, int, int, int, int, int, int, int>(NTicks: 3)).WithXAxis(LinearAxis.init<int, int, int, int, int, int, int, int>(NTicks: 5)),
    };
}

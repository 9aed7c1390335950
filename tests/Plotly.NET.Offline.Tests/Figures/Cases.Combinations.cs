using Plotly.NET;
using static Figures.Samples;
using Chart = Plotly.NET.CSharp.Chart;

namespace Figures;

internal static partial class Cases
{
    private static readonly Dictionary<string, Func<GenericChart>> _combinations = new()
    {
        ["combine: one chart"] = () => Chart.Combine(new[] { Line().WithTitle("t") }),
        ["combine: layouts"] = () =>
            Chart.Combine(
                new[] { Line().WithTitle("first").WithSize(300, 200).WithXAxisStyle(Title.init("x1"), ShowGrid: false),
                Dots().WithTitle("second").WithLegend(true).WithXAxisStyle(Title.init("x2")).WithYAxis(LogAxis()) }),
        ["combine: annotations and shapes of both"] = () =>
            Chart.Combine(
                new[] { Line().WithAnnotation(Text("a", 1)).WithShape(Rule(1)),
                Dots().WithAnnotation(Text("b", 2)).WithShape(Rule(2)) }),
        ["combine: of combinations"] = () =>
            Chart.Combine(
                new[] { Chart.Combine(new[] { Line(), Dots() }), Columns(), Chart.Range<double, double,
                string>(x: x, y: y, upper: hi, lower: lo, mode: StyleParam.Mode.Lines) }),
        ["combine: styled afterwards"] = () => Chart.Combine(new[] { Line(), Dots() }).WithTitle("t")
            .WithMarkerStyle(Size: 3).WithXAxisStyle(Title.init("x")),
        ["combine: a heat map under points"] = () =>
            Chart.Combine(
                new[] { Chart.Heatmap<double, double, double, string>(zData: z, ReverseYAxis: true), Dots() }),
    };

    private static readonly Dictionary<string, Func<GenericChart>> _grids = new()
    {
        ["grid: coupled"] = () =>
            Chart.Grid(
                new[] { Line(), Dots(), Columns(), Map() }, nRows: 2, nCols: 2,
                Pattern: StyleParam.LayoutGridPattern.Coupled, SubPlotTitles: labels),
        ["grid: plain, one row"] = () => Chart.Grid(new[] { Line(), Dots() }, nRows: 1, nCols: 2),
        ["grid: from below, titles set off"] = () =>
            Chart.Grid(
                new[] { Line(), Dots() }, nRows: 2, nCols: 1, RowOrder: StyleParam.LayoutGridRowOrder.BottomToTop,
                SubPlotTitles: new[] { "p", "q" }, SubPlotTitleFont: Font.init(Size: 9.0), SubPlotTitleOffset: 0.05),
        ["grid: charts with titles, axes and annotations"] = () =>
            Chart.Grid(
                new[] { Line().WithXAxisStyle(Title.init("p"), ShowGrid: false).WithTitle("P").WithAnnotation(
                    Text("a", 1)), Dots().WithYAxis(LogAxis()).WithTitle("Q").WithAnnotation(Text("b", 2)) }, nRows: 1,
                    nCols: 2, SubPlotTitles: new[] { "u", "v" }),
        ["grid: charts of several traces"] = () =>
            Chart.Grid(
                new[] { Chart.Combine(new[] { Line(), Dots() }), Columns() }, nRows: 2, nCols: 1,
                Pattern: StyleParam.LayoutGridPattern.Coupled),
        ["grid: then sized and titled"] = () => Chart.Grid(new[] { Line(), Dots() }, nRows: 1, nCols: 2)
            .WithSize(900, 300).WithTitle("t")
            .WithXAxisStyle(Title.init("second"), Id: StyleParam.SubPlotId.NewXAxis(2)),
    };
}

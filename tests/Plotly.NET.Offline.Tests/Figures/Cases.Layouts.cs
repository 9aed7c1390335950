using Plotly.NET;
using Plotly.NET.CSharp;
using static Figures.Samples;
using static Plotly.NET.StyleParam;
using Chart = Plotly.NET.CSharp.Chart;

namespace Figures;

internal static partial class Cases
{
    private static readonly Dictionary<string, Func<GenericChart>> _layouts = new()
    {
        ["title: markup and quotes, and a width alone"] = () =>
            Titled(Line(), "<b>α → β</b> \"q\" \\ 'x' \n & </script>").WithSize(Width: 900),
        ["trace: name and legend"] = () => Line()
            .WithTraceInfo(Name: "n", Visible: Visible.LegendOnly, ShowLegend: false),
        ["trace: a group of the legend"] = () => Line()
            .WithTraceInfo(LegendGroup: "g", LegendGroupTitle: Heading("group")),
        ["axis style: a title and its text"] = () => Line()
            .WithXAxisStyle<double, double, string>(TitleText: "text", Title: Heading("title")),
        ["combine: stacked columns"] = () => Chart.Combine(
            new[]
            {
                Chart.StackedColumn<double, string, string>(y, Keys: labels, Name: "a"),
                Chart.StackedColumn<double, string, string>(hi, Keys: labels, Name: "b"),
            }),
        ["combine: stacked bars"] = () => Chart.Combine(
            new[]
            {
                Chart.StackedBar<double, string, string>(y, Keys: labels, Name: "a"),
                Chart.StackedBar<double, string, string>(hi, Keys: labels, Name: "b"),
            }),
        ["trace: names for several"] =
            () => Chart.Combine(new[] { Line(), Dots(), Columns() }).WithTraceInfo(Name: "n"),
        ["axis style: twice"] = () => Line()
            .WithXAxisStyle<double, double, string>(TitleText: "a", MinMax: Tuple.Create(0.0, 1.0), ShowGrid: false)
            .WithXAxisStyle<double, double, string>(TitleText: "b", ZeroLine: false),
        ["axis style: ends that are whole numbers"] = () => Line()
            .WithXAxisStyle<int, int, string>(TitleText: "", MinMax: Tuple.Create(0, 10))
            .WithYAxisStyle<string, double, string>(TitleText: "y", MinMax: Tuple.Create("a", 2.5)),
        ["axis style: everything"] = () => Line()
            .WithYAxisStyle<double, double, string>(
                TitleText: "y", AxisType: AxisType.Linear, MinMax: Tuple.Create(-1.0, 1.0), ShowGrid: true,
                ShowLine: true, Id: SubPlotId.NewYAxis(2), ZeroLine: true),
        ["axes: one logarithmic, then styled, the other styled, then logarithmic"] = () => LogY(Line())
            .WithYAxisStyle<double, double, string>(TitleText: "loss", MinMax: Tuple.Create(-3.0, 0.0))
            .WithXAxisStyle<double, double, string>(TitleText: "rate")
            .WithXAxisStyle<double, double, string>(AxisType: AxisType.Log),
        ["combine: one chart"] = () => Chart.Combine(new[] { Titled(Line(), "t") }),
        ["combine: layouts"] = () => Chart.Combine(
            new[]
            {
                Titled(Line(), "first").WithSize(300, 200)
                    .WithXAxisStyle<int, int, string>(TitleText: "x1", ShowGrid: false),
                LogY(Titled(Dots(), "second").WithXAxisStyle<int, int, string>(TitleText: "x2")),
            }),
        ["combine: annotations of both"] = () => Chart.Combine(new[] { Numbers(), Numbers() }),
        ["combine: of combinations, styled afterwards"] = () => Titled(
            Chart.Combine(
                new[]
                {
                    Chart.Combine(new[] { Line(), Dots() }), Columns(),
                    Chart.Range<double, double, string>(x: x, y: y, upper: hi, lower: lo, mode: Mode.Lines),
                }),
            "t").WithXAxisStyle<int, int, string>(TitleText: "x"),
        ["combine: a heat map under points"] = () => Chart.Combine(
            new[] { Chart.Heatmap<double, double, double, string>(zData: z, ReverseYAxis: true), Dots() }),
        ["grid: coupled"] = () => Chart.Grid(
            new[] { Line(), Dots(), Columns(), Map() }, nRows: 2, nCols: 2,
            Pattern: LayoutGridPattern.Coupled, SubPlotTitles: labels),
        ["grid: charts with titles, axes and annotations"] = () => Chart.Grid(
            new[]
            {
                Titled(Numbers().WithXAxisStyle<int, int, string>(TitleText: "p", ShowGrid: false), "P"),
                Titled(LogY(Dots()), "Q"),
            },
            nRows: 1, nCols: 2, SubPlotTitles: new[] { "u", "v" }),
        ["grid: charts of several traces"] = () => Chart.Grid(
            new[] { Chart.Combine(new[] { Line(), Dots() }), Columns() }, nRows: 2, nCols: 1,
            Pattern: LayoutGridPattern.Coupled),
        ["grid: one row, then sized and titled"] = () => Titled(
            Chart.Grid(new[] { Line(), Dots() }, nRows: 1, nCols: 2).WithSize(900, 300)
                .WithXAxisStyle<int, int, string>(TitleText: "second", Id: SubPlotId.NewXAxis(2)),
            "t"),
    };
}

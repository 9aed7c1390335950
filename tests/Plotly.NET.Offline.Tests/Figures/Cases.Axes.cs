using Plotly.NET;
using Plotly.NET.CSharp;
using static Figures.Samples;

namespace Figures;

internal static partial class Cases
{
    private static readonly Dictionary<string, Func<GenericChart>> _axes = new()
    {
        ["axis style: twice"] = () => Line()
            .WithXAxisStyle<double, double, string>(TitleText: "a", MinMax: Tuple.Create(0.0, 1.0), ShowGrid: false)
            .WithXAxisStyle<double, double, string>(TitleText: "b", ZeroLine: false),
        ["axis style: ends that are whole numbers"] = () => Line()
            .WithXAxisStyle<int, int, string>(TitleText: "", MinMax: Tuple.Create(0, 10))
            .WithYAxisStyle<string, double, string>(TitleText: "y", MinMax: Tuple.Create("a", 2.5)),
        ["axis style: everything"] = () => Line()
            .WithYAxisStyle<double, double, string>(
                TitleText: "y", AxisType: StyleParam.AxisType.Linear, MinMax: Tuple.Create(-1.0, 1.0), ShowGrid: true,
                ShowLine: true, Id: StyleParam.SubPlotId.NewYAxis(2), ZeroLine: true),
        ["axis: logarithmic, then styled"] = () => LogY(Line())
            .WithYAxisStyle<double, double, string>(TitleText: "loss", MinMax: Tuple.Create(-3.0, 0.0)),
        ["axis: styled, then logarithmic"] =
            () => LogY(Line().WithYAxisStyle<double, double, string>(TitleText: "loss")),
        ["axis: both logarithmic"] = () => LogY(Line())
            .WithXAxisStyle<double, double, string>(AxisType: StyleParam.AxisType.Log),
    };
}

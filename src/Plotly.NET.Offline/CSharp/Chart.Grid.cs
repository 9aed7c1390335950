using Plotly.NET.LayoutObjects;

namespace Plotly.NET.CSharp;

/// <summary>Several charts in one.</summary>
public static partial class Chart
{
    /// <summary>All traces on one pair of axes.</summary>
    public static GenericChart Combine(IEnumerable<GenericChart> gCharts) => GenericChart.combine(gCharts);

    /// <summary>An empty cell of a grid.</summary>
    public static GenericChart Invisible()
    {
        GenericChart chart = GenericChart.ofTraceObject(false, new Trace("scatter").Set("type", null));
        chart.Layout.Set("xaxis", HiddenAxis()).Set("yaxis", HiddenAxis());
        return chart;

        static LinearAxis HiddenAxis() => LinearAxis.init<double, double, double, double, double, double, double, double>(
            ShowGrid: false, ShowLine: false, ShowTickLabels: false, ZeroLine: false);
    }

    /// <summary>Charts side by side, row by row; each gets axes of its own, or shares those of its row and column.</summary>
    public static GenericChart Grid(
        IEnumerable<GenericChart> gCharts, int nRows, int nCols, Optional<IEnumerable<string>> SubPlotTitles = default, Optional<Font> SubPlotTitleFont = default,
        Optional<double> SubPlotTitleOffset = default, Optional<Tuple<StyleParam.LinearAxisId, StyleParam.LinearAxisId>[][]> SubPlots = default,
        Optional<StyleParam.LinearAxisId[]> XAxes = default, Optional<StyleParam.LinearAxisId[]> YAxes = default,
        Optional<StyleParam.LayoutGridRowOrder> RowOrder = default, Optional<StyleParam.LayoutGridPattern> Pattern = default, Optional<double> XGap = default,
        Optional<double> YGap = default, Optional<Domain> Domain = default, Optional<StyleParam.LayoutGridXSide> XSide = default,
        Optional<StyleParam.LayoutGridYSide> YSide = default)
    {
        bool coupled = Pattern.IsSome && Pattern.Value == StyleParam.LayoutGridPattern.Coupled;
        GenericChart[] cells = [.. gCharts.Take(nRows * nCols)];
        for (int i = 0; i < cells.Length; i++)
        {
            (LinearAxis x, LinearAxis y) = cells[i].Layout.TakeAxes();
            cells[i]
                .WithAxisAnchor(coupled ? (i % nCols) + 1 : i + 1, coupled ? (i / nCols) + 1 : i + 1)
                .WithXAxis(x, StyleParam.SubPlotId.NewXAxis(i + 1))
                .WithYAxis(y, StyleParam.SubPlotId.NewYAxis(i + 1));
        }

        bool fromBelow = RowOrder.IsSome && RowOrder.Value == StyleParam.LayoutGridRowOrder.BottomToTop;
        (double X, double Y)[] places = GridTitles.Places(nRows, nCols, XGap.Or(coupled ? 0.1 : 0.2), YGap.Or(coupled ? 0.1 : 0.3), fromBelow);
        return GenericChart.combine(cells)
            .WithAnnotations(GridTitles.Of(SubPlotTitles.Or([]), places, SubPlotTitleFont, SubPlotTitleOffset.Or(0.0)))
            .WithLayout(new Layout().Set("grid", LayoutGrid.init(
                SubPlots: SubPlots.ToOption(), XAxes: XAxes.ToOption(), YAxes: YAxes.ToOption(), Rows: nRows, Columns: nCols,
                RowOrder: RowOrder.Or(StyleParam.LayoutGridRowOrder.TopToBottom), Pattern: Pattern.Or(StyleParam.LayoutGridPattern.Independent),
                XGap: XGap.ToOption(), YGap: YGap.ToOption(), Domain: Domain.ToOption(), XSide: XSide.ToOption(), YSide: YSide.ToOption())));
    }

    /// <summary>Charts in one column.</summary>
    public static GenericChart SingleStack(
        IEnumerable<GenericChart> gCharts, Optional<IEnumerable<string>> SubPlotTitles = default, Optional<Font> SubPlotTitleFont = default,
        Optional<double> SubPlotTitleOffset = default, Optional<Tuple<StyleParam.LinearAxisId, StyleParam.LinearAxisId>[][]> SubPlots = default,
        Optional<StyleParam.LinearAxisId[]> XAxes = default, Optional<StyleParam.LinearAxisId[]> YAxes = default,
        Optional<StyleParam.LayoutGridRowOrder> RowOrder = default, Optional<StyleParam.LayoutGridPattern> Pattern = default, Optional<double> XGap = default,
        Optional<double> YGap = default, Optional<Domain> Domain = default, Optional<StyleParam.LayoutGridXSide> XSide = default,
        Optional<StyleParam.LayoutGridYSide> YSide = default)
    {
        GenericChart[] charts = [.. gCharts];
        return Grid(
            charts, charts.Length, 1, SubPlotTitles, SubPlotTitleFont, SubPlotTitleOffset, SubPlots, XAxes, YAxes, RowOrder, Pattern, XGap, YGap, Domain, XSide, YSide);
    }
}

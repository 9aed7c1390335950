using Plotly.NET.LayoutObjects;
using static Plotly.NET.StyleParam;

namespace Plotly.NET.CSharp;

/// <summary>Several charts in one.</summary>
public static partial class Chart
{
    /// <summary>All traces on one pair of axes.</summary>
    public static GenericChart Combine(IEnumerable<GenericChart> gCharts) => GenericChart.combine(gCharts);

    /// <summary>Charts side by side, row by row; each gets axes of its own, or shares those of its row and
    /// column.</summary>
    public static GenericChart Grid(
        IEnumerable<GenericChart> gCharts, int nRows, int nCols, Optional<IEnumerable<string>> SubPlotTitles = default,
        Optional<Font> SubPlotTitleFont = default, Optional<double> SubPlotTitleOffset = default,
        Optional<Tuple<LinearAxisId, LinearAxisId>[][]> SubPlots = default, Optional<LinearAxisId[]> XAxes = default,
        Optional<LinearAxisId[]> YAxes = default, Optional<LayoutGridRowOrder> RowOrder = default,
        Optional<LayoutGridPattern> Pattern = default, Optional<double> XGap = default, Optional<double> YGap = default,
        Optional<Domain> Domain = default, Optional<LayoutGridXSide> XSide = default,
        Optional<LayoutGridYSide> YSide = default)
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
        (double X, double Y)[] places =
            GridTitles.Places(nRows, nCols, XGap.Or(coupled ? 0.1 : 0.2), YGap.Or(coupled ? 0.1 : 0.3), fromBelow);
        return GenericChart.combine(cells)
            .WithAnnotations(GridTitles.Of(SubPlotTitles.Or([]), places, SubPlotTitleFont, SubPlotTitleOffset.Or(0.0)))
            .WithLayout(new()
            {
                {
                    new LayoutGrid
                    {
                        { SubPlots.IsSome ? SubPlots.Value.Select(
                            row => row.Select(cell => $"{cell.Item1}{cell.Item2}")) : null, "subplots" },
                        XAxes, YAxes, { nRows, "rows" }, { nCols, "columns" },
                        { RowOrder.Or(StyleParam.LayoutGridRowOrder.TopToBottom), "roworder" },
                        { Pattern.Or(StyleParam.LayoutGridPattern.Independent), "pattern" }, XGap, YGap, Domain, XSide,
                        YSide,
                    },
                    "grid"
                }
            });
    }
}

using NeuralNotebooks;
using static Plotly.NET.StyleParam;

namespace Plotly.NET.CSharp;

/// <summary>Several charts in one: on the same axes, or side by side.</summary>
public static partial class Chart
{
    public static GenericChart Combine(IEnumerable<GenericChart> gCharts) => GenericChart.combine(gCharts);

    public static GenericChart Grid(
        IEnumerable<GenericChart> gCharts, int nRows, int nCols, Optional<IEnumerable<string>> SubPlotTitles = default,
        Optional<LayoutGridPattern> Pattern = default)
    {
        LayoutGridPattern pattern = Pattern.Or(LayoutGridPattern.Independent);
        bool coupled = pattern == LayoutGridPattern.Coupled;
        GenericChart[] cells = [.. gCharts.Take(nRows * nCols)];
        for (int i = 0; i < cells.Length; i++)
        {
            Layout layout = cells[i].Layout;
            (object x, object y) = layout.TakeAxes();
            foreach (Trace trace in cells[i].Traces)
            {
                trace["xaxis"] = AxisName.Of("x", coupled ? i % nCols : i);
                trace["yaxis"] = AxisName.Of("y", coupled ? i / nCols : i);
            }
            layout.UpdateAxis(SubPlotId.NewXAxis(i + 1), x);
            layout.UpdateAxis(SubPlotId.NewYAxis(i + 1), y);
        }

        (double Start, double End)[] across = Cells(nCols, coupled ? 0.1 : 0.2),
            up = Cells(nRows, coupled ? 0.1 : 0.3);
        var places = from row in up.Reverse()
                     from column in across
                     select (X: (column.Start + column.End) / 2, Y: row.End);
        GenericChart grid = GenericChart.combine(cells);
        grid.Layout.AddAnnotations(SubPlotTitles.Or([]).Zip(places, (text, place) => new FigurePart
        {
            ["x"] = place.X,
            ["y"] = place.Y,
            ["showarrow"] = false,
            ["text"] = text,
            ["xanchor"] = "center",
            ["xref"] = "paper",
            ["yanchor"] = "bottom",
            ["yref"] = "paper",
        }));
        grid.Layout["grid"] = new FigurePart
        {
            ["rows"] = nRows,
            ["columns"] = nCols,
            ["roworder"] = "top to bottom",
            ["pattern"] = pattern,
        };
        return grid;
    }

    // plotly.js measures a gap as a fraction of a cell with its gap. FigureLayout.SetGrid in NeuralNotebooks.Plotting
    // places the titles of its panels by the same rule.
    private static (double Start, double End)[] Cells(int count, double gap)
    {
        double step = 1.0 / (count - gap), width = step * (1.0 - gap);
        return [.. Enumerable.Range(0, count).Select(i => (step * i, (step * i) + width))];
    }
}

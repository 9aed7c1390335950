namespace NeuralNotebooks.Plotting;

/// <summary>The parts of a figure that belong to no single trace: axes, panels, texts.</summary>
internal static class FigureLayout
{
    /// <summary>Named axes with fixed ranges. They have equal scales, unless that made one side more than
    /// <paramref name="maxStretch"/> times as long as the other. With equal scales circles are round, and steps of
    /// descent are perpendicular to the contours.</summary>
    public static FigurePart Plane(string xName, Interval x, string yName, Interval y, double maxStretch = 0)
    {
        FigurePart xaxis = Axis.Of(xName, x), yaxis = Axis.Of(yName, y);
        double ratio = x.Length / y.Length;
        // For equal scales, plotly.js then makes an axis shorter instead of extending its range.
        if (ratio <= maxStretch && ratio >= 1 / maxStretch)
            (xaxis["constrain"], yaxis["constrain"], yaxis["scaleanchor"]) = ("domain", "domain", "x");
        return new() { ["xaxis"] = xaxis, ["yaxis"] = yaxis };
    }

    /// <summary>Sets the axes of a panel. Panels are numbered from 0.</summary>
    public static void SetAxes(this FigurePart layout, int panel, FigurePart x, FigurePart y) =>
        (layout[Axis.Name("xaxis", panel)], layout[Axis.Name("yaxis", panel)]) = (x, y);

    /// <summary>Arranges panels row by row, each with a pair of axes. The script of the page writes a title above each,
    /// and puts them below each other on a narrow page. <c>Chart.Grid</c> of Plotly.NET does the same for charts, with
    /// other gaps and as Plotly.NET writes it.</summary>
    /// <param name="layout">The layout of the figure.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The panels of a row.</param>
    /// <param name="gap">The gaps between columns and rows, as fractions of a panel together with its gap.</param>
    /// <param name="titles">The titles of all panels; empty if they have none.</param>
    public static void SetGrid(
        this FigurePart layout, int rows, int columns, (double X, double Y) gap, IEnumerable<string> titles)
    {
        layout["grid"] = new FigurePart
        {
            ["rows"] = rows,
            ["columns"] = columns,
            ["pattern"] = "independent",
            ["xgap"] = gap.X,
            ["ygap"] = gap.Y,
        };
        layout["annotations"] = titles.Select(title => new FigurePart
        {
            ["text"] = Verbatim(title),
            ["showarrow"] = false,
            ["xref"] = "paper",
            ["xanchor"] = "center",
            ["yref"] = "paper",
            ["yanchor"] = "bottom",
        });
    }
}

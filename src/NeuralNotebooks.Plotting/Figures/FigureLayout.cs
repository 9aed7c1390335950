namespace NeuralNotebooks.Plotting;

internal static class FigureLayout
{
    /// <summary>Named axes with fixed ranges. They have equal scales, unless that made one side more than
    /// <paramref name="maxStretch"/> times as long as the other. With equal scales circles are round, and steps of
    /// descent are perpendicular to the contours.</summary>
    public static FigurePart PlaneLayout(string xName, Interval x, string yName, Interval y, double maxStretch = 0)
    {
        FigurePart xaxis = Axis.Of(xName, x), yaxis = Axis.Of(yName, y);
        double ratio = x.Length / y.Length;
        // For equal scales, plotly.js then makes an axis shorter instead of extending its range.
        if (ratio <= maxStretch && ratio >= 1 / maxStretch)
            (xaxis["constrain"], yaxis["constrain"], yaxis["scaleanchor"]) = ("domain", "domain", "x");
        return new() { ["xaxis"] = xaxis, ["yaxis"] = yaxis };
    }

    public static void SetAxes(this FigurePart layout, int panel, FigurePart x, FigurePart y) =>
        (layout[Axis.Name("xaxis", panel)], layout[Axis.Name("yaxis", panel)]) = (x, y);

    /// <summary>Arranges panels row by row, each with a pair of axes and a title above it. On a narrow page, the script
    /// of the page arranges them anew. <c>Chart.Grid</c> of Plotly.NET does the same for charts, with
    /// other gaps and as Plotly.NET writes it.</summary>
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
        layout["annotations"] = titles.Select((title, k) => new FigurePart
        {
            ["text"] = Verbatim(title),
            ["showarrow"] = false,
            ["x"] = 0.5,
            ["xref"] = $"{Axis.Name("x", k)} domain",
            ["xanchor"] = "center",
            ["y"] = 1,
            ["yref"] = $"{Axis.Name("y", k)} domain",
            ["yanchor"] = "bottom",
        });
    }
}

namespace NeuralNotebooks.Plotting;

/// <summary>The pictures of the course, each drawn by one call. Each has an alternative text, which
/// <see cref="Picture.WithAlternativeText"/> replaces.</summary>
public static partial class Plot
{
    /// <summary>Named series over 0, 1, 2, …: <c>Plot.Lines([("training", a), ("validation", b)], x: "epoch", y:
    /// "loss")</c>.</summary>
    /// <param name="series">A name and the values of each line; NaN is a gap.</param>
    /// <param name="x">Label of the horizontal axis, with its unit.</param>
    /// <param name="y">Label of the vertical axis, with its unit.</param>
    /// <param name="title">The title.</param>
    /// <param name="logX">Whether the horizontal axis is logarithmic; it then begins at 1.</param>
    /// <param name="logY">Whether the vertical axis is logarithmic.</param>
    /// <exception cref="ArgumentException">There is no series, or one is empty, contains only gaps, or has a value that
    /// the axis cannot show.</exception>
    public static Picture Lines(
        IEnumerable<(string Name, IEnumerable<double> Y)> series, string x = "step", string y = "value",
        string title = "", bool logX = false, bool logY = false) =>
        Lines(Checked.NotEmpty(series, "series").Select(line =>
        {
            double[] values = Checked.Numbers(line.Y, $"The series '{line.Name}'", gaps: true);
            return (line.Name, Enumerable.Range(logX ? 1 : 0, values.Length).Select(i => (double)i),
                (IEnumerable<double>)values);
        }), x, y, title, logX, logY);

    /// <summary>Named series, each over its x values: <c>Plot.Lines([("ratio", alphas, ratios)], x: "α", y: "ratio",
    /// logX: true)</c>.</summary>
    /// <exception cref="ArgumentException">There is no series, or one is empty, contains only gaps, has different
    /// numbers of x and y values, or a value that an axis cannot show.</exception>
    public static Picture Lines(
        IEnumerable<(string Name, IEnumerable<double> X, IEnumerable<double> Y)> series, string x = "x", string y = "y",
        string title = "", bool logX = false, bool logY = false)
    {
        LineAxes axes = new(x, y, logX, logY);
        LineSeries[] lines =
            [.. Checked.NotEmpty(series, "series").Select(line => new LineSeries(line.Name, line.X, line.Y, axes))];
        return Picture.Of(
            axes.ToFigure(lines.Select((line, k) => line.ToTrace(k))),
            $"Line chart of {axes.InWords}: {string.Join("; ", lines.Select(line => line.InWords()))}.")
            .WithTitle(title);
    }

    /// <summary>Lines in several panels with shared axes: <c>Plot.SmallMultiples([("Adam", [("0.1", x,
    /// y)]), ("RMSProp", …)], x: "step", y: "loss")</c>.</summary>
    /// <param name="panels">A title for each panel, and its named series; a series of the same name has the same colour
    /// in every panel. NaN in a series is a gap.</param>
    /// <param name="x">What the horizontal axes show, with the unit.</param>
    /// <param name="y">What the vertical axes show, with the unit.</param>
    /// <param name="title">The title.</param>
    /// <param name="logX">Whether the horizontal axes are logarithmic.</param>
    /// <param name="logY">Whether the vertical axes are logarithmic.</param>
    /// <exception cref="ArgumentException">There is no panel, one has no series, or a series has a value that an axis
    /// cannot show, or different numbers of x and y values.</exception>
    public static Picture SmallMultiples(
        IEnumerable<(
            string Panel, IEnumerable<(string Name, IEnumerable<double> X, IEnumerable<double> Y)> Series)> panels,
        string x = "x", string y = "y", string title = "", bool logX = false, bool logY = false)
    {
        LineAxes axes = new(x, y, logX, logY);
        (string Panel, LineSeries[] Series)[] all = [.. Checked.NotEmpty(panels, "panels").Select(panel => (
            panel.Panel,
            Checked.NotEmpty(panel.Series, $"series in the panel '{panel.Panel}'")
                .Select(line => new LineSeries(line.Name, line.X, line.Y, axes, $" in the panel '{panel.Panel}'"))
                .ToArray()))];
        string[] names = [.. all.SelectMany(panel => panel.Series).Select(line => line.Name).Distinct()];
        PanelGrid grid = new(axes);
        foreach ((string panel, LineSeries[] lines) in all)
            grid.Add(panel, lines.Select(line => line.ToTrace(Array.IndexOf(names, line.Name))));
        Figure figure = grid.ToFigure();
        if (names.Length == 1)
            figure.Layout["showlegend"] = false;
        string courses = string.Join(
            " ", all.Select(
                panel => $"{panel.Panel}: {string.Join("; ", panel.Series.Select(line => line.InWords()))}."));
        return Picture.Of(
            figure, $"{all.Length} {(all.Length == 1 ? "panel" : "panels with the same axes")}, "
            + $"{axes.InWords}. {courses}")
            .WithTitle(title).WithCaption(all.Length == 1 ? "" : "All panels have the same axes.");
    }

    private static string Percent(double part) => Invariant($"{100 * part:0.0} %");
}

namespace NeuralNotebooks.Plotting;

/// <summary>One line for each picture of the course. Each has alternative text;
/// <see cref="Picture.WithAlternativeText"/> replaces it.</summary>
public static partial class Plot
{
    /// <summary>Named series over 0, 1, 2, …: <c>Plot.Lines([("training", a), ("validation", b)], x: "epoch", y:
    /// "loss")</c>.</summary>
    /// <param name="series">A name and the values of each line; NaN is a gap.</param>
    /// <param name="x">Label of the horizontal axis, with its unit.</param>
    /// <param name="y">Label of the vertical axis, with its unit.</param>
    /// <param name="title">The title.</param>
    /// <param name="logX">Whether the horizontal axis is logarithmic; the values then begin at 1.</param>
    /// <param name="logY">Whether the vertical axis is logarithmic.</param>
    /// <exception cref="ArgumentException">There is no series, one is empty or nothing but gaps, or one has a value
    /// that the axis cannot show.</exception>
    public static Picture Lines(
        IEnumerable<(string Name, IEnumerable<double> Y)> series, string x = "step", string y = "value",
        string title = "", bool logX = false, bool logY = false) =>
        Lines(Checked.Some(series, "series").Select(line =>
        {
            double[] values = Checked.Numbers(line.Y, $"The series '{line.Name}'", gaps: true);
            return (line.Name, Enumerable.Range(logX ? 1 : 0, values.Length).Select(i => (double)i),
                (IEnumerable<double>)values);
        }), x, y, title, logX, logY);

    /// <summary>Named series over values of their own: <c>Plot.Lines([("ratio", alphas, ratios)], x: "α", y: "ratio",
    /// logX: true)</c>.</summary>
    /// <exception cref="ArgumentException">As above, or a series has more values on one axis than on the
    /// other.</exception>
    public static Picture Lines(
        IEnumerable<(string Name, IEnumerable<double> X, IEnumerable<double> Y)> series, string x = "x", string y = "y",
        string title = "", bool logX = false, bool logY = false)
    {
        LineAxes axes = new(x, y, logX, logY);
        LineSeries[] lines =
            [.. Checked.Some(series, "series").Select(line => new LineSeries(line.Name, line.X, line.Y, axes))];
        return Picture.Of(
            axes.ToFigure([.. lines.Select((line, k) => line.ToTrace(k))], lines, LineSeries.Up(lines)),
            $"Line chart of {axes.InWords}: {string.Join("; ", lines.Select(line => line.InWords()))}.")
            .WithTitle(title);
    }

    private static string Percent(double part) => Invariant($"{100 * part:0.0} %");
}

namespace NeuralNotebooks.Plotting;

/// <summary>Names at the ends of lines, in place of a legend: where lines are few and end apart from each
/// other.</summary>
/// <param name="x">The smallest and largest x of all lines.</param>
/// <param name="y">The smallest and largest value of all lines.</param>
/// <param name="logX">Whether the horizontal axis is logarithmic.</param>
/// <param name="logY">Whether the vertical axis is logarithmic.</param>
internal sealed class EndLabels(Interval x, Interval y, bool logX, bool logY)
{
    private const int MaxLabels = 5, MaxNameLength = 22;

    // Fractions of the axis: how close two names may be, how far a name may move from its line, and how close to the
    // edge a line must end.
    private const double Line = 0.06, MaxShift = 0.07, Edge = 0.03;

    /// <summary>The figure with names at the ends, or unchanged where they would be unreadable. A narrow page keeps its
    /// legend.</summary>
    /// <param name="figure">A figure with one pair of axes.</param>
    /// <param name="ends">Name and last point of each line, in the order of their colours.</param>
    public Figure On(Figure figure, (string Name, double X, double Y)[] ends)
    {
        if (ends.Length == 1)
            figure.Layout.ShowLegend = false;
        if (ends.Length is < 2 or > MaxLabels
            || ends.Any(end => end.Name.Length > MaxNameLength || 1 - Part(end.X, x, logX) > Edge) || x.From == x.To
            || y.From == y.To)
            return figure;
        double[] wanted = [.. ends.Select(end => Part(end.Y, y, logY))], places = Apart(wanted);
        if (wanted.Zip(places).Any(pair => Math.Abs(pair.First - pair.Second) > MaxShift))
            return figure;

        const int Height = ChartDrawing.DefaultHeight;
        // At the edge, in paper coordinates: those of the axis would widen it. A position on a logarithmic axis is a
        // logarithm.
        figure.Layout.Annotations = ends.Select((end, k) => new Annotation(FigureValues.Verbatim(end.Name))
        {
            X = (1, true, "left"),
            Y = (logY ? Math.Log10(end.Y) : end.Y, false, null),
            ["xshift"] = 5,
            ["yshift"] = Math.Round((places[k] - wanted[k]) * (Height - 100)),
            Font = new(color: Palette.Of(k), weight: 600),
        });
        figure.Layout.XAxis.Range = Framed();
        figure.Layout.ShowLegend = false;
        figure.Layout.Margin = (56, 24 + (9 * ends.Max(end => end.Name.Length)), 16, 48);
        return figure with
        {
            Narrow = new() { ShowLegend = true, Annotations = [], Margin = (56, 16, 16, 48), Height = Height },
        };
    }

    // A marker at the end is drawn whole, with its name beside it.
    private Interval Framed() => (logX ? (Math.Log10(x.From), Math.Log10(x.To)) : x).Widened(0.02);

    private static double Part(double value, Interval range, bool logarithmic) => logarithmic
        ? Math.Log(value / range.From) / Math.Log(range.To / range.From)
        : (value - range.From) / range.Length;

    /// <summary>The same places in the same order, moved so that no two are closer than a line of text: groups that
    /// touch spread around their middle.</summary>
    private static double[] Apart(double[] wanted)
    {
        int[] order = [.. Enumerable.Range(0, wanted.Length).OrderBy(k => wanted[k])];
        double[] places = IsotonicRegression.Of([.. order.Select(k => (1.0, wanted[k]))], _ => Line);
        Array.Sort(order, places);
        return places;
    }
}

namespace NeuralNotebooks.Plotting;

internal static class TrajectoriesFigure
{
    // Enough for a smooth movement, few enough for a small page.
    private const int MaxFrames = 56;

    // Axes have equal scales if neither becomes more than this many times as long as the other.
    private const double MaxStretch = 2.5;

    // The height in pixels of a line of the legend, whose texts are too long to fit side by side.
    private const int LegendRow = 19;

    /// <param name="paths">The paths; their first points are finite.</param>
    public static Picture Of(ContourField field, (string Name, Point[] Points)[] paths, TrajectoryOptions shown)
    {
        (Surface f, Interval x, Interval y) = (field.Function, field.X, field.Y);
        int[] steps = ChosenSteps(paths.Max(path => path.Points.Length) - 1);
        Trajectory[] lines = [.. paths.Select(path => new Trajectory(path.Name, path.Points, x, y))];

        FigurePart contours = field.Contours();
        string[][] legends = [.. steps.Select(step =>
            lines.Select(line => Legend(line, step, f, shown.FunctionName)).ToArray())];
        // All entries of the legend have the same width, so that they do not move when their numbers change.
        int entry = 20 + (int)legends.Max(texts => texts.Max(text => SvgText.Width(text, 12)));
        (string, Figure)[] frames = [.. steps.Select((step, frame) =>
        {
            FigurePart layout = FigureLayout.PlaneLayout(shown.XName, x, shown.YName, y, MaxStretch);
            layout["coloraxis"] = field.ColorAxis();
            layout["legend"] = new FigurePart { ["entrywidth"] = entry, ["entrywidthmode"] = "pixels" };
            IEnumerable<FigurePart> drawn = Traces(lines, legends[frame], step, shown);
            return ($"step {step}",
                new Figure([contours, .. drawn], layout) { Height = 430 + LegendRow * (lines.Length + 1) });
        })];
        return Picture.OfFrames(frames)
            .WithCaption(steps.Length == 1 ? "" : "All paths up to the same step. Move the slider, or play.");
    }

    /// <summary>All steps if there are at most <see cref="MaxFrames"/>. Otherwise the first ones, and then each a
    /// factor later: the smallest factor with which there are at most that many.</summary>
    public static int[] ChosenSteps(int last)
    {
        for (double factor = 1; ; factor += 0.005)
        {
            List<int> steps = [0];
            while (steps[^1] < last && steps.Count <= MaxFrames)
                steps.Add(Math.Min(last, Math.Max(steps[^1] + 1, (int)Math.Round(steps[^1] * factor))));
            if (steps.Count <= MaxFrames)
                return [.. steps];
        }
    }

    private static string Legend(Trajectory line, int step, Surface f, string function)
    {
        if (line.ExitStep(step) is int left)
            return $"{line.Name}: {(left == 0 ? "begins outside the picture" : $"leaves the picture at step {left}")}";
        string height = NumberText.Html(f(line.At(step).X, line.At(step).Y));
        return line.LastStep < step
            ? $"{line.Name}: {function} = {height}, ends at step {line.LastStep}"
            : $"{line.Name}: {function} = {height}";
    }

    private static IEnumerable<FigurePart> Traces(
        Trajectory[] lines, string[] legends, int step, TrajectoryOptions shown) =>
    [
        .. lines.Select((line, k) =>
            Line(line.Line(step), Stroke(Palette.Of(k), 2.5, Palette.Dash(k)), legends[k], showLegend: true)),
        .. shown.MarkedSteps is not { } marked ? [] : lines.Select((line, k) => Points(
            line.Marks(marked, step), Marker(Palette.Of(k), 6, Palette.Symbol(k)), showLegend: false)),
        // The moving points are drawn above the lines.
        .. lines.Select((line, k) =>
        {
            string symbol = line.ExitStep(step) is null ? Palette.Symbol(k) : "x";
            FigurePart marker = Marker(Palette.Of(k), 13, symbol, line: Stroke(Palette.Ground, 1.5));
            // A head at the edge is drawn whole.
            return Points(line.Head(step), marker, showLegend: false).With(new() { ["cliponaxis"] = false });
        }),
        // The star is above the moving points and smaller, so that both are visible.
        .. shown.Minimum is not { } lowest ? (FigurePart[])[]
            : [Points(
                [lowest], Marker(Palette.Ink, 11, "star", line: Stroke(Palette.Ground, 0.5)), "minimum",
                showLegend: true).With(new() { ["legendrank"] = 1001 })],
    ];
}

namespace NeuralNotebooks.Plotting;

internal static class ProbabilityFigure
{
    // The step of p from one colour to the next; there is a line at every second step.
    private const double Step = 0.1;

    // Fine enough for smooth contours of smooth functions.
    private const int Resolution = 60;

    /// <param name="probability">The probability of the second one.</param>
    /// <param name="borders">Named scores, each with a line where it is 0.</param>
    public static Picture Of(
        ClassPoints points, int[] classes, Surface probability, IEnumerable<(string Name, Surface Score)> borders)
    {
        PlaneGrid grid = points.Grid(Resolution);
        double[][] p = [.. grid.Y.Select(b => grid.X.Select(a => Math.Round(probability(a, b), 3)).ToArray())];
        Point[] wrong = [.. Enumerable.Range(0, points.Labels.Length)
            .Select(i => (At: (X: points.X.Values[i], Y: points.Y.Values[i]), Is: points.Labels[i] == classes[1]))
            .Where(example => probability(example.At.X, example.At.Y) >= 0.5 != example.Is)
            .Select(example => example.At)];
        FigurePart[] rings = wrong.Length > 0 ? [Rings("misclassified", wrong)] : [];
        FigurePart[] lines = [.. borders.Select((border, k) => Border(
            border.Name, 0, [.. grid.Y.Select(b => grid.X.Select(a => border.Score(a, b)).ToArray())], grid,
            Stroke(Palette.Yellow, 3, Palette.Dash(k + 1))))];
        Figure figure = new(
            [.. Contours(p, grid, points, classes), .. lines, .. points.Traces(), .. rings],
            points.PlaneLayout(grid, maxStretch: 0))
        {
            Height = 460,
        };
        return Picture.Of(figure);
    }

    /// <summary>The colours between the lines, the lines, and the line p = ½.</summary>
    private static FigurePart[] Contours(double[][] p, PlaneGrid grid, ClassPoints points, int[] classes)
    {
        FigurePart field = Field("contour", p, grid, new()
        {
            ["name"] = Verbatim($"probability of {points.ClassNames[classes[1]]}"),
            ["zmin"] = 0,
            ["zmax"] = 1,
            ["colorscale"] = new object[][]
            {
                [0, Palette.Of(classes[0])], [0.5, Palette.Ground], [1, Palette.Of(classes[1])],
            },
            ["showscale"] = false,
            ["opacity"] = 0.45,
            ["showlegend"] = false,
            ["line"] = Stroke(width: 0),
            ["hovertemplate"] = "(%{x:.3g}, %{y:.3g}), p = %{z:.3f}<extra></extra>",
            ["contours"] = Levels(Step, Step).With(new() { ["showlines"] = false }),
        });
        // Numbers on the lines instead of a scale at the side.
        FigurePart levels = Field("contour", p, grid, new()
        {
            ["showscale"] = false,
            ["showlegend"] = false,
            ["line"] = Stroke(Palette.Faint(Palette.Ink, 0.45), 0.75),
            ["hoverinfo"] = "skip",
            ["contours"] = Levels(2 * Step, 2 * Step).With(new()
            {
                ["coloring"] = "none",
                ["showlabels"] = true,
                ["labelformat"] = ".1f",
                ["labelfont"] = new FigurePart { ["size"] = 12, ["color"] = Palette.Ink },
            }),
        });
        return [field, levels, Border("p = ½", 0.5, p, grid, Stroke(Palette.Ink, 2.5))];
    }

    /// <summary>The line where a function has a value.</summary>
    private static FigurePart Border(string name, double at, double[][] z, PlaneGrid grid, FigurePart stroke) =>
        Field("contour", z, grid, new()
        {
            ["name"] = Verbatim(name),
            ["showscale"] = false,
            ["showlegend"] = true,
            ["line"] = stroke,
            ["hoverinfo"] = "skip",
            ["contours"] = Levels(at, 0.2, at).With(new() { ["coloring"] = "none" }),
        });

    private static FigurePart Levels(double start, double size, double? end = null) => new()
    {
        ["start"] = start,
        ["end"] = end ?? (1 - start),
        ["size"] = size,
    };
}

namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    // The step of p from one colour to the next; there is a line at every second step.
    private const double ProbabilityStep = 0.1;

    // Fine enough for smooth contours of smooth functions.
    private const int ProbabilityResolution = 60;

    /// <summary>The probability of the second of two classes over a plane of two features as contours, the line p = ½,
    /// and the examples of both classes; those on the wrong side of the line are ringed.</summary>
    /// <param name="probability">p as a function of the horizontal and the vertical feature.</param>
    /// <param name="set">The examples, of two classes. Their colours and symbols are those of the classes' numbers in
    /// the set, which may have other classes without examples.</param>
    /// <param name="horizontal">The feature on the horizontal axis.</param>
    /// <param name="vertical">The feature on the vertical axis.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentException">The examples are not of two classes, or the function returns a number that
    /// is not a probability.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such feature.</exception>
    public static Picture Probability(
        Surface probability, Dataset<double> set, int horizontal = 0, int vertical = 1,
        string title = "")
    {
        ArgumentNullException.ThrowIfNull(probability);
        ClassPoints points = ClassPoints.Of(set, horizontal, vertical);
        int[] classes = [.. points.Labels.Distinct().Order()];
        if (classes.Length != 2)
            throw new ArgumentException(
                $"The set has examples of {classes.Length} classes: a probability separates two.", nameof(set));
        PlaneGrid grid = points.Grid(ProbabilityResolution);
        double[][] p =
            [.. grid.Y.Select(b => grid.X.Select(a => Math.Round(CheckedProbability(probability, a, b), 3)).ToArray())];
        Point[] wrong = [.. Enumerable.Range(0, set.Count)
            .Select(i => (At: (X: points.X.Values[i], Y: points.Y.Values[i]), Is: points.Labels[i] == classes[1]))
            .Where(example => CheckedProbability(probability, example.At.X, example.At.Y) >= 0.5 != example.Is)
            .Select(example => example.At)];
        FigurePart[] rings = wrong.Length > 0 ? [Rings("misclassified", wrong)] : [];
        Figure figure = new(
            [.. Contours(p, grid, classes), .. points.Traces(), .. rings], points.Plane(grid, maxStretch: 0))
        {
            Height = 460,
        };
        return Picture.Of(
            figure,
            $"Contours of the probability of {points.ClassNames[classes[1]]} and the line p = ½: "
                + $"{points.Description()} {set.Count - wrong.Length} of {set.Count} examples lie on the correct side "
                + $"of the line{(wrong.Length > 0 ? "; rings mark the others" : "")}.").WithTitle(title);
    }

    /// <summary>The colours between the lines, the lines, and the line p = ½.</summary>
    private static FigurePart[] Contours(double[][] p, PlaneGrid grid, int[] classes)
    {
        FigurePart field = Field("contour", p, grid, new()
        {
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
            ["contours"] = Levels(ProbabilityStep, ProbabilityStep).With(new() { ["showlines"] = false }),
        });
        // Numbers on the lines instead of a scale at the side.
        FigurePart levels = Field("contour", p, grid, new()
        {
            ["showscale"] = false,
            ["showlegend"] = false,
            ["line"] = Stroke(Palette.Faint(Palette.Ink, 0.45), 0.75),
            ["hoverinfo"] = "skip",
            ["contours"] = Levels(2 * ProbabilityStep, 2 * ProbabilityStep).With(new()
            {
                ["coloring"] = "none",
                ["showlabels"] = true,
                ["labelformat"] = ".1f",
                ["labelfont"] = new FigurePart { ["size"] = 12, ["color"] = Palette.Ink },
            }),
        });
        FigurePart half = Field("contour", p, grid, new()
        {
            ["name"] = "p = ½",
            ["showscale"] = false,
            ["showlegend"] = true,
            ["line"] = Stroke(Palette.Ink, 2.5),
            ["hoverinfo"] = "skip",
            ["contours"] = Levels(0.5, 2 * ProbabilityStep).With(new() { ["coloring"] = "none" }),
        });
        return [field, levels, half];
    }

    private static FigurePart Levels(double start, double size) => new()
    {
        ["start"] = start,
        ["end"] = 1 - start,
        ["size"] = size,
    };

    private static double CheckedProbability(Surface probability, double a, double b)
    {
        double p = probability(a, b);
        return p is >= 0 and <= 1
            ? p
            : throw new ArgumentException(
                $"The function is {NumberText.Plain(p)} at ({NumberText.Plain(a)}, {NumberText.Plain(b)}): a "
                + $"probability lies between 0 and 1.", nameof(probability));
    }
}

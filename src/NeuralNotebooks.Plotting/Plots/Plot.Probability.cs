using System.Text.Json.Nodes;

namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    // The step of p from one colour to the next; there is a line at every second step.
    private const double ProbabilityStep = 0.1;

    // Fine enough for smooth contours of smooth functions.
    private const int ProbabilityResolution = 60;

    /// <summary>The probability of class 1 over a plane of two features as contours, the line p = ½, and the examples
    /// of both classes.</summary>
    /// <param name="probability">p as a function of the horizontal and the vertical feature.</param>
    /// <param name="set">The examples, of two classes.</param>
    /// <param name="horizontal">The feature on the horizontal axis.</param>
    /// <param name="vertical">The feature on the vertical axis.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentException">The set does not have two classes, or the function returns a number that is
    /// not a probability.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such feature.</exception>
    public static Picture Probability(
        Surface probability, Dataset<double> set, int horizontal = 0, int vertical = 1,
        string title = "")
    {
        ArgumentNullException.ThrowIfNull(probability);
        ClassPoints points = ClassPoints.Of(set, horizontal, vertical);
        if (set.ClassCount != 2)
            throw new ArgumentException(
                $"The set has {set.ClassCount} classes: a probability separates two.", nameof(set));
        PlaneGrid grid = points.Grid(ProbabilityResolution);
        double[][] p =
            [.. grid.Y.Select(b => grid.X.Select(a => Math.Round(CheckedProbability(probability, a, b), 3)).ToArray())];
        Figure figure = new([.. Contours(p, grid), .. points.Traces()], points.Plane(grid, maxStretch: 0))
        {
            Height = 460,
        };
        int right = Enumerable.Range(0, set.Count)
            .Count(i =>
            CheckedProbability(probability, points.X.Values[i], points.Y.Values[i]) >= 0.5 == (points.Labels[i] == 1));
        return Picture.Of(
            figure,
            $"Contours of the probability of {points.ClassNames[1]} and the line p = ½: {points.Description()} "
                + $"{right} of {set.Count} examples lie on the correct side of the line.").WithTitle(title);
    }

    /// <summary>The colours between the lines, the lines, and the line p = ½.</summary>
    private static Trace[] Contours(double[][] p, PlaneGrid grid)
    {
        Trace field = new FieldTrace("contour", p, grid.X, grid.Y)
        {
            Limits = (0, 1),
            Colors = Palette.Diverging,
            ShowScale = false,
            ["opacity"] = 0.45,
            ShowLegend = false,
            Line = new(width: 0),
            Hover = "(%{x:.3g}, %{y:.3g}), p = %{z:.3f}<extra></extra>",
            ["contours"] = Levels(ProbabilityStep, 1 - ProbabilityStep, ProbabilityStep, ("showlines", false)),
        };
        // Numbers on the lines instead of a scale at the side.
        Trace levels = new FieldTrace("contour", p, grid.X, grid.Y)
        {
            ShowScale = false,
            ShowLegend = false,
            Line = new(Palette.Faint(Palette.Ink, 0.45), 0.75),
            Hover = "",
            ["contours"] = Levels(
                2 * ProbabilityStep, 1 - (2 * ProbabilityStep), 2 * ProbabilityStep,
                ("coloring", "none"), ("showlabels", true), ("labelformat", ".1f"), (
                    "labelfont", new Font(12, Palette.Ink))),
        };
        Trace half = new FieldTrace("contour", p, grid.X, grid.Y)
        {
            Name = "p = ½",
            ShowScale = false,
            ShowLegend = true,
            Line = new(Palette.Ink, 2.5),
            Hover = "",
            ["contours"] = Levels(0.5, 0.5, 2 * ProbabilityStep, ("coloring", "none")),
        };
        return [field, levels, half];
    }

    private static JsonObject Levels(double from, double to, double size, params (string Name, JsonNode? Value)[] style)
    {
        JsonObject levels = new() { ["start"] = from, ["end"] = to, ["size"] = size };
        foreach ((string name, JsonNode? value) in style)
            levels[name] = value;
        return levels;
    }

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

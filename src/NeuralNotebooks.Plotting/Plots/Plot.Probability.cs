using System.Text.Json.Nodes;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    // Steps of p between two colours; every second step has a line.
    private const double ProbabilityStep = 0.1;

    // Fine enough for smooth contours of smooth functions.
    private const int ProbabilityResolution = 60;

    /// <summary>The probability of class 1 over a plane of two features as contours, the line p = ½, and the examples of both classes.</summary>
    /// <param name="probability">p of the two features, in the order horizontal, vertical.</param>
    /// <param name="set">The examples, of two classes.</param>
    /// <param name="horizontal">The feature on the horizontal axis.</param>
    /// <param name="vertical">The feature on the vertical axis.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentException">The set does not have two classes, or the function gives a number that is not a probability.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such feature.</exception>
    public static Picture Probability(Func<double, double, double> probability, Dataset<double> set, int horizontal = 0, int vertical = 1, string title = "")
    {
        ArgumentNullException.ThrowIfNull(probability);
        ClassPoints points = ClassPoints.Of(set, horizontal, vertical);
        if (set.ClassCount != 2)
            throw new ArgumentException($"The set has {set.ClassCount} classes: a probability separates two.", nameof(set));
        double[] xs = Spread(points.X.Values, ProbabilityResolution), ys = Spread(points.Y.Values, ProbabilityResolution);
        double[][] p = [.. ys.Select(b => xs.Select(a => Math.Round(CheckedProbability(probability, a, b), 3)).ToArray())];

        GenericChart field = Chart.Contour<double, double, double, string>(zData: p, X: xs, Y: ys, ColorScale: Palette.Diverging(), ShowScale: false, Opacity: 0.45, ShowLegend: false);
        GenericChart levels = Chart.Contour<double, double, double, string>(zData: p, X: xs, Y: ys, ShowScale: false, ShowLegend: false);
        GenericChart half = Chart.Contour<double, double, double, string>(zData: p, X: xs, Y: ys, ShowScale: false, Name: "p = ½");
        FigureData figure = FigureData.Of(
            Chart.Combine([field, levels, half, .. points.Charts()]).WithAxes(points.X.Name, points.Y.Name).WithRanges((xs[0], xs[^1]), (ys[0], ys[^1])), height: 460);
        figure.Trace(0)["zmin"] = 0;
        figure.Trace(0)["zmax"] = 1;
        figure.Trace(0)["contours"] = new JsonObject { ["start"] = ProbabilityStep, ["end"] = 1 - ProbabilityStep, ["size"] = ProbabilityStep, ["showlines"] = false };
        figure.Trace(0)["hovertemplate"] = "(%{x:.3g}, %{y:.3g}), p = %{z:.3f}<extra></extra>";
        // Numbers on the lines instead of a scale at the side.
        Style(figure.Trace(1), from: 2 * ProbabilityStep, to: 1 - (2 * ProbabilityStep), width: 0.75, Palette.Ink + "/0.45");
        figure.Trace(1)["contours"]!["showlabels"] = true;
        figure.Trace(1)["contours"]!["labelformat"] = ".1f";
        figure.Trace(1)["contours"]!["labelfont"] = new JsonObject { ["size"] = 12, ["color"] = Palette.Ink };
        Style(figure.Trace(2), from: 0.5, to: 0.5, width: 2.5, Palette.Ink);
        figure.Trace(2)["showlegend"] = true;
        int right = Enumerable.Range(0, set.Count).Count(i => CheckedProbability(probability, points.X.Values[i], points.Y.Values[i]) >= 0.5 == (points.Labels[i] == 1));
        return Picture.Of(
            figure,
            $"Contours of the probability of {points.ClassNames[1]} and the line p = ½: {points.Description()} {right} of {set.Count} examples lie on the correct side of the line.").WithTitle(title);
    }

    private static void Style(JsonObject lines, double from, double to, double width, string colour)
    {
        lines["contours"] = new JsonObject { ["start"] = from, ["end"] = to, ["size"] = 2 * ProbabilityStep, ["coloring"] = "none" };
        lines["line"] = new JsonObject { ["width"] = width, ["color"] = colour };
        lines["hoverinfo"] = "skip";
    }

    private static double CheckedProbability(Func<double, double, double> probability, double a, double b)
    {
        double p = probability(a, b);
        return p is >= 0 and <= 1
            ? p
            : throw new ArgumentException($"The function is {NumberText.Plain(p)} at ({NumberText.Plain(a)}, {NumberText.Plain(b)}): a probability lies between 0 and 1.", nameof(probability));
    }
}

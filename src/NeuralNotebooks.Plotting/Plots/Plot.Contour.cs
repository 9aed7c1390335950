using System.Text.Json.Nodes;
using Plotly.NET;
using Plotly.NET.TraceObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    private const int ContourResolution = 80;

    /// <summary>A function of two variables as contours, and paths on it: those of optimizers, say.</summary>
    /// <param name="f">The function.</param>
    /// <param name="x">The range of its first variable.</param>
    /// <param name="y">The range of its second variable.</param>
    /// <param name="paths">Named paths; each begins at a ring.</param>
    /// <param name="xName">What the first variable is.</param>
    /// <param name="yName">What the second variable is.</param>
    /// <param name="title">What stands above.</param>
    /// <param name="logarithmic">Whether the contours are those of log₁₀ f, for functions that grow steeply.</param>
    /// <exception cref="ArgumentException">A range is empty, or the function or a path is not finite (or, where its logarithm is drawn, not positive).</exception>
    public static Picture Contour(
        Func<double, double, double> f, (double From, double To) x, (double From, double To) y,
        IEnumerable<(string Name, IEnumerable<(double X, double Y)> Points)>? paths = null, string xName = "w₀", string yName = "w₁", string title = "",
        bool logarithmic = false)
    {
        ArgumentNullException.ThrowIfNull(f);
        CheckRange(x, nameof(x));
        CheckRange(y, nameof(y));
        double[] xs = Range(x.From, x.To, ContourResolution), ys = Range(y.From, y.To, ContourResolution);
        double[][] z = [.. ys.Select(b => xs.Select(a => Height(f, a, b, logarithmic)).ToArray())];

        List<GenericChart> layers = [Chart.Contour<double, double, double, string>(zData: z, X: xs, Y: ys, NContours: 24, Opacity: 0.75, ShowLegend: false)];
        List<string> courses = [];
        List<(double X, double Y)> starts = [];
        foreach ((string name, IEnumerable<(double X, double Y)> points) in paths ?? [])
        {
            (double X, double Y)[] path = [.. points];
            double[] px = Checked.Numbers(path.Select(point => point.X), $"The path '{name}'"), py = Checked.Numbers(path.Select(point => point.Y), $"The path '{name}'");
            starts.Add(path[0]);
            int k = starts.Count;
            layers.Add(Chart.Line<double, double, string>(
                px, py, Name: Styling.Verbatim(name), ShowLegend: true, LineColor: Palette.Of(k), LineWidth: 2.5,
                Marker: Marker.init(Size: 5, Color: Palette.Of(k)), ShowMarkers: px.Length <= 80));
            courses.Add($"{name} goes from ({NumberText.Plain(px[0])}, {NumberText.Plain(py[0])}) to ({NumberText.Plain(px[^1])}, {NumberText.Plain(py[^1])}) in {px.Length - 1} {(px.Length == 2 ? "step" : "steps")}");
        }
        if (starts.Count > 0)
            layers.Add(Rings("start", [.. starts.Select(start => start.X)], [.. starts.Select(start => start.Y)]));
        FigureData figure = FigureData.Of(Chart.Combine(layers).WithAxes(xName, yName).WithRanges(x, y), height: 460);
        figure.Trace(0)["line"] = new JsonObject { ["width"] = 1, ["color"] = "rgba(255,255,255,0.35)" };
        figure.Trace(0)["colorbar"] = new JsonObject { ["title"] = new JsonObject { ["text"] = logarithmic ? "log₁₀ f" : "f", ["side"] = "top" } };
        string contours = $"Contours of {(logarithmic ? "the logarithm of " : "")}a function of {xName} and {yName}";
        return Picture.Of(figure, courses.Count == 0 ? contours + "." : $"{contours}: {string.Join("; ", courses)}.").WithTitle(title);
    }

    private static double Height(Func<double, double, double> f, double a, double b, bool logarithmic)
    {
        double value = f(a, b), height = logarithmic ? Math.Log10(value) : value;
        // Four digits draw the same contours and keep the page small.
        return double.IsFinite(height)
            ? height == 0 ? 0 : Math.Round(height, Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(height))), 0, 15))
            : throw new ArgumentException(
                $"The function is {NumberText.Plain(value)} at ({NumberText.Plain(a)}, {NumberText.Plain(b)}): {(logarithmic ? "its logarithm" : "it")} must be finite all over the range.", nameof(f));
    }

    private static void CheckRange((double From, double To) range, string name)
    {
        if (!double.IsFinite(range.From) || !double.IsFinite(range.To) || range.From >= range.To)
            throw new ArgumentException($"The range from {NumberText.Plain(range.From)} to {NumberText.Plain(range.To)} is empty: it must go from a smaller to a larger number.", name);
    }
}

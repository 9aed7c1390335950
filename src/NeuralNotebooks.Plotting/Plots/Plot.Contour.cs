namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>A function of two variables as contours, and lines on it, such as limits. <see cref="Trajectories"/>
    /// shows the paths of optimizers.</summary>
    /// <param name="f">The function.</param>
    /// <param name="x">The range of its first variable.</param>
    /// <param name="y">The range of its second variable.</param>
    /// <param name="paths">Named lines, each by its points.</param>
    /// <param name="xName">What the first variable is.</param>
    /// <param name="yName">What the second variable is.</param>
    /// <param name="title">The title.</param>
    /// <param name="logarithmic">Whether the contours are those of log₁₀ f, for functions that grow steeply.</param>
    /// <exception cref="ArgumentException">A range is empty, or the function or a path is not finite (or, where its
    /// logarithm is drawn, not positive).</exception>
    public static Picture Contour(
        Surface f, Interval x, Interval y,
        IEnumerable<(string Name, IEnumerable<Point> Points)>? paths = null, string xName = "w₀", string yName = "w₁",
        string title = "", bool logarithmic = false)
    {
        ContourField field = new(f, x, y, logarithmic);
        (string Name, IEnumerable<Point> Points)[] lines = [.. paths ?? []];
        List<Trace> traces = [field.Contours(behindLines: lines.Length > 0)];
        List<string> courses = [];
        foreach ((string name, IEnumerable<Point> points) in lines)
        {
            Point[] path = [.. points];
            double[] px = Checked.Numbers(path.Select(point => point.X), $"The path '{name}'"),
                py = Checked.Numbers(path.Select(point => point.Y), $"The path '{name}'");
            int k = courses.Count;
            traces.Add(new LineTrace(px, py, new(Palette.Of(k), 2.5, Palette.Dash(k)), markers: px.Length <= 80)
            {
                Name = name,
                ShowLegend = true,
                Marker = new(Palette.Of(k), 5),
            });
            courses.Add(
                $"{name} from ({NumberText.Html(px[0])}, {NumberText.Html(py[0])}) to ({NumberText.Html(px[^1])}, "
                + $"{NumberText.Html(py[^1])})");
        }
        Figure figure =
            new(traces, Layout.Plane(xName, x, yName, y, lines.Length > 0 ? MaxStretch : 0)) { Height = 460 };
        string contours = $"Contours of {(logarithmic ? "the logarithm of " : "")}a function of {xName} and {yName}";
        return Picture.Of(figure, courses.Count == 0 ? contours + "." : $"{contours}: {string.Join("; ", courses)}.")
            .WithTitle(title);
    }
}

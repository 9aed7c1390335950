using Plotly.NET;
using Plotly.NET.TraceObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>A function of two variables as contours, and lines on it, such as limits. <see cref="Trajectories"/> shows the paths of optimizers.</summary>
    /// <param name="f">The function.</param>
    /// <param name="x">The range of its first variable.</param>
    /// <param name="y">The range of its second variable.</param>
    /// <param name="paths">Named lines, each by its points.</param>
    /// <param name="xName">What the first variable is.</param>
    /// <param name="yName">What the second variable is.</param>
    /// <param name="title">The title.</param>
    /// <param name="logarithmic">Whether the contours are those of log₁₀ f, for functions that grow steeply.</param>
    /// <exception cref="ArgumentException">A range is empty, or the function or a path is not finite (or, where its logarithm is drawn, not positive).</exception>
    public static Picture Contour(
        Func<double, double, double> f, (double From, double To) x, (double From, double To) y,
        IEnumerable<(string Name, IEnumerable<(double X, double Y)> Points)>? paths = null, string xName = "w₀", string yName = "w₁", string title = "",
        bool logarithmic = false)
    {
        ContourField field = new(f, x, y, logarithmic);
        (string Name, IEnumerable<(double X, double Y)> Points)[] lines = [.. paths ?? []];
        List<GenericChart> layers = [field.Contours(behindLines: lines.Length > 0)];
        List<string> courses = [];
        foreach ((string name, IEnumerable<(double X, double Y)> points) in lines)
        {
            (double X, double Y)[] path = [.. points];
            double[] px = Checked.Numbers(path.Select(point => point.X), $"The path '{name}'"), py = Checked.Numbers(path.Select(point => point.Y), $"The path '{name}'");
            int k = courses.Count;
            layers.Add(Chart.Line<double, double, string>(
                px, py, Name: Styling.Verbatim(name), ShowLegend: true, LineColor: Palette.Of(k), LineWidth: 2.5, LineDash: Dash(k),
                Marker: Marker.init(Size: 5, Color: Palette.Of(k)), ShowMarkers: px.Length <= 80));
            courses.Add($"{name} from ({NumberText.Html(px[0])}, {NumberText.Html(py[0])}) to ({NumberText.Html(px[^1])}, {NumberText.Html(py[^1])})");
        }
        FigureData figure = FigureData.Of(Chart.Combine(layers).WithAxes(xName, yName).WithRanges(x, y), height: 460);
        field.Style(figure.Trace(0), behindLines: lines.Length > 0);
        if (lines.Length > 0)
            figure.ScaleEqually(x, y, MaxStretch);
        string contours = $"Contours of {(logarithmic ? "the logarithm of " : "")}a function of {xName} and {yName}";
        return Picture.Of(figure, courses.Count == 0 ? contours + "." : $"{contours}: {string.Join("; ", courses)}.").WithTitle(title);
    }
}

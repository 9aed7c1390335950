namespace NeuralNotebooks.Plotting;

internal static class FigureParts
{
    /// <summary>A line through points; a number that is not finite is a gap.</summary>
    public static FigurePart Line(
        IEnumerable<Point> points, FigurePart line, string? name = null, bool? showLegend = null) =>
        Scatter("lines", points, name, showLegend).With(new() { ["line"] = line });

    public static FigurePart Points(
        IEnumerable<Point> points, FigurePart marker, string? name = null, bool? showLegend = null) =>
        Scatter("markers", points, name, showLegend).With(new() { ["marker"] = marker });

    /// <summary>Rings around points that are drawn already.</summary>
    public static FigurePart Rings(string name, IEnumerable<Point> points) =>
        Points(points, Marker(Palette.Ink, 15, "circle-open"), name);

    /// <summary>Values over a plane, in which NaN is a gap: a heat map or contours.</summary>
    public static FigurePart Field(string type, double[][] z, PlaneGrid? grid, FigurePart style) =>
        style.With(new() { ["type"] = type, ["z"] = z.Select(Gaps), ["x"] = grid?.X, ["y"] = grid?.Y });

    public static FigurePart Stroke(string? color = null, double? width = null, string? dash = null) =>
        new() { ["color"] = color, ["width"] = width, ["dash"] = dash };

    public static double MarkerSize(int points) => points > 400 ? 5 : 8;

    public static FigurePart Marker(
        string? color = null, double? size = null, string? symbol = null, double? opacity = null,
        FigurePart? line = null) => new()
        {
            ["color"] = color,
            ["size"] = size,
            ["symbol"] = symbol,
            ["opacity"] = opacity,
            ["line"] = line,
        };

    /// <summary>Text escaped for plotly.js, which interprets <c>&lt;b&gt;</c> and <c>&amp;lt;</c> as markup.</summary>
    public static string? Verbatim(string? text) => text?.Replace("&", "&amp;").Replace("<", "&lt;");

    private static FigurePart Scatter(string mode, IEnumerable<Point> points, string? name, bool? showLegend) => new()
    {
        ["type"] = "scatter",
        ["mode"] = mode,
        ["x"] = Gaps(points.Select(point => point.X)),
        ["y"] = Gaps(points.Select(point => point.Y)),
        ["name"] = Verbatim(name),
        ["showlegend"] = showLegend,
    };

    private static IEnumerable<double?> Gaps(IEnumerable<double> values) =>
        values.Select(value => double.IsFinite(value) ? value : (double?)null);
}

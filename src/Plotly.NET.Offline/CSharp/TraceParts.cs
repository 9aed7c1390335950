using static Plotly.NET.StyleParam;

namespace Plotly.NET.CSharp;

/// <summary>Makes the marker and the line of a trace from the arguments that describe them.</summary>
internal static class TraceParts
{
    public static FigurePart Marker(
        Optional<Color> color, Optional<Colorscale> colorScale = default, Optional<MarkerSymbol> symbol = default) =>
        new() { ["color"] = color, ["colorscale"] = colorScale, ["symbol"] = symbol };

    /// <summary>The marker of bars: it always has a pattern, which may be empty.</summary>
    public static FigurePart BarMarker(
        Optional<Color> color, Optional<Colorscale> colorScale = default) =>
        new() { ["color"] = color, ["colorscale"] = colorScale, ["pattern"] = new FigurePart() };

    public static FigurePart Line(
        Optional<Color> color, Optional<double> width = default, Optional<DrawingStyle> dash = default) =>
        new() { ["color"] = color, ["width"] = width, ["dash"] = dash };
}

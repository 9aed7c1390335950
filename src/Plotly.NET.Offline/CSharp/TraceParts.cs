using Plotly.NET.TraceObjects;
using static Plotly.NET.StyleParam;

namespace Plotly.NET.CSharp;

/// <summary>Marker, line and mode of a trace from the many arguments that describe them.</summary>
internal static class TraceParts
{
    private static readonly string[] _modes = ["lines", "markers", "text"];

    public static Marker Marker(
        Optional<Marker> marker, Optional<Color> color, Optional<Colorscale> colorScale = default,
        Optional<Line> outline = default, Optional<MarkerSymbol> symbol = default,
        Optional<IEnumerable<MarkerSymbol>> multiSymbol = default, Optional<IEnumerable<double>> multiOpacity = default)
    {
        Marker styled = marker.Or(new());
        styled.Add(color);
        styled.Add(colorScale);
        styled.Add(outline, "line");
        styled.Add(multiOpacity, "opacity");
        styled.Add(symbol, multiSymbol);
        return styled;
    }

    /// <summary>The marker of bars: it always has a pattern, which may be empty.</summary>
    public static Marker BarMarker(
        Optional<Marker> marker, Optional<Color> color, Optional<Colorscale> colorScale = default,
        Optional<Line> outline = default, Optional<IEnumerable<double>> multiOpacity = default)
    {
        Marker styled = Marker(marker, color, colorScale, outline, multiOpacity: multiOpacity);
        styled.Add(new DynamicObj.DynamicObj(), "pattern");
        return styled;
    }

    public static Line Line(
        Optional<Line> line, Optional<Color> color, Optional<Colorscale> colorScale, Optional<double> width,
        Optional<DrawingStyle> dash, Optional<double> smoothing = default)
    {
        Line styled = line.Or(new());
        styled.Add(color);
        styled.Add(width);
        styled.Add(smoothing);
        styled.Add(dash);
        styled.Add(colorScale);
        return styled;
    }

    /// <summary>The mode of a trace: markers if requested, texts if they have a position.</summary>
    public static StyleParam.Mode Mode(StyleParam.Mode mode, Optional<bool> showMarkers, bool showText)
    {
        string[] given = mode.ToString().Split('+');
        return StyleParam.Mode.Of([.. _modes.Where(part =>
            given.Contains(part) || (part == "markers" && showMarkers.Or(false)) || (part == "text" && showText))]);
    }
}

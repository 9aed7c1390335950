using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

/// <summary>Marker, line and mode of a trace from the many arguments that describe them.</summary>
internal static class TraceParts
{
    public static Marker Marker(
        Optional<Marker> marker, Optional<Color> color, Optional<StyleParam.Colorscale> colorScale = default, Optional<Line> outline = default,
        Optional<StyleParam.MarkerSymbol> symbol = default, Optional<IEnumerable<StyleParam.MarkerSymbol>> multiSymbol = default,
        Optional<IEnumerable<double>> multiOpacity = default, IEnumerable<int>? sizes = null)
    {
        Marker styled = marker.Or(new Marker()).With("color", color).With("colorscale", colorScale).With("line", outline);
        if (sizes is not null)
            styled.SetValue("size", sizes);
        return styled.With("opacity", multiOpacity).With("symbol", symbol, multiSymbol);
    }

    /// <summary>The marker of bars: it always has a pattern, which may be empty.</summary>
    public static Marker BarMarker(
        Optional<Marker> marker, Optional<Color> color, Optional<StyleParam.Colorscale> colorScale = default, Optional<Line> outline = default,
        Optional<Pattern> pattern = default, Optional<StyleParam.PatternShape> shape = default,
        Optional<IEnumerable<StyleParam.PatternShape>> multiShape = default, Optional<IEnumerable<double>> multiOpacity = default) =>
        marker.Or(new Marker()).With("color", color).With("colorscale", colorScale).With("line", outline).With("opacity", multiOpacity)
            .Set("pattern", pattern.Or(new Pattern()).With("shape", shape, multiShape));

    public static Line Line(
        Optional<Line> line, Optional<Color> color, Optional<StyleParam.Colorscale> colorScale, Optional<double> width,
        Optional<StyleParam.DrawingStyle> dash, StyleParam.Shape? shape = null, Optional<double> smoothing = default)
    {
        Line styled = line.Or(new Line()).With("color", color).With("width", width);
        if (shape is not null)
            styled.SetValue("shape", shape);
        return styled.With("smoothing", smoothing).With("dash", dash).With("colorscale", colorScale);
    }

    /// <summary>The mode of a trace: markers if requested, texts if they have a position.</summary>
    public static StyleParam.Mode Mode(StyleParam.Mode mode, Optional<bool> showMarkers, bool showText)
    {
        string[] parts = mode.ToString().Split('+');
        bool lines = parts.Contains("lines"), markers = parts.Contains("markers") || showMarkers.Or(false), text = parts.Contains("text") || showText;
        return (lines, markers, text) switch
        {
            (true, true, true) => StyleParam.Mode.Lines_Markers_Text,
            (true, true, false) => StyleParam.Mode.Lines_Markers,
            (true, false, true) => StyleParam.Mode.Lines_Text,
            (true, false, false) => StyleParam.Mode.Lines,
            (false, true, true) => StyleParam.Mode.Markers_Text,
            (false, true, false) => StyleParam.Mode.Markers,
            (false, false, true) => StyleParam.Mode.Text,
            (false, false, false) => StyleParam.Mode.None,
        };
    }
}

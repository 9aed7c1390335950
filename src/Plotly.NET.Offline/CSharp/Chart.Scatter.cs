using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

/// <summary>Points and lines.</summary>
public static partial class Chart
{
    public static GenericChart Scatter<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, StyleParam.Mode mode, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default, Optional<StyleParam.MarkerSymbol> MarkerSymbol = default,
        Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default, Optional<Marker> Marker = default, Optional<Color> LineColor = default,
        Optional<StyleParam.Colorscale> LineColorScale = default, Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default,
        Optional<Line> Line = default, Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<StyleParam.Fill> Fill = default, Optional<Color> FillColor = default,
        Optional<bool> UseWebGL = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        ScatterTrace(
            x, y, mode, Name, ShowLegend, Opacity, Text, MultiText, TextPosition, MultiTextPosition, StackGroup, Orientation, GroupNorm,
            TraceParts.Marker(Marker, MarkerColor, MarkerColorScale, MarkerOutline, MarkerSymbol, MultiMarkerSymbol, MultiOpacity),
            TraceParts.Line(Line, LineColor, LineColorScale, LineWidth, LineDash),
            Fill, FillColor, UseWebGL, UseDefaults);

    public static GenericChart Point<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default,
        Optional<StyleParam.TextPosition> TextPosition = default, Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default,
        Optional<Color> MarkerColor = default, Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default, Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default,
        Optional<Marker> Marker = default, Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<bool> UseWebGL = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        ScatterTrace(
            x, y, TraceParts.Mode(StyleParam.Mode.Markers, default, TextPosition.IsSome || MultiTextPosition.IsSome), Name, ShowLegend, Opacity, Text, MultiText, TextPosition, MultiTextPosition, StackGroup, Orientation, GroupNorm,
            TraceParts.Marker(Marker, MarkerColor, MarkerColorScale, MarkerOutline, MarkerSymbol, MultiMarkerSymbol, MultiOpacity),
            new Line(),
            default, default, UseWebGL, UseDefaults);

    public static GenericChart Bubble<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, IEnumerable<int> sizes, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default, Optional<StyleParam.MarkerSymbol> MarkerSymbol = default,
        Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default, Optional<Marker> Marker = default, Optional<Color> LineColor = default,
        Optional<StyleParam.Colorscale> LineColorScale = default, Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default,
        Optional<Line> Line = default, Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<bool> UseWebGL = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        ScatterTrace(
            x, y, TraceParts.Mode(StyleParam.Mode.Markers, default, TextPosition.IsSome || MultiTextPosition.IsSome), Name, ShowLegend, Opacity, Text, MultiText, TextPosition, MultiTextPosition, StackGroup, Orientation, GroupNorm,
            TraceParts.Marker(Marker, MarkerColor, MarkerColorScale, MarkerOutline, MarkerSymbol, MultiMarkerSymbol, MultiOpacity, sizes),
            TraceParts.Line(Line, LineColor, LineColorScale, LineWidth, LineDash),
            default, default, UseWebGL, UseDefaults);

    public static GenericChart Line<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<bool> ShowMarkers = default, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default, Optional<StyleParam.MarkerSymbol> MarkerSymbol = default,
        Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default, Optional<Marker> Marker = default, Optional<Color> LineColor = default,
        Optional<StyleParam.Colorscale> LineColorScale = default, Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default,
        Optional<Line> Line = default, Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<StyleParam.Fill> Fill = default, Optional<Color> FillColor = default,
        Optional<bool> UseWebGL = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        ScatterTrace(
            x, y, TraceParts.Mode(StyleParam.Mode.Lines, ShowMarkers, TextPosition.IsSome || MultiTextPosition.IsSome), Name, ShowLegend, Opacity, Text, MultiText, TextPosition, MultiTextPosition, StackGroup, Orientation, GroupNorm,
            TraceParts.Marker(Marker, MarkerColor, MarkerColorScale, MarkerOutline, MarkerSymbol, MultiMarkerSymbol, MultiOpacity),
            TraceParts.Line(Line, LineColor, LineColorScale, LineWidth, LineDash),
            Fill, FillColor, UseWebGL, UseDefaults);

    public static GenericChart Spline<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<bool> ShowMarkers = default, Optional<double> Smoothing = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default,
        Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default, Optional<StyleParam.MarkerSymbol> MarkerSymbol = default,
        Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default, Optional<Marker> Marker = default, Optional<Color> LineColor = default,
        Optional<StyleParam.Colorscale> LineColorScale = default, Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default,
        Optional<Line> Line = default, Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<StyleParam.Fill> Fill = default, Optional<Color> FillColor = default,
        Optional<bool> UseWebGL = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        ScatterTrace(
            x, y, TraceParts.Mode(StyleParam.Mode.Lines, ShowMarkers, TextPosition.IsSome || MultiTextPosition.IsSome), Name, ShowLegend, Opacity, Text, MultiText, TextPosition, MultiTextPosition, StackGroup, Orientation, GroupNorm,
            TraceParts.Marker(Marker, MarkerColor, MarkerColorScale, MarkerOutline, MarkerSymbol, MultiMarkerSymbol, MultiOpacity),
            TraceParts.Line(Line, LineColor, LineColorScale, LineWidth, LineDash, StyleParam.Shape.Spline, Smoothing),
            Fill, FillColor, UseWebGL, UseDefaults);

    private static GenericChart ScatterTrace<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, StyleParam.Mode mode, Optional<string> name, Optional<bool> showLegend, Optional<double> opacity,
        Optional<TextType> text, Optional<IEnumerable<TextType>> multiText, Optional<StyleParam.TextPosition> textPosition,
        Optional<IEnumerable<StyleParam.TextPosition>> multiTextPosition, Optional<string> stackGroup, Optional<StyleParam.Orientation> orientation,
        Optional<StyleParam.GroupNorm> groupNorm, Marker marker, Line line, Optional<StyleParam.Fill> fill, Optional<Color> fillColor,
        Optional<bool> useWebGL, Optional<bool> useDefaults, Pattern? fillPattern = null)
    {
        Trace trace = new Trace(useWebGL.Or(false) ? "scattergl" : "scatter")
            .With("name", name).With("showlegend", showLegend).With("opacity", opacity).Set("mode", mode).Set("x", x).Set("y", y).With("text", text, multiText)
            .With("textposition", textPosition, multiTextPosition).With("orientation", orientation).With("groupnorm", groupNorm).With("stackgroup", stackGroup)
            .Set("marker", marker).Set("line", line).With("fill", fill).With("fillcolor", fillColor);
        if (fillPattern is not null)
            trace.SetValue("fillpattern", fillPattern);
        return GenericChart.Of([trace], useDefaults.Or(true));
    }
}

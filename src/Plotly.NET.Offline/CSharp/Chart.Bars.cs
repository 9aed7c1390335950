using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

/// <summary>Bars, vertical (<c>Column</c>) and horizontal (<c>Bar</c>).</summary>
public static partial class Chart
{
    public static GenericChart Bar<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values, Optional<IEnumerable<KeysType>> Keys = default, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<Color> MarkerColor = default, Optional<StyleParam.Colorscale> MarkerColorScale = default,
        Optional<Line> MarkerOutline = default, Optional<StyleParam.PatternShape> MarkerPatternShape = default,
        Optional<IEnumerable<StyleParam.PatternShape>> MultiMarkerPatternShape = default, Optional<Pattern> MarkerPattern = default,
        Optional<Marker> Marker = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<IEnumerable<ValuesType>> MultiWidth = default,
        Optional<bool> UseDefaults = default, Optional<ValuesType> Base = default, Optional<ValuesType> Width = default)
        where ValuesType : IConvertible where KeysType : IConvertible where TextType : IConvertible =>
        BarTrace(
            values, Keys, StyleParam.Orientation.Horizontal, Name, ShowLegend, Opacity, Text, MultiText, TextPosition, MultiTextPosition, MultiWidth, Base, Width,
            TraceParts.BarMarker(Marker, MarkerColor, MarkerColorScale, MarkerOutline, MarkerPattern, MarkerPatternShape, MultiMarkerPatternShape, MultiOpacity),
            UseDefaults);

    public static GenericChart StackedBar<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values, Optional<IEnumerable<KeysType>> Keys = default, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<Color> MarkerColor = default, Optional<StyleParam.Colorscale> MarkerColorScale = default,
        Optional<Line> MarkerOutline = default, Optional<StyleParam.PatternShape> MarkerPatternShape = default,
        Optional<IEnumerable<StyleParam.PatternShape>> MultiMarkerPatternShape = default, Optional<Pattern> MarkerPattern = default,
        Optional<Marker> Marker = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<IEnumerable<ValuesType>> MultiWidth = default,
        Optional<bool> UseDefaults = default, Optional<ValuesType> Base = default, Optional<ValuesType> Width = default)
        where ValuesType : IConvertible where KeysType : IConvertible where TextType : IConvertible =>
        BarTrace(
            values, Keys, StyleParam.Orientation.Horizontal, Name, ShowLegend, Opacity, Text, MultiText, TextPosition, MultiTextPosition, MultiWidth, Base, Width,
            TraceParts.BarMarker(Marker, MarkerColor, MarkerColorScale, MarkerOutline, MarkerPattern, MarkerPatternShape, MultiMarkerPatternShape, MultiOpacity),
            UseDefaults, stacked: true);

    public static GenericChart Column<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values, Optional<IEnumerable<KeysType>> Keys = default, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<Color> MarkerColor = default, Optional<StyleParam.Colorscale> MarkerColorScale = default,
        Optional<Line> MarkerOutline = default, Optional<StyleParam.PatternShape> MarkerPatternShape = default,
        Optional<IEnumerable<StyleParam.PatternShape>> MultiMarkerPatternShape = default, Optional<Pattern> MarkerPattern = default,
        Optional<Marker> Marker = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<IEnumerable<ValuesType>> MultiWidth = default,
        Optional<bool> UseDefaults = default, Optional<ValuesType> Base = default, Optional<ValuesType> Width = default)
        where ValuesType : IConvertible where KeysType : IConvertible where TextType : IConvertible =>
        BarTrace(
            values, Keys, StyleParam.Orientation.Vertical, Name, ShowLegend, Opacity, Text, MultiText, TextPosition, MultiTextPosition, MultiWidth, Base, Width,
            TraceParts.BarMarker(Marker, MarkerColor, MarkerColorScale, MarkerOutline, MarkerPattern, MarkerPatternShape, MultiMarkerPatternShape, MultiOpacity),
            UseDefaults);

    public static GenericChart StackedColumn<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values, Optional<IEnumerable<KeysType>> Keys = default, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<Color> MarkerColor = default, Optional<StyleParam.Colorscale> MarkerColorScale = default,
        Optional<Line> MarkerOutline = default, Optional<StyleParam.PatternShape> MarkerPatternShape = default,
        Optional<IEnumerable<StyleParam.PatternShape>> MultiMarkerPatternShape = default, Optional<Pattern> MarkerPattern = default,
        Optional<Marker> Marker = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<IEnumerable<ValuesType>> MultiWidth = default,
        Optional<bool> UseDefaults = default, Optional<ValuesType> Base = default, Optional<ValuesType> Width = default)
        where ValuesType : IConvertible where KeysType : IConvertible where TextType : IConvertible =>
        BarTrace(
            values, Keys, StyleParam.Orientation.Vertical, Name, ShowLegend, Opacity, Text, MultiText, TextPosition, MultiTextPosition, MultiWidth, Base, Width,
            TraceParts.BarMarker(Marker, MarkerColor, MarkerColorScale, MarkerOutline, MarkerPattern, MarkerPatternShape, MultiMarkerPatternShape, MultiOpacity),
            UseDefaults, stacked: true);

    private static GenericChart BarTrace<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values, Optional<IEnumerable<KeysType>> keys, StyleParam.Orientation orientation, Optional<string> name, Optional<bool> showLegend,
        Optional<double> opacity, Optional<TextType> text, Optional<IEnumerable<TextType>> multiText, Optional<StyleParam.TextPosition> textPosition,
        Optional<IEnumerable<StyleParam.TextPosition>> multiTextPosition, Optional<IEnumerable<ValuesType>> multiWidth, Optional<ValuesType> @base,
        Optional<ValuesType> width, Marker marker, Optional<bool> useDefaults, bool stacked = false)
    {
        Trace trace = new Trace("bar").With("name", name).With("showlegend", showLegend).With("opacity", opacity);
        if (orientation == StyleParam.Orientation.Horizontal)
            trace.Set("x", values).With("y", keys);
        else
            trace.With("x", keys).Set("y", values);
        trace.With("base", @base).With("width", width, multiWidth).With("text", text, multiText).With("textposition", textPosition, multiTextPosition)
            .Set("orientation", orientation).Set("marker", marker);
        GenericChart chart = GenericChart.Of([trace], useDefaults.Or(true));
        if (stacked)
            chart.Layout.SetValue("barmode", StyleParam.BarMode.Stack);
        return chart;
    }
}

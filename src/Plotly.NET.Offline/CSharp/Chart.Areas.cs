using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

/// <summary>Filled areas.</summary>
public static partial class Chart
{
    public static GenericChart Area<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<bool> ShowMarkers = default, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default, Optional<StyleParam.MarkerSymbol> MarkerSymbol = default,
        Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default, Optional<Marker> Marker = default, Optional<Color> LineColor = default,
        Optional<StyleParam.Colorscale> LineColorScale = default, Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default,
        Optional<Line> Line = default, Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<Color> FillColor = default, Optional<bool> UseWebGL = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        ScatterTrace(
            x, y, TraceParts.Mode(StyleParam.Mode.Lines, ShowMarkers, TextPosition.IsSome || MultiTextPosition.IsSome), Name, ShowLegend, Opacity, Text, MultiText, TextPosition, MultiTextPosition, StackGroup, Orientation, GroupNorm,
            TraceParts.Marker(Marker, MarkerColor, MarkerColorScale, MarkerOutline, MarkerSymbol, MultiMarkerSymbol, MultiOpacity),
            TraceParts.Line(Line, LineColor, LineColorScale, LineWidth, LineDash),
            StyleParam.Fill.ToZero_y, FillColor, UseWebGL, UseDefaults, new Pattern());

    public static GenericChart SplineArea<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<bool> ShowMarkers = default, Optional<double> Smoothing = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default,
        Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default, Optional<StyleParam.MarkerSymbol> MarkerSymbol = default,
        Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default, Optional<Marker> Marker = default, Optional<Color> LineColor = default,
        Optional<StyleParam.Colorscale> LineColorScale = default, Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default,
        Optional<Line> Line = default, Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<Color> FillColor = default, Optional<bool> UseWebGL = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        ScatterTrace(
            x, y, TraceParts.Mode(StyleParam.Mode.Lines, ShowMarkers, TextPosition.IsSome || MultiTextPosition.IsSome), Name, ShowLegend, Opacity, Text, MultiText, TextPosition, MultiTextPosition, StackGroup, Orientation, GroupNorm,
            TraceParts.Marker(Marker, MarkerColor, MarkerColorScale, MarkerOutline, MarkerSymbol, MultiMarkerSymbol, MultiOpacity),
            TraceParts.Line(Line, LineColor, LineColorScale, LineWidth, LineDash, StyleParam.Shape.Spline, Smoothing),
            StyleParam.Fill.ToZero_y, FillColor, UseWebGL, UseDefaults, new Pattern());

    public static GenericChart StackedArea<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<bool> ShowMarkers = default, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default, Optional<StyleParam.MarkerSymbol> MarkerSymbol = default,
        Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default, Optional<Marker> Marker = default, Optional<Color> LineColor = default,
        Optional<StyleParam.Colorscale> LineColorScale = default, Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default,
        Optional<Line> Line = default, Optional<StyleParam.Orientation> Orientation = default, Optional<StyleParam.GroupNorm> GroupNorm = default,
        Optional<Color> FillColor = default, Optional<bool> UseWebGL = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        ScatterTrace(
            x, y, TraceParts.Mode(StyleParam.Mode.Lines, ShowMarkers, TextPosition.IsSome || MultiTextPosition.IsSome), Name, ShowLegend, Opacity, Text, MultiText, TextPosition, MultiTextPosition, "stackedarea", Orientation, GroupNorm,
            TraceParts.Marker(Marker, MarkerColor, MarkerColorScale, MarkerOutline, MarkerSymbol, MultiMarkerSymbol, MultiOpacity),
            TraceParts.Line(Line, LineColor, LineColorScale, LineWidth, LineDash),
            StyleParam.Fill.ToNext_y, FillColor, UseWebGL, UseDefaults, new Pattern());

    public static GenericChart Range<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, IEnumerable<YType> upper, IEnumerable<YType> lower, StyleParam.Mode mode, Optional<string> Name = default,
        Optional<string> GroupName = default, Optional<bool> ShowMarkers = default, Optional<bool> ShowLegend = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default, Optional<StyleParam.MarkerSymbol> MarkerSymbol = default,
        Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default, Optional<Marker> Marker = default, Optional<Marker> UpperMarker = default,
        Optional<Marker> LowerMarker = default, Optional<Color> LineColor = default, Optional<StyleParam.Colorscale> LineColorScale = default,
        Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default, Optional<Line> Line = default,
        Optional<Line> UpperLine = default, Optional<Line> LowerLine = default, Optional<Color> RangeColor = default, Optional<TextType> UpperText = default,
        Optional<IEnumerable<TextType>> MultiUpperText = default, Optional<TextType> LowerText = default, Optional<IEnumerable<TextType>> MultiLowerText = default,
        Optional<Font> TextFont = default, Optional<string> LowerName = default, Optional<string> UpperName = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        StyleParam.Mode drawn = TraceParts.Mode(mode, ShowMarkers, TextPosition.IsSome || TextFont.IsSome);
        string group = GroupName.Or("Range");
        GenericChart middle = Scatter(
            x, y, drawn, Name, ShowLegend, default, default, Text, MultiText, TextPosition, MultiTextPosition, MarkerColor, MarkerColorScale, MarkerOutline,
            MarkerSymbol, MultiMarkerSymbol, Marker, LineColor, LineColorScale, LineWidth, LineDash, Line);
        middle.Traces[0].Set("legendgroup", group).Set("legendgrouptitle", Title.init(Text: group));
        Trace low = Bound(LowerName.Or("lower"), lower, default, LowerText, MultiLowerText, LowerMarker, LowerLine);
        Trace high = Bound(UpperName.Or("upper"), upper, StyleParam.Fill.ToNext_y, UpperText, MultiUpperText, UpperMarker, UpperLine);
        return GenericChart.Of([low, high, middle.Traces[0]], UseDefaults.Or(true));

        Trace Bound(
            string name, IEnumerable<YType> values, Optional<StyleParam.Fill> fill, Optional<TextType> text, Optional<IEnumerable<TextType>> multiText,
            Optional<Marker> marker, Optional<Line> line)
        {
            Trace trace = new Trace("scatter")
                .Set("name", name).Set("showlegend", ShowLegend.Or(true)).Set("legendgroup", group).Set("mode", drawn).Set("x", x).Set("y", values)
                .With("text", text, multiText).With("textposition", TextPosition).With("marker", marker).With("line", line).With("textfont", TextFont)
                .With("fill", fill).With("fillcolor", RangeColor);
            trace.Style("marker", new Marker().Set("color", RangeColor.Or(Color.fromString("rgba(0,0,0,0.5)"))));
            return trace;
        }
    }
}

using Plotly.NET.TraceObjects;
using static Plotly.NET.StyleParam;

namespace Plotly.NET.CSharp;

/// <summary>Points, lines and bands.</summary>
public static partial class Chart
{
    public static GenericChart Scatter<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, StyleParam.Mode mode, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<TextPosition> TextPosition = default,
        Optional<Color> MarkerColor = default, Optional<Colorscale> MarkerColorScale = default,
        Optional<Line> MarkerOutline = default, Optional<MarkerSymbol> MarkerSymbol = default,
        Optional<IEnumerable<MarkerSymbol>> MultiMarkerSymbol = default, Optional<Marker> Marker = default,
        Optional<Color> LineColor = default, Optional<Colorscale> LineColorScale = default,
        Optional<double> LineWidth = default, Optional<DrawingStyle> LineDash = default, Optional<Line> Line = default,
        Optional<Fill> Fill = default, Optional<Color> FillColor = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Of(UseDefaults, new("scatter")
        {
            Name, ShowLegend, Opacity, mode, x, y, { Text, MultiText }, TextPosition,
            {
                TraceParts.Marker(
                    Marker, MarkerColor, MarkerColorScale, MarkerOutline, MarkerSymbol, MultiMarkerSymbol,
                    MultiOpacity),
                "marker"
            },
            { TraceParts.Line(Line, LineColor, LineColorScale, LineWidth, LineDash), "line" }, Fill, FillColor,
        });

    public static GenericChart Point<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<TextPosition> TextPosition = default,
        Optional<Color> MarkerColor = default, Optional<Colorscale> MarkerColorScale = default,
        Optional<Line> MarkerOutline = default, Optional<MarkerSymbol> MarkerSymbol = default,
        Optional<IEnumerable<MarkerSymbol>> MultiMarkerSymbol = default, Optional<Marker> Marker = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Scatter(
            x, y, TraceParts.Mode(StyleParam.Mode.Markers, default, TextPosition.IsSome), Name, ShowLegend, Opacity,
            MultiOpacity, Text, MultiText, TextPosition, MarkerColor, MarkerColorScale, MarkerOutline, MarkerSymbol,
            MultiMarkerSymbol, Marker, UseDefaults: UseDefaults);

    public static GenericChart Line<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<bool> ShowMarkers = default,
        Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<TextPosition> TextPosition = default,
        Optional<Color> MarkerColor = default, Optional<Colorscale> MarkerColorScale = default,
        Optional<Line> MarkerOutline = default, Optional<MarkerSymbol> MarkerSymbol = default,
        Optional<IEnumerable<MarkerSymbol>> MultiMarkerSymbol = default, Optional<Marker> Marker = default,
        Optional<Color> LineColor = default, Optional<Colorscale> LineColorScale = default,
        Optional<double> LineWidth = default, Optional<DrawingStyle> LineDash = default, Optional<Line> Line = default,
        Optional<Fill> Fill = default, Optional<Color> FillColor = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Scatter(
            x, y, TraceParts.Mode(StyleParam.Mode.Lines, ShowMarkers, TextPosition.IsSome), Name, ShowLegend, Opacity,
            MultiOpacity, Text, MultiText, TextPosition, MarkerColor, MarkerColorScale, MarkerOutline, MarkerSymbol,
            MultiMarkerSymbol, Marker, LineColor, LineColorScale, LineWidth, LineDash, Line, Fill, FillColor,
            UseDefaults);

    public static GenericChart Range<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, IEnumerable<YType> upper, IEnumerable<YType> lower,
        StyleParam.Mode mode, Optional<string> Name = default, Optional<string> GroupName = default,
        Optional<bool> ShowMarkers = default, Optional<bool> ShowLegend = default,
        Optional<Color> MarkerColor = default, Optional<MarkerSymbol> MarkerSymbol = default,
        Optional<Marker> Marker = default, Optional<Marker> UpperMarker = default,
        Optional<Marker> LowerMarker = default,
        Optional<Color> LineColor = default, Optional<double> LineWidth = default,
        Optional<DrawingStyle> LineDash = default, Optional<Line> Line = default, Optional<Line> UpperLine = default,
        Optional<Line> LowerLine = default, Optional<Color> RangeColor = default, Optional<string> LowerName = default,
        Optional<string> UpperName = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        StyleParam.Mode drawn = TraceParts.Mode(mode, ShowMarkers, showText: false);
        string group = GroupName.Or("Range");
        GenericChart middle = Scatter<XType, YType, TextType>(
            x, y, drawn, Name, ShowLegend, MarkerColor: MarkerColor, MarkerSymbol: MarkerSymbol, Marker: Marker,
            LineColor: LineColor, LineWidth: LineWidth, LineDash: LineDash, Line: Line);
        Trace mean = middle.Traces[0];
        mean.SetValue("legendgroup", group);
        mean.SetValue("legendgrouptitle", Title.init(Text: group));
        Trace low = Bound(LowerName.Or("lower"), lower, default, LowerMarker, LowerLine);
        Trace high = Bound(UpperName.Or("upper"), upper, StyleParam.Fill.ToNext_y, UpperMarker, UpperLine);
        return GenericChart.Of([low, high, mean], UseDefaults.Or(true));

        Trace Bound(
            string name, IEnumerable<YType> values, Optional<Fill> fill, Optional<Marker> marker, Optional<Line> line)
        {
            Trace trace = new("scatter")
            {
                name, { ShowLegend.Or(true), "showlegend" }, { group, "legendgroup" }, { drawn, "mode" }, x,
                { values, "y" }, marker, line, fill, { RangeColor, "fillcolor" },
            };
            trace.Style("marker", new Marker { { RangeColor.Or(Color.fromString("rgba(0,0,0,0.5)")), "color" } });
            return trace;
        }
    }

    private static GenericChart Of(Optional<bool> useDefaults, Trace trace) =>
        GenericChart.Of([trace], useDefaults.Or(true));
}

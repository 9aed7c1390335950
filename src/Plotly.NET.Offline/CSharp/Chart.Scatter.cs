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
        Optional<MarkerSymbol> MarkerSymbol = default,
        Optional<IEnumerable<MarkerSymbol>> MultiMarkerSymbol = default,
        Optional<Color> LineColor = default, Optional<Colorscale> LineColorScale = default,
        Optional<double> LineWidth = default, Optional<DrawingStyle> LineDash = default,
        Optional<Fill> Fill = default, Optional<Color> FillColor = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Of(UseDefaults, new("scatter")
        {
            Name, ShowLegend, Opacity, mode, x, y, { Text, MultiText }, TextPosition,
            {
                TraceParts.Marker(MarkerColor, MarkerColorScale, MarkerSymbol, MultiMarkerSymbol, MultiOpacity),
                "marker"
            },
            { TraceParts.Line(LineColor, LineColorScale, LineWidth, LineDash), "line" }, Fill, FillColor,
        });

    public static GenericChart Point<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<TextPosition> TextPosition = default,
        Optional<Color> MarkerColor = default, Optional<Colorscale> MarkerColorScale = default,
        Optional<MarkerSymbol> MarkerSymbol = default,
        Optional<IEnumerable<MarkerSymbol>> MultiMarkerSymbol = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Scatter(
            x, y, TraceParts.Mode(StyleParam.Mode.Markers, default, TextPosition.IsSome), Name, ShowLegend, Opacity,
            MultiOpacity, Text, MultiText, TextPosition, MarkerColor, MarkerColorScale, MarkerSymbol,
            MultiMarkerSymbol, UseDefaults: UseDefaults);

    public static GenericChart Line<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<bool> ShowMarkers = default,
        Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<TextPosition> TextPosition = default,
        Optional<Color> MarkerColor = default, Optional<Colorscale> MarkerColorScale = default,
        Optional<MarkerSymbol> MarkerSymbol = default,
        Optional<IEnumerable<MarkerSymbol>> MultiMarkerSymbol = default,
        Optional<Color> LineColor = default, Optional<Colorscale> LineColorScale = default,
        Optional<double> LineWidth = default, Optional<DrawingStyle> LineDash = default,
        Optional<Fill> Fill = default, Optional<Color> FillColor = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Scatter(
            x, y, TraceParts.Mode(StyleParam.Mode.Lines, ShowMarkers, TextPosition.IsSome), Name, ShowLegend, Opacity,
            MultiOpacity, Text, MultiText, TextPosition, MarkerColor, MarkerColorScale, MarkerSymbol,
            MultiMarkerSymbol, LineColor, LineColorScale, LineWidth, LineDash, Fill, FillColor, UseDefaults);

    public static GenericChart Range<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, IEnumerable<YType> upper, IEnumerable<YType> lower,
        StyleParam.Mode mode, Optional<string> Name = default, Optional<string> GroupName = default,
        Optional<bool> ShowMarkers = default, Optional<bool> ShowLegend = default,
        Optional<Color> MarkerColor = default, Optional<MarkerSymbol> MarkerSymbol = default,
        Optional<Color> LineColor = default, Optional<double> LineWidth = default,
        Optional<DrawingStyle> LineDash = default, Optional<Color> RangeColor = default,
        Optional<string> LowerName = default,
        Optional<string> UpperName = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        StyleParam.Mode drawn = TraceParts.Mode(mode, ShowMarkers, showText: false);
        string group = GroupName.Or("Range");
        GenericChart middle = Scatter<XType, YType, TextType>(
            x, y, drawn, Name, ShowLegend, MarkerColor: MarkerColor, MarkerSymbol: MarkerSymbol,
            LineColor: LineColor, LineWidth: LineWidth, LineDash: LineDash);
        Trace mean = middle.Traces[0];
        mean.SetProperty("legendgroup", group);
        mean.SetProperty("legendgrouptitle", new Title { { group, "text" } });
        Trace low = Bound(LowerName.Or("lower"), lower, default);
        Trace high = Bound(UpperName.Or("upper"), upper, StyleParam.Fill.ToNext_y);
        return GenericChart.Of([low, high, mean], UseDefaults.Or(true));

        Trace Bound(string name, IEnumerable<YType> values, Optional<Fill> fill) => new("scatter")
        {
            name, { ShowLegend.Or(true), "showlegend" }, { group, "legendgroup" }, { drawn, "mode" }, x,
            { values, "y" }, fill, { RangeColor, "fillcolor" },
            { TraceParts.Marker(RangeColor.Or(Color.fromString("rgba(0,0,0,0.5)"))), "marker" },
        };
    }

    private static GenericChart Of(Optional<bool> useDefaults, Trace trace) =>
        GenericChart.Of([trace], useDefaults.Or(true));
}

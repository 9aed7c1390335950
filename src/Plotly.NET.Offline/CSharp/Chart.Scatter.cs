using static Plotly.NET.StyleParam;

namespace Plotly.NET.CSharp;

/// <summary>Points, lines and bands.</summary>
public static partial class Chart
{
    public static GenericChart Scatter<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, StyleParam.Mode mode, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<TextPosition> TextPosition = default,
        Optional<Color> MarkerColor = default, Optional<Colorscale> MarkerColorScale = default,
        Optional<MarkerSymbol> MarkerSymbol = default, Optional<Color> LineColor = default,
        Optional<double> LineWidth = default, Optional<DrawingStyle> LineDash = default,
        Optional<Fill> Fill = default, Optional<Color> FillColor = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        GenericChart.Of(new("scatter")
        {
            ["name"] = Name,
            ["showlegend"] = ShowLegend,
            ["opacity"] = Opacity,
            ["mode"] = mode,
            ["x"] = x,
            ["y"] = y,
            ["text"] = MultiText.OrOne(Text),
            ["textposition"] = TextPosition,
            ["marker"] = TraceParts.Marker(MarkerColor, MarkerColorScale, MarkerSymbol),
            ["line"] = TraceParts.Line(LineColor, LineWidth, LineDash),
            ["fill"] = Fill,
            ["fillcolor"] = FillColor,
        });

    public static GenericChart Point<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<TextPosition> TextPosition = default,
        Optional<Color> MarkerColor = default, Optional<Colorscale> MarkerColorScale = default,
        Optional<MarkerSymbol> MarkerSymbol = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Scatter(
            x, y, StyleParam.Mode.Markers | TextMode(TextPosition), Name, ShowLegend, Opacity,
            Text, MultiText, TextPosition, MarkerColor, MarkerColorScale, MarkerSymbol);

    public static GenericChart Line<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<bool> ShowMarkers = default,
        Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default,
        Optional<TextPosition> TextPosition = default, Optional<Color> MarkerColor = default,
        Optional<MarkerSymbol> MarkerSymbol = default, Optional<Color> LineColor = default,
        Optional<double> LineWidth = default, Optional<DrawingStyle> LineDash = default,
        Optional<Fill> Fill = default, Optional<Color> FillColor = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Scatter(
            x, y, (ShowMarkers.Or(false) ? StyleParam.Mode.Lines_Markers : StyleParam.Mode.Lines)
                | TextMode(TextPosition),
            Name, ShowLegend, Opacity, Text, MultiText, TextPosition, MarkerColor, default, MarkerSymbol, LineColor,
            LineWidth, LineDash, Fill, FillColor);

    /// <summary>Texts are drawn if their position is set.</summary>
    private static Mode TextMode(Optional<TextPosition> position) =>
        position.IsSome ? StyleParam.Mode.Text : StyleParam.Mode.None;

    public static GenericChart Range<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, IEnumerable<YType> upper, IEnumerable<YType> lower,
        StyleParam.Mode mode, Optional<string> Name = default, Optional<string> GroupName = default,
        Optional<bool> ShowLegend = default, Optional<Color> LineColor = default, Optional<double> LineWidth = default,
        Optional<DrawingStyle> LineDash = default, Optional<Color> RangeColor = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        string group = GroupName.Or("Range");
        GenericChart middle = Scatter<XType, YType, TextType>(
            x, y, mode, Name, ShowLegend, LineColor: LineColor, LineWidth: LineWidth, LineDash: LineDash);
        Trace mean = middle.Traces[0];
        mean["legendgroup"] = group;
        mean["legendgrouptitle"] = new Title { ["text"] = group };
        return GenericChart.Of(Bound("lower", lower, default), Bound("upper", upper, StyleParam.Fill.ToNext_y), mean);

        Trace Bound(string name, IEnumerable<YType> values, Optional<Fill> fill) => new("scatter")
        {
            ["name"] = name,
            ["showlegend"] = ShowLegend.Or(true),
            ["legendgroup"] = group,
            ["mode"] = mode,
            ["x"] = x,
            ["y"] = values,
            ["fill"] = fill,
            ["fillcolor"] = RangeColor,
            ["marker"] = TraceParts.Marker(RangeColor.Or(Color.fromString("rgba(0,0,0,0.5)"))),
        };
    }
}

using static Plotly.NET.StyleParam;

namespace Plotly.NET.CSharp;

/// <summary>Bars, vertical (<c>Column</c>) and horizontal (<c>Bar</c>), side by side or stacked.</summary>
public static partial class Chart
{
    public static GenericChart Bar<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values, Optional<IEnumerable<KeysType>> Keys = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<Color> MarkerColor = default,
        Optional<Colorscale> MarkerColorScale = default, Optional<TextPosition> TextPosition = default)
        where ValuesType : IConvertible where KeysType : IConvertible where TextType : IConvertible =>
        GenericChart.Of(new("bar")
        {
            ["name"] = Name,
            ["showlegend"] = ShowLegend,
            ["opacity"] = Opacity,
            ["x"] = values,
            ["y"] = Keys,
            ["text"] = MultiText.OrOne(Text),
            ["textposition"] = TextPosition,
            ["orientation"] = StyleParam.Orientation.Horizontal,
            ["marker"] = TraceParts.BarMarker(MarkerColor, MarkerColorScale),
        });

    public static GenericChart Column<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values, Optional<IEnumerable<KeysType>> Keys = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<Color> MarkerColor = default,
        Optional<Colorscale> MarkerColorScale = default, Optional<TextPosition> TextPosition = default)
        where ValuesType : IConvertible where KeysType : IConvertible where TextType : IConvertible =>
        GenericChart.Of(new("bar")
        {
            ["name"] = Name,
            ["showlegend"] = ShowLegend,
            ["opacity"] = Opacity,
            ["x"] = Keys,
            ["y"] = values,
            ["text"] = MultiText.OrOne(Text),
            ["textposition"] = TextPosition,
            ["orientation"] = StyleParam.Orientation.Vertical,
            ["marker"] = TraceParts.BarMarker(MarkerColor, MarkerColorScale),
        });

    public static GenericChart StackedBar<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values, Optional<IEnumerable<KeysType>> Keys = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<Color> MarkerColor = default,
        Optional<Colorscale> MarkerColorScale = default, Optional<TextPosition> TextPosition = default)
        where ValuesType : IConvertible where KeysType : IConvertible where TextType : IConvertible =>
        Stacked(Bar(
            values, Keys, Name, ShowLegend, Opacity, Text, MultiText, MarkerColor, MarkerColorScale, TextPosition));

    public static GenericChart StackedColumn<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values, Optional<IEnumerable<KeysType>> Keys = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<Color> MarkerColor = default,
        Optional<Colorscale> MarkerColorScale = default, Optional<TextPosition> TextPosition = default)
        where ValuesType : IConvertible where KeysType : IConvertible where TextType : IConvertible =>
        Stacked(Column(
            values, Keys, Name, ShowLegend, Opacity, Text, MultiText, MarkerColor, MarkerColorScale, TextPosition));

    private static GenericChart Stacked(GenericChart bars)
    {
        bars.Layout["barmode"] = "stack";
        return bars;
    }
}

using static Plotly.NET.StyleParam;

namespace Plotly.NET.CSharp;

/// <summary>Lines that are filled or smooth, and points with sizes.</summary>
public static partial class Chart
{
    public static GenericChart Area<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<bool> ShowMarkers = default,
        Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default,
        Optional<TextPosition> TextPosition = default, Optional<Color> MarkerColor = default,
        Optional<MarkerSymbol> MarkerSymbol = default, Optional<Color> LineColor = default,
        Optional<double> LineWidth = default, Optional<DrawingStyle> LineDash = default,
        Optional<Color> FillColor = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        GenericChart chart = Line(
            x, y, ShowMarkers, Name, ShowLegend, Opacity, Text, MultiText, TextPosition, MarkerColor, MarkerSymbol,
            LineColor, LineWidth, LineDash, StyleParam.Fill.ToZero_y, FillColor);
        chart.Traces[0]["fillpattern"] = new FigurePart();
        return chart;
    }

    public static GenericChart Spline<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<bool> ShowMarkers = default,
        Optional<double> Smoothing = default, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<TextPosition> TextPosition = default,
        Optional<Color> MarkerColor = default, Optional<MarkerSymbol> MarkerSymbol = default,
        Optional<Color> LineColor = default, Optional<double> LineWidth = default,
        Optional<DrawingStyle> LineDash = default, Optional<Fill> Fill = default, Optional<Color> FillColor = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        GenericChart chart = Line(
            x, y, ShowMarkers, Name, ShowLegend, Opacity, Text, MultiText, TextPosition, MarkerColor, MarkerSymbol,
            LineColor, LineWidth, LineDash, Fill, FillColor);
        chart.Traces[0].Merge(
            new() { ["line"] = new FigurePart { ["shape"] = "spline", ["smoothing"] = Smoothing } });
        return chart;
    }

    public static GenericChart Bubble<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, IEnumerable<int> sizes, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<TextPosition> TextPosition = default,
        Optional<Color> MarkerColor = default, Optional<Colorscale> MarkerColorScale = default,
        Optional<MarkerSymbol> MarkerSymbol = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        GenericChart chart = Point(
            x, y, Name, ShowLegend, Opacity, Text, MultiText, TextPosition, MarkerColor, MarkerColorScale,
            MarkerSymbol);
        chart.Traces[0].Merge(new() { ["marker"] = new FigurePart { ["size"] = sizes } });
        return chart;
    }
}

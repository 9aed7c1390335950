using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;
using static Plotly.NET.StyleParam;

namespace Plotly.NET.CSharp;

/// <summary>Values on a grid: heat maps and contours.</summary>
public static partial class Chart
{
    public static GenericChart Heatmap<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<XType>> X = default, Optional<int> XGap = default,
        Optional<IEnumerable<YType>> Y = default, Optional<int> YGap = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<Colorscale> ColorScale = default,
        Optional<bool> ShowScale = default, Optional<bool> ReverseScale = default,
        Optional<SmoothAlg> ZSmooth = default, Optional<bool> Transpose = default,
        Optional<bool> ReverseYAxis = default, Optional<bool> UseDefaults = default)
        where ZType : IConvertible where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        GenericChart chart = Of(UseDefaults, new("heatmap")
        {
            Name, ShowLegend, Opacity, X, XGap, Y, YGap, { zData, "z" }, { Text, MultiText }, ColorScale, ShowScale,
            ReverseScale, ZSmooth, Transpose,
        });
        return ReverseYAxis.Or(false)
            ? chart.WithYAxis(new() { { StyleParam.AutoRange.Reversed, "autorange" } })
            : chart;
    }

    public static GenericChart AnnotatedHeatmap<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, IEnumerable<IEnumerable<string>> annotationText,
        Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<IEnumerable<XType>> X = default, Optional<int> XGap = default,
        Optional<IEnumerable<YType>> Y = default, Optional<int> YGap = default,
        Optional<Colorscale> ColorScale = default, Optional<bool> ShowScale = default,
        Optional<bool> ReverseScale = default, Optional<SmoothAlg> ZSmooth = default,
        Optional<bool> Transpose = default, Optional<bool> ReverseYAxis = default, Optional<bool> UseDefaults = default)
        where ZType : IConvertible where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        if (zData.Count() != annotationText.Count())
            throw new ArgumentException(
                $"There are {zData.Count()} rows of values and {annotationText.Count()} rows of text.",
                nameof(annotationText));
        return Heatmap<ZType, XType, YType, TextType>(
            zData, Name, ShowLegend, Opacity, X, XGap, Y, YGap, default, default, ColorScale, ShowScale, ReverseScale,
            ZSmooth, Transpose, ReverseYAxis, UseDefaults)
            .WithAnnotations([.. annotationText.SelectMany((row, y) => row.Select((text, x) =>
                Annotation.init<int, int, int, int, int, int, int, int, int, int>(
                    X: x, Y: y, Text: text, ShowArrow: false)))]);
    }

    public static GenericChart Contour<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<XType>> X = default,
        Optional<IEnumerable<YType>> Y = default, Optional<Colorscale> ColorScale = default,
        Optional<bool> ShowScale = default, Optional<bool> ReverseScale = default, Optional<bool> Transpose = default,
        Optional<Color> ContourLineColor = default, Optional<DrawingStyle> ContourLineDash = default,
        Optional<double> ContourLineSmoothing = default, Optional<Line> ContourLine = default,
        Optional<ContourColoring> ContoursColoring = default, Optional<bool> ShowContourLabels = default,
        Optional<Font> ContourLabelFont = default, Optional<Contours> Contours = default,
        Optional<Color> FillColor = default, Optional<int> NContours = default, Optional<bool> UseDefaults = default)
        where ZType : IConvertible where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        Contours contours = Contours.Or(new());
        contours.Overwrite(new Contours
        {
            { ContoursColoring, "coloring" }, { ContourLabelFont, "labelfont" }, { ShowContourLabels, "showlabels" },
        });
        return Of(UseDefaults, new("contour")
        {
            Name, ShowLegend, Opacity, X, Y, { zData, "z" },
            // This overload of the original has no parameter for the width of the lines between the contours: it is 0.
            {
                TraceParts.Line(ContourLine, ContourLineColor, default, 0.0, ContourLineDash, ContourLineSmoothing),
                "line"
            },
            ColorScale, ShowScale, ReverseScale, contours, FillColor, NContours, Transpose,
        });
    }
}

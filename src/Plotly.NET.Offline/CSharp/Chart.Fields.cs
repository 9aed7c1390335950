using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

/// <summary>Values over a plane: heat maps and contours.</summary>
public static partial class Chart
{
    public static GenericChart Heatmap<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<IEnumerable<XType>> X = default, Optional<int> XGap = default, Optional<IEnumerable<YType>> Y = default, Optional<int> YGap = default,
        Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default, Optional<ColorBar> ColorBar = default,
        Optional<StyleParam.Colorscale> ColorScale = default, Optional<bool> ShowScale = default, Optional<bool> ReverseScale = default,
        Optional<StyleParam.SmoothAlg> ZSmooth = default, Optional<bool> Transpose = default, Optional<bool> UseWebGL = default,
        Optional<bool> ReverseYAxis = default, Optional<bool> UseDefaults = default)
        where ZType : IConvertible where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        GenericChart chart = GenericChart.ofTraceObject(UseDefaults.Or(true), new Trace(UseWebGL.Or(false) ? "heatmapgl" : "heatmap")
            .With("name", Name).With("showlegend", ShowLegend).With("opacity", Opacity).With("x", X).With("xgap", XGap).With("y", Y).With("ygap", YGap).Set("z", zData)
            .With("text", Text, MultiText).With("colorbar", ColorBar).With("colorscale", ColorScale).With("showscale", ShowScale).With("reversescale", ReverseScale)
            .With("zsmooth", ZSmooth).With("transpose", Transpose));
        return ReverseYAxis.Or(false)
            ? chart.WithYAxis(LinearAxis.init<double, double, double, double, double, double, double, double>(AutoRange: StyleParam.AutoRange.Reversed))
            : chart;
    }

    public static GenericChart AnnotatedHeatmap<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, IEnumerable<IEnumerable<string>> annotationText, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<XType>> X = default, Optional<int> XGap = default, Optional<IEnumerable<YType>> Y = default,
        Optional<int> YGap = default, Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default, Optional<ColorBar> ColorBar = default,
        Optional<StyleParam.Colorscale> ColorScale = default, Optional<bool> ShowScale = default, Optional<bool> ReverseScale = default,
        Optional<StyleParam.SmoothAlg> ZSmooth = default, Optional<bool> Transpose = default, Optional<bool> UseWebGL = default,
        Optional<bool> ReverseYAxis = default, Optional<bool> UseDefaults = default)
        where ZType : IConvertible where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        if (zData.Count() != annotationText.Count())
            throw new ArgumentException($"There are {zData.Count()} rows of values and {annotationText.Count()} rows of text.", nameof(annotationText));
        return Heatmap(
            zData, Name, ShowLegend, Opacity, X, XGap, Y, YGap, Text, MultiText, ColorBar, ColorScale, ShowScale, ReverseScale, ZSmooth, Transpose, UseWebGL,
            ReverseYAxis, UseDefaults)
            .WithAnnotations([.. annotationText.SelectMany((row, y) => row.Select((text, x) =>
                Annotation.init<int, int, int, int, int, int, int, int, int, int>(X: x, Y: y, Text: text, ShowArrow: false)))]);
    }

    public static GenericChart Contour<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<IEnumerable<XType>> X = default, Optional<IEnumerable<YType>> Y = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<ColorBar> ColorBar = default, Optional<StyleParam.Colorscale> ColorScale = default,
        Optional<bool> ShowScale = default, Optional<bool> ReverseScale = default, Optional<bool> Transpose = default, Optional<Color> ContourLineColor = default,
        Optional<StyleParam.DrawingStyle> ContourLineDash = default, Optional<double> ContourLineSmoothing = default, Optional<Line> ContourLine = default,
        Optional<StyleParam.ContourColoring> ContoursColoring = default, Optional<StyleParam.ConstraintOperation> ContoursOperation = default,
        Optional<StyleParam.ContourType> ContoursType = default, Optional<bool> ShowContourLabels = default, Optional<Font> ContourLabelFont = default,
        Optional<Contours> Contours = default, Optional<Color> FillColor = default, Optional<int> NContours = default, Optional<bool> UseDefaults = default)
        where ZType : IConvertible where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        GenericChart.ofTraceObject(UseDefaults.Or(true), new Trace("contour")
            .With("name", Name).With("showlegend", ShowLegend).With("opacity", Opacity).With("x", X).With("y", Y).Set("z", zData).With("text", Text, MultiText)
            // This overload of the original has no parameter for the width of the lines between the contours: it is 0.
            .Set("line", TraceParts.Line(ContourLine, ContourLineColor, default, 0.0, ContourLineDash, null, ContourLineSmoothing))
            .With("colorbar", ColorBar).With("colorscale", ColorScale).With("showscale", ShowScale).With("reversescale", ReverseScale)
            .Set("contours", Contours.Or(new Contours()).With("coloring", ContoursColoring).With("labelfont", ContourLabelFont)
                .With("operation", ContoursOperation).With("showlabels", ShowContourLabels).With("type", ContoursType))
            .With("fillcolor", FillColor).With("ncontours", NContours).With("transpose", Transpose));
}

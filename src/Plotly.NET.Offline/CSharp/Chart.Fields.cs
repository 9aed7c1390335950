using Plotly.NET.LayoutObjects;
using static Plotly.NET.StyleParam;

namespace Plotly.NET.CSharp;

/// <summary>Values on a grid: heat maps and contours.</summary>
public static partial class Chart
{
    public static GenericChart Heatmap<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, Optional<IEnumerable<XType>> X = default,
        Optional<IEnumerable<YType>> Y = default, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<Colorscale> ColorScale = default,
        Optional<bool> ShowScale = default, Optional<bool> ReverseScale = default,
        Optional<bool> ReverseYAxis = default)
        where ZType : IConvertible where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        GenericChart chart = GenericChart.Of(new("heatmap")
        {
            ["name"] = Name,
            ["showlegend"] = ShowLegend,
            ["opacity"] = Opacity,
            ["x"] = X,
            ["y"] = Y,
            ["z"] = zData,
            ["colorscale"] = ColorScale,
            ["showscale"] = ShowScale,
            ["reversescale"] = ReverseScale,
        });
        if (ReverseYAxis.Or(false))
            chart.Layout.UpdateAxis(
                SubPlotId.NewYAxis(1), new LinearAxis { ["autorange"] = "reversed" });
        return chart;
    }

    public static GenericChart AnnotatedHeatmap<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, IEnumerable<IEnumerable<string>> annotationText,
        Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<IEnumerable<XType>> X = default, Optional<IEnumerable<YType>> Y = default,
        Optional<Colorscale> ColorScale = default, Optional<bool> ShowScale = default,
        Optional<bool> ReverseScale = default, Optional<bool> ReverseYAxis = default)
        where ZType : IConvertible where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        if (zData.Count() != annotationText.Count())
            throw new ArgumentException(
                $"There are {zData.Count()} rows of values and {annotationText.Count()} rows of text.",
                nameof(annotationText));
        GenericChart chart = Heatmap<ZType, XType, YType, TextType>(
            zData, X, Y, Name, ShowLegend, Opacity, ColorScale, ShowScale, ReverseScale, ReverseYAxis);
        chart.Layout.AddAnnotations(annotationText.SelectMany((row, y) => row.Select((text, x) =>
            new FigurePart { ["x"] = x, ["y"] = y, ["showarrow"] = false, ["text"] = text })));
        return chart;
    }

    public static GenericChart Contour<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<XType>> X = default,
        Optional<IEnumerable<YType>> Y = default, Optional<Colorscale> ColorScale = default,
        Optional<bool> ShowScale = default, Optional<bool> ReverseScale = default,
        Optional<Color> ContourLinesColor = default, Optional<ContourColoring> ContoursColoring = default,
        Optional<bool> ShowContoursLabels = default, Optional<double> ContoursStart = default,
        Optional<double> ContoursEnd = default, Optional<int> NContours = default)
        where ZType : IConvertible where XType : IConvertible where YType : IConvertible
        where TextType : IConvertible =>
        GenericChart.Of(new("contour")
        {
            ["name"] = Name,
            ["showlegend"] = ShowLegend,
            ["opacity"] = Opacity,
            ["x"] = X,
            ["y"] = Y,
            ["z"] = zData,
            // Plotly.NET sets the width of the lines between contours to 0, whatever the arguments are.
            ["line"] = TraceParts.Line(ContourLinesColor, width: 0.0),
            ["colorscale"] = ColorScale,
            ["showscale"] = ShowScale,
            ["reversescale"] = ReverseScale,
            ["contours"] = new FigurePart
            {
                ["coloring"] = ContoursColoring,
                ["end"] = ContoursEnd,
                ["showlabels"] = ShowContoursLabels,
                ["start"] = ContoursStart,
            },
            ["ncontours"] = NContours,
        });
}

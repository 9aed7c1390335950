using static Plotly.NET.StyleParam;

namespace Plotly.NET.CSharp;

/// <summary>Histograms, box plots and violins.</summary>
public static partial class Chart
{
    public static GenericChart Histogram<XType, YType, TextType>(
        Optional<IEnumerable<XType>> X = default, Optional<IEnumerable<YType>> Y = default,
        Optional<Orientation> Orientation = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<HistNorm> HistNorm = default,
        Optional<int> NBinsX = default, Optional<int> NBinsY = default, Optional<Color> MarkerColor = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        GenericChart.Of(new("histogram")
        {
            ["name"] = Name,
            ["showlegend"] = ShowLegend,
            ["opacity"] = Opacity,
            ["x"] = X,
            ["y"] = Y,
            ["orientation"] = Orientation,
            ["histnorm"] = HistNorm,
            ["nbinsx"] = NBinsX,
            ["nbinsy"] = NBinsY,
            ["marker"] = TraceParts.BarMarker(MarkerColor),
        });

    public static GenericChart BoxPlot<XType, YType, TextType>(
        Optional<IEnumerable<XType>> X = default, Optional<IEnumerable<YType>> Y = default,
        Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<Color> MarkerColor = default,
        Optional<double> Opacity = default, Optional<BoxPoints> BoxPoints = default,
        Optional<BoxMean> BoxMean = default, Optional<double> Jitter = default, Optional<double> PointPos = default,
        Optional<Orientation> Orientation = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        GenericChart.Of(new("box")
        {
            ["name"] = Name,
            ["showlegend"] = ShowLegend,
            ["opacity"] = Opacity,
            ["x"] = X,
            ["y"] = Y,
            ["orientation"] = Orientation,
            ["marker"] = TraceParts.Marker(MarkerColor),
            ["line"] = new FigurePart(),
            ["boxmean"] = BoxMean,
            ["boxpoints"] = BoxPoints,
            ["pointpos"] = PointPos,
            ["jitter"] = Jitter,
        });

    public static GenericChart Violin<XType, YType, TextType>(
        Optional<IEnumerable<XType>> X = default, Optional<IEnumerable<YType>> Y = default,
        Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<Color> FillColor = default,
        Optional<double> Opacity = default, Optional<BoxPoints> Points = default, Optional<double> Jitter = default,
        Optional<Orientation> Orientation = default, Optional<Color> MarkerColor = default,
        Optional<Color> OutlineColor = default, Optional<double> OutlineWidth = default,
        Optional<bool> ShowBox = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        GenericChart.Of(new("violin")
        {
            ["name"] = Name,
            ["showlegend"] = ShowLegend,
            ["opacity"] = Opacity,
            ["x"] = X,
            ["y"] = Y,
            ["orientation"] = Orientation,
            ["marker"] = TraceParts.Marker(MarkerColor),
            ["line"] = TraceParts.Line(OutlineColor, OutlineWidth),
            ["box"] = new FigurePart { ["visible"] = ShowBox },
            ["fillcolor"] = FillColor,
            ["jitter"] = Jitter,
            ["points"] = Points,
        });
}

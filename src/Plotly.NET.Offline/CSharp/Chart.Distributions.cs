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
            Name, ShowLegend, Opacity, X, Y, Orientation, HistNorm, NBinsX, NBinsY,
            { TraceParts.BarMarker(MarkerColor), "marker" },
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
            Name, ShowLegend, Opacity, X, Y, Orientation, { TraceParts.Marker(MarkerColor), "marker" },
            { new FigurePart(), "line" }, BoxMean, BoxPoints, PointPos, Jitter,
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
            Name, ShowLegend, Opacity, X, Y, Orientation, { TraceParts.Marker(MarkerColor), "marker" },
            { TraceParts.Line(OutlineColor, OutlineWidth), "line" },
            { new FigurePart { { ShowBox, "visible" } }, "box" }, FillColor, Jitter, Points,
        });
}

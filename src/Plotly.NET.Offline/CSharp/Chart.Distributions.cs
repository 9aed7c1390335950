using static Plotly.NET.StyleParam;

namespace Plotly.NET.CSharp;

/// <summary>Histograms and box plots.</summary>
public static partial class Chart
{
    public static GenericChart Histogram<XType, YType, TextType>(
        Optional<IEnumerable<XType>> X = default, Optional<IEnumerable<YType>> Y = default,
        Optional<Orientation> Orientation = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<HistNorm> HistNorm = default,
        Optional<string> AlignmentGroup = default, Optional<string> OffsetGroup = default,
        Optional<int> NBinsX = default, Optional<int> NBinsY = default, Optional<Color> MarkerColor = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Of(UseDefaults, new("histogram")
        {
            Name, ShowLegend, Opacity, X, Y, Orientation, HistNorm, AlignmentGroup, OffsetGroup, NBinsX, NBinsY,
            { TraceParts.BarMarker(MarkerColor), "marker" },
        });

    public static GenericChart BoxPlot<XType, YType, TextType>(
        Optional<IEnumerable<XType>> X = default, Optional<IEnumerable<YType>> Y = default,
        Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<Color> FillColor = default,
        Optional<Color> MarkerColor = default, Optional<double> Opacity = default,
        Optional<BoxPoints> BoxPoints = default, Optional<BoxMean> BoxMean = default, Optional<double> Jitter = default,
        Optional<double> PointPos = default, Optional<Orientation> Orientation = default,
        Optional<Color> OutlineColor = default, Optional<double> OutlineWidth = default,
        Optional<bool> Notched = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Of(UseDefaults, new("box")
        {
            Name, ShowLegend, Opacity, X, Y, { Text, MultiText }, Orientation,
            { TraceParts.Marker(MarkerColor), "marker" },
            { TraceParts.Line(OutlineColor, width: OutlineWidth), "line" },
            BoxMean, BoxPoints, Notched, FillColor, PointPos, Jitter,
        });
}

using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;
using static Plotly.NET.StyleParam;

namespace Plotly.NET.CSharp;

/// <summary>Distributions: histogram and box.</summary>
public static partial class Chart
{
    public static GenericChart Histogram<XType, YType, TextType>(
        Optional<IEnumerable<XType>> X = default, Optional<IEnumerable<YType>> Y = default,
        Optional<Orientation> Orientation = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<HistFunc> HistFunc = default,
        Optional<HistNorm> HistNorm = default, Optional<string> AlignmentGroup = default,
        Optional<string> OffsetGroup = default, Optional<int> NBinsX = default, Optional<int> NBinsY = default,
        Optional<string> BinGroup = default, Optional<Bins> XBins = default, Optional<Bins> YBins = default,
        Optional<Color> MarkerColor = default, Optional<Marker> Marker = default, Optional<Line> Line = default,
        Optional<Error> XError = default, Optional<Error> YError = default, Optional<Cumulative> Cumulative = default,
        Optional<Hoverlabel> HoverLabel = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Of(UseDefaults, new("histogram")
        {
            Name, ShowLegend, Opacity, X, Y, { Text, MultiText }, Orientation, HistFunc, HistNorm, AlignmentGroup,
            OffsetGroup,
            NBinsX, NBinsY, BinGroup, XBins, YBins, { TraceParts.BarMarker(Marker, MarkerColor), "marker" }, Line,
            { XError, "error_x" }, { YError, "error_y" }, Cumulative, HoverLabel
        });

    public static GenericChart BoxPlot<XType, YType, TextType>(
        Optional<IEnumerable<XType>> X = default, Optional<IEnumerable<YType>> Y = default,
        Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<Color> FillColor = default,
        Optional<Color> MarkerColor = default, Optional<Marker> Marker = default, Optional<double> Opacity = default,
        Optional<double> WhiskerWidth = default, Optional<BoxPoints> BoxPoints = default,
        Optional<BoxMean> BoxMean = default, Optional<double> Jitter = default, Optional<double> PointPos = default,
        Optional<Orientation> Orientation = default, Optional<Color> OutlineColor = default,
        Optional<double> OutlineWidth = default, Optional<Line> Outline = default,
        Optional<string> AlignmentGroup = default, Optional<string> OffsetGroup = default,
        Optional<bool> Notched = default, Optional<double> NotchWidth = default,
        Optional<QuartileMethod> QuartileMethod = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Of(UseDefaults, new("box")
        {
            Name, ShowLegend, Opacity, X, Y, { Text, MultiText }, Orientation, AlignmentGroup, OffsetGroup,
            { TraceParts.Marker(Marker, MarkerColor), "marker" },
            { TraceParts.Line(Outline, OutlineColor, default, OutlineWidth, default), "line" },
            BoxMean, BoxPoints, Notched, NotchWidth, WhiskerWidth, QuartileMethod, FillColor, PointPos, Jitter
        });
}

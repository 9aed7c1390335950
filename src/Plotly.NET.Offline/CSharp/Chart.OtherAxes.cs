using static Plotly.NET.StyleParam;

namespace Plotly.NET.CSharp;

/// <summary>Charts in three dimensions and in polar coordinates. They need the complete plotly.js, which a page loads
/// over the network.</summary>
public static partial class Chart
{
    public static GenericChart Surface<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, Optional<IEnumerable<XType>> X = default,
        Optional<IEnumerable<YType>> Y = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<Colorscale> ColorScale = default, Optional<bool> ShowScale = default)
        where ZType : IConvertible where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        GenericChart chart = GenericChart.Of(new("surface")
        {
            ["name"] = Name,
            ["showlegend"] = ShowLegend,
            ["opacity"] = Opacity,
            ["x"] = X,
            ["y"] = Y,
            ["z"] = zData,
            ["colorscale"] = ColorScale,
            ["showscale"] = ShowScale,
        });
        FigurePart perspective = new() { ["projection"] = new FigurePart { ["type"] = "perspective" } };
        chart.Layout["scene"] = new FigurePart { ["camera"] = perspective };
        return chart;
    }

    public static GenericChart PointPolar<RType, ThetaType, TextType>(
        IEnumerable<RType> r, IEnumerable<ThetaType> theta, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<Color> MarkerColor = default,
        Optional<Colorscale> MarkerColorScale = default)
        where RType : IConvertible where ThetaType : IConvertible where TextType : IConvertible =>
        GenericChart.Of(new("scatterpolar")
        {
            ["name"] = Name,
            ["showlegend"] = ShowLegend,
            ["opacity"] = Opacity,
            ["mode"] = StyleParam.Mode.Markers,
            ["r"] = r,
            ["theta"] = theta,
            ["text"] = MultiText.OrOne(Text),
            ["marker"] = TraceParts.Marker(MarkerColor, MarkerColorScale),
        });
}

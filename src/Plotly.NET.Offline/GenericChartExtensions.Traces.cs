using System.Globalization;
using Microsoft.FSharp.Core;
using Plotly.NET.TraceObjects;
using static Plotly.NET.StyleParam;

namespace Plotly.NET;

// Styles of all traces of a chart.
public static partial class GenericChartExtensions
{
    public static GenericChart WithTraceInfo(
        this GenericChart @this, FSharpOption<string>? Name = null, FSharpOption<Visible>? Visible = null,
        FSharpOption<bool>? ShowLegend = null, FSharpOption<int>? LegendRank = null,
        FSharpOption<string>? LegendGroup = null, FSharpOption<Title>? LegendGroupTitle = null)
    {
        for (int i = 0; i < @this.Traces.Count; i++)
        {
            FSharpOption<string>? numbered = Name is null || i == 0 ? Name
                : string.Create(CultureInfo.InvariantCulture, $"{Name.Value}_{i}");
            @this.Traces[i].Overwrite(new Layout
            {
                { numbered, "name" }, Visible, ShowLegend, LegendRank, LegendGroup, LegendGroupTitle,
            });
        }
        return @this;
    }

    public static GenericChart WithMarkerStyle(
        this GenericChart @this, FSharpOption<double>? CMax = null, FSharpOption<double>? CMin = null,
        FSharpOption<Color>? Color = null, FSharpOption<Colorscale>? Colorscale = null,
        FSharpOption<Line>? Outline = null, FSharpOption<double>? Opacity = null,
        FSharpOption<IEnumerable<double>>? MultiOpacity = null, FSharpOption<bool>? ReverseScale = null,
        FSharpOption<bool>? ShowScale = null, FSharpOption<int>? Size = null,
        FSharpOption<IEnumerable<int>>? MultiSize = null, FSharpOption<MarkerSymbol>? Symbol = null,
        FSharpOption<IEnumerable<MarkerSymbol>>? MultiSymbol = null) =>
        @this.StyleTraces("marker", () => Marker.init(
            CMax, CMin, Color, Colorscale, Outline, Opacity, MultiOpacity, ReverseScale, ShowScale, Size, MultiSize,
            Symbol, MultiSymbol));

    public static GenericChart WithLineStyle(
        this GenericChart @this, FSharpOption<Color>? Color = null, FSharpOption<DrawingStyle>? Dash = null,
        FSharpOption<StyleParam.Shape>? Shape = null, FSharpOption<bool>? Simplify = null,
        FSharpOption<double>? Smoothing = null, FSharpOption<double>? Width = null) =>
        @this.StyleTraces("line", () => Line.init(Color, Dash, Shape, Simplify, Smoothing, Width));

    public static GenericChart WithColorbar(
        this GenericChart @this, Title title, FSharpOption<double>? Length = null,
        FSharpOption<Color>? OutlineColor = null, FSharpOption<Color>? BorderColor = null,
        FSharpOption<Color>? BGColor = null) =>
        @this.StyleTraces("colorbar", () => new DynamicObj.DynamicObj
        {
            BGColor, BorderColor, { Length, "len" }, OutlineColor, title,
        });

    public static GenericChart WithAxisAnchor(
        this GenericChart @this, FSharpOption<int>? X = null, FSharpOption<int>? Y = null)
    {
        foreach (Trace trace in @this.Traces)
        {
            trace.Add(X is null ? null : StyleParam.LinearAxisId.NewX(X.Value), "xaxis");
            trace.Add(Y is null ? null : StyleParam.LinearAxisId.NewY(Y.Value), "yaxis");
        }
        return @this;
    }

    // A style for each trace: they must not share one object.
    private static GenericChart StyleTraces<T>(this GenericChart chart, string name, Func<T> style)
        where T : DynamicObj.DynamicObj, new()
    {
        foreach (Trace trace in chart.Traces)
            trace.Style(name, style());
        return chart;
    }
}

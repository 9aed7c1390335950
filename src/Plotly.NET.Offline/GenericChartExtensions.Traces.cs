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
        this GenericChart @this, FSharpOption<bool>? AutoColorScale = null, FSharpOption<bool>? CAuto = null,
        FSharpOption<double>? CMax = null, FSharpOption<double>? CMid = null, FSharpOption<double>? CMin = null,
        FSharpOption<Color>? Color = null, FSharpOption<IEnumerable<Color>>? Colors = null,
        FSharpOption<SubPlotId>? ColorAxis = null, FSharpOption<ColorBar>? ColorBar = null,
        FSharpOption<Colorscale>? Colorscale = null, FSharpOption<Gradient>? Gradient = null,
        FSharpOption<Line>? Outline = null, FSharpOption<int>? MaxDisplayed = null,
        FSharpOption<double>? Opacity = null, FSharpOption<IEnumerable<double>>? MultiOpacity = null,
        FSharpOption<Pattern>? Pattern = null, FSharpOption<bool>? ReverseScale = null,
        FSharpOption<bool>? ShowScale = null, FSharpOption<int>? Size = null,
        FSharpOption<IEnumerable<int>>? MultiSize = null, FSharpOption<int>? SizeMin = null,
        FSharpOption<MarkerSizeMode>? SizeMode = null, FSharpOption<int>? SizeRef = null,
        FSharpOption<MarkerSymbol>? Symbol = null, FSharpOption<IEnumerable<MarkerSymbol>>? MultiSymbol = null,
        FSharpOption<MarkerSymbol3D>? Symbol3D = null, FSharpOption<IEnumerable<MarkerSymbol3D>>? MultiSymbol3D = null,
        FSharpOption<Color>? OutlierColor = null, FSharpOption<int>? OutlierWidth = null) =>
        @this.StyleTraces("marker", () => new Marker
        {
            AutoColorScale, CAuto, CMax, CMid, CMin, Color, Colors, ColorAxis, ColorBar, Colorscale, Gradient,
            { Outline, "line" },
            { Size, MultiSize }, { Opacity, MultiOpacity }, Pattern, { Symbol, MultiSymbol },
            { Symbol3D, MultiSymbol3D, "symbol" },
            OutlierColor, OutlierWidth, MaxDisplayed, ReverseScale, ShowScale, SizeMin, SizeMode, SizeRef,
        });

    public static GenericChart WithLineStyle(
        this GenericChart @this, FSharpOption<bool>? AutoColorScale = null, FSharpOption<bool>? CAuto = null,
        FSharpOption<double>? CMax = null, FSharpOption<double>? CMid = null, FSharpOption<double>? CMin = null,
        FSharpOption<Color>? Color = null, FSharpOption<SubPlotId>? ColorAxis = null,
        FSharpOption<Colorscale>? Colorscale = null, FSharpOption<bool>? ReverseScale = null,
        FSharpOption<bool>? ShowScale = null, FSharpOption<ColorBar>? ColorBar = null,
        FSharpOption<DrawingStyle>? Dash = null, FSharpOption<StyleParam.Shape>? Shape = null,
        FSharpOption<bool>? Simplify = null, FSharpOption<double>? Smoothing = null, FSharpOption<double>? Width = null,
        FSharpOption<IEnumerable<double>>? MultiWidth = null, FSharpOption<Color>? OutlierColor = null,
        FSharpOption<double>? OutlierWidth = null) =>
        @this.StyleTraces("line", () => new Line
        {
            Color, { Width, MultiWidth }, Shape, Smoothing, Dash, OutlierColor, OutlierWidth, AutoColorScale, CAuto,
            CMax, CMid, CMin,
            ColorAxis, Colorscale, ReverseScale, ShowScale, ColorBar, Simplify,
        });

    public static GenericChart WithColorbar(
        this GenericChart @this, Title title, FSharpOption<double>? Length = null,
        FSharpOption<Color>? OutlineColor = null, FSharpOption<Color>? BorderColor = null,
        FSharpOption<Color>? BGColor = null) =>
        @this.ForEachTrace(trace => trace.Update("colorbar", new ColorBar
        {
            BGColor, BorderColor, { Length, "len" }, OutlineColor, title,
        }));

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

    private static GenericChart ForEachTrace(this GenericChart chart, Action<Trace> change)
    {
        foreach (Trace trace in chart.Traces)
            change(trace);
        return chart;
    }

    // A style for each trace: they must not share one object.
    private static GenericChart StyleTraces<T>(this GenericChart chart, string name, Func<T> style)
        where T : DynamicObj.DynamicObj, new() =>
        chart.ForEachTrace(trace => trace.Style(name, style()));
}

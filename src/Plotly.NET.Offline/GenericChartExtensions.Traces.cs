using System.Globalization;
using Microsoft.FSharp.Core;
using Plotly.NET.TraceObjects;

namespace Plotly.NET;

// Styles of all traces of a chart.
public static partial class GenericChartExtensions
{
    public static GenericChart WithTraceInfo(
        this GenericChart @this, FSharpOption<string>? Name = null, FSharpOption<StyleParam.Visible>? Visible = null, FSharpOption<bool>? ShowLegend = null,
        FSharpOption<int>? LegendRank = null, FSharpOption<string>? LegendGroup = null, FSharpOption<Title>? LegendGroupTitle = null)
    {
        for (int i = 0; i < @this.Traces.Count; i++)
        {
            FSharpOption<string>? numbered = Name is null || i == 0 ? Name : string.Create(CultureInfo.InvariantCulture, $"{Name.Value}_{i}");
            @this.Traces[i].With("name", numbered).With("visible", Visible).With("showlegend", ShowLegend).With("legendrank", LegendRank)
                .With("legendgroup", LegendGroup).With("legendgrouptitle", LegendGroupTitle);
        }
        return @this;
    }

    public static GenericChart WithMarker(this GenericChart @this, Marker marker) =>
        @this.ForEachTrace(trace => trace.Update("marker", marker));

    public static GenericChart WithMarkerStyle(
        this GenericChart @this, FSharpOption<bool>? AutoColorScale = null, FSharpOption<bool>? CAuto = null, FSharpOption<double>? CMax = null,
        FSharpOption<double>? CMid = null, FSharpOption<double>? CMin = null, FSharpOption<Color>? Color = null, FSharpOption<IEnumerable<Color>>? Colors = null,
        FSharpOption<StyleParam.SubPlotId>? ColorAxis = null, FSharpOption<ColorBar>? ColorBar = null, FSharpOption<StyleParam.Colorscale>? Colorscale = null,
        FSharpOption<Gradient>? Gradient = null, FSharpOption<Line>? Outline = null, FSharpOption<int>? MaxDisplayed = null, FSharpOption<double>? Opacity = null,
        FSharpOption<IEnumerable<double>>? MultiOpacity = null, FSharpOption<Pattern>? Pattern = null, FSharpOption<bool>? ReverseScale = null,
        FSharpOption<bool>? ShowScale = null, FSharpOption<int>? Size = null, FSharpOption<IEnumerable<int>>? MultiSize = null, FSharpOption<int>? SizeMin = null,
        FSharpOption<StyleParam.MarkerSizeMode>? SizeMode = null, FSharpOption<int>? SizeRef = null, FSharpOption<StyleParam.MarkerSymbol>? Symbol = null,
        FSharpOption<IEnumerable<StyleParam.MarkerSymbol>>? MultiSymbol = null, FSharpOption<StyleParam.MarkerSymbol3D>? Symbol3D = null,
        FSharpOption<IEnumerable<StyleParam.MarkerSymbol3D>>? MultiSymbol3D = null, FSharpOption<Color>? OutlierColor = null, FSharpOption<int>? OutlierWidth = null) =>
        @this.StyleTraces("marker", () => Marker.init(
            AutoColorScale: AutoColorScale, CAuto: CAuto, CMax: CMax, CMid: CMid, CMin: CMin, Color: Color, Colors: Colors, ColorAxis: ColorAxis, ColorBar: ColorBar,
            Colorscale: Colorscale, Gradient: Gradient, Outline: Outline, MaxDisplayed: MaxDisplayed, Opacity: Opacity, MultiOpacity: MultiOpacity, Pattern: Pattern,
            ReverseScale: ReverseScale, ShowScale: ShowScale, Size: Size, MultiSize: MultiSize, SizeMin: SizeMin, SizeMode: SizeMode, SizeRef: SizeRef,
            Symbol: Symbol, MultiSymbol: MultiSymbol, Symbol3D: Symbol3D, MultiSymbol3D: MultiSymbol3D, OutlierColor: OutlierColor, OutlierWidth: OutlierWidth));

    public static GenericChart WithLine(this GenericChart @this, Line line) =>
        @this.ForEachTrace(trace => trace.Update("line", line));

    public static GenericChart WithLineStyle(
        this GenericChart @this, FSharpOption<bool>? AutoColorScale = null, FSharpOption<bool>? CAuto = null, FSharpOption<double>? CMax = null,
        FSharpOption<double>? CMid = null, FSharpOption<double>? CMin = null, FSharpOption<Color>? Color = null,
        FSharpOption<StyleParam.SubPlotId>? ColorAxis = null, FSharpOption<StyleParam.Colorscale>? Colorscale = null, FSharpOption<bool>? ReverseScale = null,
        FSharpOption<bool>? ShowScale = null, FSharpOption<ColorBar>? ColorBar = null, FSharpOption<StyleParam.DrawingStyle>? Dash = null,
        FSharpOption<StyleParam.Shape>? Shape = null, FSharpOption<bool>? Simplify = null, FSharpOption<double>? Smoothing = null,
        FSharpOption<double>? Width = null, FSharpOption<IEnumerable<double>>? MultiWidth = null, FSharpOption<Color>? OutlierColor = null,
        FSharpOption<double>? OutlierWidth = null) =>
        @this.StyleTraces("line", () => Line.init(
            AutoColorScale: AutoColorScale, CAuto: CAuto, CMax: CMax, CMid: CMid, CMin: CMin, Color: Color, ColorAxis: ColorAxis, Colorscale: Colorscale,
            ReverseScale: ReverseScale, ShowScale: ShowScale, ColorBar: ColorBar, Dash: Dash, Shape: Shape, Simplify: Simplify, Smoothing: Smoothing, Width: Width,
            MultiWidth: MultiWidth, OutlierColor: OutlierColor, OutlierWidth: OutlierWidth));

    public static GenericChart WithXError(this GenericChart @this, Error xError) =>
        @this.ForEachTrace(trace => trace.Update("error_x", xError));

    public static GenericChart WithXErrorStyle<M, N>(
        this GenericChart @this, FSharpOption<IEnumerable<M>>? Array = null, FSharpOption<IEnumerable<N>>? Arrayminus = null, FSharpOption<bool>? Symmetric = null,
        FSharpOption<Color>? Color = null, FSharpOption<double>? Thickness = null, FSharpOption<double>? Width = null)
        where M : IConvertible where N : IConvertible =>
        @this.WithXError(Error.init(Array: Array, Arrayminus: Arrayminus, Symmetric: Symmetric, Color: Color, Thickness: Thickness, Width: Width));

    public static GenericChart WithYError(this GenericChart @this, Error yError) =>
        @this.ForEachTrace(trace => trace.Update("error_y", yError));

    public static GenericChart WithYErrorStyle<K, L>(
        this GenericChart @this, FSharpOption<IEnumerable<K>>? Array = null, FSharpOption<IEnumerable<L>>? Arrayminus = null, FSharpOption<bool>? Symmetric = null,
        FSharpOption<Color>? Color = null, FSharpOption<double>? Thickness = null, FSharpOption<double>? Width = null)
        where K : IConvertible where L : IConvertible =>
        @this.WithYError(Error.init(Array: Array, Arrayminus: Arrayminus, Symmetric: Symmetric, Color: Color, Thickness: Thickness, Width: Width));

    public static GenericChart WithColorBar(this GenericChart @this, ColorBar colorbar) =>
        @this.ForEachTrace(trace => trace.SetValue("colorbar", colorbar));

    public static GenericChart WithColorbar(
        this GenericChart @this, Title title, FSharpOption<double>? Length = null, FSharpOption<Color>? OutlineColor = null, FSharpOption<Color>? BorderColor = null,
        FSharpOption<Color>? BGColor = null) =>
        @this.ForEachTrace(trace => trace.Update("colorbar", ColorBar.init<double, double>(
            Title: title, Len: Length, OutlineColor: OutlineColor, BGColor: BGColor, BorderColor: BorderColor)));

    public static GenericChart WithAxisAnchor(this GenericChart @this, FSharpOption<int>? X = null, FSharpOption<int>? Y = null)
    {
        foreach (Trace trace in @this.Traces)
        {
            if (X is not null)
                trace.Set("xaxis", StyleParam.LinearAxisId.NewX(X.Value));
            if (Y is not null)
                trace.Set("yaxis", StyleParam.LinearAxisId.NewY(Y.Value));
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
    private static GenericChart StyleTraces<T>(this GenericChart chart, string name, Func<T> style) where T : DynamicObj.DynamicObj, new() =>
        chart.ForEachTrace(trace => trace.Style(name, style()));
}

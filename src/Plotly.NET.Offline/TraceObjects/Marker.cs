using Microsoft.FSharp.Core;
using static Plotly.NET.StyleParam;

namespace Plotly.NET.TraceObjects;

/// <summary>Colour, size and symbol of the points or bars of a trace.</summary>
public sealed class Marker : DynamicObj.DynamicObj
{
    public static Marker init(
        FSharpOption<double>? Angle = null, FSharpOption<AngleRef>? AngleRef = null,
        FSharpOption<bool>? AutoColorScale = null, FSharpOption<bool>? CAuto = null, FSharpOption<double>? CMax = null,
        FSharpOption<double>? CMid = null, FSharpOption<double>? CMin = null, FSharpOption<Color>? Color = null,
        FSharpOption<IEnumerable<Color>>? Colors = null, FSharpOption<SubPlotId>? ColorAxis = null,
        FSharpOption<ColorBar>? ColorBar = null, FSharpOption<Colorscale>? Colorscale = null,
        FSharpOption<int>? CornerRadius = null, FSharpOption<Gradient>? Gradient = null,
        FSharpOption<Line>? Outline = null, FSharpOption<int>? MaxDisplayed = null,
        FSharpOption<double>? Opacity = null, FSharpOption<IEnumerable<double>>? MultiOpacity = null,
        FSharpOption<Pattern>? Pattern = null, FSharpOption<bool>? ReverseScale = null,
        FSharpOption<bool>? ShowScale = null, FSharpOption<int>? Size = null,
        FSharpOption<IEnumerable<int>>? MultiSize = null, FSharpOption<int>? SizeMin = null,
        FSharpOption<MarkerSizeMode>? SizeMode = null, FSharpOption<int>? SizeRef = null,
        FSharpOption<double>? StandOff = null, FSharpOption<IEnumerable<double>>? MultiStandOff = null,
        FSharpOption<MarkerSymbol>? Symbol = null, FSharpOption<IEnumerable<MarkerSymbol>>? MultiSymbol = null,
        FSharpOption<MarkerSymbol3D>? Symbol3D = null, FSharpOption<IEnumerable<MarkerSymbol3D>>? MultiSymbol3D = null,
        FSharpOption<Color>? OutlierColor = null, FSharpOption<int>? OutlierWidth = null) =>
        new()
        {
            Angle, AngleRef, AutoColorScale, CAuto, CMax, CMid, CMin, Color, Colors, ColorAxis, ColorBar, Colorscale,
            CornerRadius, Gradient, { Outline, "line" }, { Size, MultiSize }, { Opacity, MultiOpacity }, Pattern,
            { Symbol, MultiSymbol }, { Symbol3D, MultiSymbol3D, "symbol" }, OutlierColor, OutlierWidth, MaxDisplayed,
            ReverseScale, ShowScale, SizeMin, SizeMode, SizeRef, { StandOff, MultiStandOff }
        };
}

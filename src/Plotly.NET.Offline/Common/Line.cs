using Microsoft.FSharp.Core;
using static Plotly.NET.StyleParam;

namespace Plotly.NET;

/// <summary>Colour, width and dash of a line, also of an outline.</summary>
public sealed class Line : DynamicObj.DynamicObj
{
    public static Line init(
        FSharpOption<BackOff>? BackOff = null, FSharpOption<bool>? AutoColorScale = null,
        FSharpOption<bool>? CAuto = null, FSharpOption<double>? CMax = null, FSharpOption<double>? CMid = null,
        FSharpOption<double>? CMin = null, FSharpOption<Color>? Color = null, FSharpOption<SubPlotId>? ColorAxis = null,
        FSharpOption<Colorscale>? Colorscale = null, FSharpOption<bool>? ReverseScale = null,
        FSharpOption<bool>? ShowScale = null, FSharpOption<ColorBar>? ColorBar = null,
        FSharpOption<DrawingStyle>? Dash = null, FSharpOption<StyleParam.Shape>? Shape = null,
        FSharpOption<bool>? Simplify = null, FSharpOption<double>? Smoothing = null, FSharpOption<double>? Width = null,
        FSharpOption<IEnumerable<double>>? MultiWidth = null, FSharpOption<Color>? OutlierColor = null,
        FSharpOption<double>? OutlierWidth = null) =>
        new()
        {
            BackOff, Color, { Width, MultiWidth }, Shape, Smoothing, Dash, OutlierColor, OutlierWidth, AutoColorScale,
            CAuto, CMax, CMid, CMin, ColorAxis, Colorscale, ReverseScale, ShowScale, ColorBar, Simplify
        };
}

using Microsoft.FSharp.Core;

namespace Plotly.NET;

/// <summary>Colour, width and dash of a line, also of an outline.</summary>
public sealed class Line : DynamicObj.DynamicObj
{
    public static Line init(
        FSharpOption<StyleParam.BackOff>? BackOff = null, FSharpOption<bool>? AutoColorScale = null, FSharpOption<bool>? CAuto = null,
        FSharpOption<double>? CMax = null, FSharpOption<double>? CMid = null, FSharpOption<double>? CMin = null, FSharpOption<Color>? Color = null,
        FSharpOption<StyleParam.SubPlotId>? ColorAxis = null, FSharpOption<StyleParam.Colorscale>? Colorscale = null, FSharpOption<bool>? ReverseScale = null,
        FSharpOption<bool>? ShowScale = null, FSharpOption<ColorBar>? ColorBar = null, FSharpOption<StyleParam.DrawingStyle>? Dash = null,
        FSharpOption<StyleParam.Shape>? Shape = null, FSharpOption<bool>? Simplify = null, FSharpOption<double>? Smoothing = null,
        FSharpOption<double>? Width = null, FSharpOption<IEnumerable<double>>? MultiWidth = null, FSharpOption<Color>? OutlierColor = null,
        FSharpOption<double>? OutlierWidth = null) =>
        new Line()
            .With("backoff", BackOff).With("color", Color).With("width", Width, MultiWidth).With("shape", Shape).With("smoothing", Smoothing).With("dash", Dash)
            .With("outliercolor", OutlierColor).With("outlierwidth", OutlierWidth).With("autocolorscale", AutoColorScale).With("cauto", CAuto).With("cmax", CMax)
            .With("cmid", CMid).With("cmin", CMin).With("color", Color).With("coloraxis", ColorAxis).With("colorscale", Colorscale)
            .With("reversescale", ReverseScale).With("showscale", ShowScale).With("colorbar", ColorBar).With("simplify", Simplify);
}

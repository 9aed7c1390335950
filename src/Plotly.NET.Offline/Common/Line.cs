using Microsoft.FSharp.Core;
using static Plotly.NET.StyleParam;

namespace Plotly.NET;

/// <summary>Colour, width and dash of a line, also of an outline.</summary>
public sealed class Line : DynamicObj.DynamicObj
{
    public static Line init(
        FSharpOption<Color>? Color = null, FSharpOption<DrawingStyle>? Dash = null,
        FSharpOption<StyleParam.Shape>? Shape = null, FSharpOption<bool>? Simplify = null,
        FSharpOption<double>? Smoothing = null, FSharpOption<double>? Width = null) =>
        new()
        {
            Color, Width, Shape, Smoothing, Dash, Simplify,
        };
}

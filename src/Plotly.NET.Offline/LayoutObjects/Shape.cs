using Microsoft.FSharp.Core;
using static Plotly.NET.StyleParam;

namespace Plotly.NET.LayoutObjects;

/// <summary>A line, rectangle, circle or path on the chart.</summary>
public sealed class Shape : DynamicObj.DynamicObj
{
    public static Shape init<A, B, C, D>(
        FSharpOption<Color>? FillColor = null, FSharpOption<bool>? ShowLegend = null, FSharpOption<Line>? Line = null,
        FSharpOption<string>? Name = null, FSharpOption<double>? Opacity = null, FSharpOption<string>? Path = null,
        FSharpOption<ShapeType>? ShapeType = null, FSharpOption<A>? X0 = null, FSharpOption<B>? X1 = null,
        FSharpOption<string>? Xref = null, FSharpOption<C>? Y0 = null, FSharpOption<D>? Y1 = null,
        FSharpOption<string>? Yref = null)
        where A : IConvertible where B : IConvertible where C : IConvertible where D : IConvertible =>
        new()
        {
            FillColor, ShowLegend, Line, Name, Opacity, Path, { ShapeType, "type" }, X0, X1, Xref, Y0, Y1, Yref,
        };
}

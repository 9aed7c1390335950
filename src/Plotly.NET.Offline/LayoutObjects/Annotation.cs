using Microsoft.FSharp.Core;
using static Plotly.NET.StyleParam;

namespace Plotly.NET.LayoutObjects;

/// <summary>A text at a point of the chart, optionally with an arrow.</summary>
public sealed class Annotation : DynamicObj.DynamicObj
{
    // The type arguments of the original, also of the parameters that are left out.
    public static Annotation init<A, B, C, D, E, F, G, H, I, J>(
        FSharpOption<A>? X = null, FSharpOption<B>? Y = null, FSharpOption<Color>? ArrowColor = null,
        FSharpOption<C>? AX = null, FSharpOption<E>? AY = null, FSharpOption<Color>? BGColor = null,
        FSharpOption<Color>? BorderColor = null, FSharpOption<Font>? Font = null,
        FSharpOption<string>? HoverText = null, FSharpOption<double>? Opacity = null,
        FSharpOption<bool>? ShowArrow = null, FSharpOption<string>? Text = null,
        FSharpOption<double>? TextAngle = null, FSharpOption<XAnchorPosition>? XAnchor = null,
        FSharpOption<H>? XRef = null, FSharpOption<int>? XShift = null, FSharpOption<YAnchorPosition>? YAnchor = null,
        FSharpOption<J>? YRef = null, FSharpOption<int>? YShift = null)
        where A : IConvertible where B : IConvertible where C : IConvertible where E : IConvertible
            where H : IConvertible where J : IConvertible =>
        new()
        {
            X, Y, ArrowColor, AX, AY, BGColor, BorderColor, Font, HoverText, Opacity, ShowArrow, Text, TextAngle,
            XAnchor, XRef, XShift, YAnchor, YRef, YShift,
        };
}

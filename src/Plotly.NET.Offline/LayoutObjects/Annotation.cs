using Microsoft.FSharp.Core;
using static Plotly.NET.StyleParam;

namespace Plotly.NET.LayoutObjects;

/// <summary>A text at a point of the chart, optionally with an arrow.</summary>
public sealed class Annotation : DynamicObj.DynamicObj
{
    public static Annotation init<A, B, C, D, E, F, G, H, I, J>(
        FSharpOption<A>? X = null, FSharpOption<B>? Y = null, FSharpOption<AnnotationAlignment>? Align = null,
        FSharpOption<Color>? ArrowColor = null, FSharpOption<ArrowHead>? ArrowHead = null,
        FSharpOption<ArrowSide>? ArrowSide = null, FSharpOption<double>? ArrowSize = null, FSharpOption<C>? AX = null,
        FSharpOption<D>? AXRef = null, FSharpOption<E>? AY = null, FSharpOption<F>? AYRef = null,
        FSharpOption<Color>? BGColor = null, FSharpOption<Color>? BorderColor = null,
        FSharpOption<int>? BorderPad = null, FSharpOption<int>? BorderWidth = null,
        FSharpOption<bool>? CaptureEvents = null, FSharpOption<ClickToShow>? ClickToShow = null,
        FSharpOption<Font>? Font = null, FSharpOption<int>? Height = null, FSharpOption<Hoverlabel>? HoverLabel = null,
        FSharpOption<string>? HoverText = null, FSharpOption<string>? Name = null, FSharpOption<double>? Opacity = null,
        FSharpOption<bool>? ShowArrow = null, FSharpOption<int>? StandOff = null,
        FSharpOption<int>? StartArrowHead = null, FSharpOption<double>? StartArrowSize = null,
        FSharpOption<int>? StartStandOff = null, FSharpOption<string>? TemplateItemName = null,
        FSharpOption<string>? Text = null, FSharpOption<double>? TextAngle = null,
        FSharpOption<VerticalAlign>? VAlign = null, FSharpOption<bool>? Visible = null, FSharpOption<int>? Width = null,
        FSharpOption<XAnchorPosition>? XAnchor = null, FSharpOption<G>? XClick = null, FSharpOption<H>? XRef = null,
        FSharpOption<int>? XShift = null, FSharpOption<YAnchorPosition>? YAnchor = null, FSharpOption<I>? YClick = null,
        FSharpOption<J>? YRef = null, FSharpOption<int>? YShift = null)
        where A : IConvertible where B : IConvertible where C : IConvertible where D : IConvertible
            where E : IConvertible where F : IConvertible where G : IConvertible where H : IConvertible
                where I : IConvertible where J : IConvertible =>
        new()
        {
            X, Y, Align, ArrowColor, ArrowHead, ArrowSide, ArrowSize, AX, AXRef, AY, AYRef, BGColor, BorderColor,
            BorderPad, BorderWidth, CaptureEvents, ClickToShow, Font, Height, HoverLabel, HoverText, Name, Opacity,
            ShowArrow, StandOff, StartArrowHead, StartArrowSize, StartStandOff, TemplateItemName, Text, TextAngle,
            VAlign, Visible, Width, XAnchor, XClick, XRef, XShift, YAnchor, YClick, YRef, YShift
        };
}

using Microsoft.FSharp.Core;

namespace Plotly.NET.TraceObjects;

/// <summary>The box inside a violin.</summary>
public sealed class Box : DynamicObj.DynamicObj
{
    public static Box init(
        FSharpOption<bool>? Visible = null, FSharpOption<double>? Width = null, FSharpOption<Color>? FillColor = null, FSharpOption<Color>? LineColor = null,
        FSharpOption<double>? LineWidth = null) =>
        new Box()
            .With("visible", Visible).With("width", Width).With("fillcolor", FillColor)
            .With("line", LineColor is null && LineWidth is null ? null : (FSharpOption<Line>)Line.init(Color: LineColor, Width: LineWidth));
}

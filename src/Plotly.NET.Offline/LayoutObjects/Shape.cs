using Microsoft.FSharp.Core;
using static Plotly.NET.StyleParam;

namespace Plotly.NET.LayoutObjects;

/// <summary>A line, rectangle, circle or path on the chart.</summary>
public sealed class Shape : DynamicObj.DynamicObj
{
    public static Shape init<A, B, C, D>(
        FSharpOption<bool>? Editable = null, FSharpOption<Color>? FillColor = null,
        FSharpOption<FillRule>? FillRule = null, FSharpOption<ShapeLabel>? Label = null,
        FSharpOption<bool>? ShowLegend = null, FSharpOption<SubPlotId>? Legend = null,
        FSharpOption<int>? LegendRank = null, FSharpOption<string>? LegendGroup = null,
        FSharpOption<Title>? LegendGroupTitle = null, FSharpOption<double>? LegendWidth = null,
        FSharpOption<Layer>? Layer = null, FSharpOption<Line>? Line = null, FSharpOption<string>? Name = null,
        FSharpOption<double>? Opacity = null, FSharpOption<string>? Path = null,
        FSharpOption<string>? TemplateItemName = null, FSharpOption<ShapeType>? ShapeType = null,
        FSharpOption<bool>? Visible = null, FSharpOption<A>? X0 = null, FSharpOption<B>? X1 = null,
        FSharpOption<LinearAxisId>? XAnchor = null, FSharpOption<string>? Xref = null,
        FSharpOption<ShapeSizeMode>? XSizeMode = null, FSharpOption<C>? Y0 = null, FSharpOption<D>? Y1 = null,
        FSharpOption<LinearAxisId>? YAnchor = null, FSharpOption<string>? Yref = null,
        FSharpOption<ShapeSizeMode>? YSizeMode = null)
        where A : IConvertible where B : IConvertible where C : IConvertible where D : IConvertible =>
        new()
        {
            Editable, FillColor, FillRule, Label, ShowLegend, Legend, LegendRank, LegendGroup, LegendGroupTitle,
            LegendWidth, Layer, Line, Name, Opacity, Path, TemplateItemName, { ShapeType, "type" }, Visible, X0, X1,
            XAnchor, Xref, XSizeMode, Y0, Y1, YAnchor, Yref, YSizeMode
        };
}

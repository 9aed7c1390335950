using Microsoft.FSharp.Core;
using static Plotly.NET.StyleParam;

namespace Plotly.NET.LayoutObjects;

/// <summary>An x or y axis.</summary>
public sealed class LinearAxis : DynamicObj.DynamicObj
{
    // The type arguments of the original, also for the parameters that are left out.
    public static LinearAxis init<A, B, C, D, E, F, G, H>(
        FSharpOption<bool>? Visible = null, FSharpOption<Color>? Color = null, FSharpOption<Title>? Title = null,
        FSharpOption<AxisType>? AxisType = null, FSharpOption<AutoRange>? AutoRange = null,
        FSharpOption<StyleParam.Range>? Range = null, FSharpOption<ScaleAnchor>? ScaleAnchor = null,
        FSharpOption<double>? ScaleRatio = null, FSharpOption<TickMode>? TickMode = null,
        FSharpOption<int>? NTicks = null, FSharpOption<C>? Tick0 = null, FSharpOption<D>? DTick = null,
        FSharpOption<IEnumerable<E>>? TickVals = null, FSharpOption<IEnumerable<F>>? TickText = null,
        FSharpOption<bool>? ShowTickLabels = null, FSharpOption<Font>? TickFont = null,
        FSharpOption<int>? TickAngle = null, FSharpOption<string>? TickPrefix = null,
        FSharpOption<string>? TickSuffix = null, FSharpOption<string>? TickFormat = null,
        FSharpOption<bool>? ShowLine = null, FSharpOption<Color>? LineColor = null,
        FSharpOption<double>? LineWidth = null, FSharpOption<bool>? ShowGrid = null,
        FSharpOption<Color>? GridColor = null, FSharpOption<DrawingStyle>? GridDash = null,
        FSharpOption<double>? GridWidth = null, FSharpOption<bool>? ZeroLine = null,
        FSharpOption<LinearAxisId>? Anchor = null, FSharpOption<Side>? Side = null,
        FSharpOption<LinearAxisId>? Overlaying = null, FSharpOption<StyleParam.Range>? Domain = null,
        FSharpOption<double>? Position = null)
        where C : IConvertible where D : IConvertible where E : IConvertible where F : IConvertible =>
        new()
        {
            Visible, Color, Title, { AxisType, "type" }, AutoRange, Range, ScaleAnchor, ScaleRatio, TickMode, NTicks,
            Tick0, DTick, TickVals, TickText, ShowTickLabels, TickFont, TickAngle, TickPrefix, TickSuffix, TickFormat,
            ShowLine, LineColor, LineWidth, ShowGrid, GridColor, GridDash, GridWidth, ZeroLine, Anchor, Side,
            Overlaying, Domain, Position,
        };
}

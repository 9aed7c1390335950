using Microsoft.FSharp.Core;
using static Plotly.NET.StyleParam;

namespace Plotly.NET.LayoutObjects;

/// <summary>An x or y axis.</summary>
public sealed class LinearAxis : DynamicObj.DynamicObj
{
    public static LinearAxis init<A, B, C, D, E, F, G, H>(
        FSharpOption<bool>? Visible = null, FSharpOption<Color>? Color = null, FSharpOption<Title>? Title = null,
        FSharpOption<AxisType>? AxisType = null, FSharpOption<AutoTypeNumbers>? AutoTypeNumbers = null,
        FSharpOption<AutoRange>? AutoRange = null, FSharpOption<AutoRangeOptions>? AutoRangeOptions = null,
        FSharpOption<bool>? AutoShift = null, FSharpOption<RangeMode>? RangeMode = null,
        FSharpOption<StyleParam.Range>? Range = null, FSharpOption<bool>? FixedRange = null,
        FSharpOption<ScaleAnchor>? ScaleAnchor = null, FSharpOption<double>? ScaleRatio = null,
        FSharpOption<AxisConstraint>? Constrain = null, FSharpOption<AxisConstraintDirection>? ConstrainToward = null,
        FSharpOption<LinearAxisId>? Matches = null, FSharpOption<A>? MaxAllowed = null,
        FSharpOption<B>? MinAllowed = null, FSharpOption<IEnumerable<Rangebreak>>? Rangebreaks = null,
        FSharpOption<TickMode>? TickMode = null, FSharpOption<int>? NTicks = null, FSharpOption<C>? Tick0 = null,
        FSharpOption<D>? DTick = null, FSharpOption<IEnumerable<E>>? TickVals = null,
        FSharpOption<IEnumerable<F>>? TickText = null, FSharpOption<TickOptions>? Ticks = null,
        FSharpOption<CategoryTickAnchor>? TicksOn = null, FSharpOption<TickLabelMode>? TickLabelMode = null,
        FSharpOption<TickLabelPosition>? TickLabelPosition = null, FSharpOption<int>? TickLabelStep = null,
        FSharpOption<TickLabelOverflow>? TickLabelOverflow = null, FSharpOption<Mirror>? Mirror = null,
        FSharpOption<int>? TickLen = null, FSharpOption<int>? TickWidth = null, FSharpOption<Color>? TickColor = null,
        FSharpOption<bool>? ShowTickLabels = null, FSharpOption<TickAutoMargin>? AutoMargin = null,
        FSharpOption<bool>? ShowSpikes = null, FSharpOption<Color>? SpikeColor = null,
        FSharpOption<int>? SpikeThickness = null, FSharpOption<DrawingStyle>? SpikeDash = null,
        FSharpOption<SpikeMode>? SpikeMode = null, FSharpOption<SpikeSnap>? SpikeSnap = null,
        FSharpOption<Font>? TickFont = null, FSharpOption<int>? TickAngle = null,
        FSharpOption<ShowTickOption>? ShowTickPrefix = null, FSharpOption<string>? TickPrefix = null,
        FSharpOption<ShowTickOption>? ShowTickSuffix = null, FSharpOption<string>? TickSuffix = null,
        FSharpOption<ShowExponent>? ShowExponent = null, FSharpOption<ExponentFormat>? ExponentFormat = null,
        FSharpOption<double>? MinExponent = null, FSharpOption<Minor>? Minor = null,
        FSharpOption<bool>? SeparateThousands = null, FSharpOption<string>? TickFormat = null,
        FSharpOption<IEnumerable<TickFormatStop>>? TickFormatStops = null, FSharpOption<string>? HoverFormat = null,
        FSharpOption<StyleParam.Range>? InsideRange = null, FSharpOption<bool>? ShowLine = null,
        FSharpOption<Color>? LineColor = null, FSharpOption<double>? LineWidth = null,
        FSharpOption<bool>? ShowGrid = null, FSharpOption<Color>? GridColor = null,
        FSharpOption<DrawingStyle>? GridDash = null, FSharpOption<double>? GridWidth = null,
        FSharpOption<bool>? ZeroLine = null, FSharpOption<Color>? ZeroLineColor = null,
        FSharpOption<double>? ZeroLineWidth = null, FSharpOption<int>? Shift = null,
        FSharpOption<bool>? ShowDividers = null, FSharpOption<Color>? DividerColor = null,
        FSharpOption<int>? DividerWidth = null, FSharpOption<LinearAxisId>? Anchor = null,
        FSharpOption<Side>? Side = null, FSharpOption<LinearAxisId>? Overlaying = null,
        FSharpOption<DynamicObj.DynamicObj>? LabelAlias = null, FSharpOption<Layer>? Layer = null,
        FSharpOption<StyleParam.Range>? Domain = null, FSharpOption<double>? Position = null,
        FSharpOption<CategoryOrder>? CategoryOrder = null, FSharpOption<IEnumerable<G>>? CategoryArray = null,
        FSharpOption<H>? UIRevision = null, FSharpOption<RangeSlider>? RangeSlider = null,
        FSharpOption<RangeSelector>? RangeSelector = null, FSharpOption<Calendar>? Calendar = null,
        FSharpOption<Color>? BackgroundColor = null, FSharpOption<bool>? ShowBackground = null)
        where A : IConvertible where B : IConvertible where C : IConvertible where D : IConvertible
            where E : IConvertible where F : IConvertible where G : IConvertible where H : IConvertible =>
        new()
        {
            Visible, Color, Title, { AxisType, "type" }, AutoTypeNumbers, AutoRange, AutoRangeOptions, AutoShift,
            RangeMode, Range, FixedRange, ScaleAnchor, ScaleRatio, Constrain, ConstrainToward, Matches, MaxAllowed,
            MinAllowed, Rangebreaks, TickMode, NTicks, Tick0, DTick, TickVals, TickText, Ticks, TicksOn,
            TickLabelMode, TickLabelPosition, TickLabelStep, TickLabelOverflow, Mirror, TickLen, TickWidth, TickColor,
            ShowTickLabels, AutoMargin, ShowSpikes, SpikeColor, SpikeThickness, SpikeDash, SpikeMode, SpikeSnap,
            TickFont, TickAngle, ShowTickPrefix, TickPrefix, ShowTickSuffix, TickSuffix, ShowExponent, ExponentFormat,
            MinExponent, Minor, SeparateThousands, TickFormat, TickFormatStops, HoverFormat, InsideRange, ShowLine,
            LineColor, LineWidth, ShowGrid, GridColor, GridDash, GridWidth, ZeroLine, ZeroLineColor, ZeroLineWidth,
            Shift, ShowDividers, DividerColor, DividerWidth, Anchor, Side, Overlaying, LabelAlias, Layer, Domain,
            Position, CategoryOrder, CategoryArray, UIRevision, RangeSlider, RangeSelector, Calendar, BackgroundColor,
            ShowBackground
        };
}

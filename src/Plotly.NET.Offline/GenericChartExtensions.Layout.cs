using Microsoft.FSharp.Core;
using Plotly.NET.LayoutObjects;

namespace Plotly.NET;

// Styles of the layout.
public static partial class GenericChartExtensions
{
    public static GenericChart WithLayout(this GenericChart @this, Layout layout) =>
        @this.AddLayout(layout);

    public static GenericChart WithTitle(this GenericChart @this, string title, FSharpOption<Font>? TitleFont = null) =>
        @this.AddLayout(new Layout().Set("title", Title.init(Text: title, Font: TitleFont)));

    public static GenericChart WithSize(this GenericChart @this, int width, int height) =>
        @this.StyleLayout(layout => layout.Set("width", width).Set("height", height));

    public static GenericChart WithLegend(this GenericChart @this, bool showlegend) =>
        @this.AddLayout(new Layout().Set("showlegend", showlegend));

    public static GenericChart WithMargin(this GenericChart @this, Margin margin) =>
        @this.StyleLayout(layout => layout.Set("margin", margin));

    public static GenericChart WithMarginSize<A, B, C, D, E, F>(
        this GenericChart @this, FSharpOption<A>? Left = null, FSharpOption<B>? Right = null, FSharpOption<C>? Top = null, FSharpOption<D>? Bottom = null,
        FSharpOption<E>? Pad = null, FSharpOption<F>? Autoexpand = null) =>
        @this.WithMargin(Margin.init(Left: Left, Right: Right, Top: Top, Bottom: Bottom, Pad: Pad, Autoexpand: Autoexpand));

    public static GenericChart WithXAxis(this GenericChart @this, LinearAxis xAxis, FSharpOption<StyleParam.SubPlotId>? Id = null) =>
        @this.StyleLayout(layout => layout.UpdateAxis(Id?.Value ?? StyleParam.SubPlotId.NewXAxis(1), xAxis));

    public static GenericChart WithXAxisStyle(
        this GenericChart @this, Title title, FSharpOption<Tuple<IConvertible, IConvertible>>? MinMax = null, FSharpOption<bool>? ShowGrid = null,
        FSharpOption<bool>? ShowLine = null, FSharpOption<StyleParam.Side>? Side = null, FSharpOption<StyleParam.LinearAxisId>? Overlaying = null,
        FSharpOption<StyleParam.SubPlotId>? Id = null, FSharpOption<Tuple<IConvertible, IConvertible>>? Domain = null, FSharpOption<double>? Position = null,
        FSharpOption<bool>? ZeroLine = null, FSharpOption<StyleParam.LinearAxisId>? Anchor = null) =>
        @this.WithXAxis(AxisStyle(title, MinMax, ShowGrid, ShowLine, Side, Overlaying, Domain, Position, ZeroLine, Anchor), Id);

    public static GenericChart WithYAxis(this GenericChart @this, LinearAxis yAxis, FSharpOption<StyleParam.SubPlotId>? Id = null) =>
        @this.StyleLayout(layout => layout.UpdateAxis(Id?.Value ?? StyleParam.SubPlotId.NewYAxis(1), yAxis));

    public static GenericChart WithYAxisStyle(
        this GenericChart @this, Title title, FSharpOption<Tuple<IConvertible, IConvertible>>? MinMax = null, FSharpOption<bool>? ShowGrid = null,
        FSharpOption<bool>? ShowLine = null, FSharpOption<StyleParam.Side>? Side = null, FSharpOption<StyleParam.LinearAxisId>? Overlaying = null,
        FSharpOption<StyleParam.SubPlotId>? Id = null, FSharpOption<Tuple<IConvertible, IConvertible>>? Domain = null, FSharpOption<double>? Position = null,
        FSharpOption<bool>? ZeroLine = null, FSharpOption<StyleParam.LinearAxisId>? Anchor = null) =>
        @this.WithYAxis(AxisStyle(title, MinMax, ShowGrid, ShowLine, Side, Overlaying, Domain, Position, ZeroLine, Anchor), Id);

    public static GenericChart WithAnnotations(this GenericChart @this, IEnumerable<Annotation> annotations, FSharpOption<bool>? Append = null) =>
        @this.StyleLayout(layout => layout.AddTo("annotations", annotations, Append?.Value ?? true));

    public static GenericChart WithAnnotation(this GenericChart @this, Annotation annotation, FSharpOption<bool>? Append = null) =>
        @this.WithAnnotations([annotation], Append);

    public static GenericChart WithShapes(this GenericChart @this, IEnumerable<Shape> shapes, FSharpOption<bool>? Append = null) =>
        @this.StyleLayout(layout => layout.AddTo("shapes", shapes, Append?.Value ?? true));

    public static GenericChart WithShape(this GenericChart @this, Shape shape, FSharpOption<bool>? Append = null) =>
        @this.WithShapes([shape], Append);

    public static GenericChart WithLayoutGridStyle(
        this GenericChart @this, FSharpOption<Tuple<StyleParam.LinearAxisId, StyleParam.LinearAxisId>[][]>? SubPlots = null,
        FSharpOption<StyleParam.LinearAxisId[]>? XAxes = null, FSharpOption<StyleParam.LinearAxisId[]>? YAxes = null, FSharpOption<int>? Rows = null,
        FSharpOption<int>? Columns = null, FSharpOption<StyleParam.LayoutGridRowOrder>? RowOrder = null, FSharpOption<StyleParam.LayoutGridPattern>? Pattern = null,
        FSharpOption<double>? XGap = null, FSharpOption<double>? YGap = null, FSharpOption<Domain>? Domain = null,
        FSharpOption<StyleParam.LayoutGridXSide>? XSide = null, FSharpOption<StyleParam.LayoutGridYSide>? YSide = null) =>
        @this.StyleLayout(layout => layout.StyleGrid(LayoutGrid.init(
            SubPlots: SubPlots, XAxes: XAxes, YAxes: YAxes, Rows: Rows, Columns: Columns, RowOrder: RowOrder, Pattern: Pattern, XGap: XGap, YGap: YGap,
            Domain: Domain, XSide: XSide, YSide: YSide)));

    public static GenericChart WithLayoutGrid(this GenericChart @this, LayoutGrid layoutGrid) =>
        @this.StyleLayout(layout => layout.Set("grid", layoutGrid));

    private static LinearAxis AxisStyle(
        Title title, FSharpOption<Tuple<IConvertible, IConvertible>>? minMax, FSharpOption<bool>? showGrid, FSharpOption<bool>? showLine,
        FSharpOption<StyleParam.Side>? side, FSharpOption<StyleParam.LinearAxisId>? overlaying, FSharpOption<Tuple<IConvertible, IConvertible>>? domain,
        FSharpOption<double>? position, FSharpOption<bool>? zeroLine, FSharpOption<StyleParam.LinearAxisId>? anchor) =>
        LinearAxis.init<double, double, double, double, double, double, double, double>(
            Title: title, Range: Range(minMax), ShowGrid: showGrid, ShowLine: showLine, Anchor: anchor, Side: side, Domain: Range(domain),
            Overlaying: overlaying, Position: position, ZeroLine: zeroLine);

    private static FSharpOption<StyleParam.Range>? Range(FSharpOption<Tuple<IConvertible, IConvertible>>? ends) =>
        ends is null ? null : FSharpOption<StyleParam.Range>.Some(StyleParam.Range.NewMinMax(ends.Value.Item1, ends.Value.Item2));

    private static GenericChart StyleLayout(this GenericChart chart, Action<Layout> change)
    {
        change(chart.Layout);
        return chart;
    }

    private static GenericChart AddLayout(this GenericChart chart, Layout layout) => chart.StyleLayout(own => Layout.combine(own, layout));
}

using Microsoft.FSharp.Core;
using Plotly.NET.LayoutObjects;
using static Plotly.NET.StyleParam;

namespace Plotly.NET;

// Styles of the layout.
public static partial class GenericChartExtensions
{
    public static GenericChart WithLayout(this GenericChart @this, Layout layout) =>
        @this.AddLayout(layout);

    public static GenericChart WithTitle(this GenericChart @this, string title, FSharpOption<Font>? TitleFont = null) =>
        @this.AddLayout(new() { { Title.init(Text: title, Font: TitleFont), "title" } });

    public static GenericChart WithSize(this GenericChart @this, int width, int height) =>
        @this.StyleLayout(layout =>
        {
            layout.Add(width);
            layout.Add(height);
        });

    public static GenericChart WithLegend(this GenericChart @this, bool showlegend) =>
        @this.AddLayout(new() { showlegend });

    public static GenericChart WithXAxis(
        this GenericChart @this, LinearAxis xAxis, FSharpOption<SubPlotId>? Id = null) =>
        @this.StyleLayout(layout => layout.UpdateAxis(Id?.Value ?? StyleParam.SubPlotId.NewXAxis(1), xAxis));

    public static GenericChart WithXAxisStyle(
        this GenericChart @this, Title title, FSharpOption<Tuple<IConvertible, IConvertible>>? MinMax = null,
        FSharpOption<bool>? ShowGrid = null, FSharpOption<bool>? ShowLine = null, FSharpOption<Side>? Side = null,
        FSharpOption<LinearAxisId>? Overlaying = null, FSharpOption<SubPlotId>? Id = null,
        FSharpOption<Tuple<IConvertible, IConvertible>>? Domain = null, FSharpOption<double>? Position = null,
        FSharpOption<bool>? ZeroLine = null, FSharpOption<LinearAxisId>? Anchor = null) =>
        @this.WithXAxis(
            new()
            {
                title, { Range(MinMax), "range" }, ShowLine, ShowGrid, ZeroLine, Anchor, Side, Overlaying,
                { Range(Domain), "domain" },
                Position,
            },
            Id);

    public static GenericChart WithYAxis(
        this GenericChart @this, LinearAxis yAxis, FSharpOption<SubPlotId>? Id = null) =>
        @this.StyleLayout(layout => layout.UpdateAxis(Id?.Value ?? StyleParam.SubPlotId.NewYAxis(1), yAxis));

    public static GenericChart WithYAxisStyle(
        this GenericChart @this, Title title, FSharpOption<Tuple<IConvertible, IConvertible>>? MinMax = null,
        FSharpOption<bool>? ShowGrid = null, FSharpOption<bool>? ShowLine = null, FSharpOption<Side>? Side = null,
        FSharpOption<LinearAxisId>? Overlaying = null, FSharpOption<SubPlotId>? Id = null,
        FSharpOption<Tuple<IConvertible, IConvertible>>? Domain = null, FSharpOption<double>? Position = null,
        FSharpOption<bool>? ZeroLine = null, FSharpOption<LinearAxisId>? Anchor = null) =>
        @this.WithYAxis(
            new()
            {
                title, { Range(MinMax), "range" }, ShowLine, ShowGrid, ZeroLine, Anchor, Side, Overlaying,
                { Range(Domain), "domain" },
                Position,
            },
            Id);

    public static GenericChart WithAnnotations(
        this GenericChart @this, IEnumerable<Annotation> annotations, FSharpOption<bool>? Append = null) =>
        @this.StyleLayout(layout => layout.AddTo("annotations", annotations, Append?.Value ?? true));

    public static GenericChart WithAnnotation(
        this GenericChart @this, Annotation annotation, FSharpOption<bool>? Append = null) =>
        @this.WithAnnotations([annotation], Append);

    public static GenericChart WithShapes(
        this GenericChart @this, IEnumerable<LayoutObjects.Shape> shapes, FSharpOption<bool>? Append = null) =>
        @this.StyleLayout(layout => layout.AddTo("shapes", shapes, Append?.Value ?? true));

    public static GenericChart WithShape(
        this GenericChart @this, LayoutObjects.Shape shape, FSharpOption<bool>? Append = null) =>
        @this.WithShapes([shape], Append);

    private static FSharpOption<StyleParam.Range>? Range(FSharpOption<Tuple<IConvertible, IConvertible>>? ends) =>
        ends is null ? null
            : FSharpOption<StyleParam.Range>.Some(StyleParam.Range.NewMinMax(ends.Value.Item1, ends.Value.Item2));

    private static GenericChart StyleLayout(this GenericChart chart, Action<Layout> change)
    {
        change(chart.Layout);
        return chart;
    }

    private static GenericChart AddLayout(this GenericChart chart, Layout layout) =>
        chart.StyleLayout(own => Layout.combine(own, layout));
}

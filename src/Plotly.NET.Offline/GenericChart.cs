using System.Text.Encodings.Web;
using System.Text.Json;
using NeuralNotebooks;

namespace Plotly.NET;

/// <summary>A chart of one or several traces. The functions that style it change it and return it.</summary>
/// <remarks>Unlike the class of Plotly.NET, it is displayed by every notebook host, by the conventions of the other
/// types of the course.</remarks>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class GenericChart : IHtml
{
    private static readonly JsonSerializerOptions _readable =
        new(JsonSerializerOptions.Default) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private GenericChart(IReadOnlyList<Trace> traces, Layout layout) => (Traces, Layout) = (traces, layout);

    internal IReadOnlyList<Trace> Traces { get; }

    internal Layout Layout { get; }

    /// <summary>A chart of one trace. Of the defaults, only the size is used: the page decides on the style.</summary>
    public static GenericChart ofTraceObject(bool useDefaults, Trace trace) =>
        useDefaults ? Of(trace) : new([trace], new());

    /// <summary>All traces with one layout: the layouts of the other charts are merged into that of the
    /// first.</summary>
    public static GenericChart combine(IEnumerable<GenericChart> gCharts)
    {
        GenericChart[] charts = [.. gCharts];
        if (charts.Length == 0)
            throw new ArgumentException("There is no chart to combine.", nameof(gCharts));
        if (charts.Length == 1)
            return charts[0];
        foreach (GenericChart chart in charts.Skip(1))
            charts[0].Layout.Merge(chart.Layout);
        return new([.. charts.SelectMany(chart => chart.Traces)], charts[0].Layout);
    }

    /// <summary>Merges a layout into that of the chart.</summary>
    public static GenericChart addLayout(Layout layout, GenericChart gChart)
    {
        gChart.Layout.Merge(layout);
        return gChart;
    }

    /// <summary>Data, layout and an empty list of frames as JSON.</summary>
    public static string toFigureJson(GenericChart gChart) => Json(gChart, "frames", Array.Empty<object>());

    /// <summary>Data, layout and config as JSON.</summary>
    public static string toJson(GenericChart gChart) =>
        Json(gChart, "config", new FigurePart { ["responsive"] = true });

    /// <summary>An element and a script that draws into it, for a page that has loaded plotly.js.</summary>
    public static string toChartHTML(GenericChart gChart) => ChartDrawing.OfChart(toJson(gChart));

    /// <inheritdoc cref="toChartHTML"/>
    public string ToHtml() => toChartHTML(this);

    /// <summary>A whole page that loads plotly.js and draws the chart.</summary>
    public static string toEmbeddedHTML(GenericChart gChart) => ChartPage.Document(gChart);

    private static string Json(GenericChart chart, string name, object more) => new FigurePart
    {
        ["data"] = chart.Traces,
        ["layout"] = chart.Layout,
        [name] = more,
    }.Json.ToJsonString(_readable);

    internal static GenericChart Of(Trace first, params Trace[] others) =>
        new([first, .. others], new() { ["width"] = Figure.DefaultSize, ["height"] = Figure.DefaultSize });
}

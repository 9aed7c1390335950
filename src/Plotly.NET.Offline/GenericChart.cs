using NeuralNotebooks;

namespace Plotly.NET;

/// <summary>
/// A chart of one trace (<see cref="Chart"/>) or of several (<see cref="MultiChart"/>).
/// The functions that style a chart change it and return it.
/// </summary>
/// <remarks>Unlike the original, it shows itself in every host, by the course's own conventions.</remarks>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public abstract class GenericChart : IHtml
{
    private GenericChart(IReadOnlyList<Trace> traces, Layout layout, Config config)
    {
        Traces = traces;
        Layout = layout;
        Config = config;
    }

    internal IReadOnlyList<Trace> Traces { get; }

    internal Layout Layout { get; }

    internal Config Config { get; }

    public sealed class Chart : GenericChart
    {
        internal Chart(Trace trace, Layout layout, Config config) : base([trace], layout, config) { }
    }

    public sealed class MultiChart : GenericChart
    {
        internal MultiChart(IReadOnlyList<Trace> traces, Layout layout, Config config)
            : base(traces, layout, config) { }
    }

    /// <summary>All traces on one layout: that of the first chart, which the others' are merged into.</summary>
    public static GenericChart combine(IEnumerable<GenericChart> gCharts)
    {
        GenericChart[] charts = [.. gCharts];
        if (charts.Length == 0)
            throw new ArgumentException("There is no chart to combine.", nameof(gCharts));
        if (charts.Length == 1)
            return charts[0];
        foreach (GenericChart chart in charts.Skip(1))
        {
            Layout.Combine(charts[0].Layout, chart.Layout);
            charts[0].Config.Merge(chart.Config);
        }
        return new MultiChart([.. charts.SelectMany(chart => chart.Traces)], charts[0].Layout, charts[0].Config);
    }

    /// <summary>Merges a layout into the chart's own.</summary>
    public static GenericChart addLayout(Layout layout, GenericChart gChart)
    {
        Layout.Combine(gChart.Layout, layout);
        return gChart;
    }

    /// <summary>Data, layout and an empty list of frames as JSON.</summary>
    public static string toFigureJson(GenericChart gChart) =>
        $"{{{DataAndLayout(gChart)},\"frames\":[]}}";

    /// <summary>Data, layout and config as JSON.</summary>
    public static string toJson(GenericChart gChart) =>
        $"{{{DataAndLayout(gChart)},\"config\":{FigureJson.Of(gChart.Config)}}}";

    /// <summary>An element and a script that draws into it, for a page that has loaded plotly.js.</summary>
    public static string toChartHTML(GenericChart gChart) => ChartFragment.Of(toJson(gChart));

    /// <inheritdoc cref="toChartHTML"/>
    public string ToHtml() => toChartHTML(this);

    /// <summary>A whole page that loads plotly.js and draws the chart.</summary>
    public static string toEmbeddedHTML(GenericChart gChart) => ChartPage.Document(gChart);

    private static string DataAndLayout(GenericChart chart) =>
        $"\"data\":{FigureJson.Of(chart.Traces)},\"layout\":{FigureJson.Of(chart.Layout)}";

    internal static GenericChart Of(IReadOnlyList<Trace> traces, bool useDefaults)
    {
        Layout layout = new();
        Config config = new();
        if (useDefaults)
        {
            layout.Add(Defaults.DefaultWidth, "width");
            layout.Add(Defaults.DefaultHeight, "height");
            config.Add(true, "responsive");
        }
        return traces.Count == 1 ? new Chart(traces[0], layout, config) : new MultiChart(traces, layout, config);
    }
}

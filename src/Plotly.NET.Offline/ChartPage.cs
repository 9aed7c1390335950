namespace Plotly.NET;

/// <summary>A chart as a whole page.</summary>
internal static class ChartPage
{
    // The plotly.js that the original release was made for.
    private const string PlotlyJs = "https://cdn.plot.ly/plotly-2.28.0.min.js";

    public static string Document(GenericChart chart) =>
        $"""
        <!DOCTYPE html>
        <html>
        <head><meta charset="utf-8"><title>Chart</title><script src="{PlotlyJs}" charset="utf-8"></script></head>
        <body>
        {ChartFragment.Drawing(GenericChart.toJson(chart), "chart")}
        </body>
        </html>
        """;
}

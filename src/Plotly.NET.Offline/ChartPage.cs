namespace Plotly.NET;

/// <summary>A chart as HTML.</summary>
internal static class ChartPage
{
    // The plotly.js that the original release was made for.
    private const string PlotlyJs = "https://cdn.plot.ly/plotly-2.27.1.min.js";

    // plotly.js may reach the page later than the chart.
    public static string Fragment(GenericChart chart)
    {
        string id = Guid.NewGuid().ToString();
        return $$"""
            <div><div id="{{id}}"></div>
            <script type="text/javascript">
            (function draw(patience) {
              if (window.Plotly) Plotly.newPlot("{{id}}", {{Script(chart.Traces)}}, {{Script(chart.Layout)}}, {{Script(chart.Config)}});
              else if (patience > 0) setTimeout(draw, 50, patience - 1);
              else document.getElementById("{{id}}").textContent = "This page has not loaded plotly.js, which draws the chart.";
            })(100);
            </script></div>
            """;
    }

    public static string Document(GenericChart chart) =>
        $"""
        <!DOCTYPE html>
        <html>
        <head><meta charset="utf-8"><title>Chart</title><script src="{PlotlyJs}" charset="utf-8"></script></head>
        <body>
        {Fragment(chart)}
        </body>
        </html>
        """;

    // No text of a chart may end the script that it stands in.
    private static string Script(object part) => FigureJson.Of(part).Replace("<", "\\u003c", StringComparison.Ordinal);
}

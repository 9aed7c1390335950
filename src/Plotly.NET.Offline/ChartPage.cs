using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Plotly.NET;

/// <summary>A chart as HTML.</summary>
internal static class ChartPage
{
    // The plotly.js that the original release was made for.
    private const string PlotlyJs = "https://cdn.plot.ly/plotly-2.27.1.min.js";

    private static int fragments;

    // The first chart of a session carries plotly.js, and it may still reach the page later than a chart does.
    public static string Fragment(GenericChart chart)
    {
        string figure = GenericChart.toJson(chart);
        string key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figure)))[..16];
        return PlotlyLibrary.ElementFor(key) + Drawing(chart, string.Create(CultureInfo.InvariantCulture, $"chart-{key}-{Interlocked.Increment(ref fragments)}"));
    }

    public static string Document(GenericChart chart) =>
        $"""
        <!DOCTYPE html>
        <html>
        <head><meta charset="utf-8"><title>Chart</title><script src="{PlotlyJs}" charset="utf-8"></script></head>
        <body>
        {Drawing(chart, "chart")}
        </body>
        </html>
        """;

    private static string Drawing(GenericChart chart, string id) =>
        $$"""
        <div><div id="{{id}}"></div>
        <script type="text/javascript">
        (function draw(patience) {
          if (window.Plotly) Plotly.newPlot("{{id}}", {{Script(chart.Traces)}}, {{Script(chart.Layout)}}, {{Script(chart.Config)}});
          else if (patience > 0) setTimeout(draw, 50, patience - 1);
          else document.getElementById("{{id}}").textContent = "This page has not loaded plotly.js, which draws the chart.";
        })(100);
        </script></div>
        """;

    // No text of a chart may end the script that it stands in.
    private static string Script(object part) => FigureJson.Of(part).Replace("<", "\\u003c", StringComparison.Ordinal);
}

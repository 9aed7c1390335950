using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Plotly.NET;

/// <summary>A chart's JSON (data, layout and config) as an element and a script that draws into it.</summary>
/// <remarks>
/// This file is compiled into NeuralNotebooks.Engine too: the fragment that the real Plotly.NET writes draws only if
/// the page has already loaded plotly.js.
/// </remarks>
internal static class ChartFragment
{
    private static int _fragments;

    /// <summary>For a page of many charts: the first one of a session includes plotly.js, from the folder or from that
    /// of this assembly.</summary>
    public static string Of(string json, string? libraryFolder = null)
    {
        string key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..16];
        return PlotlyLibrary.ElementFor(key, libraryFolder)
            + Drawing(
                json, string.Create(
                    CultureInfo.InvariantCulture, $"chart-{key}-{Interlocked.Increment(ref _fragments)}"));
    }

    // plotly.js may load after the chart. No text of a chart may close its script element. What the chart leaves open
    // follows the page, light or dark.
    public static string Drawing(string json, string id) =>
        $$"""
        <div><div id="{{id}}"></div>
        <script type="text/javascript">
        (function draw(patience) {
          var host = document.getElementById("{{id}}"), clear = "rgba(0,0,0,0)", faint = "rgba(128,128,128,0.25)";
          function page() {
            var axis = { gridcolor: faint, zerolinecolor: faint };
            return { layout: {
              paper_bgcolor: clear, plot_bgcolor: clear, font: { color: getComputedStyle(host).color },
              modebar: { bgcolor: clear }, xaxis: axis, yaxis: axis
            } };
          }
          if (window.Plotly) {
            var figure = {{json.Replace("<", "\\u003c", StringComparison.Ordinal)}}, isOpen = !figure.layout.template;
            if (isOpen) figure.layout.template = page();
            Plotly.newPlot(host, figure);
            if (isOpen && window.MutationObserver)
              new MutationObserver(function () {
                setTimeout(function () { if (host.isConnected) Plotly.relayout(host, { template: page() }); }, 60);
              }).observe(document.documentElement, { attributes: true });
          }
          else if (patience > 0) setTimeout(draw, 50, patience - 1);
          else host.textContent = "This page has not loaded plotly.js, which draws the chart.";
        })(100);
        </script></div>
        """;
}

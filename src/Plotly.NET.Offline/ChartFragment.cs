using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Plotly.NET;

/// <summary>A chart's JSON (data, layout and config) as an element and a script that draws into it.</summary>
/// <remarks>
/// This file is compiled into NeuralNotebooks.Runner and Browser too: the fragment that the real Plotly.NET writes
/// draws only if the page has already loaded plotly.js. With that one it is also part of NeuralNotebooks.Plotting,
/// which imports System.Net for all its files: another import here would be an unnecessary one there, and an error.
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

    // No text of a chart may close its script element. What the chart leaves open follows the page, light or dark.
    public static string Drawing(string json, string id) =>
        $$"""
        <div><div id="{{id}}" data-nn-chart="" role="img"
          aria-label="{{System.Net.WebUtility.HtmlEncode(ChartInWords.Of(json))}}"></div>
        <script type="text/javascript">
        (function (whenReady) {
          var host = document.getElementById("{{id}}");
          var figure = {{json.Replace("<", "\\u003c", StringComparison.Ordinal)}};
          var follows = !Object.keys(figure.layout.template || {}).length;
          whenReady(figure.data.map(function (trace) { return trace.type || "scatter"; }), draw, function (sentence) {
            host.textContent = sentence;
          });

          function draw() {
            // A figure stays on its page: no button sends it elsewhere.
            figure.config = Object.assign({
              displaylogo: false, modeBarButtonsToRemove: ["sendChartToCloud"], toImageButtonOptions: { format: "svg" }
            }, figure.config);
            host.textContent = "";
            var clear = "rgba(0,0,0,0)", faint = "rgba(128,128,128,0.25)", shown;
            var axis = { gridcolor: faint, zerolinecolor: faint };
            // Numbers in cells are read on the cells' colours, which let white shine through.
            var cells = figure.data.some(function (trace) { return trace.type === "heatmap"; });
            function ink() { return getComputedStyle(host).color; }
            function page() {
              shown = ink();
              return { layout: {
                paper_bgcolor: clear, plot_bgcolor: cells ? "#fff" : clear, font: { color: shown },
                annotationdefaults: { font: { color: cells ? "#1f2430" : shown } },
                modebar: { bgcolor: clear, color: "rgba(128,128,128,0.6)", activecolor: shown },
                xaxis: axis, yaxis: axis, polar: { bgcolor: clear }
              } };
            }
            if (follows) figure.layout.template = page();
            Plotly.newPlot(host, figure);
            host.setAttribute("role", "figure");
            host.querySelectorAll(".main-svg").forEach(function (svg) { svg.setAttribute("aria-hidden", "true"); });
            if (!follows) return;
            function check() {
              if (host.isConnected && ink() !== shown) Plotly.relayout(host, { template: page() });
            }
            function later() { setTimeout(check, 60); }
            matchMedia("(prefers-color-scheme: dark)").addEventListener("change", later);
            matchMedia("print").addEventListener("change", check);
            var ground = new MutationObserver(later);
            ground.observe(document.documentElement, { attributes: true });
            ground.observe(document.body, { attributes: true });
          }
        })({{PlotlyLibrary.WhenReady}});
        </script></div>
        """;
}

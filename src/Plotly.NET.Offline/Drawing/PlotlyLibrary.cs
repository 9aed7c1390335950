namespace NeuralNotebooks;

/// <summary>plotly.js as a script element: inlined from the file beside this assembly, or loaded over the network if
/// the build had no npm.</summary>
/// <remarks>
/// A page needs it once, and it is 1.5 MB: the first picture of a session includes it, and again when its cell is
/// rerun.
/// The element holds nothing else, so that a site can replace it by one shared file.
/// </remarks>
internal static class PlotlyLibrary
{
    /// <summary>The version in <c>PlotlyJs/package.json</c>.</summary>
    public const string Version = "4.1.1";

    /// <summary>A function of the page: it calls <c>draw</c> as soon as plotly.js is there and can draw traces of some
    /// types, and <c>tell</c> with a sentence on what is missing.</summary>
    /// <remarks>
    /// plotly.js may load after the first chart; a site says itself when it has come, other pages are polled. The file
    /// beside this assembly draws in a plane: for other types of traces the whole of plotly.js is loaded over the
    /// network, once for a page. The list of common types saves asking for the schema, which takes long.
    /// </remarks>
    public const string WhenReady =
        $$"""
        (function (types, draw, tell) {
        'use strict';
        var began = Date.now(), common = /^(bar|box|contour|heatmap|histogram|image|pie|scatter|violin)$/;
        function loadWhole(type) {
          var whole = document.querySelector('script[data-nn-whole]');
          if (!whole) {
            whole = document.createElement('script');
            whole.setAttribute('data-nn-whole', 'loading');
            whole.src = 'https://cdn.plot.ly/plotly-{{Version}}.min.js';
            document.head.append(whole);
          }
          if (whole.getAttribute('data-nn-whole') === 'loaded') { draw(); return; }
          whole.addEventListener('load', function () { whole.setAttribute('data-nn-whole', 'loaded'); draw(); });
          whole.addEventListener('error', function () {
            whole.remove();
            tell('A trace of the type ' + type
              + ' needs the whole of plotly.js, which could not be loaded: it comes from the network.');
          });
        }
        (function attempt() {
          if (window.Plotly) {
            var other = types.find(function (type) {
              return !common.test(type) && !Plotly.PlotSchema.get().traces[type];
            });
            if (other) loadWhole(other);
            else draw();
            return;
          }
          if (window.nnPlotly && nnPlotly.ready) { nnPlotly.ready.then(attempt); return; }
          var waited = Date.now() - began;
          if (waited > 5000 && document.readyState === 'complete')
            tell('plotly.js, which draws this chart, is not on the page. Run the first chart again: '
              + 'run its cell, or restart and run all cells.');
          if (waited < 600000) setTimeout(attempt, waited < 5000 ? 40 : 1000);
        })();
        })
        """;

    private const string FileName = "plotly-cartesian.min.js";

    private static readonly Lazy<string> _element =
        new(() => ElementFrom(Path.GetDirectoryName(typeof(PlotlyLibrary).Assembly.Location)));

    /// <summary>The element for the picture that carries the library, and nothing for every other.</summary>
    /// <param name="pictureKey">Identifies the picture.</param>
    /// <param name="folder">The folder of the file, if not this assembly's.</param>
    public static string ElementFor(string pictureKey, string? folder = null) =>
        !IsFirst(pictureKey) ? "" : folder is null ? Element : ElementFrom(folder);

    /// <summary>The element, from the folder of this assembly.</summary>
    public static string Element => _element.Value;

    /// <summary>Inline if the folder has the file, otherwise by the URL of the same version.</summary>
    internal static string ElementFrom(string? folder)
    {
        string file = Path.Combine(folder ?? "", FileName);
        // No text of the script may close its element.
        return !string.IsNullOrEmpty(folder) && File.Exists(file)
            ? $"<script data-nn-plotlyjs=\"{Version}\">"
                + File.ReadAllText(file).Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)
                    + "</script>"
            : $"<script data-nn-plotlyjs=\"{Version}\" src=\"https://cdn.plot.ly/plotly-cartesian-{Version}.min.js\" "
                + $"charset=\"utf-8\"></script>";
    }

    /// <summary>Whether the picture is the first of the process that asked, whichever assembly has drawn it.</summary>
    internal static bool IsFirst(string key, string memory = "NeuralNotebooks.FirstPicture")
    {
        if (AppContext.GetData(memory) is not string first)
            AppContext.SetData(memory, first = key);
        return first == key;
    }
}

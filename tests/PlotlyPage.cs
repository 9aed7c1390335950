using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace NeuralNotebooks.Tests;

/// <summary>Runs the scripts of a chart in Node.js, as in a page whose plotly.js has only traces for cartesian
/// axes.</summary>
internal static partial class PlotlyPage
{
    // A page that records which scripts are loaded, which traces are drawn and which messages are shown. If a script
    // adds a script element, that element fires the event LOADING.
    private const string Page = """
        const loaded = [], drawn = [], said = [], told = {};
        const host = {
          style: {}, clientWidth: 900, addEventListener() {}, getAttribute: () => null, setAttribute() {},
          querySelectorAll: () => [], closest: () => host, set textContent(text) { if (text) said.push(text); }
        };
        const whole = {
          getAttribute: () => null, setAttribute() {}, remove() {}, set src(address) { loaded.push(address); },
          addEventListener(event, call) { told[event] = call; }
        };
        globalThis.window = globalThis;
        globalThis.document = {
          createElement: () => whole, head: { append() { setTimeout(() => told[LOADING](), 1); } },
          querySelector: () => null, querySelectorAll: () => drawn.length ? [] : [host], getElementById: () => host
        };
        globalThis.getComputedStyle = () => ({ color: 'rgb(0, 0, 0)' });
        globalThis.matchMedia = () => ({ matches: false, addEventListener() {} });
        globalThis.MutationObserver = class { observe() {} };
        const draw = (_, figure) => { drawn.push(...(figure.data || figure).map(trace => trace.type)); };
        globalThis.Plotly = { react: draw, newPlot: draw, PlotSchema: { get: () => ({ traces: { scatter: {} } }) } };
        setTimeout(() => console.log(`loaded ${loaded.length}, drawn ${drawn}, said ${said}`), 50);
        """;

    /// <summary>Runs the scripts of a chart, and returns what they have loaded, drawn and shown.</summary>
    /// <param name="html">The HTML of the chart.</param>
    /// <param name="loading">The event of the script element that loads the complete plotly.js: load or error.</param>
    public static string Run(string html, string loading) =>
        RunScript($"const LOADING = '{loading}';\n{Page}\n{Scripts(html)}").TrimEnd();

    /// <summary>The scripts in the HTML, joined, without plotly.js itself.</summary>
    public static string Scripts(string html) => string.Join(
        '\n', Script().Matches(html).Where(script => !script.Groups[1].Value.Contains("plotlyjs"))
            .Select(script => script.Groups[2].Value));

    /// <summary>Runs a script in Node.js, and returns what it prints.</summary>
    public static string RunScript(string script)
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, script);
        try
        {
            (int exitCode, string output, string error) =
                Programs.Run(new ProcessStartInfo("node", file) { StandardOutputEncoding = Encoding.UTF8 });
            Assert.True(exitCode == 0, error);
            return output;
        }
        catch (Win32Exception)
        {
            Assert.Skip("Node.js is not installed.");
            throw;
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex("<script([^>]*)>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();
}

using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace NeuralNotebooks.Tests;

/// <summary>The scripts of a chart, run in Node.js as in a page whose plotly.js draws in a plane only.</summary>
internal static partial class PlotlyPage
{
    // Notes what is loaded, drawn and said. The script element that a script adds ends as LOADING says.
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

    /// <param name="html">The chart.</param>
    /// <param name="loading">The event of the script element that loads the whole of plotly.js: load or error.</param>
    public static string Run(string html, string loading) =>
        RunScript($"const LOADING = '{loading}';\n{Page}\n{Scripts(html)}").TrimEnd();

    /// <summary>The scripts in the HTML, one after the other.</summary>
    public static string Scripts(string html) => string.Join(
        '\n', Script().Matches(html).Where(script => !script.Groups[1].Value.Contains("plotlyjs"))
            .Select(script => script.Groups[2].Value));

    /// <summary>What a script prints in Node.js.</summary>
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

namespace NeuralNotebooks.Plotting.Tests;

/// <summary>The script that draws figures, in a page with one chart. Each plotly.js of the page has a name, and records
/// what it draws.</summary>
public class FigureScriptTests
{
    private const string Page = """
        const drawn = [], loaded = [], said = [], marks = new Set();
        const plotly = (name, ...types) => ({
          react: (_, data) => { drawn.push(name + ' ' + data.map(trace => trace.type)); },
          PlotSchema: { get: () => ({ traces: Object.fromEntries(types.map(type => [type, {}])) }) }
        });
        const figure = {
          querySelector: () => ({ textContent: JSON.stringify({ data: [{ type: TYPE }], layout: {} }) }),
          querySelectorAll: () => []
        };
        const place = {
          style: {}, clientWidth: 900, isConnected: true, closest: () => figure, querySelectorAll: () => [],
          matches: selector => selector === '[data-nn-picture]',
          hasAttribute: name => marks.has(name), setAttribute: name => { marks.add(name); },
          get textContent() { return said.at(-1); }, set textContent(text) { if (text) said.push(text); }
        };
        globalThis.window = Object.assign(globalThis, { addEventListener() {} });
        globalThis.document = {
          readyState: 'complete', currentScript: { dataset: SITE }, documentElement: {}, body: {},
          createElement: () => ({}), addEventListener() {}, querySelectorAll: () => [place],
          head: {
            append(script) {
              loaded.push(script.src);
              window.Plotly = script.src === 'whole' ? plotly('whole', 'surface') : plotly('usual');
              setTimeout(script.onload, 1);
            }
          }
        };
        globalThis.getComputedStyle = () => ({ color: 'rgb(0, 0, 0)' });
        globalThis.matchMedia = () => ({ matches: false, addEventListener() {} });
        globalThis.MutationObserver = class { observe() {} };
        globalThis.IntersectionObserver = class {
          constructor(call) { this.call = call; }
          observe(target) { setTimeout(() => { this.call([{ target, isIntersecting: true }]); }, 1); }
          unobserve() {}
        };
        if (HAS) window.Plotly = plotly('usual');
        const end = Date.now() + 2000;
        setInterval(() => {
          if (!drawn.length && !said.length && Date.now() < end) return;
          console.log(`loaded ${loaded}; drawn ${drawn}; said ${said}`);
          process.exit();
        }, 10);
        """;

    [Theory]
    [Cases(
        "scatter", true, "{}", "loaded ; drawn usual scatter; said ",
        "scatter", false, "{}", "loaded ; drawn ; said ",
        "scatter", false, "{ nnPlotly: 'usual' }", "loaded usual; drawn usual scatter; said ",
        "surface", true, "{ nnPlotly: 'usual', nnWhole: 'whole' }", "loaded whole; drawn whole surface; said ",
        "surface", false, "{ nnPlotly: 'usual', nnWhole: 'whole' }", "loaded usual,whole; drawn whole surface; said ",
        "surface", true, "{}", "loaded ; drawn ; said Another plotly.js is needed for traces of the type surface: "
            + "run the first picture with such a trace again."
    )]
    public void A_chart_is_drawn_by_a_plotly_js_of_its_page_or_says_what_is_missing(
        string type, bool hasPlotly, string site, string expected)
    {
        string start = $"const TYPE = '{type}', HAS = {(hasPlotly ? "true" : "false")}, SITE = {site};\n";

        Assert.Equal(expected, PlotlyPage.RunScript(start + Page + "\n" + FigureHtml.Script).TrimEnd('\n'));
    }
}

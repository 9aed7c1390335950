namespace NeuralNotebooks.Plotting.Tests;

/// <summary>The script that draws figures, in a page with one chart. Each plotly.js of the page has a name, and records
/// what it draws.</summary>
public class FigureScriptTests
{
    private const string Page = """
        const drawn = [], loaded = [], said = [], marks = new Set();
        const plotly = name => ({ newPlot() { drawn.push(name); } });
        const figure = {
          querySelector: () => ({ textContent: JSON.stringify({ data: [], layout: {} }) }),
          querySelectorAll: () => []
        };
        const place = {
          style: {}, on() {}, clientWidth: 900, isConnected: true, closest: () => figure, querySelectorAll: () => [],
          matches: () => false, getAttribute: () => KIND,
          hasAttribute: name => marks.has(name), setAttribute: name => { marks.add(name); },
          append: (_, button) => { said.push(button.textContent); },
          addEventListener() {}, dispatchEvent() {}
        };
        globalThis.window = Object.assign(globalThis, { addEventListener() {} });
        globalThis.document = {
          readyState: 'complete', currentScript: { dataset: SITE }, documentElement: {}, body: {},
          createElement: () => ({ addEventListener() {} }), addEventListener() {}, querySelectorAll: () => [place],
          head: {
            append(script) {
              loaded.push(script.src);
              window[script.src === 'whole' ? 'nnWholePlotly' : 'Plotly'] = plotly(script.src);
              setTimeout(script.onload, 1);
            }
          }
        };
        globalThis.getComputedStyle = () => ({ color: 'rgb(0, 0, 0)' });
        globalThis.matchMedia = () => ({ matches: false, addEventListener() {} });
        globalThis.MutationObserver = globalThis.ResizeObserver = class { observe() {} };
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
        "", true, "{}", "loaded ; drawn usual; said ",
        "", false, "{}", "loaded ; drawn ; said ",
        "", false, "{ nnPlotly: 'usual', nnWhole: 'whole' }", "loaded usual; drawn usual; said ",
        "", false, "{ nnWhole: 'whole' }", "loaded whole; drawn whole; said ",
        "complete", true, "{ nnPlotly: 'usual', nnWhole: 'whole' }", "loaded whole; drawn whole; said ",
        "complete", true, "{}", "loaded ; drawn ; said ",
        "map", true, "{ nnPlotly: 'usual', nnWhole: 'whole' }", "loaded ; drawn ; said Draw the map")]
    public void A_chart_is_drawn_by_the_plotly_js_that_it_needs_and_a_map_only_if_the_reader_wants_it(
        string kind, bool hasPlotly, string site, string expected)
    {
        string start = $"const KIND = '{kind}', HAS = {(hasPlotly ? "true" : "false")}, SITE = {site};\n";

        Assert.Equal(expected, PlotlyPage.RunScript(start + Page + "\n" + FigureHtml.Script).TrimEnd('\n'));
    }

    [Fact]
    public void A_dark_page_changes_colours_but_no_text_that_looks_like_one() => Assert.Equal(
        """{"name":"#0072b2","line":{"color":"#56b4e9"}}""" + "\n", PlotlyPage.RunScript(PlotlyPage.Functions + """
            const figure = { name: '#0072b2', line: { color: '#0072b2' } }, onDark = { '#0072b2': '#56b4e9' };
            console.log(JSON.stringify(recoloured(figure, { onDark }, { dark: true })));
            """));
}

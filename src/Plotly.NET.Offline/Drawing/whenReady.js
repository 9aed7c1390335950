// Calls "draw" as soon as plotly.js is loaded and can draw traces of the given types. If that fails, it calls "tell"
// with a sentence that says what is missing.
// plotly.js may be loaded after the first chart: a site has a promise for it, nnPlotly.ready; other pages are polled.
// The file that pictures include contains only charts in a plane: for other types of traces the complete plotly.js of
// the same version is loaded over the network, once for a page. The list of common types avoids a call for the schema,
// which takes long.
export default function (types, draw, tell) {
  const began = Date.now(), common = /^(bar|box|contour|heatmap|histogram|image|pie|scatter|violin)$/;
  // In milliseconds: how long a page may load before the reader is told, and after which time the polls end.
  const patience = 5000, longest = 600000;

  function loadWhole(type) {
    let whole = document.querySelector('script[data-nn-whole]');
    if (!whole) {
      whole = document.createElement('script');
      whole.setAttribute('data-nn-whole', 'loading');
      whole.src = 'https://cdn.plot.ly/plotly-' + Plotly.version + '.min.js';
      document.head.append(whole);
    }
    if (whole.getAttribute('data-nn-whole') === 'loaded') { draw(); return; }
    whole.addEventListener('load', () => { whole.setAttribute('data-nn-whole', 'loaded'); draw(); });
    whole.addEventListener('error', () => {
      whole.remove();
      tell('A trace of the type ' + type
        + ' needs the whole of plotly.js, which could not be loaded: it comes from the network.');
    });
  }

  function attempt() {
    if (window.Plotly) {
      const other = types.find(type => !common.test(type) && !Plotly.PlotSchema.get().traces[type]);
      if (other) loadWhole(other);
      else draw();
      return;
    }
    if (window.nnPlotly && window.nnPlotly.ready) { window.nnPlotly.ready.then(attempt); return; }
    const waited = Date.now() - began;
    if (waited > patience && document.readyState === 'complete')
      tell('plotly.js, which draws this chart, is not on the page. Run the first chart again: '
        + 'run its cell, or restart and run all cells.');
    if (waited < longest) setTimeout(attempt, waited < patience ? 40 : 1000);
  }

  attempt();
}

// Bars, histograms, boxes and violins.

const mostNumberedBars = 12;

// Histograms of one chart are drawn over each other.
function styleHistograms({ data, layout }) {
  const histograms = data.filter(trace => kind(trace) === 'histogram');
  if (histograms.length < 2 || histograms.length < data.length || layout.barmode !== undefined) return;
  layout.barmode = 'overlay';
  histograms.forEach(trace => { setDefault(trace, 'opacity', 0.65); });
}

// If there are few bars, each has its number.
function numberBars({ data, layout }) {
  const bars = data.filter(trace => kind(trace) === 'bar');
  bars.forEach(trace => {
    const isFlat = trace.orientation === 'h', values = Array.from((isFlat ? trace.x : trace.y) || []);
    setDefault(ensureAxis(layout, isFlat ? trace.yaxis || 'y' : trace.xaxis || 'x'), 'showgrid', false);
    if (bars.length > 1 || trace.text !== undefined || trace.texttemplate || values.length > mostNumberedBars) return;
    trace.text = values.map(value => (typeof value === 'number' ? plainNumber(value) : ''));
    setDefault(trace, 'textposition', 'auto');
    if (/^#/.test(trace.marker.color))
      setDefault(trace, 'insidetextfont', { size: 14, color: 'on ' + trace.marker.color + ' 1' });
  });
}

// The single values of a box plot are drawn on their box.
function styleBoxes({ data, layout }) {
  const boxes = data.filter(isBoxOrViolin);
  boxes.forEach(trace => {
    if (boxes.length === data.length && trace.name) setDefault(layout, 'showlegend', false);
    if (trace.boxpoints !== 'all' || trace.pointpos !== undefined) return;
    trace.pointpos = 0;
    setDefault(trace, 'jitter', 0.6);
    trace.marker = { size: 7, opacity: 0.6, ...trace.marker };
    setDefault(trace, 'fillcolor', 'rgba(0,0,0,0)');
  });
}

function styleBars(figure) {
  styleHistograms(figure);
  numberBars(figure);
  styleBoxes(figure);
}

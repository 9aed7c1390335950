// Bars.

const mostNumberedBars = 12;

// If there are few bars, each has its number.
function styleBars({ data, layout }) {
  const bars = data.filter(trace => kind(trace) === 'bar');
  bars.forEach(trace => {
    const isFlat = trace.orientation === 'h', values = Array.from((isFlat ? trace.x : trace.y) || []);
    setDefault(ensureAxis(layout, isFlat ? trace.yaxis || 'y' : trace.xaxis || 'x'), 'showgrid', false);
    if (bars.length > 1 || trace.text !== undefined || trace.texttemplate || values.length > mostNumberedBars) return;
    trace.text = values.map(value => (typeof value === 'number' ? plainNumber(value) : ''));
    setDefault(trace, 'textposition', 'auto');
  });
}

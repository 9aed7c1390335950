// Writes names at the ends of lines instead of a legend, if there are few lines, which end at the right edge and far
// enough from each other. A narrow page has a legend.

const mostLines = 5, longestName = 22, nameCharacter = 9;
// Fractions of the drawing: the height of a line of text, and where a line must end.
const nameHeight = 0.06, rightEdge = 0.97;

// The ends of an axis, as plotly.js writes a range: of a logarithmic one, their logarithms.
function endsOf(axis, numbers) {
  return axis.range
    || extremes(axis.type === 'log' ? numbers.filter(number => number > 0).map(Math.log10) : numbers);
}

// Where a value is on an axis, from 0 to 1.
function fraction(axis, [from, to], value) {
  return ((axis.type === 'log' ? Math.log10(value) : value) - from) / (to - from);
}

function nameLines({ data, layout }, isNarrow) {
  const named = data.filter(trace => trace.showlegend !== false && kind(trace) !== 'heatmap');
  if (layout.showlegend !== undefined || layout.annotations && layout.annotations.length || layout.grid) return;
  if (!named.every(trace => isLine(trace) && trace.name && !trace.xaxis && !trace.yaxis)) return;
  if (named.length === 1) layout.showlegend = false;
  if (isNarrow || named.length < 2 || named.length > mostLines) return;

  const across = ensureAxis(layout, 'x'), up = ensureAxis(layout, 'y');
  const x = endsOf(across, data.flatMap(trace => numbersOf(trace.x)));
  const y = endsOf(up, data.flatMap(trace => numbersOf(trace.y)));
  const ends = named.map(trace => {
    const last = trace.y && Array.from(trace.y).findLastIndex(Number.isFinite);
    return {
      trace, x: fraction(across, x, trace.x && trace.x[last]), y: fraction(up, y, trace.y && trace.y[last])
    };
  }).sort((one, other) => one.y - other.y);
  if (!ends.every(end => end.trace.name.length <= longestName
    && end.x >= rightEdge && end.x <= 1 && end.y >= 0 && end.y <= 1)) return;
  if (ends.some((end, k) => k > 0 && end.y - ends[k - 1].y < nameHeight)) return;
  layout.annotations = ends.map(end => ({
    text: end.trace.name, showarrow: false, x: 1, xref: 'paper', xanchor: 'left', xshift: 5,
    y: y[0] + end.y * (y[1] - y[0]), font: { color: end.trace.line.color, weight: 600 }
  }));
  layout.showlegend = false;
  layout.margin = { r: 24 + nameCharacter * Math.max(...named.map(trace => trace.name.length)), ...layout.margin };
  // Leaves room for a marker at the end of a line, which would be cut off otherwise.
  const room = 0.02 * (x[1] - x[0]);
  if (!across.range) across.range = [x[0] - room, x[1] + room];
}

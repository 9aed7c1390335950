// Writes names at the ends of lines instead of a legend, if there are few lines, which end at the right edge and far
// enough from each other. A narrow page has a legend.

const mostLines = 5, longestName = 22, nameCharacter = 9;
// Fractions of the drawing: the height of a line of text; how far a name may be from the end of its line; and where a
// line must end.
const nameHeight = 0.06, farthestName = 0.07, rightEdge = 0.97;
// The pixels of the figure above and below the axes.
const aroundAxes = 100;

// The ends of an axis, as plotly.js writes a range: of a logarithmic one, their logarithms.
function endsOf(axis, numbers) {
  return axis.range
    || extremes(axis.type === 'log' ? numbers.filter(number => number > 0).map(Math.log10) : numbers);
}

// Where a value is on an axis, from 0 to 1.
function fraction(axis, [from, to], value) {
  return ((axis.type === 'log' ? Math.log10(value) : value) - from) / (to - from);
}

// The place of each name, given the ends of the lines from below: names that would be closer than a line of text are
// spread around their middle.
function spread(heights) {
  const groups = [];
  heights.forEach(height => {
    let group = { heights: [height], middle: height }, below;
    while ((below = groups[groups.length - 1])
      && group.middle - below.middle < nameHeight * (group.heights.length + below.heights.length) / 2) {
      const together = groups.pop().heights.concat(group.heights);
      group = { heights: together, middle: together.reduce((sum, one) => sum + one, 0) / together.length };
    }
    groups.push(group);
  });
  return groups.flatMap(group =>
    group.heights.map((_, k) => group.middle + nameHeight * (k - (group.heights.length - 1) / 2)));
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
  const places = spread(ends.map(end => end.y));
  if (ends.some((end, k) => Math.abs(places[k] - end.y) > farthestName)) return;
  const height = layout.height - aroundAxes;
  layout.annotations = ends.map((end, k) => ({
    text: end.trace.name, showarrow: false, x: 1, xref: 'paper', xanchor: 'left', xshift: 5,
    y: y[0] + end.y * (y[1] - y[0]), yshift: Math.round((places[k] - end.y) * height),
    font: { color: end.trace.line.color, weight: 600 }
  }));
  layout.showlegend = false;
  layout.margin = { r: 24 + nameCharacter * Math.max(...named.map(trace => trace.name.length)), ...layout.margin };
  // Leaves room for a marker at the end of a line, which would be cut off otherwise.
  const room = 0.02 * (x[1] - x[0]);
  if (!across.range) across.range = [x[0] - room, x[1] + room];
}

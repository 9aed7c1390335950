// What the template of the course cannot say, since it depends on the data or on the width of the page. It changes the
// figure and returns it. "isNarrow" is true on a page as narrow as a phone.

// Pixels: of a narrow page the width of the axes, the least and the greatest height of axes with equal scales, and the
// height that axes have of a figure; the height of the titles of panels, and the margins that they and a legend need.
const axesWidth = 270, leastHeight = 150, greatestHeight = 330, usualHeight = 340;
const panelTitle = 26, marginAbove = 62, marginBelow = 52, axesMargins = 150;
// A row of a legend in pixels, and how many rows the height of a figure contains.
const legendRow = 19, usualRows = 4;
// The gap between rows of panels, as a fraction of a panel with its gap, and what each further row adds to the height
// of the figure, as a fraction of the height of a row.
const panelGap = 0.34, addedHeight = 0.75;

function styleFigure(figure, isNarrow) {
  // plotly.js fails if it has to make room for a title without text.
  const { title } = figure.layout;
  if (title && title.text) figure.layout.title = { automargin: true, ...title };
  // A series with a colour of its own has no dash or symbol of the template.
  figure.data.filter(({ type, line, marker }) => (type || 'scatter') === 'scatter' && ((line && line.color)
    || (marker && marker.color))).forEach(trace => {
    trace.line = { dash: 'solid', ...trace.line };
    trace.marker = { symbol: 'circle', ...trace.marker };
  });
  if (isNarrow) {
    arrangePanels(figure.layout);
    fitWidth(figure);
  }
  liftLegend(figure.layout);
  return figure;
}

// Panels are below each other, or in two columns if there are more than four.
function arrangePanels(layout) {
  const { grid } = layout, isInOrder = grid && grid.roworder !== 'bottom to top' && grid.pattern !== 'coupled';
  if (!isInOrder || !(grid.columns > 1)) return;
  const numbers = Object.keys(layout).filter(name => /^xaxis\d*$/.test(name)).map(name => name.slice('xaxis'.length));
  const columns = numbers.length > 4 ? 2 : 1, rows = Math.ceil(numbers.length / columns);
  layout.grid = { ...grid, rows, columns, ygap: panelGap };
  layout.height = Math.round(layout.height * (1 + addedHeight * (rows / grid.rows - 1)));
  // Chart.Grid of Plotly.NET gives titles places in the whole drawing.
  (layout.annotations || []).filter(note => note.xref === 'paper' && note.yref === 'paper').forEach((title, k) => {
    Object.assign(title, { x: 0.5, xref: `x${numbers[k]} domain`, y: 1, yref: `y${numbers[k]} domain` });
  });
  const axes = numbers.map(number => [layout['xaxis' + number], layout['yaxis' + number] || {}]);
  const shared = (axes.find(([x]) => x.title) || [{}])[0].title, textOf = title => (title || {}).text || title;
  axes.forEach(([x, y], k) => {
    const isLowest = k + columns >= numbers.length, isFirst = k % columns === 0;
    // Panels with the same horizontal axis have its title and labels once in each column.
    if (axes.some(([other]) => other.matches))
      Object.assign(x, { showticklabels: isLowest || columns === 1, title: isLowest ? shared : undefined });
    if (y.matches || y.showticklabels === false) y.showticklabels = isFirst;
    if (isFirst && !y.title) y.title = layout.yaxis.title;
    if (!isFirst && (y.matches || textOf(y.title) === textOf(layout.yaxis.title))) y.title = undefined;
  });
}

// A legend is above the titles of panels.
function liftLegend(layout) {
  if (!layout.grid || !(layout.annotations || []).length) return;
  layout.margin = { t: marginAbove, b: marginBelow, ...layout.margin };
  layout.legend = { y: 1 + panelTitle / (layout.height - layout.margin.t - layout.margin.b), ...layout.legend };
}

// A scale of colours is below the drawing, or left out where lines are drawn on it. A legend of many rows takes no room
// from the drawing, and a drawing with equal scales is no higher than its width needs.
function fitWidth({ data, layout }) {
  if (layout.coloraxis) layout.coloraxis.showscale = false;
  data.filter(trace => trace.showscale).forEach(trace => {
    const place = { orientation: 'h', yref: 'container', y: 0, yanchor: 'bottom', thickness: 10, len: 1 };
    trace.colorbar = { ...trace.colorbar, ...place };
  });
  const entries = data.filter(trace => trace.name && trace.showlegend !== false).length;
  if (layout.showlegend !== false) layout.height += legendRow * Math.max(0, entries - usualRows);
  const { xaxis: x, yaxis: y } = layout;
  if (layout.grid || !x || !y || !y.scaleanchor) return;
  if (!x.range || !y.range) {
    layout.height = Math.min(layout.height, axesWidth + axesMargins);
    return;
  }
  const wanted = axesWidth * (y.range[1] - y.range[0]) / (x.range[1] - x.range[0]);
  layout.height =
    Math.round(layout.height - usualHeight + Math.max(leastHeight, Math.min(greatestHeight, wanted)));
}

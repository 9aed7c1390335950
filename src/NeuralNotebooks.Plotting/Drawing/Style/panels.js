// Panels of a grid, and their titles.

// The gap between panels below each other, as a fraction of a panel with its gap, and what each further panel adds to
// the height of the figure, as a fraction of the height of a row.
const panelGap = 0.34, addedHeight = 0.75;

function titlesOf({ annotations }) {
  return (annotations || []).filter(note => note.xref === 'paper' && note.yref === 'paper');
}

// On a narrow page, panels are below each other, and their titles lose their places.
function stackPanels({ data, layout }) {
  const grid = layout.grid, isInOrder = grid && grid.roworder !== 'bottom to top' && grid.pattern !== 'coupled';
  if (!isInOrder || !(grid.columns > 1)) return;
  const numbers = namesOfAxes(layout, 'x').map(name => name.slice('xaxis'.length)), count = numbers.length;
  layout.grid = { ...grid, rows: count, columns: 1, ygap: panelGap };
  layout.height = Math.round(layout.height * (1 + addedHeight * (count / grid.rows - 1)));
  numbers.forEach((number, k) => {
    const x = ensureAxis(layout, 'x' + number), y = ensureAxis(layout, 'y' + number);
    delete x.showticklabels;
    delete y.showticklabels;
    if (!y.title) y.title = layout.yaxis.title;
    // Panels with the same horizontal axis have its title once.
    if (x.matches !== undefined && k < count - 1) delete x.title;
  });
  // A colour bar is beside its own panel.
  const height = (1 - panelGap) / (count - panelGap);
  data.filter(trace => trace.showscale).forEach(trace => {
    const panel = numbers.indexOf((trace.xaxis || 'x').slice(1));
    trace.colorbar = { ...trace.colorbar, y: 1 - panel / (count - panelGap) - height / 2, len: height };
  });
  titlesOf(layout).forEach(title => { Object.assign(title, { x: undefined, y: undefined }); });
}

// A title without a place is above its panel.
function placeTitles({ layout }) {
  if (!layout.grid) return;
  const { rows, columns, xgap = 0, ygap = 0 } = layout.grid;
  titlesOf(layout).forEach((title, k) => {
    setDefault(title, 'x', (k % columns + (1 - xgap) / 2) / (columns - xgap));
    setDefault(title, 'y', 1 - Math.floor(k / columns) / (rows - ygap));
  });
}

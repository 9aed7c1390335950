// What a page as narrow as a phone changes.

// The gap between panels below each other, as a fraction of a panel with its gap, and what each further panel adds to
// the height of the figure, as a fraction of the height of a row.
const panelGap = 0.34, addedHeight = 0.75;
// How many characters fit side by side below an axis.
const charactersBelowAxis = 33;
// In pixels: the width of the axes, the least and the greatest height of axes with equal scales, and the height that
// axes have of a figure.
const axesWidth = 270, leastHeight = 150, greatestHeight = 330, usualHeight = 340;

// Panels are below each other.
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
  const notes = layout.annotations || [];
  const titles = notes.filter(note => note.xref === 'paper' && note.yref === 'paper');
  layout.annotations = notes.map(note => {
    const place = titles.indexOf(note);
    return place < 0 ? note : { ...note, x: 0.5, y: 1 - place / (count - panelGap) };
  });
}

// Long names below an axis are broken into lines if their words then fit side by side.
function wrapNames({ data, layout }) {
  data.filter(trace => kind(trace) === 'bar' && trace.orientation !== 'h').forEach(bar => {
    const keys = Array.from(bar.x || []), axis = ensureAxis(layout, bar.xaxis || 'x');
    if (!keys.length || axis.tickvals || !keys.every(key => typeof key === 'string')) return;
    Object.assign(axis, { tickvals: keys, ticktext: keys });
  });
  namesOfAxes(layout, 'x').map(name => layout[name]).filter(axis => axis.ticktext).forEach(axis => {
    const texts = axis.ticktext, room = charactersBelowAxis / texts.length;
    const isTooLong = text => text.length > room;
    if (!texts.some(isTooLong) || texts.some(text => text.split(' ').some(isTooLong))) return;
    Object.assign(axis, { ticktext: texts.map(text => text.replace(/ /g, '<br>')), tickangle: 0 });
  });
}

// There is no room for a colour bar beside other traces, and the texts of a legend must fit. A drawing with equal
// scales is no higher than its width needs.
function fitWidth({ layout }) {
  if (layout.coloraxis) layout.coloraxis.showscale = false;
  if (layout.legend && layout.legend.entrywidth) layout.legend.font = { size: 10 };
  const { xaxis: x, yaxis: y } = layout;
  if (layout.grid || !x || !y || !y.scaleanchor || !x.range || !y.range) return;
  const wanted = axesWidth * (y.range[1] - y.range[0]) / (x.range[1] - x.range[0]);
  layout.height =
    Math.round(layout.height - usualHeight + Math.max(leastHeight, Math.min(greatestHeight, wanted)));
}

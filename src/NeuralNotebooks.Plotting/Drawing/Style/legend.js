// The room of a legend above the drawing.

// A row of a legend in pixels: its width, and for each entry its sign and the characters of its name.
const narrowRow = 290, wideRow = 620, entrySign = 46, legendCharacter = 7.5, rowHeight = 19;
// The margin of the drawing contains so many rows.
const rowsInMargin = 2;
// The height of the titles of panels, and the margins that they and a legend need.
const panelTitle = 26, marginAbove = 62, marginBelow = 52;

// A legend of many rows does not take room from the drawing.
function makeRoomForLegend({ data, layout }, isNarrow) {
  const lengths = data.filter(trace => trace.name && trace.showlegend !== false).map(trace => trace.name.length);
  if (layout.showlegend === false || layout.legend && layout.legend.entrywidth || lengths.length < 3) return;
  const entryWidth = entrySign + legendCharacter * Math.max(...lengths);
  const perRow = Math.max(1, Math.floor((isNarrow ? narrowRow : wideRow) / entryWidth));
  layout.height += rowHeight * Math.max(0, Math.ceil(lengths.length / perRow) - rowsInMargin);
}

// A legend is above the titles of panels.
function liftLegend({ layout }) {
  if (!layout.grid || !(layout.annotations || []).some(note => note.yref === 'paper')) return;
  layout.margin = { t: marginAbove, b: marginBelow, ...layout.margin };
  layout.legend = { y: 1 + panelTitle / (layout.height - layout.margin.t - layout.margin.b), ...layout.legend };
}

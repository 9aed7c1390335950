// A heat map without a colour scale: blue below zero, orange above, the page's colour at zero. Numbers in its cells,
// which are annotations, are black or white, whichever is more readable there.

const whiteGround = '#fff', inkOnWhite = '#1f2430';

// Names of rows and columns are categories, even if they look like numbers.
function nameCells(map, letter, layout) {
  const names = Array.from(map[letter] || []);
  if (names.length && names.every(name => typeof name === 'string'))
    setDefault(ensureAxis(layout, map[letter + 'axis'] || letter), 'type', 'category');
}

function styleHeatMaps({ data, layout }, { high, low, page }) {
  const maps = data.filter(trace => kind(trace) === 'heatmap');
  maps.forEach(map => {
    nameCells(map, 'x', layout);
    nameCells(map, 'y', layout);
    const [from, to] = extremes(numbersOf(map.z)), size = Math.max(Math.abs(from), Math.abs(to)) || 1;
    const isPlain = map.colorscale === undefined && map.zmin === undefined && map.zmid === undefined;
    if (isPlain)
      Object.assign(map, from < 0
        ? { colorscale: [[0, low], [0.5, page], [1, high]], zmin: -size, zmax: size }
        : { colorscale: [[0, page], [1, high]], zmin: 0, zmax: size });
    if (maps.length > 1 || !layout.annotations) return;
    // The colours of a named scale are not known here: its cells may be translucent, so they are drawn on white.
    if (typeof map.colorscale === 'string') layout.plot_bgcolor = whiteGround;
    if (isPlain) setDefault(map, 'showscale', false);
    layout.annotations = layout.annotations.map(note => {
      if (note.xref === 'paper' || note.font && note.font.color) return note;
      const value = map.z[note.y] && map.z[note.y][note.x];
      const colour = !isPlain ? inkOnWhite
        : 'on ' + (value < 0 ? low : high) + ' ' + (Math.abs(value || 0) / size * (map.opacity || 1)).toFixed(2);
      return { ...note, font: { ...note.font, color: colour } };
    });
  });
}

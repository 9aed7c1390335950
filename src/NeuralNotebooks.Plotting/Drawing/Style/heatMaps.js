// A heat map without a colour scale: blue below zero, orange above, the page's colour at zero.

// Names of rows and columns are categories, even if they look like numbers.
function nameCells(map, letter, layout) {
  const names = Array.from(map[letter] || []);
  if (names.length && names.every(name => typeof name === 'string'))
    setDefault(ensureAxis(layout, map[letter + 'axis'] || letter), 'type', 'category');
}

// The maps of Plot.HeatMaps have one scale. They say how strong the colour of their largest entry is.
function styleHeatMaps({ data, layout }, { high, low, page }) {
  const maps = data.filter(trace => kind(trace) === 'heatmap'), strongest = map => map.meta && map.meta.strongest;
  maps.forEach(map => {
    nameCells(map, 'x', layout);
    nameCells(map, 'y', layout);
    const [from, to] = extremes((strongest(map) ? maps : [map]).flatMap(({ z }) => numbersOf(z)));
    const size = (Math.max(Math.abs(from), Math.abs(to)) || 1) / (strongest(map) || 1);
    if (map.colorscale !== undefined || map.zmid !== undefined) return;
    if (map.zmin === undefined) Object.assign(map, { zmin: from < 0 ? -size : 0, zmax: size });
    // A range without zero at its beginning or in its middle has the colours of plotly.js.
    if (map.zmin === 0) map.colorscale = [[0, page], [1, high]];
    else if (map.zmin === -map.zmax) map.colorscale = [[0, low], [0.5, page], [1, high]];
  });
}

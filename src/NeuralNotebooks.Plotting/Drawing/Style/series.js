// Colours, dashes and symbols of series.

// A series without a colour gets the colour of its number, and a dash or symbol that differs from those of the others,
// for readers who cannot distinguish the colours.
function styleSeries({ data }, { cycle, dashes, symbols, page }) {
  const series = data.filter(trace => /^(scatter|bar|histogram|box|violin)$/.test(kind(trace)));
  const given = series.map(trace => trace.line && trace.line.dash);
  const free = dashes.filter(dash => !given.includes(dash)).concat(dashes);
  let lines = 0, points = 0;
  series.forEach((trace, number) => {
    const colour = cycle[number % cycle.length], look = ensurePart(trace, isLine(trace) ? 'line' : 'marker');
    const isPlain = look.color === undefined && !(trace.line && trace.line.color) && !trace.fillcolor;
    if (!isPlain) return;
    look.color = colour;
    if (isLine(trace)) {
      setDefault(ensurePart(trace, 'marker'), 'color', colour);
      if (look.dash === undefined) look.dash = free[lines++ % dashes.length];
    }
    // After the last colour the symbols are shifted, so that no two of many series look the same.
    const shift = Math.floor(number / cycle.length);
    if (isPoints(trace)) setDefault(trace.marker, 'symbol', symbols[(points++ + shift) % symbols.length]);
    // Points that lie on each other can be counted.
    if (isPoints(trace) && !isLine(trace)) setDefault(trace.marker, 'line', { width: 1, color: page });
    if (/box|violin/.test(kind(trace))) setDefault(ensurePart(trace, 'line'), 'color', colour);
  });
}

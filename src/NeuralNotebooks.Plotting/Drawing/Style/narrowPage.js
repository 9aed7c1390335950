// What a page as narrow as a phone changes.

// How many characters fit side by side below an axis.
const charactersBelowAxis = 33;
// In pixels: the width of the axes, the least and the greatest height of axes with equal scales, and the height that
// axes have of a figure.
const axesWidth = 270, leastHeight = 150, greatestHeight = 330, usualHeight = 340;

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

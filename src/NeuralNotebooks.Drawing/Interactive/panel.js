// What interactive figures consist of: axes, panels with two axes, and tables of numbers. A part that follows the
// reader's hand has the attribute data-nn-part.

// The smallest of 1, 2, 5, 10, 20, … and their tenths, hundredths, … of which at most so many fit into a width.
function roundStep(width, most) {
  const unit = Math.pow(10, Math.floor(Math.log10(width / most)));
  return [1, 2, 5, 10].map(count => count * unit).find(size => width / size <= most);
}

// An axis of numbers, and the positions of its ends in pixels. "step" is how far an arrow key moves a handle.
function axisOf(title, [from, to], [low, high], step = roundStep(to - from, 200)) {
  return { title, from, to, low, high, step };
}

// An axis for numbers that are dragged where they stand: from −limit to limit, at least twice as far as they begin.
function numberAxis(numbers, limit, pixels, step) {
  const end = Math.max(limit, ...numbers.map(number => 2 * Math.abs(number)));
  return axisOf('', [-end, end], [0, 2 * end * pixels], step);
}

// The position of a number on an axis, in pixels.
function placeOn(axis, number) {
  const part = (number - axis.from) / (axis.to - axis.from);
  return Math.round(10 * (axis.low + part * (axis.high - axis.low))) / 10;
}

// The pixels of one unit of an axis.
function scaleOf(axis) {
  return Math.abs((axis.high - axis.low) / (axis.to - axis.from));
}

// The path of a line through points, given by their x and y on two axes.
function lineOn(xAxis, xs, yAxis, ys) {
  return 'M' + xs.map((x, i) => placeOn(xAxis, x) + ' ' + placeOn(yAxis, ys[i])).join('L');
}

function spotOn(xAxis, x, yAxis, y) {
  return { transform: 'translate(' + placeOn(xAxis, x) + ' ' + placeOn(yAxis, y) + ')' };
}

// At most so many round numbers along an axis, which are not closer than "least".
function ticksOf({ from, to }, most = 6, least = 0) {
  const width = to - from, step = Math.max(least, roundStep(width, most)), ticks = [];
  for (let k = Math.ceil(from / step - 1e-9); k * step <= to + 1e-9 * width; k++)
    ticks.push(+(k * step).toPrecision(12));
  return ticks;
}

function escaped(text) {
  return text.replace(/[&<>"]/g, sign => '&#' + sign.charCodeAt(0) + ';');
}

const panelEdges = { left: 46, right: 350, top: 26, bottom: 272 };

// The axes of a panel, given the title, the range and perhaps the step of each.
function panelAxes(x, y) {
  const { left, right, top, bottom } = panelEdges;
  return [axisOf(x[0], x[1], [left, right], x[2]), axisOf(y[0], y[1], [bottom, top], y[2])];
}

// A panel as SVG. "inside" is clipped at the axes. A handle has a name and a colour, and reacts in a circle as wide as
// a finger; a tap on the panel moves it there.
function panelSvg(xAxis, yAxis, inside, handle) {
  const { left, right, top, bottom } = panelEdges, width = right - left, height = bottom - top;
  const down = ticksOf(xAxis).map(tick => [placeOn(xAxis, tick), tick]).map(([x, tick]) =>
    `<path d="M${x} ${top}V${bottom}" stroke="currentColor" stroke-opacity="0.12"/>
    <text x="${x}" y="${bottom + 16}">${plainNumber(tick)}</text>`);
  const across = ticksOf(yAxis).map(tick => [placeOn(yAxis, tick), tick]).map(([y, tick]) =>
    `<path d="M${left} ${y}H${right}" stroke="currentColor" stroke-opacity="0.12"/>
    <text x="${left - 6}" y="${y + 4}">${plainNumber(tick)}</text>`);
  const box = `x="${left}" y="${top}" width="${width}" height="${height}"`;
  const grip = handle ? `<g data-nn-part="${handle.name}"><circle r="22" fill="${handle.colour}" fill-opacity="0.12"/>
    <circle r="8" fill="${handle.colour}" stroke="#fff"/></g>` : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 310" width="360" height="310" font-size="12"
    fill="currentColor" style="flex:1 1 300px;min-width:0;max-width:540px;height:auto">
    <g text-anchor="middle">${down.join('')}<text x="${left + width / 2}" y="304"
      font-size="13">${escaped(xAxis.title)}</text></g>
    <g text-anchor="end">${across.join('')}</g><text x="4" y="14" font-size="13">${escaped(yAxis.title)}</text>
    <svg ${handle ? `data-nn-panel="${handle.name}"` : ''} ${box} viewBox="${left} ${top} ${width} ${height}">
      <rect ${box} fill="currentColor" fill-opacity="0.03"/>${inside}</svg>${grip}</svg>`;
}

// A table of numbers. A row is its name and the names of its parts.
function tableHtml(header, rows) {
  const cell = 'padding:0.15em 0.3em;min-width:3.6em;text-align:right;font-variant-numeric:tabular-nums';
  const names = header.slice(1).map(name => `<th style="${cell};opacity:0.75">${name}</th>`);
  const lines = rows.map(([name, ...parts]) =>
    `<tr><th scope="row" style="text-align:left;font-weight:normal;white-space:nowrap">${name}</th>${
      parts.map(part => `<td data-nn-part="${part}" style="${cell}"></td>`).join('')}</tr>`);
  return `<div class="nn-wide" style="overflow-x:auto" tabindex="0" role="region"
    aria-label="The numbers of the figure"><table style="border-collapse:collapse;font-size:82%">
    <thead><tr><th style="text-align:left;opacity:0.75">${header[0]}</th>${names.join('')}</tr></thead>
    <tbody>${lines.join('')}</tbody></table></div>`;
}

// A line wx + b through points, and (w, b) as a point of the loss surface.

// The loss of the points x and y, and its derivatives.
function lineLoss({ x, y }, w, b) {
  const errors = x.map((v, i) => y[i] - (w * v + b)), m = x.length;
  return {
    w, b, loss: errors.reduce((sum, e) => sum + e * e / 2, 0) / m,
    dw: errors.reduce((sum, e, i) => sum - e * x[i], 0) / m, db: errors.reduce((sum, e) => sum - e, 0) / m
  };
}

// The contours of the loss, whose Hessian is H = M Mᵀ with a triangular M: the ellipse of a height is a circle, sheared
// by the inverse of Mᵀ. The difference to the smallest loss is four times that on the next contour inwards.
function lossContours(data, wAxis, bAxis) {
  const mean = numbers => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const mx = mean(data.x), square = mean(data.x.map(v => v * v)), my = mean(data.y);
  const w = (mean(data.x.map((v, i) => v * data.y[i])) - mx * my) / (square - mx * mx), b = my - w * mx;
  const corners = [wAxis.from, wAxis.to].flatMap(u => [bAxis.from, bAxis.to].map(v => lineLoss(data, u, v).loss));
  const m11 = Math.sqrt(square), m21 = mx / m11, m22 = Math.sqrt(1 - m21 * m21);
  const [across, up] = [scaleOf(wAxis), scaleOf(bAxis)], [x, y] = [placeOn(wAxis, w), placeOn(bAxis, b)];
  let radius = Math.sqrt(2 * (Math.max(...corners) - lineLoss(data, w, b).loss)), drawn = '';
  for (let k = 0; k < 9; k++, radius /= 2)
    drawn += `<circle r="${radius}" transform="matrix(${across / m11} 0 ${-m21 * across / (m11 * m22)} ${-up / m22}
      ${x} ${y})" fill="none" stroke="currentColor" stroke-opacity="0.4" vector-effect="non-scaling-stroke"/>`;
  return `${drawn}<path data-nn-part="least" d="M${x - 5} ${y}h10m-5 -5v10" stroke="currentColor" stroke-width="2"/>`;
}

function lineFigure(data, [green, pink]) {
  const { x, y, rate, steps, names, ranges, start } = data, every = Math.ceil(x.length / 15), room = 0.4;
  const [wAxis, bAxis] = panelAxes(['w', ranges.w], ['b', ranges.b]);
  const ends = [Math.min(...x) - room, Math.max(...x) + room];
  const [xAxis, yAxis] = panelAxes([names[0], ends], [names[1], [Math.min(0, ...y) - room, Math.max(...y) + room]]);
  const dots = x.map((v, i) => `<circle cx="${placeOn(xAxis, v)}" cy="${placeOn(yAxis, y[i])}" r="2"/>`).join('');

  function look(at) {
    const here = lineLoss(data, at.w, at.b), path = [here];
    for (let last = here; path.length <= Math.max(...steps); path.push(last))
      last = lineLoss(data, last.w - rate * last.dw, last.b - rate * last.db);
    // The points before this one, if a button has led to it; otherwise the reader has moved it, and they do not count.
    const reached = at.by && at.by.w === at.w && at.by.b === at.b, trail = (reached ? at.by.trail : []).concat(here);

    function after(count) {
      const { w, b } = path[count];
      return { w, b, by: { w, b, trail: trail.concat(path.slice(1, count)) } };
    }

    function row(suffix, seen) {
      return Object.fromEntries(Object.keys(seen).map(name => [name + suffix, seen[name]]));
    }

    const squares = x.map((v, i) => {
      if (i % every) return '';
      const target = placeOn(yAxis, y[i]), line = placeOn(yAxis, at.w * v + at.b), side = Math.abs(line - target);
      return `M${placeOn(xAxis, v)} ${target}h${side}V${line}h${-side}Z`;
    });
    return {
      parts: {
        point: spotOn(wAxis, at.w, bAxis, at.b),
        trail: { d: lineOn(wAxis, trail.map(p => p.w), bAxis, trail.map(p => p.b)) },
        line: { d: lineOn(xAxis, ends, yAxis, ends.map(v => at.w * v + at.b)) },
        // The reader looks for the least loss before the cross shows it.
        least: { visibility: at.w === start.w && at.b === start.b ? 'hidden' : 'visible' },
        squares: { d: squares.join('') }, ...row('', here), ...row('-next', path[1])
      },
      says: `w ${plainNumber(at.w)}, b ${plainNumber(at.b)}, loss ${plainNumber(here.loss)}`,
      go: Object.fromEntries(steps.map(count => [count, after(count)]))
    };
  }

  return {
    start, look, axes: { w: wAxis, b: bAxis },
    inputs: { point: { name: 'slope w and height b of the line', x: 'w', y: 'b' } },
    drawings: panelSvg(wAxis, bAxis, lossContours(data, wAxis, bAxis) + `<path data-nn-part="trail" fill="none"
      stroke="${pink}" stroke-width="1.5" stroke-linejoin="round"/>`, { name: 'point', colour: green })
      + panelSvg(xAxis, yAxis, `<path data-nn-part="squares" fill="${pink}" fill-opacity="0.2" stroke="${pink}"
        stroke-opacity="0.3" stroke-width="0.7"/>${dots}<path data-nn-part="line" stroke="${green}"
        stroke-width="2.5"/>`),
    below: tableHtml(['', 'w', 'b', 'loss', '∂L/∂w', '∂L/∂b'], [['here', 'w', 'b', 'loss', 'dw', 'db'],
      ['next', 'w-next', 'b-next', 'loss-next', 'dw-next', 'db-next']])
  };
}

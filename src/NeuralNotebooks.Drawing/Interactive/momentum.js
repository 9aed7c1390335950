// Momentum with the learning rate α and the average β on ½(λ₁x² + λ₂y²): a map of what a step leaves, and the path.

// The factor by which a step finally multiplies the distance along a direction of a curvature: the larger root of
// r² − tr + β = 0. If the roots are complex, the path oscillates, and their absolute value is √β.
function stepFactor(alpha, beta, curvature) {
  const t = 1 + beta - (1 - beta) * alpha * curvature, root = t * t - 4 * beta;
  return root < 0 ? Math.sqrt(beta) : (Math.abs(t) + Math.sqrt(root)) / 2;
}

// V ← βV + (1 − β)g, then w ← w − αV, for 60 steps or until the path is far outside.
function momentumPath({ curvatures, from }, alpha, beta) {
  const p = from.slice(), v = [0, 0], path = [from];
  while (path.length <= 60 && Math.abs(p[0]) + Math.abs(p[1]) < 1000) {
    curvatures.forEach((curvature, i) => {
      v[i] = beta * v[i] + (1 - beta) * curvature * p[i];
      p[i] -= alpha * v[i];
    });
    path.push(p.slice());
  }
  return path;
}

// The colours of the map, over the background of the page: a green that is stronger where a step reduces the distance
// more, in this many bands up to the factor 1, and a grey for larger factors, at which the path diverges.
const mapBands = 10, mapGrey = 'rgba(128, 128, 128, 0.3)';
const mapGreen = (green, band) => `rgba(${channels(green)}, ${1 - band / mapBands})`;

// The rate α, for β and the two curvatures, above which the path does what each line means.
const mapEdges = pink => [
  { meaning: 'the path explodes', colour: 'currentColor', dashes: '',
    alpha: (beta, _gentle, steep) => 2 / steep * (1 + beta) / (1 - beta) },
  { meaning: 'x overshoots', colour: 'currentColor', dashes: '6 3',
    alpha: (beta, gentle) => Math.pow(1 - Math.sqrt(beta), 2) / (1 - beta) / gentle },
  { meaning: 'y always changes sign', colour: pink, dashes: '2 3',
    alpha: (beta, _gentle, steep) => Math.pow(1 + Math.sqrt(beta), 2) / (1 - beta) / steep }
];

function mapEdge(path, colour, dashes) {
  return `<path d="${path}" fill="none" stroke="color-mix(in srgb, ${colour} 60%, currentColor)" stroke-width="2.5"
    stroke-dasharray="${dashes}"/>`;
}

// The map as an image: a pixel for each of many rates and averages. "least" is the smallest factor.
function factorMap({ curvatures: [gentle, steep], least, palette: [green] }, alphaAxis, betaAxis) {
  const map = Object.assign(document.createElement('canvas'), { width: 152, height: 123 });
  const context = map.getContext('2d');
  for (let i = 0; i < map.width; i++)
    for (let j = 0; j < map.height; j++) {
      const alpha = alphaAxis.from + (i + 0.5) / map.width * (alphaAxis.to - alphaAxis.from);
      const beta = betaAxis.to - (j + 0.5) / map.height * (betaAxis.to - betaAxis.from);
      const factor = Math.max(stepFactor(alpha, beta, gentle), stepFactor(alpha, beta, steep));
      const band = Math.floor(mapBands * (factor - least) / (1 - least));
      context.fillStyle = band < mapBands ? mapGreen(green, Math.max(0, band)) : mapGrey;
      context.fillRect(i, j, 1, 1);
    }
  return `<image href="${map.toDataURL()}" x="${alphaAxis.low}" y="${betaAxis.high}" preserveAspectRatio="none"
    width="${alphaAxis.high - alphaAxis.low}" height="${betaAxis.low - betaAxis.high}"/>`;
}

// What the colours and the lines of the map mean. It covers a part of the map in which every path diverges, and does
// not say the smallest factor, which readers are to find.
function mapKey({ palette: [green, pink] }) {
  const text = (x, row, words, anchor = 'start') => `<text x="${x}" y="${118 + 16 * row}" text-anchor="${anchor}">${
    words}</text>`;
  const bar = Array.from(Array(mapBands), (_, band) =>
    `<rect x="${246 + 6 * band}" y="125" width="6" height="11" fill="${mapGreen(green, band)}"/>`);
  const lines = mapEdges(pink).map(({ meaning, colour, dashes }, k) =>
    mapEdge(`M211 ${161 + 16 * k}h22`, colour, dashes) + text(238, k + 3, meaning));
  return `<g fill="currentColor" font-size="11">${text(211, 0, 'a step leaves')}${text(242, 1, 'least', 'end')}<g>${
    bar.join('')}</g>${text(310, 1, '1')}${text(211, 2, 'right of the line')}${lines.join('')}</g>`;
}

function momentumFigure(data, [, pink]) {
  const { curvatures: [gentle, steep], from, start } = data;
  // Up to nine times the largest stable rate of plain descent, 2/λ₂, beyond which every path with β < 0.8 diverges.
  const [alphaAxis, betaAxis] = panelAxes(['learning rate α', [0.125 / steep, 18.75 / steep]], ['β', [0, 0.95]]);
  const [x, y] = [1.15 * Math.abs(from[0]), 1.6 * Math.abs(from[1])];
  const [xAxis, yAxis] = panelAxes(['x', [-x, x]], ['y', [-y, y]]), betas = Array.from(Array(96), (_, k) => k / 100);
  const edges = mapEdges(data.palette[1]).map(({ colour, dashes, alpha }) =>
    mapEdge(lineOn(alphaAxis, betas.map(beta => alpha(beta, gentle, steep)), betaAxis, betas), colour, dashes));
  let contours = '';
  for (let radius = Math.abs(from[0]) * Math.sqrt(gentle) * 1.4; radius > 0.05; radius /= 2)
    contours += `<ellipse cx="${placeOn(xAxis, 0)}" cy="${placeOn(yAxis, 0)}" fill="none" stroke="currentColor"
      rx="${radius / Math.sqrt(gentle) * scaleOf(xAxis)}" ry="${radius / Math.sqrt(steep) * scaleOf(yAxis)}"
      stroke-opacity="0.35"/>`;

  function look({ alpha, beta }) {
    const path = momentumPath(data, alpha, beta), [endX, endY] = path[path.length - 1];
    const factors = [gentle, steep].map(curvature => stepFactor(alpha, beta, curvature)), slower = Math.max(...factors);
    return {
      parts: {
        point: spotOn(alphaAxis, alpha, betaAxis, beta), end: spotOn(xAxis, endX, yAxis, endY),
        path: { d: lineOn(xAxis, path.map(point => point[0]), yAxis, path.map(point => point[1])) },
        alpha, beta, gentle: factors[0], steep: factors[1], slower
      },
      says: `α ${plainNumber(alpha)}, β ${plainNumber(beta)}: a step leaves ${plainNumber(slower)}`
    };
  }

  return {
    start, look, axes: { alpha: alphaAxis, beta: betaAxis },
    inputs: { point: { name: 'learning rate α and average β', x: 'alpha', y: 'beta' } },
    drawings: panelSvg(alphaAxis, betaAxis, factorMap(data, alphaAxis, betaAxis)
      + edges.join('') + mapKey(data), { name: 'point', colour: pink })
      + panelSvg(xAxis, yAxis, contours + `<path data-nn-part="path" fill="none" stroke="${pink}" stroke-width="2"
        stroke-linejoin="round"/><g data-nn-part="end"><circle r="5" fill="${pink}"/></g>`),
    below: tableHtml(['α', 'β', 'leaves along x', 'along y', 'slower'],
      [['<span data-nn-part="alpha"></span>', 'beta', 'gentle', 'steep', 'slower']])
  };
}

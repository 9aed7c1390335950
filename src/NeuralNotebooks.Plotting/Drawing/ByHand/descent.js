// Gradient descent on a bowl, in the bowl's own directions: a step multiplies the error along a direction of curvature
// λ by 1 − αλ. Left: the part that a step leaves, over the learning rate α. Right: the errors after each step, as bars.

// The error after 0, 1, …, "steps" steps, as a part of the error at the start.
function descentErrors(alpha, curvature, steps) {
  return Array.from(Array(steps + 1), (_, step) => Math.pow(1 - alpha * curvature, step));
}

// How many steps leave at most a hundredth of the error.
function stepsToHundredth(factor) {
  return factor >= 1 ? 'never' : factor === 0 ? 1 : Math.ceil(Math.log(0.01) / Math.log(factor));
}

function descentFigure({ curvatures: [flat, steep], start }, [green, pink]) {
  const steps = 24, limit = 2 / steep, best = 2 / (flat + steep), end = 1.15 * limit;
  const [alphaAxis, leavesAxis] = panelAxes(['learning rate α', [0, end], roundStep(end, 500)],
    ['part that a step leaves, |1 − αλ|', [0, 1.3]]);
  const [stepAxis, errorAxis] =
    panelAxes(['step', [-0.8, steps + 0.8]], ['part of the error that is left', [-1.1, 1.1]]);
  const directions = [{ name: 'steep', curvature: steep, colour: green, shift: -1, label: [0.1, 0.55] },
    { name: 'flat', curvature: flat, colour: pink, shift: 0, label: [0.35, 1.03] }];
  const width = 0.36 * scaleOf(stepAxis), zero = placeOn(errorAxis, 0);

  const lines = directions.map(({ name, curvature, colour, label }) => {
    const corners = [0, 1 / curvature, end].filter(alpha => alpha <= end);
    return `<path d="${lineOn(alphaAxis, corners, leavesAxis, corners.map(alpha => Math.abs(1 - alpha * curvature)))}"
      fill="none" stroke="${colour}" stroke-width="2"/><text x="${placeOn(alphaAxis, label[0] * limit)}"
      y="${placeOn(leavesAxis, label[1])}" fill="${colour}">${name}</text>`;
  });
  const marks = [{ alpha: best, name: 'best', anchor: 'end', beside: -4 },
    { alpha: limit, name: 'limit', anchor: 'start', beside: 4 }].map(({ alpha, name, anchor, beside }) => {
    const x = placeOn(alphaAxis, alpha), { top, bottom } = panelEdges;
    return `<path d="M${x} ${top}V${bottom}" stroke="currentColor" stroke-opacity="0.6"/>
      <text x="${x + beside}" y="${top + 14}" text-anchor="${anchor}">${name}</text>`;
  });

  function look({ alpha }) {
    const parts = { alpha }, factors = directions.map(({ curvature }) => Math.abs(1 - alpha * curvature));
    directions.forEach(({ name, curvature, shift }, i) => {
      const bars = descentErrors(alpha, curvature, steps).map((error, step) => {
        const x = placeOn(stepAxis, step) + shift * width;
        return `M${x} ${zero}h${width}V${placeOn(errorAxis, Math.max(-2, Math.min(2, error)))}h${-width}Z`;
      });
      Object.assign(parts, { ['bars-' + name]: { d: bars.join('') }, ['curvature-' + name]: curvature,
        ['leaves-' + name]: factors[i], ['steps-' + name]: stepsToHundredth(factors[i]) });
    });
    parts.point = spotOn(alphaAxis, alpha, leavesAxis, Math.max(...factors));
    return {
      parts, go: { best: { alpha: best } },
      says: `α ${plainNumber(alpha)}: a step leaves ${plainNumber(factors[0])} of the steep error, ${
        plainNumber(factors[1])} of the flat one`
    };
  }

  return {
    start, look, axes: { alpha: alphaAxis }, inputs: { point: { name: 'learning rate α', x: 'alpha' } },
    drawings: panelSvg(alphaAxis, leavesAxis, lines.join('') + marks.join(''), { name: 'point', colour: green })
      + panelSvg(stepAxis, errorAxis, directions.map(({ name, colour }) =>
        `<path data-nn-part="bars-${name}" fill="${colour}"/>`).join('')),
    below: tableHtml(['direction', 'λ', 'a step leaves', 'steps to 1 %'], directions.map(({ name }) =>
      [name, 'curvature-' + name, 'leaves-' + name, 'steps-' + name]))
      + '<p style="margin:0.4em 0;font-size:88%">α = <b data-nn-part="alpha"></b></p>'
  };
}

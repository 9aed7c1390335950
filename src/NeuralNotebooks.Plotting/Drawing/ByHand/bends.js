// A curve of straight pieces whose bends the reader drags, and the ReLU units that add up to it. The first unit bends
// at the left end, each other one at a bend; both ends lie on the function that the curve should follow.
function bendsFigure({ x, y, range, places }, [green, pink]) {
  const last = x.length - 1, [xAxis, yAxis] = panelAxes(['x', [x[0], x[last]]], ['y', range]);
  const [placeAxis, outputAxis] = panelAxes(['x', [x[0], x[last]]], ['output of each unit', [-6, 6]]);
  const units = places.map((_, k) => k), [relu] = gates.relu, axes = {}, inputs = {}, start = {};
  places.forEach((place, k) => {
    Object.assign(axes, { ['x' + k]: xAxis, ['y' + k]: yAxis });
    // Each bend begins halfway from the height of the left end to the function, so that the hinges lie apart.
    Object.assign(start, { ['x' + k]: place, ['y' + k]: (y[0] + y[x.findIndex(v => v >= place)]) / 2 });
    inputs['bend' + k] = { name: 'bend ' + (k + 1), x: 'x' + k, y: 'y' + k };
  });

  // The bends from left to right, between the ends; two bends at one place are a tiny distance apart.
  function corners(at) {
    const bends = units.map(k => ({ k, x: at['x' + k], y: at['y' + k] })).sort((a, b) => a.x - b.x);
    return [{ x: x[0], y: y[0] }, ...bends, { x: x[last], y: y[last] }]
      .map((bend, k) => ({ ...bend, x: bend.x + k * (x[last] - x[0]) / 1e6 }));
  }

  function look(at) {
    const points = corners(at), slopes = points.slice(1).map((to, k) => (to.y - points[k].y) / (to.x - points[k].x));
    const weights = slopes.map((slope, k) => slope - (k ? slopes[k - 1] : 0)), parts = { error: 0 };
    const hinge = (k, v) => weights[k] * relu([v - points[k].x]);
    x.forEach((v, i) => {
      parts.error += (y[0] + weights.reduce((sum, _, k) => sum + hinge(k, v), 0) - y[i]) ** 2 / x.length;
    });
    points.slice(1, -1).forEach(({ k }, i) => {
      Object.assign(parts, { ['bend' + k]: spotOn(xAxis, at['x' + k], yAxis, at['y' + k]), ['unit' + k]: i + 2 });
    });
    const names = weights.map((weight, k) => {
      const end = Math.max(-5.6, Math.min(5, hinge(k, x[last])));
      const stop = weight ? Math.min(x[last], points[k].x + Math.abs(6 / weight)) : x[last];
      parts['hinge' + k] = { d: lineOn(placeAxis, [x[0], points[k].x, stop], outputAxis, [0, 0, hinge(k, stop)]) };
      parts['place' + k] = points[k].x;
      parts['weight' + k] = weight;
      return parts['name' + k] = { x: placeOn(placeAxis, stop) - 4, y: placeOn(outputAxis, end) - 5 };
    });
    // A name that would overlap another stands below its line.
    names.sort((one, other) => one.y - other.y).forEach((name, k) => names.slice(0, k).forEach(above => {
      if (Math.abs(name.x - above.x) < 9 && name.y < above.y + 12) name.y += 17;
    }));
    parts.curve = { d: lineOn(xAxis, points.map(p => p.x), yAxis, points.map(p => p.y)) };
    return { parts, says: `mean squared error ${plainNumber(parts.error)}` };
  }

  const grips = units.map(k => `<g data-nn-part="bend${k}"><circle r="18" fill="${green}" fill-opacity="0.12"/>
    <circle r="7" fill="${green}" stroke="#fff"/><text data-nn-part="unit${k}" y="-22" text-anchor="middle"/></g>`);
  const hinges = [...units, places.length].map(k => `<path data-nn-part="hinge${k}" fill="none" stroke="currentColor"
    stroke-opacity="0.6" stroke-width="1.5"/><text data-nn-part="name${k}" text-anchor="end">${k + 1}</text>`);
  return {
    start, look, axes, inputs,
    drawings: panelSvg(xAxis, yAxis, `<path d="${lineOn(xAxis, x, yAxis, y)}" fill="none" stroke="${pink}"
      stroke-width="2" stroke-dasharray="6 4"/><path data-nn-part="curve" fill="none" stroke="${green}"
      stroke-width="2.5"/>${grips.join('')}`) + panelSvg(placeAxis, outputAxis, hinges.join('')),
    below: tableHtml(['unit', 'bends at x', 'slope after it'], [...units, places.length].map(k =>
      [k + 1, 'place' + k, 'weight' + k])) + `<p style="margin:0.4em 0;font-size:88%">
      Mean squared error: <b data-nn-part="error"></b></p>`
  };
}

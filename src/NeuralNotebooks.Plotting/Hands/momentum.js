// Momentum with a rate α and an average β in a ravine ½(λ₁x² + λ₂y²): its path, and what a step leaves along x and y.
(function (data, at, tools) {
  'use strict';
  var axes = data.axes, p = data.from.slice(), v = [0, 0], xs = [p[0]], ys = [p[1]];

  // V ← βV + (1 − β)g, then w ← w − αV, until the path is far outside.
  for (var step = 0; step < data.steps && Math.abs(p[0]) + Math.abs(p[1]) < data.far; step++) {
    data.curvatures.forEach((curvature, i) => {
      v[i] = at.beta * v[i] + (1 - at.beta) * curvature * p[i];
      p[i] -= at.alpha * v[i];
    });
    xs.push(p[0]);
    ys.push(p[1]);
  }

  // The larger root of r² − tr + β = 0; where it is complex, the path swings and its size is √β.
  var leaves = data.curvatures.map(curvature => {
    var t = 1 + at.beta - (1 - at.beta) * at.alpha * curvature, root = t * t - 4 * at.beta;
    return root < 0 ? Math.sqrt(at.beta) : (Math.abs(t) + Math.sqrt(root)) / 2;
  });
  var slower = Math.max.apply(null, leaves);
  return {
    parts: {
      point: tools.spot(axes.alpha, at.alpha, axes.beta, at.beta),
      path: { d: tools.line(axes.x, xs, axes.y, ys) },
      end: tools.spot(axes.x, p[0], axes.y, p[1]),
      alpha: tools.text(at.alpha), beta: tools.text(at.beta),
      gentle: tools.text(leaves[0]), steep: tools.text(leaves[1]), slower: tools.text(slower)
    },
    says: 'α ' + tools.text(at.alpha) + ', β ' + tools.text(at.beta) + ': a step leaves ' + tools.text(slower)
  };
})

// Momentum with the learning rate α and the averaging factor β on ½(λ₁x² + λ₂y²): its path, and the factors by which a
// step reduces the distances along x and y.
function momentumModel(data, at, tools) {
  const { curvatures, from, steps, far } = data, { axes, text, line, spot } = tools, { alpha, beta } = at;

  // V ← βV + (1 − β)g, then w ← w − αV, until the path is far outside.
  const p = from.slice(), v = [0, 0], path = [from];
  while (path.length <= steps && Math.abs(p[0]) + Math.abs(p[1]) < far) {
    curvatures.forEach((curvature, i) => {
      v[i] = beta * v[i] + (1 - beta) * curvature * p[i];
      p[i] -= alpha * v[i];
    });
    path.push(p.slice());
  }

  // The larger root of r² − tr + β = 0. If the roots are complex, the path oscillates, and their absolute value is √β.
  const [gentle, steep] = curvatures.map(curvature => {
    const t = 1 + beta - (1 - beta) * alpha * curvature, root = t * t - 4 * beta;
    return root < 0 ? Math.sqrt(beta) : (Math.abs(t) + Math.sqrt(root)) / 2;
  });
  const slower = Math.max(gentle, steep);
  return {
    parts: {
      point: spot(axes.alpha, alpha, axes.beta, beta),
      path: { d: line(axes.x, path.map(point => point[0]), axes.y, path.map(point => point[1])) },
      end: spot(axes.x, p[0], axes.y, p[1]),
      alpha, beta, gentle, steep, slower
    },
    says: 'α ' + text(alpha) + ', β ' + text(beta) + ': a step leaves ' + text(slower)
  };
}

// A network with a hidden layer of σ units and one linear output, and its batch. The reader drags the numbers of X and
// y, and sees how far each example pulls each weight of the first layer.
function batchFigure({ X, y, W1, b1, w2, b2 }, colours) {
  const features = X.length, m = y.length, scale = 17, far = 40, axes = {}, inputs = {}, start = {};
  const rows = [...X, y], names = rows.map((_, j) => j < features ? 'feature ' + (j + 1) : 'y');
  rows.forEach((row, j) => row.forEach((number, i) => {
    const name = `n${j}-${i}`;
    // An arrow key or eight pixels change a number by ½.
    axes[name] = numberAxis([number], 6, 16, 0.5);
    inputs['handle-' + name] = { name: `${names[j]} of example ${i + 1}`, x: name };
    start[name] = number;
  }));

  function look(at) {
    const parts = {};
    let loss = 0;
    Object.keys(start).forEach(name => { parts[name] = at[name]; });
    const pulls = y.map((_, i) => {
      const x = X.map((_, j) => at[`n${j}-${i}`]);
      const a = W1.map((row, k) => 1 / (1 + Math.exp(-row.reduce((sum, w, j) => sum + w * x[j], b1[k]))));
      const output = a.reduce((sum, value, k) => sum + w2[k] * value, b2), e = at[`n${features}-${i}`] - output;
      loss += e * e / 2 / m;
      Object.assign(parts, { ['output' + i]: output, ['error' + i]: e });
      return W1.map((_, k) => x.map(value => e / m * w2[k] * a[k] * (1 - a[k]) * value));
    });
    W1.forEach((row, k) => row.forEach((_, j) => {
      const shares = pulls.map(pull => pull[k][j]), total = shares.reduce((sum, share) => sum + share, 0);
      [...shares, total].forEach((share, i) => {
        const length = Math.max(-far, Math.min(far, scale * share));
        parts[`pull${k}-${j}-${i}`] = { d: `M${placeOf(k, j, i).join(' ')}h${length}` };
      });
      parts[`total${k}-${j}`] = total;
    }));
    return { parts: { ...parts, loss }, says: 'loss ' + plainNumber(loss) };
  }

  // Where the bar of an example begins, or the one of their sum.
  const placeOf = (k, j, i) => [110 + 88 * j, 44 + 104 * k + 12 * i];

  const svg = (width, height, inside) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"
    width="${width}" height="${height}" font-size="13" fill="currentColor"
    style="flex:1 1 ${width}px;min-width:0;max-width:${1.2 * width}px;height:auto">${inside}</svg>`;
  const heads = y.map((_, i) => `<text x="${104 + 56 * i}" y="16" text-anchor="middle" fill="${colours[i]}">ex. ${
    i + 1}</text>`);
  const cells = rows.map((row, j) => `<text x="4" y="${44 + 38 * j}">${names[j]}</text>` + row.map((_, i) =>
    `<g data-nn-part="handle-n${j}-${i}"><rect x="${80 + 56 * i}" y="${24 + 38 * j}" width="48" height="32" rx="6"
      fill="${colours[i]}" fill-opacity="0.16"/><text x="${104 + 56 * i}" y="${45 + 38 * j}" text-anchor="middle"
      data-nn-part="n${j}-${i}"></text></g>`).join(''));
  const bars = W1.map((row, k) => `<text x="4" y="${74 + 104 * k}">unit ${k + 1}</text>` + row.map((_, j) => {
    const [x, top] = placeOf(k, j, 0), lines = [...y, 0].map((_, i) => `<path data-nn-part="pull${k}-${j}-${i}"
      stroke="${i < m ? colours[i] : 'currentColor'}" stroke-width="8"/>`);
    return `<text x="${x}" y="${top - 12}" text-anchor="middle">f. ${j + 1}: <tspan
      data-nn-part="total${k}-${j}"></tspan></text><path d="M${x} ${top - 6}v${12 * (m + 1)}" stroke="currentColor"
      stroke-opacity="0.4"/>${lines.join('')}`;
  }).join(''));
  return {
    start, look, axes, inputs,
    drawings: svg(84 + 56 * m, 38 * rows.length + 24, heads.join('') + cells.join(''))
      + svg(88 * features + 70, 104 * W1.length + 8, bars.join('')),
    below: tableHtml(['', ...y.map((_, i) => 'ex. ' + (i + 1))],
      [['ŷ', ...y.map((_, i) => 'output' + i)], ['e', ...y.map((_, i) => 'error' + i)], ['loss', 'loss']])
  };
}

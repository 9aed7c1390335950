// A network with a hidden layer of σ units and one linear output, and its batch. The reader drags the numbers of X and
// y, and sees the share of each example in the gradient of the first layer's weights.
function batchFigure({ X, y, W1, b1, w2, b2 }, colours) {
  const features = X.length, m = y.length, scale = 26, far = 58, wide = 16 * m + 28, axes = {}, inputs = {}, start = {};
  const [sigmoid, slope] = gates.sigmoid;
  const rows = [...X, y], names = rows.map((_, j) => j < features ? 'feature ' + (j + 1) : 'y');
  rows.forEach((row, j) => row.forEach((number, i) => {
    const name = `n${j}-${i}`;
    // An arrow key or eight pixels change a number by ½.
    axes[name] = numberAxis([number], 6, 16, 0.5);
    inputs['handle-' + name] = { name: `${names[j]} of example ${i + 1}`, x: name };
    start[name] = number;
  }));

  function look(at) {
    const parts = { ...at };
    const gradients = y.map((_, i) => {
      const x = X.map((_, j) => at[`n${j}-${i}`]);
      const a = W1.map((row, k) => sigmoid([row.reduce((sum, w, j) => sum + w * x[j], b1[k])]));
      const output = a.reduce((sum, value, k) => sum + w2[k] * value, b2), e = at[`n${features}-${i}`] - output;
      Object.assign(parts, { ['output' + i]: output, ['error' + i]: e });
      return W1.map((_, k) => x.map(value => -e / m * w2[k] * slope([], a[k]) * value));
    });
    W1.forEach((row, k) => row.forEach((_, j) => {
      const shares = gradients.map(gradient => gradient[k][j]), total = shares.reduce((sum, share) => sum + share, 0);
      // A bar that is too long for its place has a gap before its end.
      [...shares, total].map(share => -scale * share).forEach((length, i) => {
        parts[`share${k}-${j}-${i}`] = { d: `M${placeOf(k, j, i).join(' ')}v${Math.max(-far, Math.min(far, length))}`,
          'stroke-dasharray': Math.abs(length) > far ? '46 4' : 'none' };
      });
      parts[`total${k}-${j}`] = total;
    }));
    parts.loss = halfSquaredError(y.map((_, i) => parts['error' + i]));
    return { parts, says: 'loss ' + plainNumber(parts.loss) };
  }

  // Where the bar of an example begins, or the one of their sum.
  const placeOf = (k, j, i) => [62 + wide * j + 16 * i, 104 + 148 * k];

  const svg = (width, height, inside) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"
    width="${width}" height="${height}" font-size="13" fill="currentColor" text-anchor="middle"
    style="flex:1 1 ${width}px;min-width:0;max-width:${1.2 * width}px;height:auto">${inside}</svg>`;
  const text = (x, y, words, more = '') => `<text x="${x}" y="${y}" ${more}>${words}</text>`;
  const heads = y.map((_, i) => text(104 + 56 * i, 16, 'ex. ' + (i + 1), `fill="${colours[i]}"`));
  const cells = rows.map((row, j) => row.map((_, i) => `<g data-nn-part="handle-n${j}-${i}"><rect x="${80 + 56 * i}"
    y="${24 + 38 * j}" width="48" height="32" rx="6" fill="${colours[i]}" fill-opacity="0.2"/>${
    text(104 + 56 * i, 45 + 38 * j, '', `data-nn-part="n${j}-${i}"`)}</g>`).join(''));
  const results = [...names, 'ŷ', 'e = y − ŷ'].map((name, j) => text(4, 45 + 38 * j, name, 'text-anchor="start"')
    + (j < rows.length ? '' : y.map((_, i) => text(104 + 56 * i, 45 + 38 * j, '',
      `data-nn-part="${j > rows.length ? 'error' : 'output'}${i}"`)).join('')));
  const bars = W1.map((row, k) => {
    const [left, zero] = placeOf(k, 0, 0), middle = left + 8 * m, end = left + wide * features - 16;
    const axis = [1, 0, -1].map(level => text(46, zero + 4 - scale * level, plainNumber(level), 'opacity="0.7"')
      + `<path d="M${left - 8} ${zero - scale * level}H${end}" stroke="currentColor" opacity="${level ? 0.2 : 0.5}"/>`);
    return text(18, zero + 4, 'unit ' + (k + 1)) + axis.join('') + row.map((_, j) => (k ? '' :
      text(middle + wide * j, 16, names[j])) + `<text x="${middle + wide * j}" y="${zero - far - 7}" font-weight="bold"
      data-nn-part="total${k}-${j}"></text>` + [...colours.slice(0, m), 'currentColor'].map((colour, i) =>
      `<path data-nn-part="share${k}-${j}-${i}" stroke="${colour}" stroke-width="13"/>`).join('')).join('');
  });
  return {
    start, look, axes, inputs,
    drawings: svg(84 + 56 * m, 38 * rows.length + 100, heads.join('') + cells.join('') + results.join(''))
      + svg(wide * features + 48, 148 * W1.length + 18, bars.join('')),
    below: '<p style="margin:0.4em 0;font-size:88%">Loss: <b data-nn-part="loss"></b></p>'
  };
}

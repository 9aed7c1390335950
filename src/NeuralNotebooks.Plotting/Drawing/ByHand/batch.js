// A network with a hidden layer of σ units and one linear output, and its batch. The reader drags the numbers of X and
// y, takes steps of gradient descent, and sees the share of each example in the gradient of the first layer's weights.
function batchFigure({ X, y, rate, names: [features, units, examples], start: net }, colours) {
  const count = features.length, m = y.length, scale = 26, far = 58, high = 164, wide = 16 * m + 28;
  const axes = {}, inputs = {}, start = { net }, [sigmoid, slope] = gates.sigmoid;
  const rows = [...X, y], names = [...features, 'y'], sum = numbers => numbers.reduce((a, b) => a + b, 0);
  rows.forEach((row, j) => row.forEach((number, i) => {
    const name = `n${j}-${i}`;
    // An arrow key or eight pixels change a number by ½.
    axes[name] = numberAxis([number], 6, 16, 0.5);
    inputs['handle-' + name] = { name: `${names[j]}, ${examples[i]}`, x: name };
    start[name] = number;
  }));

  // Outputs, errors, and each example's share of the gradients.
  function pass({ net, ...at }) {
    const x = y.map((_, i) => X.map((_, j) => at[`n${j}-${i}`]));
    const A = x.map(column => net.W1.map((row, k) => sigmoid([sum(row.map((w, j) => w * column[j])) + net.b1[k]])));
    const outputs = A.map(a => sum(a.map((value, k) => net.w2[k] * value)) + net.b2);
    const errors = outputs.map((output, i) => at[`n${count}-${i}`] - output), deltas2 = errors.map(e => -e / m);
    const deltas1 = A.map((a, i) => a.map((value, k) => net.w2[k] * deltas2[i] * slope([], value)));
    return { x, A, outputs, errors, deltas1, deltas2 };
  }

  function descended(at) {
    const { x, A, deltas1, deltas2 } = pass(at), down = (number, shares) => number - rate * sum(shares);
    const { W1, b1, w2, b2 } = at.net;
    return { ...at, net: {
      W1: W1.map((row, k) => row.map((w, j) => down(w, deltas1.map((delta, i) => delta[k] * x[i][j])))),
      b1: b1.map((b, k) => down(b, deltas1.map(delta => delta[k]))),
      w2: w2.map((w, k) => down(w, deltas2.map((delta, i) => delta * A[i][k]))), b2: down(b2, deltas2)
    } };
  }

  function look(at) {
    const { x, outputs, errors, deltas1 } = pass(at), parts = { ...at, loss: sum(errors.map(e => e * e / 2)) / m };
    outputs.forEach((output, i) => Object.assign(parts, { ['output' + i]: output, ['error' + i]: errors[i] }));
    at.net.W1.forEach((row, k) => row.forEach((w, j) => {
      const shares = deltas1.map((delta, i) => delta[k] * x[i][j]), total = sum(shares);
      // A bar that is too long for its place has a gap before its end.
      [...shares, total].map(share => -scale * share).forEach((length, i) => {
        parts[`share${k}-${j}-${i}`] = { d: `M${placeOf(k, j, i).join(' ')}v${Math.max(-far, Math.min(far, length))}`,
          'stroke-dasharray': Math.abs(length) > far ? '46 4' : 'none' };
      });
      Object.assign(parts, { [`total${k}-${j}`]: total, [`weight${k}-${j}`]: w });
    }));
    return {
      parts, says: 'loss ' + plainNumber(parts.loss),
      go: { 1: descended(at), 10: [...Array(10)].reduce(descended, at) }
    };
  }

  // Where the bar of an example begins, or the one of their sum.
  const placeOf = (k, j, i) => [62 + wide * j + 16 * i, 104 + high * k];

  const svg = (width, height, inside) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"
    width="${width}" height="${height}" font-size="13" fill="currentColor" text-anchor="middle"
    style="flex:1 1 ${width}px;min-width:0;max-width:${1.2 * width}px;height:auto">${inside}</svg>`;
  const text = (x, y, words, more = '') => `<text x="${x}" y="${y}" ${more}>${escaped(words)}</text>`;
  const heads = examples.map((name, i) => text(104 + 56 * i, 16, name, `fill="${colours[i]}"`));
  const cells = rows.map((row, j) => row.map((_, i) => `<g data-nn-part="handle-n${j}-${i}"><rect x="${80 + 56 * i}"
    y="${24 + 38 * j}" width="48" height="32" rx="6" fill="${colours[i]}" fill-opacity="0.2"/>${
    text(104 + 56 * i, 45 + 38 * j, '', `data-nn-part="n${j}-${i}"`)}</g>`).join(''));
  const results = [...names, 'ŷ', 'e = y − ŷ'].map((name, j) => text(4, 45 + 38 * j, name, 'text-anchor="start"')
    + (j < rows.length ? '' : y.map((_, i) => text(104 + 56 * i, 45 + 38 * j, '',
      `data-nn-part="${j > rows.length ? 'error' : 'output'}${i}"`)).join('')));
  const bars = units.map((unit, k) => {
    const [left, zero] = placeOf(k, 0, 0), middle = left + 8 * m, end = left + wide * count - 16;
    const axis = [1, 0, -1].map(level => text(46, zero + 4 - scale * level, plainNumber(level), 'opacity="0.7"')
      + `<path d="M${left - 8} ${zero - scale * level}H${end}" stroke="currentColor" opacity="${level ? 0.2 : 0.5}"/>`);
    return text(2, zero - far - 7, unit, 'text-anchor="start"') + axis.join('') + features.map((name, j) => (k ? '' :
      text(middle + wide * j, 16, name)) + `<text x="${middle + wide * j}" y="${zero - far - 7}" font-weight="bold"
      data-nn-part="total${k}-${j}"></text>` + text(middle + wide * j, zero + far + 16, '',
      `data-nn-part="weight${k}-${j}" opacity="0.8"`) + [...colours.slice(0, m), 'currentColor'].map((colour, i) =>
      `<path data-nn-part="share${k}-${j}-${i}" stroke="${colour}" stroke-width="13"/>`).join('')).join('');
  });
  return {
    start, look, axes, inputs,
    drawings: svg(84 + 56 * m, 38 * rows.length + 100, heads.join('') + cells.join('') + results.join(''))
      + svg(wide * count + 48, high * units.length + 22, bars.join('')),
    below: '<p style="margin:0.4em 0;font-size:88%">Loss: <b data-nn-part="loss"></b></p>'
  };
}

// A network with a hidden layer of σ units and one linear output, and its batch. The reader drags the numbers of X and
// y, takes steps of gradient descent, and sees the share of each example in the gradient of the first layer's weights.
// "parts" is the circuit of the loss. Parts of it are the rows of X and y, the errors and the outputs of the examples,
// the parameters, and for each unit and feature the products of their weight with the numbers of the examples.
function batchFigure({ circuit, rate, names: [features, units, examples] }, colours) {
  const { parts, rows, parameters, products, outputs, errors } = circuit;
  const count = features.length, m = examples.length, scale = 26, far = 58, high = 164, wide = 16 * m + 28;
  const axes = {}, inputs = {}, names = [...features, 'y'];
  rows.forEach((row, j) => row.forEach((k, i) => {
    // An arrow key or eight pixels change a number by ½.
    axes['i' + k] = numberAxis([parts[k].value], 6, 16, 0.5);
    inputs['handle' + k] = { name: `${names[j]}, ${examples[i]}`, x: 'i' + k };
  }));

  function descended(at) {
    const { gradients } = circuitGradients(parts, circuitValues(parts, at));
    return { ...at, ...Object.fromEntries(parameters.map(k => ['i' + k, at['i' + k] - rate * gradients[k]])) };
  }

  function look(at) {
    const values = circuitValues(parts, at), { slopes, gradients } = circuitGradients(parts, values);
    const shown = { ...at, loss: values[parts.length - 1] };
    [...outputs, ...errors].forEach(k => { shown['value' + k] = values[k]; });
    products.forEach((row, k) => row.forEach((ofExamples, j) => {
      const shares = ofExamples.map(product => gradients[product] * slopes[product][0]);
      const total = shown[`total${k}-${j}`] = gradients[weightOf(k, j)];
      // A bar that is too long for its place has a gap before its end.
      [...shares, total].map(share => -scale * share).forEach((length, i) => {
        shown[`share${k}-${j}-${i}`] = { d: `M${placeOf(k, j, i).join(' ')}v${Math.max(-far, Math.min(far, length))}`,
          'stroke-dasharray': Math.abs(length) > far ? '46 4' : 'none' };
      });
    }));
    return {
      parts: shown, says: 'loss ' + plainNumber(shown.loss),
      go: { 1: descended(at), 10: [...Array(10)].reduce(descended, at) }
    };
  }

  const weightOf = (k, j) => parts[products[k][j][0]].inputs[0];

  // Where the bar of an example begins, or the one of their sum.
  const placeOf = (k, j, i) => [62 + wide * j + 16 * i, 104 + high * k];

  const svg = (width, height, inside) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"
    width="${width}" height="${height}" font-size="13" fill="currentColor" text-anchor="middle"
    style="flex:1 1 ${width}px;min-width:0;max-width:${1.2 * width}px;height:auto">${inside}</svg>`;
  const text = (x, y, words, more = '') => `<text x="${x}" y="${y}" ${more}>${escaped(words)}</text>`;
  const heads = examples.map((name, i) => text(104 + 56 * i, 16, name, `fill="${colours[i]}"`));
  const cells = rows.map((row, j) => row.map((k, i) => `<g data-nn-part="handle${k}"><rect x="${80 + 56 * i}"
    y="${24 + 38 * j}" width="48" height="32" rx="6" fill="${colours[i]}" fill-opacity="0.2"/>${
    text(104 + 56 * i, 45 + 38 * j, '', `data-nn-part="i${k}"`)}</g>`).join(''));
  const results = [...names, 'ŷ', 'e = y − ŷ'].map((name, j) => text(4, 45 + 38 * j, name, 'text-anchor="start"')
    + (j < rows.length ? '' : (j > rows.length ? errors : outputs).map((k, i) => text(104 + 56 * i, 45 + 38 * j, '',
      `data-nn-part="value${k}"`)).join('')));
  const bars = units.map((unit, k) => {
    const [left, zero] = placeOf(k, 0, 0), middle = left + 8 * m, end = left + wide * count - 16;
    const axis = [1, 0, -1].map(level => text(46, zero + 4 - scale * level, plainNumber(level), 'opacity="0.7"')
      + `<path d="M${left - 8} ${zero - scale * level}H${end}" stroke="currentColor" opacity="${level ? 0.2 : 0.5}"/>`);
    return text(2, zero - far - 7, unit, 'text-anchor="start"') + axis.join('') + features.map((name, j) => (k ? '' :
      text(middle + wide * j, 16, name)) + `<text x="${middle + wide * j}" y="${zero - far - 7}" font-weight="bold"
      data-nn-part="total${k}-${j}"></text>` + text(middle + wide * j, zero + far + 16, '',
      `data-nn-part="i${weightOf(k, j)}" opacity="0.8"`) + [...colours.slice(0, m), 'currentColor'].map((colour, i) =>
      `<path data-nn-part="share${k}-${j}-${i}" stroke="${colour}" stroke-width="13"/>`).join('')).join('');
  });
  return {
    start: Object.fromEntries([...rows.flat(), ...parameters].map(k => ['i' + k, parts[k].value])),
    look, axes, inputs,
    drawings: svg(84 + 56 * m, 38 * rows.length + 100, heads.join('') + cells.join('') + results.join(''))
      + svg(wide * count + 48, high * units.length + 22, bars.join('')),
    below: '<p style="margin:0.4em 0;font-size:88%">Loss: <b data-nn-part="loss"></b></p>'
  };
}

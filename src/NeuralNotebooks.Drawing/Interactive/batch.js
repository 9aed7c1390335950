// A network with a hidden layer of σ units and one linear output, and its batch. The reader drags the numbers of X and
// y, takes steps of gradient descent, and sees the share of each example in the gradient of the first layer's weights.
// "parts" is the circuit of the loss. Parts of it are the rows of X and y, the errors and the outputs of the examples,
// the parameters, and for each unit and feature the products of their weight with the numbers of the examples.
function batchFigure({ circuit, rate, names: [features, units, examples] }, colours) {
  const { parts, rows, parameters, products, outputs, errors } = circuit;
  const axes = {}, inputs = {}, names = [...features, 'y'];
  rows.forEach((row, j) => row.forEach((k, i) => {
    // An arrow key or eight pixels change a number by ½.
    axes['i' + k] = numberAxis([parts[k].value], 6, 16, 0.5);
    inputs['handle' + k] = { name: `${names[j]}, ${examples[i]}`, x: 'i' + k };
  }));

  const weightOf = (k, j) => parts[products[k][j][0]].inputs[0];

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
      [...shares, total].forEach((share, i) => {
        shown[`share${k}-${j}-${i}`] = batchBar(share, batchPlace(examples.length, k, j, i));
      });
    }));
    const tenSteps = [...Array(10)].reduce(descended, at);
    return { parts: shown, says: 'loss ' + plainNumber(shown.loss), go: { 1: descended(at), 10: tenSteps } };
  }

  return {
    start: Object.fromEntries([...rows.flat(), ...parameters].map(k => ['i' + k, parts[k].value])),
    look, axes, inputs,
    drawings: batchTable(circuit, features, examples, colours)
      + batchBars(units, features, colours.slice(0, examples.length), weightOf),
    below: '<p style="margin:0.4em 0;font-size:88%">Loss: <b data-nn-part="loss"></b></p>'
  };
}

// Pixels: the line of names at the top; in the table the middle of the first number, and the distances of columns and
// rows; and of the bars the first one, their distance, that of units, the number 1, and the longest bar.
const batchSizes = { names: 16, left: 104, top: 45, column: 56, row: 38 };
const barSizes = { left: 62, top: 104, distance: 16, unit: 164, one: 26, longest: 58 };

function batchSvg(width, height, inside) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"
    font-size="13" fill="currentColor" text-anchor="middle" style="flex:1 1 ${width}px;min-width:0;max-width:${
    1.2 * width}px;height:auto">${inside.join('')}</svg>`;
}

function batchText(x, y, words, more = '') { return `<text x="${x}" y="${y}" ${more}>${escaped(words)}</text>`; }

function batchTable({ rows, outputs, errors }, features, examples, colours) {
  const x = i => batchSizes.left + batchSizes.column * i, y = j => batchSizes.top + batchSizes.row * j;
  const number = (i, j, part) => batchText(x(i), y(j), '', `data-nn-part="${part}"`);
  const heads = examples.map((name, i) => batchText(x(i), batchSizes.names, name, `fill="${colours[i]}"`));
  const names = [...features, 'y', 'ŷ', 'e = y − ŷ'].map((name, j) =>
    batchText(4, y(j), name, 'text-anchor="start"'));
  const dragged = rows.flatMap((row, j) => row.map((k, i) => `<g data-nn-part="handle${k}"><rect x="${x(i) - 24}"
    y="${y(j) - 21}" width="48" height="32" rx="6" fill="${colours[i]}" fill-opacity="0.2"/>${
    number(i, j, 'i' + k)}</g>`));
  const results = [outputs, errors].flatMap((row, j) => row.map((k, i) => number(i, rows.length + j, 'value' + k)));
  return batchSvg(x(examples.length) - 20, y(rows.length) + 55, [...heads, ...dragged, ...names, ...results]);
}

// Where the bar of example i begins for weight j of unit k, or, after those of all "count" examples, that of their sum.
function batchPlace(count, k, j, i) {
  const { left, top, distance, unit } = barSizes;
  return [left + (distance * (count + 1) + 12) * j + distance * i, top + unit * k];
}

// A bar that is too long for its place has a gap before its end.
function batchBar(share, [x, zero]) {
  const { one, longest } = barSizes, length = Math.max(-longest, Math.min(longest, -one * share));
  return { d: `M${x} ${zero}v${length}`, 'stroke-dasharray': Math.abs(one * share) > longest ? '46 4' : 'none' };
}

// For each unit the bars of its weights, with the sum above and the weight below; "weightOf" is its part.
function batchBars(units, features, colours, weightOf) {
  const count = colours.length, right = batchPlace(count, 0, features.length, 0)[0];
  const drawn = units.flatMap((unit, k) => {
    const [left, zero] = batchPlace(count, k, 0, 0), above = zero - barSizes.longest - 7;
    const levels = [1, 0, -1].map(level => [level, zero - barSizes.one * level]).map(([level, y]) =>
      batchText(46, y + 4, plainNumber(level), 'opacity="0.7"')
      + `<path d="M${left - 8} ${y}H${right - 16}" stroke="currentColor" opacity="${level ? 0.2 : 0.5}"/>`);
    const weights = features.map((name, j) => {
      const middle = batchPlace(count, k, j, count / 2)[0];
      const shares = [...colours, 'currentColor'].map((colour, i) =>
        `<path data-nn-part="share${k}-${j}-${i}" stroke="${colour}" stroke-width="13"/>`);
      return (k === 0 ? batchText(middle, batchSizes.names, name) : '')
        + batchText(middle, above, '', `font-weight="bold" data-nn-part="total${k}-${j}"`)
        + batchText(middle, zero + barSizes.longest + 16, '', `data-nn-part="i${weightOf(k, j)}" opacity="0.8"`)
        + shares.join('');
    });
    return [...levels, batchText(2, above, unit, 'text-anchor="start"'), ...weights];
  });
  return batchSvg(right - 14, barSizes.unit * units.length + 22, drawn);
}

// A circuit whose inputs the reader drags. C# has drawn its gates and wires. The numbers are computed here, since most
// pages run no C#; InteractiveFigureTests compares the gates with those of the library.

// For each gate: its output for the inputs x, and the derivative of its output z with respect to input i. A power has
// the exponent n.
const gates = {
  sum: [x => x.reduce((a, b) => a + b), () => 1],
  product: [x => x.reduce((a, b) => a * b), (x, _z, i) => x.reduce((a, b, j) => j === i ? a : a * b, 1)],
  difference: [x => x[0] - x[1], (_x, _z, i) => i === 0 ? 1 : -1],
  negation: [x => -x[0], () => -1],
  quotient: [x => x[0] / x[1], (x, z, i) => i === 0 ? 1 / x[1] : -z / x[1]],
  max: [x => Math.max(...x), (x, z, i) => x.findIndex(v => v === z || isNaN(v)) === i ? 1 : 0],
  min: [x => Math.min(...x), (x, z, i) => x.findIndex(v => v === z || isNaN(v)) === i ? 1 : 0],
  relu: [x => Math.max(0, x[0]), x => x[0] > 0 ? 1 : 0],
  sigmoid: [x => 1 / (1 + Math.exp(-x[0])), (_x, z) => z * (1 - z)],
  tanh: [x => Math.tanh(x[0]), (_x, z) => 1 - z * z],
  exp: [x => Math.exp(x[0]), (_x, z) => z],
  log: [x => Math.log(x[0]), x => 1 / x[0]],
  power: [(x, n) => Math.pow(x[0], n), (x, _z, _i, n) => n === 0 ? 0 : n * Math.pow(x[0], n - 1)]
};

// The width that no band exceeds, so that it fits between two wires.
const widestBand = 12;

// The values of a circuit for the numbers of its inputs; part "moved" has another number, by so much.
function circuitValues(parts, at, moved, by) {
  const values = [];
  parts.forEach((part, k) => {
    values.push(part.gate ? gates[part.gate][0](part.inputs.map(i => values[i]), part.exponent)
      : 'i' + k in at ? at['i' + k] + (k === moved ? by : 0) : part.value);
  });
  return values;
}

// The derivatives of each gate by its inputs, and the gradient of each value.
function circuitGradients(parts, values) {
  const slopes = [], gradients = values.map((_, k) => k === parts.length - 1 ? 1 : 0);
  for (let k = parts.length - 1; k >= 0; k--) {
    const part = parts[k], inputs = part.inputs.map(i => values[i]);
    slopes[k] = inputs.map((_, i) => gates[part.gate][1](inputs, values[k], i, part.exponent));
    part.inputs.forEach((from, port) => { gradients[from] += gradients[k] * slopes[k][port]; });
  }
  return { slopes, gradients };
}

function circuitFigure({ parts, names, labels, contributes, drawing, bandWidth, smallestBand }) {
  const inputs = names.map((name, k) => [name, k]).filter(([name]) => name !== null), last = parts.length - 1;
  // The gates with one input, whose slope has a formula, such as σ′, and a row in the table.
  const unary = [...parts.keys()].filter(k => labels[k].length === 1 && labels[k][0].length > 2);
  // An arrow key or four pixels change an input by 0.1.
  const axis = numberAxis(inputs.map(([, k]) => parts[k].value), 10, 40, 0.1), nudge = 1e-5;
  const band = g => ({ 'stroke-width': g ? Math.min(widestBand, Math.max(smallestBand, bandWidth * Math.abs(g))) : 0 });

  function look(at) {
    const values = circuitValues(parts, at), { slopes, gradients } = circuitGradients(parts, values);
    const shown = {}, inWords = [];
    // The names that CircuitDrawing gives: v is a value, g a gradient, b its band, l a local derivative.
    parts.forEach((part, k) => {
      shown['v@' + k] = values[k];
      shown['g@' + k] = gradients[k];
      shown['b@' + k] = band(gradients[k]);
      part.inputs.forEach((_, port) => {
        shown[`b${port}@${k}`] = band(gradients[k] * slopes[k][port]);
        shown[`l${port}@${k}`] = labels[k][port] + plainNumber(slopes[k][port]);
        if (contributes[k][port]) shown[`g${port}@${k}`] = gradients[k] * slopes[k][port];
      });
    });
    // Each input's slope by central differences.
    inputs.forEach(([name, k]) => {
      const [more, less] = [nudge, -nudge].map(by => circuitValues(parts, at, k, by)[last]);
      shown['value' + k] = values[k];
      shown['gradient' + k] = gradients[k];
      shown['measured' + k] = Math.round(1e6 * (more - less) / (2 * nudge)) / 1e6;
      inWords.push(name + ' ' + plainNumber(values[k]) + ', gradient ' + plainNumber(gradients[k]) + '; ');
    });
    unary.forEach(k => { shown['slope' + k] = slopes[k][0]; });
    return { parts: shown, says: inWords.join('') + 'result ' + plainNumber(values[last]) };
  }

  return {
    start: Object.fromEntries(inputs.map(([, k]) => ['i' + k, parts[k].value])), look,
    axes: Object.fromEntries(inputs.map(([, k]) => ['i' + k, axis])),
    inputs: Object.fromEntries(inputs.map(([name, k]) => ['handle' + k, { name: 'input ' + name, x: 'i' + k }])),
    drawings: drawing,
    below: tableHtml(['input', 'value', 'gradient', 'nudged'], [
      ...inputs.map(([name, k]) => [escaped(name), 'value' + k, 'gradient' + k, 'measured' + k]),
      ...unary.map(k => [escaped(labels[k][0].replace(/^· | = $/g, '')), 'slope' + k])])
  };
}

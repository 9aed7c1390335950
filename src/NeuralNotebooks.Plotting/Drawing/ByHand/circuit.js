// Computes a circuit from the numbers of its inputs: values forward, gradients backward, and for each input its slope
// by central differences.
function circuitModel(data, at, tools) {
  const { parts } = data, { text } = tools, nudge = 1e-5, last = parts.length - 1, shown = {}, inWords = [];

  // For each gate: its output for the inputs x, and the derivative of its output z with respect to input i.
  const gates = {
    '+': [x => x.reduce((a, b) => a + b), () => 1],
    '×': [x => x.reduce((a, b) => a * b), (x, _z, i) => x.reduce((a, b, j) => j === i ? a : a * b, 1)],
    '−': [x => x.length === 1 ? -x[0] : x[0] - x[1], (x, _z, i) => i === 0 && x.length === 2 ? 1 : -1],
    max: [x => Math.max(...x), (x, z, i) => x.indexOf(z) === i ? 1 : 0],
    relu: [x => Math.max(0, x[0]), x => x[0] > 0 ? 1 : 0],
    'σ': [x => 1 / (1 + Math.exp(-x[0])), (_x, z) => z * (1 - z)],
    tanh: [x => Math.tanh(x[0]), (_x, z) => 1 - z * z]
  };

  // The values with one input moved by a little.
  function forward(moved, by) {
    const values = [];
    parts.forEach((part, k) => {
      values.push(part.gate ? gates[part.gate][0](part.inputs.map(i => values[i]))
        : part.name === null ? part.value : at['i' + k] + (k === moved ? by : 0));
    });
    return values;
  }

  const values = forward(), slopes = [], gradients = values.map((_, k) => k === last ? 1 : 0);
  // The contributions to the gradient of each value, one from each gate that uses it, in the order of the gates.
  const shares = values.map(() => []);
  for (let k = last; k >= 0; k--) {
    const part = parts[k], inputs = part.inputs.map(i => values[i]);
    slopes[k] = inputs.map((_, i) => gates[part.gate][1](inputs, values[k], i));
    for (let port = inputs.length - 1; port >= 0; port--) {
      gradients[part.inputs[port]] += gradients[k] * slopes[k][port];
      shares[part.inputs[port]].unshift(gradients[k] * slopes[k][port]);
    }
  }

  function sum(k) {
    const total = text(gradients[k]), own = shares[k];
    if (own.length < 2) return total;
    const written = own.map((share, i) => i === 0 ? text(share)
      : share < 0 ? ' − ' + text(-share) : ' + ' + text(share)).join('') + ' = ' + total;
    return own.length > 3 || written.length > 22 ? 'Σ = ' + total : written;
  }

  // The name of a text, as CircuitDrawing writes it: of a value or a gradient, or at an input of a gate.
  function partName(letter, k, port = '') {
    return letter + port + '@' + k;
  }

  parts.forEach((part, k) => {
    shown[partName('v', k)] = values[k];
    shown[partName('g', k)] = sum(k);
    part.inputs.forEach((from, port) => {
      const label = part.labels[port];
      shown[partName('l', k, port)] = '· ' + (label && label + ' = ') + text(slopes[k][port]);
      if (shares[from].length > 1) shown[partName('g', k, port)] = gradients[k] * slopes[k][port];
    });
    if (part.name === null) return;
    const slope = (forward(k, nudge)[last] - forward(k, -nudge)[last]) / (2 * nudge);
    shown['value' + k] = values[k];
    shown['gradient' + k] = gradients[k];
    shown['measured' + k] = Math.round(1e6 * slope) / 1e6;
    inWords.push(part.name + ' ' + text(values[k]) + ', gradient ' + text(gradients[k]) + '; ');
  });
  return { parts: shown, says: inWords.join('') + 'result ' + text(values[last]) };
}

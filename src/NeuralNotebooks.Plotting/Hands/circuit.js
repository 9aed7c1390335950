// A circuit at the numbers of its inputs: values forward, gradients back, and each input's slope by nudging it.
(function (data, at, tools) {
  'use strict';
  var nudge = 1e-5, last = data.parts.length - 1, names = {};

  // Forward, and the derivative by input i of a gate with the inputs x and the output z.
  var gates = {
    '+': [x => x.reduce((a, b) => a + b), () => 1],
    '×': [x => x.reduce((a, b) => a * b), (x, z, i) => x.reduce((a, b, j) => j === i ? a : a * b, 1)],
    '−': [x => x.length === 1 ? -x[0] : x[0] - x[1], (x, z, i) => i === 0 && x.length === 2 ? 1 : -1],
    max: [x => Math.max.apply(null, x), (x, z, i) => x.indexOf(z) === i ? 1 : 0],
    relu: [x => Math.max(0, x[0]), x => x[0] > 0 ? 1 : 0],
    'σ': [x => 1 / (1 + Math.exp(-x[0])), (x, z) => z * (1 - z)],
    tanh: [x => Math.tanh(x[0]), (x, z) => 1 - z * z]
  };

  function forward(numbers) {
    var values = [];
    data.parts.forEach((part, k) => {
      values.push(part.gate ? gates[part.gate][0](part.inputs.map(i => values[i]))
        : part.name !== null ? numbers['i' + k] : part.value);
    });
    return values;
  }

  var values = forward(at), slopes = [], gradients = values.map((_, k) => k === last ? 1 : 0);
  // What each use of a value adds to its gradient, in the order of the gates.
  var shares = values.map(() => []);
  for (var k = last; k >= 0; k--) {
    var part = data.parts[k], inputs = part.inputs.map(i => values[i]);
    slopes[k] = inputs.map((_, i) => gates[part.gate][1](inputs, values[k], i));
    for (var port = inputs.length - 1; port >= 0; port--) {
      gradients[part.inputs[port]] += gradients[k] * slopes[k][port];
      shares[part.inputs[port]].unshift(gradients[k] * slopes[k][port]);
    }
  }

  function sum(k) {
    var total = tools.text(gradients[k]), own = shares[k];
    if (own.length < 2) return total;
    var written = own.map((share, i) => i === 0 ? tools.text(share)
      : share < 0 ? ' − ' + tools.text(-share) : ' + ' + tools.text(share)).join('') + ' = ' + total;
    return own.length > 3 || written.length > 22 ? 'Σ = ' + total : written;
  }

  data.parts.forEach((part, k) => {
    names['v@' + k] = tools.text(values[k]);
    names['g@' + k] = sum(k);
    part.inputs.forEach((from, port) => {
      names['l' + port + '@' + k] = '· ' + (part.labels[port] ? part.labels[port] + ' = ' : '')
        + tools.text(slopes[k][port]);
      if (shares[from].length > 1) names['g' + port + '@' + k] = tools.text(gradients[k] * slopes[k][port]);
    });
    if (part.name === null) return;
    var up = Object.assign({}, at), down = Object.assign({}, at);
    up['i' + k] += nudge;
    down['i' + k] -= nudge;
    names['value' + k] = tools.text(values[k]);
    names['gradient' + k] = tools.text(gradients[k]);
    names['measured' + k] =
      tools.text(Math.round(1e6 * (forward(up)[last] - forward(down)[last]) / (2 * nudge)) / 1e6);
  });
  var inWords = data.parts.map((part, k) => part.name !== null
    ? part.name + ' ' + tools.text(values[k]) + ', gradient ' + tools.text(gradients[k]) : '').filter(Boolean);
  return { parts: names, says: inWords.concat('result ' + tools.text(values[last])).join('; ') };
})

// A forward and a backward pass of a batch through layers of random weights times s/√n; the size of δ at each layer is
// drawn.
(function (data, at, tools) {
  'use strict';
  var { units, unit, lowest, weights } = data, { axes, text, line, spot } = tools;
  var last = weights.length, factor = at.s / Math.sqrt(units) / unit;

  // The activation function, and its derivative as a function of its output.
  var [g, slope] = {
    'σ': [z => 1 / (1 + Math.exp(-z)), a => a * (1 - a)],
    tanh: [Math.tanh, a => 1 - a * a],
    ReLU: [z => Math.max(0, z), a => a > 0 ? 1 : 0]
  }[at.g];

  // A batch is a list of columns.
  function columnsOf(list) {
    return Array.from({ length: data.examples }, (_, e) =>
      list.slice(e * units, (e + 1) * units).map(entry => entry / unit));
  }

  // s/√n W·X, or with Wᵀ; W is n × n in rows.
  function times(W, columns, transposed) {
    return columns.map(column => column.map((_, i) => factor * column.reduce(
      (sum, entry, j) => sum + W[transposed ? j * units + i : i * units + j] * entry, 0)));
  }

  function withSlope(gradient, output) {
    return gradient.map((column, e) => column.map((entry, i) => entry * slope(output[e][i])));
  }

  var outputs = [columnsOf(data.input)];
  weights.forEach((W, l) => {
    outputs.push(times(W, outputs[l], false).map(column => column.map(g)));
  });
  var delta = withSlope(columnsOf(data.gradient), outputs[last]), norms = [Math.hypot(...delta.flat())];
  for (var l = last - 1; l > 0; l--) {
    delta = withSlope(times(weights[l], delta, true), outputs[l]);
    norms.unshift(Math.hypot(...delta.flat()));
  }

  // A δ of 0 is drawn below the visible part of the axis.
  var sizes = norms.map(norm => Math.max(lowest, Math.log10(norm / norms[last - 1]))), ratio = Math.pow(10, sizes[0]);
  return {
    parts: {
      handle: spot(axes.s, at.s, axes.ratio, sizes[0]),
      deltas: {
        d: line(axes.layer, sizes.map((_, i) => i + 1), axes.ratio, sizes), stroke: data.colours[at.g]
      },
      name: at.g, scale: at.s, ratio, step: Math.pow(ratio, 1 / (last - 1))
    },
    says: at.g + ', weight scale ' + text(at.s) + ': δ of layer 1 is ' + text(ratio) + ' times that of layer ' + last,
    go: { sigmoid: { g: 'σ' }, tanh: { g: 'tanh' }, relu: { g: 'ReLU' } }
  };
})

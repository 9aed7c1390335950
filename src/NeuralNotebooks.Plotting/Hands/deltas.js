// Layers of random weights times s/√n: a batch goes forward, δ comes back, and the size of δ at each layer is drawn.
(function (data, at, tools) {
  'use strict';
  var axes = data.axes, n = data.units, m = data.examples, factor = at.s / Math.sqrt(n) / data.unit;

  // A function and its slope, given its result.
  var functions = {
    'σ': [z => 1 / (1 + Math.exp(-z)), a => a * (1 - a)],
    tanh: [Math.tanh, a => 1 - a * a],
    ReLU: [z => Math.max(0, z), a => a > 0 ? 1 : 0]
  };
  var g = functions[at.g];

  // W·X, or WᵀX; W is n × n in rows, X a list of m columns.
  function times(weights, columns, transposed) {
    return columns.map(column => {
      var result = [];
      for (var i = 0; i < n; i++) {
        var sum = 0;
        for (var j = 0; j < n; j++) sum += weights[transposed ? j * n + i : i * n + j] * column[j];
        result.push(factor * sum);
      }
      return result;
    });
  }

  function columnsOf(list) {
    var columns = [];
    for (var e = 0; e < m; e++)
      columns.push(list.slice(e * n, (e + 1) * n).map(entry => entry / data.unit));
    return columns;
  }

  function withSlope(gradient, output) {
    return gradient.map((column, e) => column.map((entry, i) => entry * g[1](output[e][i])));
  }

  function norm(columns) {
    return Math.sqrt(columns.reduce((sum, column) => sum + column.reduce((all, entry) => all + entry * entry, 0), 0));
  }

  var outputs = [columnsOf(data.input)];
  data.weights.forEach((weights, l) => {
    outputs.push(times(weights, outputs[l], false).map(column => column.map(g[0])));
  });
  var last = data.weights.length, delta = withSlope(columnsOf(data.gradient), outputs[last]), norms = [norm(delta)];
  for (var l = last - 1; l > 0; l--) {
    delta = withSlope(times(data.weights[l], delta, true), outputs[l]);
    norms.unshift(norm(delta));
  }

  // A δ of 0 lies below the picture.
  var sizes = norms.map(size => Math.max(data.lowest, Math.log10(size / norms[last - 1])));
  var layers = sizes.map((_, i) => i + 1), ratio = Math.pow(10, sizes[0]);
  return {
    parts: {
      handle: tools.spot(axes.s, at.s, axes.ratio, sizes[0]),
      deltas: { d: tools.line(axes.layer, layers, axes.ratio, sizes) },
      name: at.g, scale: tools.text(at.s), ratio: tools.text(ratio), step: tools.text(Math.pow(ratio, 1 / (last - 1)))
    },
    says: at.g + ', weight scale ' + tools.text(at.s) + ': δ of layer 1 is ' + tools.text(ratio)
      + ' times that of layer ' + last,
    go: { sigmoid: { g: 'σ' }, tanh: { g: 'tanh' }, relu: { g: 'ReLU' } }
  };
})

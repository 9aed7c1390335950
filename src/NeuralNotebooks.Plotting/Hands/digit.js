// A digit drawn into 28 × 28 pixels, and the probabilities that a network with ReLU units gives to the ten digits.
(function (data, at, tools) {
  'use strict';
  var size = data.size, lines = at.ink, parts = {};

  // A row of weights is a scale and whole numbers from −127 to 127, one byte each.
  data.network = data.network || data.layers.map(layer => {
    var bytes = atob(layer.weights), inputs = bytes.length / layer.scales.length;
    return layer.scales.map((scale, unit) => {
      var row = [];
      for (var i = 0; i < inputs; i++) row.push(scale * (bytes.charCodeAt(unit * inputs + i) << 24 >> 24));
      return row;
    });
  });

  // The distance from a pixel to a stroke of the pen.
  function distance(x, y, a, b) {
    var dx = b[0] - a[0], dy = b[1] - a[1], length = dx * dx + dy * dy;
    var t = length ? Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / length)) : 0;
    return Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy);
  }

  function drawn() {
    var pixels = [];
    for (var y = 0; y < size; y++)
      for (var x = 0; x < size; x++) {
        var nearest = Infinity;
        for (var i = 1; i < lines.length; i++)
          if (lines[i]) nearest = Math.min(nearest, distance(x, y, lines[i - 1] || lines[i], lines[i]));
        pixels.push(Math.max(0, Math.min(1, 1.7 - nearest)));
      }
    return pixels;
  }

  // As in MNIST, the centre of mass lies in the middle of the image.
  function centred(pixels) {
    var mass = 0, x = 0, y = 0, middle = (size - 1) / 2;
    pixels.forEach((ink, i) => {
      mass += ink;
      x += ink * (i % size);
      y += ink * Math.floor(i / size);
    });
    if (mass === 0) return pixels;
    var right = Math.round(middle - x / mass), down = Math.round(middle - y / mass);
    return pixels.map((_, i) => {
      var column = i % size - right, row = Math.floor(i / size) - down;
      return column < 0 || column >= size || row < 0 || row >= size ? 0 : pixels[row * size + column];
    });
  }

  var pixels = lines.length ? drawn() : data.example, values = lines.length ? centred(pixels) : pixels;
  data.network.forEach((rows, l) => {
    var before = values, isLast = l === data.network.length - 1;
    values = rows.map((row, unit) => {
      var sum = data.layers[l].biases[unit];
      row.forEach((weight, i) => { sum += weight * before[i]; });
      return isLast ? sum : Math.max(0, sum);
    });
  });
  var largest = Math.max.apply(null, values), shares = values.map(z => Math.exp(z - largest));
  var total = shares.reduce((a, b) => a + b, 0), best = values.indexOf(largest);

  function percent(k) {
    return tools.text(Math.round(1000 * shares[k] / total) / 10) + ' %';
  }

  for (var level = 1; level <= data.levels; level++)
    parts['ink' + level] = {
      d: 'M0 0' + pixels.map((ink, i) => Math.ceil(ink * data.levels) !== level ? ''
          : 'M' + tools.place(data.axes.column, i % size - 0.5) + ' '
            + tools.place(data.axes.row, Math.floor(i / size) - 0.5) + 'h10v10h-10Z').join('')
    };
  shares.forEach((share, k) => {
    parts['bar' + k] = { width: Math.round(10 * data.bar * share / total) / 10 };
    parts['percent' + k] = percent(k);
  });
  parts.tip = tools.spot(data.axes.column, at.column, data.axes.row, at.row);
  return {
    parts: parts,
    says: 'The pen is ' + (at.down ? 'down' : 'up') + ' at ' + tools.text(at.column) + ', ' + tools.text(at.row)
      + '. The network reads ' + best + ', ' + percent(best),
    go: { clear: { ink: [null] } }
  };
})

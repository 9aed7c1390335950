// A digit drawn into 28 × 28 pixels, and the probabilities that a network with ReLU units gives to the ten digits.
(function (data, at, tools) {
  'use strict';
  var { size, levels, layers } = data, { axes, text, place, spot } = tools, lines = at.ink;
  // Column and row of each pixel.
  var grid = data.example.map((_, i) => [i % size, Math.floor(i / size)]);

  // A row of weights is a scale and whole numbers from −127 to 127, one byte each.
  layers.forEach(layer => {
    layer.rows = layer.rows || layer.scales.map((scale, unit) => {
      var bytes = atob(layer.weights), inputs = bytes.length / layer.scales.length;
      return [...bytes.slice(unit * inputs, (unit + 1) * inputs)].map(byte => scale * (byte.charCodeAt() << 24 >> 24));
    });
  });

  // The distance from a pixel to a stroke of the pen.
  function distance(x, y, a, b) {
    var dx = b[0] - a[0], dy = b[1] - a[1], length = dx * dx + dy * dy;
    var t = length ? Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / length)) : 0;
    return Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy);
  }

  function drawn() {
    return grid.map(([x, y]) => {
      var nearest = Infinity;
      for (var i = 1; i < lines.length; i++)
        if (lines[i]) nearest = Math.min(nearest, distance(x, y, lines[i - 1] || lines[i], lines[i]));
      return Math.max(0, Math.min(1, 1.7 - nearest));
    });
  }

  // As in MNIST, the centre of mass lies in the middle of the image.
  function centred(pixels) {
    var mass = pixels.reduce((sum, ink) => sum + ink);
    if (mass === 0) return pixels;
    var [right, down] = [0, 1].map(direction => Math.round(
      (size - 1) / 2 - pixels.reduce((sum, ink, i) => sum + ink * grid[i][direction], 0) / mass));
    return grid.map(([x, y]) => {
      var column = x - right, row = y - down;
      return column < 0 || column >= size || row < 0 || row >= size ? 0 : pixels[row * size + column];
    });
  }

  var pixels = lines.length ? drawn() : data.example, values = lines.length ? centred(pixels) : pixels;
  layers.forEach((layer, l) => {
    values = layer.rows.map((row, unit) => {
      var sum = row.reduce((sum, weight, i) => sum + weight * values[i], layer.biases[unit]);
      return l === layers.length - 1 ? sum : Math.max(0, sum);
    });
  });
  var largest = Math.max(...values), shares = values.map(z => Math.exp(z - largest));
  var total = shares.reduce((a, b) => a + b), best = values.indexOf(largest);

  function percent(k) {
    return text(Math.round(1000 * shares[k] / total) / 10) + ' %';
  }

  var parts = { tip: spot(axes.column, at.column, axes.row, at.row) };
  for (var level = 1; level <= levels; level++)
    parts['ink' + level] = {
      d: 'M0 0' + grid.map(([x, y], i) => Math.ceil(pixels[i] * levels) !== level ? ''
        : 'M' + place(axes.column, x - 0.5) + ' ' + place(axes.row, y - 0.5) + 'h10v10h-10Z').join('')
    };
  shares.forEach((share, k) => {
    parts['bar' + k] = { width: Math.round(10 * data.bar * share / total) / 10 };
    parts['percent' + k] = percent(k);
  });
  return {
    parts,
    says: 'The pen is ' + (at.down ? 'down' : 'up') + ' at ' + text(at.column) + ', ' + text(at.row)
      + '. The network reads ' + best + ', ' + percent(best),
    go: { clear: { ink: [null] } }
  };
})

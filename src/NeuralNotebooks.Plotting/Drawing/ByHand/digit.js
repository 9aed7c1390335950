// The probabilities that a network with ReLU units gives to the ten digits, for a drawing of 28 × 28 pixels.
function digitModel(data, at, tools) {
  const { size, layers } = data, { text } = tools;

  // A row of weights is a scale and whole numbers from −127 to 127, one byte each.
  layers.forEach(layer => {
    layer.rows = layer.rows || layer.scales.map((scale, unit) => {
      const bytes = atob(layer.weights), inputs = bytes.length / layer.scales.length;
      return [...bytes.slice(unit * inputs, (unit + 1) * inputs)].map(byte => scale * (byte.charCodeAt(0) << 24 >> 24));
    });
  });

  // As in MNIST, the centre of mass lies in the middle of the image.
  function centred(pixels) {
    const mass = pixels.reduce((sum, ink) => sum + ink, 0);
    if (mass === 0) return pixels;
    const [right, down] = [i => i % size, i => Math.floor(i / size)].map(place => Math.round(
      (size - 1) / 2 - pixels.reduce((sum, ink, i) => sum + ink * place(i), 0) / mass));
    return pixels.map((_, i) => {
      const column = i % size - right, row = Math.floor(i / size) - down;
      return column < 0 || column >= size || row < 0 || row >= size ? 0 : pixels[row * size + column];
    });
  }

  const pixels = new Array(size * size).fill(0);
  [...atob(at.ink)].forEach((one, i) => { pixels[i] = one.charCodeAt(0) / 255; });
  let values = at.ink === data.example ? pixels : centred(pixels);
  layers.forEach((layer, l) => {
    values = layer.rows.map((row, unit) => {
      const sum = row.reduce((sum, weight, i) => sum + weight * values[i], layer.biases[unit]);
      return l === layers.length - 1 ? sum : Math.max(0, sum);
    });
  });
  const largest = Math.max(...values), shares = values.map(z => Math.exp(z - largest));
  const total = shares.reduce((a, b) => a + b), best = values.indexOf(largest);

  function percent(k) {
    return text(Math.round(1000 * shares[k] / total) / 10) + ' %';
  }

  const parts = {};
  shares.forEach((share, k) => {
    parts['bar' + k] = { width: Math.round(10 * data.bar * share / total) / 10 };
    parts['percent' + k] = percent(k);
  });
  return { parts, says: 'The network reads ' + best + ', ' + percent(best) + '.', go: { clear: { ink: '' } } };
}

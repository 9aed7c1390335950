// A field into which the reader draws a digit, a bar for the probability of each digit, and a dot for each hidden unit.

// What each layer of a network with ReLU units returns for the bytes of an image in base64.
function layerOutputs(layers, ink) {
  const bytes = atob(ink), [relu] = gates.relu;
  let values = Array.from({ length: fieldSide * fieldSide }, (_, i) => bytes.charCodeAt(i) || 0);
  return layers.map(({ rows, biases }, l) => {
    values = rows.map((row, unit) => {
      const sum = row.reduce((sum, weight, i) => sum + weight * values[i], biases[unit]);
      return l === layers.length - 1 ? sum : relu([sum]);
    });
    return values;
  });
}

function softmax(scores) {
  const largest = Math.max(...scores), powers = scores.map(z => Math.exp(z - largest));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map(power => power / sum);
}

// A row of weights is a scale and whole numbers from −127 to 127, one byte each. The scales of the first layer are for
// the bytes of an image.
function unpackLayer({ scales, weights, biases }) {
  const bytes = atob(weights), inputs = bytes.length / scales.length;
  return {
    biases, rows: scales.map((scale, unit) => [...bytes.slice(unit * inputs, (unit + 1) * inputs)]
      .map(byte => scale * (byte.charCodeAt(0) << 24 >> 24)))
  };
}

function digitFigure(data, [green]) {
  const layers = data.layers.map(unpackLayer), barWidth = 220;
  const dots = (layers.at(-2)?.rows ?? []).map((_, unit) => `<circle data-nn-part="unit${unit}" r="3.8"
    cx="${10 + unit % 32 * 10}" cy="${290 + Math.floor(unit / 32) * 12}" fill="currentColor"/>`);
  const bars = [...Array(10).keys()].map(digit => [digit, digit * 27 + 5]).map(([digit, y]) =>
    `<text x="28" y="${y + 16}" text-anchor="end">${digit}</text>
      <rect data-nn-part="bar${digit}" x="40" y="${y + 2}" height="19" fill="${green}"/>
      <text data-nn-part="percent${digit}" x="326" y="${y + 16}" text-anchor="end"></text>`);

  function look({ centred }) {
    const outputs = layerOutputs(layers, centred), parts = {};
    const shares = softmax(outputs.at(-1)), best = shares.indexOf(Math.max(...shares));
    const percent = share => plainNumber(Math.round(1000 * share) / 10) + ' %';
    shares.forEach((share, k) => {
      parts['bar' + k] = { width: Math.round(10 * barWidth * share) / 10 };
      parts['percent' + k] = percent(share);
    });
    const hidden = outputs.at(-2) ?? [], most = Math.max(1e-9, ...hidden);
    hidden.forEach((a, unit) => { parts['unit' + unit] = { opacity: 0.1 + 0.9 * a / most }; });
    return {
      parts, says: `The network reads ${best}, ${percent(shares[best])}.`, go: { clear: { ink: '', centred: '' } }
    };
  }

  return {
    start: { ink: data.example, centred: data.example }, look, inputs: { field: { name: 'digit' } },
    drawings: `<div data-nn-part="field" style="flex:0 1 288px;min-width:0;position:relative"></div>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 330 335" width="330" height="335" font-size="14"
        fill="currentColor" style="flex:0 1 330px;min-width:0;height:auto">${[...bars, ...dots].join('')}</svg>`
  };
}

// Draws the size of δ at each layer. C# has computed log₁₀ of the sizes for each activation function and each position
// of the handle, as Float32 numbers in base64.
function deltasModel(data, at, tools) {
  const { axes, text, line, spot } = tools, { layers } = data;
  const bytes = Uint8Array.from(atob(data.sizes[at.g]), sign => sign.charCodeAt(0));
  const position = Math.round((at.s - axes.s.from) / axes.s.step);
  const sizes = [...new Float32Array(bytes.buffer, 4 * layers * position, layers)], ratio = Math.pow(10, sizes[0]);
  return {
    parts: {
      handle: spot(axes.s, at.s, axes.ratio, sizes[0]),
      deltas: {
        d: line(axes.layer, sizes.map((_, i) => i + 1), axes.ratio, sizes), stroke: data.colours[at.g]
      },
      name: at.g, scale: at.s, ratio, step: Math.pow(ratio, 1 / (layers - 1))
    },
    says: at.g + ', weight scale ' + text(at.s) + ': δ of layer 1 is ' + text(ratio) + ' times that of layer ' + layers,
    go: { sigmoid: { g: 'σ' }, tanh: { g: 'tanh' }, relu: { g: 'ReLU' } }
  };
}

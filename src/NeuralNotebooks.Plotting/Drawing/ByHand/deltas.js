// The size of δ at layer 1 over the scale of the weights, on whose curve the reader drags a point, and beside it the
// size at each layer. C# has computed log₁₀ of the sizes for each activation function and each position of the handle,
// as Float32 numbers in base64.
function deltasFigure({ layers, scales, start, curves }, colours) {
  const last = ` / ‖δ of layer ${layers}‖`, powers = [-18, 9], tables = curves.map(({ sizes }) =>
    new Float32Array(Uint8Array.from(atob(sizes), sign => sign.charCodeAt(0)).buffer));
  const [scaleAxis, firstAxis] =
    panelAxes(['weight scale', [scales.from, scales.to], scales.step], ['‖δ of layer 1‖' + last, powers]);
  const [layerAxis, ratioAxis] = panelAxes(['layer l', [1, layers]], ['‖δ of layer l‖' + last, powers]);

  const lines = curves.map(({ name }, k) => {
    const colour = colours[k], firsts = tables[k].filter((_, i) => i % layers === 0);
    const places = [...firsts].map((_, i) => scales.from + i * scales.step);
    const end = firsts.findLastIndex(size => size < powers[1] - 1);
    return `<path d="${lineOn(scaleAxis, places, firstAxis, firsts)}" fill="none" stroke="${colour}" stroke-width="2"/>
      <text x="${placeOn(scaleAxis, places[end]) - 6}" y="${placeOn(firstAxis, firsts[end]) + 18 + 5 * k}"
        text-anchor="end" fill="${colour}">${name}</text>`;
  });

  function look({ s, curve }) {
    const first = layers * Math.round((s - scales.from) / scales.step), { name } = curves[curve];
    const at = [...tables[curve].subarray(first, first + layers)], ratio = Math.pow(10, at[0]);
    return {
      parts: {
        handle: spotOn(scaleAxis, s, firstAxis, at[0]), name, scale: s, ratio, step: Math.pow(ratio, 1 / (layers - 1)),
        deltas: { d: lineOn(layerAxis, at.map((_, i) => i + 1), ratioAxis, at), stroke: colours[curve] }
      },
      says: `${name}, weight scale ${plainNumber(s)}: δ of layer 1 is ${plainNumber(ratio)} times that of layer ${
        layers}`,
      go: Object.fromEntries(curves.map(({ name }, k) => [name, { curve: k }]))
    };
  }

  return {
    start, look, axes: { s: scaleAxis }, inputs: { handle: { name: 'weight scale', x: 's' } },
    drawings: panelSvg(scaleAxis, firstAxis, lines.join(''), { name: 'handle', colour: colours[0] }, powerOfTen)
      + panelSvg(layerAxis, ratioAxis, `<path d="${lineOn(layerAxis, [1, layers], ratioAxis, [0, 0])}"
        stroke="currentColor" stroke-opacity="0.5" stroke-dasharray="4 4"/>
        <path data-nn-part="deltas" fill="none" stroke-width="2.5"/>`, undefined, powerOfTen),
    below: tableHtml(['g', 'scale', '‖δ₁‖ / ‖δ‖ of the last', 'per layer'],
      [['<span data-nn-part="name"></span>', 'scale', 'ratio', 'step']])
  };
}

// A matrix product: the reader points at an entry, and its row of the left matrix, its column of the right one, and
// their products are outlined, each product in another colour. C# has drawn the matrices, and written their entries.
function productFigure({ left, right, product, result, attributes, inside, grids, start }, colours) {
  const [leftAxes, rightAxes, axes] = grids;

  function mark(part, k, colour) {
    const { cell: [width, height] } = grids[k];
    return `<g data-nn-part="${part}"><rect x="${-width / 2}" y="${-height / 2}" width="${width}" height="${height}"
      rx="3" fill-opacity="0" stroke="${colour}" stroke-width="3"/></g>`;
  }

  const marks = right.map((_, k) => mark('left' + k, 0, colours[k]) + mark('right' + k, 1, colours[k]));
  const { cell: [width, height] } = grids[2], field = `<rect data-nn-panel="entry" fill-opacity="0"
    x="${axes.column.low - width / 2}" y="${axes.row.low - height / 2}"
    width="${axes.column.high - axes.column.low + width}" height="${axes.row.high - axes.row.low + height}"/>`;
  const terms = right.map((_, k) => `<b data-nn-part="product${k}" style="color:${colours[k]}"></b>`);

  function look({ row, column }) {
    const parts = { sum: product[row][column] }, words = [];
    right.forEach((line, k) => {
      words.push(parts['product' + k] = left[row][k] + ' · ' + line[column]);
      parts['left' + k] = spotOn(leftAxes.column, k, leftAxes.row, row);
      parts['right' + k] = spotOn(rightAxes.column, column, rightAxes.row, k);
    });
    parts.entry = spotOn(axes.column, column, axes.row, row);
    parts.where = 'Row ' + (row + 1) + ', column ' + (column + 1) + ': ';
    return { parts, says: parts.where + words.join(' + ') + ' = ' + parts.sum };
  }

  return {
    start, look, axes, inputs: { entry: { name: 'entry of ' + result, x: 'column', y: 'row', followsPointer: true } },
    drawings: `<svg ${attributes}>${inside}${marks.join('')}${field}${mark('entry', 2, 'currentColor')}</svg>`,
    below: `<p style="margin:0.4em 0;font-size:88%"><span data-nn-part="where"></span>${
      terms.join(' + ')} = <b data-nn-part="sum"></b></p>`
  };
}

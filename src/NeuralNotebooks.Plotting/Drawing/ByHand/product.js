// One entry of a matrix product: its row of the left matrix, its column of the right one, and their products, each in
// another colour.
function productModel(data, at, tools) {
  const { left, right } = data, { axes, text, spot } = tools, { row, column } = at, parts = { sum: 0 }, words = [];

  function factor(number) {
    return number < 0 ? '(' + text(number) + ')' : text(number);
  }

  right.forEach((line, k) => {
    parts.sum += left[row][k] * line[column];
    words.push(parts['product' + k] = factor(left[row][k]) + ' · ' + factor(line[column]));
    parts['left' + k] = spot(axes.leftColumn, k, axes.leftRow, row);
    parts['right' + k] = spot(axes.rightColumn, column, axes.rightRow, k);
  });
  parts.entry = spot(axes.column, column, axes.row, row);
  parts.where = 'Row ' + (row + 1) + ', column ' + (column + 1) + ': ';
  return { parts, says: parts.where + words.join(' + ') + ' = ' + text(parts.sum) };
}

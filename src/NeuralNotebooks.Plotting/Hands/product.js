// One entry of a matrix product: its row of the left matrix, its column of the right one, and their products, each in a
// colour of its own.
(function (data, at, tools) {
  'use strict';
  var axes = data.axes, row = at.row, column = at.column, sum = 0, parts = {}, words = [];

  function factor(number) {
    return number < 0 ? '(' + tools.text(number) + ')' : tools.text(number);
  }

  data.right.forEach((line, k) => {
    var left = data.left[row][k], right = line[column];
    sum += left * right;
    parts['product' + k] = factor(left) + ' · ' + factor(right);
    words.push(parts['product' + k]);
    parts['left' + k] = tools.spot(axes.leftColumn, k, axes.leftRow, row);
    parts['right' + k] = tools.spot(axes.rightColumn, column, axes.rightRow, k);
  });
  parts.entry = tools.spot(axes.column, column, axes.row, row);
  parts.where = 'Row ' + (row + 1) + ', column ' + (column + 1) + ': ';
  parts.sum = tools.text(sum);
  return { parts: parts, says: parts.where + words.join(' + ') + ' = ' + parts.sum };
})

// Numbers of the data, and how they are written.

// The numbers of a list, and of the rows of a matrix; other items are gaps.
function numbersOf(list) {
  return Array.from(list || []).flatMap(item =>
    typeof item === 'number' ? [item] : item && item.length && typeof item !== 'string' ? numbersOf(item) : []
  ).filter(Number.isFinite);
}

// The smallest and the largest number.
function extremes(numbers) {
  return numbers.reduce(
    ([from, to], number) => [Math.min(from, number), Math.max(to, number)], [Infinity, -Infinity]);
}

// About four significant digits, and a true minus sign.
function plainNumber(number) {
  const size = Math.abs(number);
  if (!isFinite(number)) return isNaN(number) ? 'NaN' : number > 0 ? '∞' : '−∞';
  const written = Number.isInteger(number) && size < 1e9 ? String(number || 0)
    : size < 1e-4 || size >= 1e9 ? number.toExponential(3).replace(/\.?0*e\+?/, 'e')
      : String(+number.toFixed(Math.max(0, 3 - Math.floor(Math.log10(size)))));
  return written.replace(/-/g, '−');
}

function powerOfTen(power) {
  return '10' + String(power).replace(/./g, sign => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[+sign]));
}

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

// Four significant digits, but all digits of a whole number, and a true minus sign.
function plainNumber(number) {
  return String(Number.isInteger(number) ? number : +number.toPrecision(4)).replace(/-/g, '−').replace('Infinity', '∞');
}

function powerOfTen(power) {
  return '10' + String(power).replace(/./g, sign => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[+sign]));
}

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

// Four significant digits, but all of a whole number; with an exponent below 1e-4 and from 1e9 on.
const nearNumber = new Intl.NumberFormat('en', { maximumSignificantDigits: 4, maximumFractionDigits: 0,
  roundingPriority: 'morePrecision', useGrouping: false, signDisplay: 'negative' });
const farNumber = new Intl.NumberFormat(
  'en', { maximumSignificantDigits: 4, notation: 'scientific', signDisplay: 'negative' });

function plainNumber(number) {
  const size = Math.abs(number), format = size >= 1e9 || size > 0 && size < 1e-4 ? farNumber : nearNumber;
  return format.format(number).replaceAll('-', '−').replace('E', 'e');
}

function powerOfTen(power) {
  return '10' + String(power).replace(/./g, sign => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[+sign]));
}

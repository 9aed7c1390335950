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

// The digits that NumberText writes in C#: four significant ones, but all of a whole number, and a true minus sign. A
// half is rounded up, also where 15 digits show one and the binary number is less.
function plainNumber(number) {
  const sign = number < 0 ? '−' : '';
  if (!Number.isFinite(number)) return sign + String(Math.abs(number)).replace('Infinity', '∞');
  const [digits, power] = Math.abs(number).toExponential(14).split('e').map(Number), isFar = power < -4 || power > 8;
  const after = isFar ? 3 : Math.max(3, power), size = +(Math.round(+(digits + 'e' + after)) + 'e' + (power - after));
  return sign + (isFar ? size.toExponential().replace('e+', 'e').replace('-', '−') : size);
}

function powerOfTen(power) {
  return '10' + String(power).replace(/./g, sign => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[+sign]));
}

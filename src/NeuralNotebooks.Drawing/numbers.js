// Numbers in words.

// Four significant digits, but all of a whole number; with an exponent below 1e-4 and from 1e9 on.
const nearNumber = new Intl.NumberFormat('en', { maximumSignificantDigits: 4, maximumFractionDigits: 0,
  roundingPriority: 'morePrecision', useGrouping: false, signDisplay: 'negative' });
const farNumber = new Intl.NumberFormat(
  'en', { maximumSignificantDigits: 4, notation: 'scientific', signDisplay: 'negative' });

function plainNumber(number) {
  const size = Math.abs(number), format = size >= 1e9 || size > 0 && size < 1e-4 ? farNumber : nearNumber;
  return format.format(number).replaceAll('-', '−').replace('E', 'e');
}

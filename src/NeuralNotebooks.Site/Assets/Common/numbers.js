/* exported typedNumber, numberText */

// Numbers that a reader types, and how the page says them again.

// One to three digits that do not begin with 0, and then groups of three after commas, blanks or apostrophes, are
// thousands; any other comma is a decimal one. A power of ten may follow.
const typedForm = (() => {
  const whole = String.raw`(?<whole>[1-9]\d{0,2}(?<gap>[, \xa0\u2007-\u2009\u202f'’])\d{3}(?:\k<gap>\d{3})*)`;
  const part = String.raw`(?:(?!\k<gap>)[.,](?<part>\d*))?`, plain = String.raw`(?<plain>\d+[.,]?\d*|[.,]\d+)`;
  return new RegExp(String.raw`^(?<sign>[+-]?)(?:${whole}${part}|${plain})(?:e(?<power>[+-]?\d+))?$`, 'i');
})();

/** A number as people write it: 1,234.5, 1 234,5, 0,5, −3, 20 %, 1/4, 2·10^-3; NaN if it is none.
 * @param {string} text */
function typedNumber(text) {
  const tidy = text.trim().replace(/[−–]/g, '-').replace(/\s*%$/, '').replace(/^([+-]?)10\^/, '$11e')
    .replace(/\s*[·×*]\s*10\^/, 'e');
  const [top, bottom, ...rest] = tidy.split('/').map(number => {
    const { sign, whole, part, plain, power } = typedForm.exec(number.trim())?.groups ?? {};
    const digits = whole ? `${whole.replace(/\D/g, '')}.${part ?? ''}` : plain?.replace(',', '.');
    return digits ? Number(`${sign}${digits}e${power ?? 0}`) : NaN;
  });
  return rest.length > 0 ? NaN : bottom === undefined ? top : top / bottom;
}

/** A number in words: exactly if it is short, otherwise with four significant digits and all of its whole part.
 * @param {number} number */
function numberText(number) {
  const write = rounded => (rounded !== 0 && Math.abs(rounded) < 1e-4 ? rounded.toExponential() : `${rounded}`);
  const exact = write(+number.toPrecision(12)), whole = `${Math.trunc(Math.abs(number))}`.length;
  return (exact.length <= 10 ? exact : write(+number.toPrecision(Math.min(15, Math.max(4, whole)))))
    .replace(/-/g, '−').replace('e+', 'e');
}

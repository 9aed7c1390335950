// What a cell has given, as the browser keeps it for the next visit.

/** @import { Result } from './types.js' */
/** The longest output (characters) that is kept. */
const longest = 300_000;

/** A cell's output without its scripts, which have drawn by then, and with controls as words; undefined if it is too
 * long.
 * @param {import('./cell.js').Cell} cell
 * @returns {Result | undefined} */
export function resultOf({ output: shown, ranSource: ran, time, ranAt }) {
  const copy = /** @type {HTMLElement} */ (shown.cloneNode(true));
  for (const script of copy.querySelectorAll('script')) script.remove();
  for (const control of copy.querySelectorAll('[data-nn-words]')) {
    control.textContent = control.getAttribute('data-nn-words');
    control.removeAttribute('data-nn-words');
  }
  const output = copy.innerHTML;
  return output.length > longest ? undefined : { ran, output, time, ranAt };
}

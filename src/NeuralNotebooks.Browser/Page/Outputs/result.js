// The output of a cell in the form in which the browser stores it for the next visit.
/** @import { Cell } from '../Cells/cell.js' */
/** @import { Result } from '../types.js' */

/** The longest output (characters) that is stored. */
const maxLength = 300_000;

/** A cell's output without its scripts, which have drawn their charts already, and the controls of its figures, which
 * would do nothing at the next visit; with its controls as on a published page. Undefined if it is too long.
 * @param {Cell} cell
 * @returns {Result | undefined} */
function resultOf({ output: shown, area, lastRun: { source: ran, time, endedAt: ranAt } }) {
  const copy = /** @type {HTMLElement} */ (shown.cloneNode(true));
  for (const element of copy.querySelectorAll('script, [data-nn-frames], [data-nn-controls]')) element.remove();
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (copy.querySelectorAll('.nn-control')))
    area.controls.get(place.dataset.nnControl ?? '')?.writeInto(place);
  const output = copy.innerHTML;
  return output.length > maxLength ? undefined : { ran, output, time, ranAt };
}

/** Copies a cell's output into its `result`, which is stored for the next visit.
 * @param {Cell} cell */
export function remember(cell) { cell.result = resultOf(cell); }

/** Shows a cell's output of an earlier visit.
 * @param {Cell} cell */
export function recall(cell) {
  if (!cell.result) return;
  const { ran, output, time, ranAt } = cell.result;
  cell.area.showStored(output);
  window.nnShowOutput?.(cell.element);
  cell.lastRun.showsOutputOf(ran, `${time} at your last visit`, ranAt);
  cell.tell();
  cell.dispatchEvent(new Event('output'));
}

// Values beside the lines of a cell: the switch "=" that turns them on, and the values that the last run recorded. They
// are shown until the cell's text changes.
import { button, find } from '../elements.js';
import { mimeBundle } from '../Outputs/mime-bundle.js';

const type = 'application/vnd.neuralnotebooks.values+json';

/** The recorded values in a display message; null if the message has none. */
export function carried({ kind, parts }) {
  const text = kind === 'display' ? mimeBundle(parts).data[type] : undefined;
  return text === undefined ? null : JSON.parse(text);
}

/** Adds the switch to a cell. Its setting is not stored.
 * @param {import('../Cells/cell.js').Cell} cell */
export function offer(cell) {
  if (cell.valuesSwitch || cell.element.querySelector('.claims, .import')) return;
  const made = button('=', {
    className: 'tool nn-show-values',
    title: 'Show values: the next run of this cell shows the values of each line beside it',
    ariaLabel: `Show values of cell ${cell.number}`,
    ariaPressed: 'false',
    onclick() {
      cell.showsValues = !cell.showsValues;
      made.ariaPressed = String(cell.showsValues);
      if (!cell.showsValues) hide(cell);
    },
  });
  cell.valuesSwitch = made;
  find('.nn-run', cell.element).after(made);
  cell.addEventListener('edit', () => hide(cell));
}

/** Removes the values of an earlier run or of an earlier text.
 * @param {import('../Cells/cell.js').Cell} cell */
export function hide(cell) {
  if (!cell.values) return;
  cell.values = undefined;
  cell.editor?.beside([]);
}

/** Shows values in the editor of a cell.
 * @param {import('../Cells/cell.js').Cell} cell */
export async function show(cell, values) {
  cell.values = values;
  const { lineValues } = await import('./line-values.js');
  // The cell may have been edited or run again while the script was loading.
  if (cell.values === values) cell.editor?.beside(lineValues(values));
}

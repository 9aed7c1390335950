// Values beside the lines of a cell: its switch, and what its last run has recorded, as long as its text is the same.
import { button, find } from './elements.js';

const type = 'application/vnd.neuralnotebooks.values+json';

/** The values that a display carries; null if it is another one. */
export function carried({ kind, parts }) {
  const at = kind === 'display' ? parts.indexOf(type) : -1;
  return at >= 0 && at % 2 === 0 ? JSON.parse(parts[at + 1]) : null;
}

/** Gives a cell the switch. It lasts as long as the page.
 * @param {import('./cell.js').Cell} cell */
export function offer(cell) {
  if (cell.valuesSwitch || cell.element.querySelector('.claims, .import')) return;
  const made = button('=', {
    className: 'tool nn-show-values',
    title: 'Show values: the next run of this cell shows beside each line what it gave',
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

/** Takes away what an earlier run, or text, gave.
 * @param {import('./cell.js').Cell} cell */
export function hide(cell) {
  if (!cell.values) return;
  cell.values = undefined;
  cell.editor?.beside([]);
}

/** Shows values in the editor of a cell.
 * @param {import('./cell.js').Cell} cell */
export async function show(cell, values) {
  cell.values = values;
  const { besides } = await import('./beside.js');
  // Edited, or run again, meanwhile.
  if (cell.values === values) cell.editor?.beside(besides(values));
}

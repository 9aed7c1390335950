// The line above a cell's output: the origin of the output, and the links for the cell.
import { isReadOnly } from '../elements.js';

/** @param {import('./cell.js').Cell} cell */
function originOf({ state, stale, output, published, edited, lastRun: { time } }) {
  if (state === 'running') return 'running';
  if (stale && output.childElementCount > 0) return published ? 'published; edited since' : 'run here; edited since';
  if (published) return edited ? 'edited' : '';
  return time === undefined ? '' : `run here, ${time}`;
}

/** @param {import('./cell.js').Cell} cell */
export function showNote(cell) {
  const { note, stale, outOfDate, changed } = cell;
  const words = [originOf(cell), outOfDate, changed ? 'the course has changed this cell since you edited it' : '']
    .filter(Boolean)
    .join(' · ');
  const links = isReadOnly() || !(cell.edited || cell.added) ? [] : cell.tools;
  const parts = [words, ...links].filter(Boolean);
  note.replaceChildren(...parts.flatMap((part, i) => (i > 0 ? [' · ', part] : [part])));
  note.hidden = parts.length === 0;
  note.classList.toggle('stale', stale || Boolean(outOfDate));
}

// Offers the reader's own answers from other notebooks of the course, for the cells that such an answer may replace.
/** @import { NotebookView } from '../View/view.js' */
import { link, make } from '../elements.js';
import * as work from './work.js';

/** The reader's solved answer that a cell asks for; undefined if there is none.
 * @param {string} notebook  the key of the page's notebook
 * @param {string} piece  NOTEBOOK#CODE: the other notebook beside it, and what the answer's code contains */
async function ownAnswer(notebook, piece) {
  const [file, code] = piece.split('#'), other = notebook.replace(/[^/]*$/, file);
  const [solved, cells] = await Promise.all([work.solved(other), work.cells(other)]);
  const ids = new Set(solved.map(({ cell }) => cell));
  return cells.find(({ cell, source }) => ids.has(cell) && source.includes(code));
}

/** Shows, above each cell that one of the reader's answers may replace, a line with a link that does it.
 * @param {NotebookView} page */
export async function offerPieces({ notebook, cells, earlierWork }) {
  const offered = [];
  for (const cell of cells.filter(({ piece }) => piece)) {
    const answer = await ownAnswer(notebook, cell.piece);
    if (answer) offered.push({ cell, answer });
  }
  const use = ({ cell, answer: { source, foreign } }) =>
    earlierWork.show([{ cell: cell.id, source, foreign, original: work.digest(cell.original) }]);
  for (const one of offered) {
    const { cell } = one;
    const all = offered.length > 1
      ? [' · ', link(`Put in all ${offered.length} that I have solved`, () => offered.forEach(use))] : [];
    const offer = make('p', { className: 'nn-note nn-offer' }, 'You have solved this. ',
      link('Put in mine', () => use(one)), ...all);
    const tell = () => { offer.hidden = cell.edited; };
    cell.addEventListener('edit', tell);
    tell();
    cell.element.prepend(offer);
  }
}

// Offers the reader's own answers from other notebooks of the course, for the cells that such an answer may replace.
/** @import { NotebookView } from '../View/view.js' */
import { link, make } from '../elements.js';
import * as work from './work.js';

/** The reader's text that was right, which a cell asks for, and whether its own cell still has it; undefined if there
 * is none. Entries that older pages have stored do not have the text.
 * @param {string} notebook  the key of the page's notebook
 * @param {string} piece  NOTEBOOK#CODE: the other notebook beside it, and what the answer's code contains */
async function ownAnswer(notebook, piece) {
  const [file, code] = piece.split('#'), other = notebook.replace(/[^/]*$/, file);
  const [solved, cells] = await Promise.all([work.solved(other), work.cells(other)]);
  const answer = solved.find(({ source }) => source?.includes(code));
  const isThere = cells.some(({ cell, source }) => cell === answer?.cell && source === answer.source);
  return answer && { ...answer, isThere };
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
    const { cell, answer: { isThere } } = one;
    const all = offered.length > 1
      ? [' · ', link(`Put in all ${offered.length} that I have solved`, () => offered.forEach(use))] : [];
    const offer = make('p', { className: 'nn-note nn-offer' }, isThere ? 'You have solved this. '
      : 'You had solved this, and its cell has another text now. This puts in the text that was right. ',
      link('Put in mine', () => use(one)), ...all);
    const tell = () => { offer.hidden = cell.edited; };
    cell.addEventListener('edit', tell);
    tell();
    cell.element.prepend(offer);
  }
}

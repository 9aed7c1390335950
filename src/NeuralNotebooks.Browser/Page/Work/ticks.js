// Shows solved checkpoints: by ticks in a page's table of contents, and by their number for each notebook on the index
// page.
import { find, make } from '../elements.js';
import * as work from './work.js';

/** @param {string} selector
 * @returns {any[]} */
const all = selector => [...document.querySelectorAll(selector)];

/** Sets the text of a checkpoint's badge. Once it says "Done", it does not change any more.
 * @param {import('../Cells/cell.js').Cell} cell
 * @param {string} verdict */
function showBadge(cell, verdict) {
  const badge = cell.element.closest('.checkpoint')?.querySelector('[data-nn-badge]');
  if (!(badge instanceof HTMLElement) || cell.isSolved) return;
  cell.isSolved = verdict === 'correct';
  badge.dataset.nnBadge = verdict;
  badge.textContent = { correct: '✓ Done', almost: 'Almost' }[verdict] ?? 'Not done yet';
}

/** Marks a solved checkpoint: sets its badge, and adds a tick to the link of the nearest heading above it that the
 * table of contents has. */
export function tick(cell) {
  if (!cell) return;
  showBadge(cell, 'correct');
  const headings = all('main :is(h2, h3, h4)[id]')
    .filter(heading => heading.compareDocumentPosition(cell.element) & Node.DOCUMENT_POSITION_FOLLOWING);
  const link = headings.reverse().map(({ id }) => find(`.contents a[href="#${CSS.escape(id)}"]`)).find(Boolean);
  if (link && !link.querySelector('.nn-tick'))
    link.append(make('span', { className: 'nn-tick', title: 'solved' }, '✓'));
}

/** If a cell is a checkpoint and its answer is correct, marks it and stores that it is solved.
 * @param {import('../Cells/cell.js').Cell} cell
 * @param {string | undefined} notebook  its key; undefined if the page stores nothing */
export function noteSolved(cell, notebook) {
  const verdict = cell.area.verdict?.verdict;
  if (verdict) showBadge(cell, verdict);
  if (!notebook || !cell.isCheckpoint || verdict !== 'correct') return;
  tick(cell);
  const { ranSource: source, foreign } = cell;
  work.save('solved', notebook, cell.id, { at: Date.now(), source, foreign }).catch(() => {});
}

/** On the index page, shows the number of solved checkpoints of each notebook, and a link to the notebook with which
 * the reader goes on: the one in which the reader has worked last or, if all its checkpoints are solved, the next one
 * that is not finished. */
export async function index() {
  const [solved, edited] = await Promise.all([work.solved(), work.cells()]).catch(() => [[], []]);
  const links = new Map(all('[data-nn-of]').map(link => [link.dataset.nnOf, link]));
  const finished = new Set();
  for (const [of, link] of links) {
    const count = solved.filter(({ notebook }) => notebook === of).length, total = Number(link.dataset.nnCheckpoints);
    if (total > 0 && count >= total) finished.add(of);
    const words = `${count} of ${total}`;
    if (count)
      link.after(make('span', { className: 'nn-tick', title: `${words} checkpoints solved` }, `✓ ${words}`));
  }
  const [last] = [...solved, ...edited].filter(({ notebook }) => links.has(notebook)).sort((a, b) => b.at - a.at);
  const start = find('[data-nn-start]');
  if (!last || !start) return;
  const names = [...links.keys()], at = names.indexOf(last.notebook);
  const next = [...names.slice(at), ...names.slice(0, at)].find(name => !finished.has(name));
  if (next === undefined) return;
  const link = links.get(next);
  start.href = link.href;
  start.textContent = `Continue: ${link.textContent}`;
}

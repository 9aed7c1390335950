// Two kinds of pages that do not store the reader's changes: one that shows cells from its address, and one that shows
// a single cell in an iframe of another page.
import { link, make, messageOf } from '../elements.js';
import { cellsIn } from '../Work/link.js';
import * as work from '../Work/work.js';

/** Shows the cells from the address. The reader's stored work changes only when "Keep it as my work" is pressed.
 * @param {import('./view.js').NotebookView} view
 * @param {HTMLElement} bar */
export async function showLinked(view, bar) {
  const { cells, storage, earlierWork, notebook } = view, note = make('p', { className: 'nn-linked', role: 'note' });
  bar.after(note);
  const own = link('Show my own work', () => {
    history.replaceState(null, '', location.pathname);
    location.reload();
  });
  let linked;
  try { linked = await cellsIn(location.hash); } catch (error) {
    note.append(`The code in this link cannot be shown: ${messageOf(error)}. `, own);
    return;
  }
  earlierWork.show(linked);
  const missing = linked.filter(({ cell }) => !cells.some(({ id }) => id === cell)).length;
  const stored = await work.cells(notebook).catch(() => []);
  const replaced = stored.filter(({ cell, source }) =>
    linked.some(one => one.cell === cell && one.source !== source));
  const loss = replaced.length > 0 ? `, in place of ${replaced.length} of my cells` : '';
  const keep = link(`Keep it as my work${loss}`, async () => {
    for (const cell of cells.filter(one => one.edited || one.added)) {
      const { cell: id, ...value } = storage.entry(cell);
      await work.keep('cells', notebook, id, value);
    }
    own.click();
  });
  note.append(
    'Code of this page came with the link: somebody else wrote it, and nobody has checked it. '
      + 'Read it before you press Run, which runs the cells above too. '
      + (missing > 0 ? `${missing} of its cells are not on this page, which may have changed since. ` : '')
      + 'Your own work is kept, and not shown. ',
    own, ' · ', keep,
  );
}

/** ?cell=id: shows that cell alone. Run first runs the hidden cells above it. With &run the cell runs at once, and an
 * animation in its output plays.
 * @param {import('./view.js').NotebookView} view
 * @param {URLSearchParams} parameters */
export function showAlone(view, parameters) {
  const id = parameters.get('cell'), shown = view.cells.find(cell => cell.id === id);
  if (shown) shown.element.dataset.nnShown = '';
  view.toolbar.more.before(make('a', { href: location.pathname, target: '_blank', rel: 'noopener' }, 'Whole page'));
  view.status.say(shown ? 'Change the code and run it.' : `This page has no cell "${id}".`);
  if (!shown || !parameters.has('run')) return;
  view.withRuntime(runtime => runtime.run(shown));
  new MutationObserver((_, observer) => {
    if (shown.state !== 'done' || shown.output.querySelector('[data-nn-picture]:not([data-nn-drawn])')) return;
    observer.disconnect();
    /** @type {HTMLElement | null} */ (shown.output.querySelector('[data-nn-go="play"]:not([style*="none"])'))?.click();
  }).observe(shown.element, { attributeFilter: ['data-nn-state', 'data-nn-drawn'], subtree: true });
}

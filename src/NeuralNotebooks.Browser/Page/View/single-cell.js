// A page that shows a single cell, in an iframe of another page. It does not store the reader's changes.
import { make } from '../elements.js';

/** ?cell=id: shows that cell alone. Run first runs the hidden cells above it. With &run the cell runs at once. After
 * each run, a film in its output plays.
 * @param {import('./view.js').NotebookView} page
 * @param {URLSearchParams} parameters */
export function showAlone({ cells, toolbar, status, actions }, parameters) {
  const id = parameters.get('cell'), shown = cells.find(cell => cell.id === id);
  if (shown) shown.element.dataset.nnShown = '';
  toolbar.more.before(make('a', { href: location.pathname, target: '_blank', rel: 'noopener' }, 'Whole page'));
  status.say(shown ? 'Change the code and run it.' : `This page has no cell "${id}".`);
  if (!shown) return;
  if (parameters.has('run')) actions.run(shown);
  shown.addEventListener('output', async () => {
    await shown.area.drawn;
    /** @type {HTMLElement | null} */
    const play = shown.output.querySelector('[data-nn-go="play"]');
    if (shown.state === 'done' && play && !play.closest('details:not([open])')) play.click();
  });
}

// The script of a notebook's live page. It makes the cells runnable and shows the reader's work. C# is loaded with the
// first Run or edit.
import { find, make } from './elements.js';
import { obstacle } from './View/obstacle.js';
import { NotebookView } from './View/view.js';

const script = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src);
/** @type {HTMLElement}  the toolbar */
const bar = find('[data-nn-bar]');

/** Fills the toolbar. */
function fill() {
  bar.insertAdjacentHTML('afterbegin', `
    <button type="button" class="tool" data-nn-action="runAll" data-nn-run-all>Run all</button>
    <button type="button" class="tool" data-nn-action="stop" data-nn-stop disabled>Stop</button>
    <button type="button" class="tool" data-nn-action="reset" data-nn-reset disabled
      title="Clear all variables and start over">Reset</button>`);
  bar.insertAdjacentHTML('beforeend', `
    <progress hidden max="1" aria-label="Download of C#"></progress>
    <details class="nn-more"><summary class="tool">My work</summary></details>`);
  find('main article').insertAdjacentHTML('afterend',
    '<button type="button" class="tool nn-add" data-nn-action="add" data-nn-add>Add a cell</button>');
}

const why = obstacle();
document.documentElement.dataset.nnLive = 'off';
bar.setAttribute('role', 'toolbar');
bar.setAttribute('aria-label', 'Run this notebook');
bar.replaceChildren(make('span', { className: 'nn-status', role: 'status' }, why ?? ''));
if (!why) {
  fill();
  const view = new NotebookView(bar, script);
  // The scripts of the site, which the rest uses, run after this one.
  document.addEventListener('DOMContentLoaded', () => { view.begin().catch(error => view.status.sayFailed(error)); });
}

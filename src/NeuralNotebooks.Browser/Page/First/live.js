// The first script of a live page. It adds the buttons and prepares the cells. Everything else is loaded lazily: with
// the first Run or edit, where a reader has worked before, where the notebook is open in another tab, and on pages with
// special parts, such as assignments and the playground.
import { listen } from './listen.js';
import { obstacle } from './obstacle.js';
import { prepare } from './prepare.js';
import { tryOut } from './try-out.js';

/** @typedef {{ bar: HTMLElement, notebook: string, cells?: ReturnType<typeof prepare>[],
 * lazily: typeof lazily, script: URL, isAlone: boolean }} First
 * what this script passes to view.js */

const root = document.documentElement;
const script = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src);
/** @type {any}  the toolbar; null on the index page */
const bar = document.querySelector('[data-nn-bar]');
const notebook = document.body.dataset.nnNotebook, isPlayground = notebook === 'playground.ipynb';

// Whether the page shows a single cell, in an iframe of another page. Such a page does not store changes.
const isAlone = new URLSearchParams(location.search).has('cell');

const warn = error => console.warn(error);
const say = text => { bar.querySelector('.nn-status').textContent = text; };

/** @type {ReturnType<typeof prepare>[] | undefined} */
let cells;

/** Loads on first use, and retries after a failure.
 * @template T
 * @param {(attempt: number) => Promise<T>} load
 * @returns {() => Promise<T>} */
function lazily(load) {
  let loaded, attempts = 0;
  return () =>
    (loaded ??= load(attempts++).catch(error => {
      loaded = undefined;
      if (bar) {
        root.dataset.nnLive = 'failed';
        say('C# could not be loaded: check the network connection. Run again to try once more.');
      }
      throw error;
    }));
}

/** Loads view.js, which does everything that does not need the .NET runtime.
 * @type {() => Promise<import('../View/view.js').NotebookView>} */
const view = lazily(async attempt => {
  // Browsers cache a failed module load, so the next attempt uses another address.
  const address = new URL(`view.js${script.search}${attempt ? `&again=${attempt}` : ''}`, script);
  return (await import(/** @type {any} */ (address))).begin({ bar, notebook, cells, lazily, script, isAlone });
});

function begin() {
  root.dataset.nnLive = 'off';
  const why = obstacle();
  bar.role = 'toolbar';
  bar.ariaLabel = 'Run this notebook';
  bar.innerHTML = '<span class="nn-status" role="status"></span>';
  if (why) return say(why);

  bar.insertAdjacentHTML('afterbegin', `
    <button type="button" class="tool" data-nn-action="runAll">Run all</button>
    <button type="button" class="tool" data-nn-action="stop" disabled>Stop</button>
    <button type="button" class="tool" data-nn-action="reset" disabled
      title="Clear all variables and start over">Reset</button>`);
  bar.insertAdjacentHTML('beforeend', `
    <progress hidden max="1" aria-label="Download of C#"></progress>
    <details class="nn-more"><summary class="tool">My work</summary></details>`);
  /** @type {HTMLElement} */ (document.querySelector('main article'))
    .insertAdjacentHTML('afterend',
      '<button type="button" class="tool nn-add" data-nn-action="add">Add a cell</button>');
  const published = isPlayground ? '' : 'Outputs are those of the published page. ';
  say(`${published}Change any code and run it.`);
  cells = [...document.querySelectorAll('[data-nn-cell]')].map((element, i) =>
    prepare(element, i + 1, () => view().catch(warn)));
  const first = cells.find(({ element }) => element.querySelector(':scope > .code'));
  if (first) first.element.dataset.nnNext = '';

  listen((action, cell) => { view().then(loaded => loaded.act(action, cell), warn); });
  const more = bar.querySelector('details');
  more.addEventListener('toggle', () => {
    if (more.open) view().then(loaded => loaded.openMenu(), warn);
  });

  // Pages that need view.js at once: an assignment makes its texts editable, the playground opens files, controls can
  // be moved before the first Run, a single cell has to be shown, and over plain http a message says what does not
  // work.
  if (isAlone) root.dataset.nnOnly = '';
  const isSpecial = 'nnAssignment' in bar.dataset || isPlayground
    || document.querySelector('[data-nn-field]');
  if (isSpecial || isAlone || !isSecureContext) view().catch(warn);
  if (isAlone) return;

  // Only one tab can edit a notebook; other tabs with it are read-only until that one is closed.
  const lock = `neural-notebooks ${new URL('.', /** @type {any} */ (location)).pathname}${notebook}`;
  navigator.locks?.request(lock, { ifAvailable: true }, held =>
    held ? new Promise(() => {}) : void view().then(loaded => loaded.waitForOtherTab(lock), warn),
  );
}

if (bar) begin();
else if (!obstacle()) document.querySelectorAll('[data-nn-try]').forEach(tryOut);
// Restores a reader's earlier work, if there is a database of it. A browser without indexedDB.databases may have one; a
// browser that does not allow storage throws, and has none.
if (!isAlone && (cells || (!bar && location.protocol !== 'file:')))
  (async () => {
    const databases = await indexedDB.databases?.();
    if (databases?.every(({ name }) => name !== 'neural-notebooks')) return;
    await view();
  })().catch(() => {});

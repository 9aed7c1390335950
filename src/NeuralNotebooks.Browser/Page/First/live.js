// The first script of a live page. It adds the buttons and prepares the cells. Everything else is loaded lazily: with
// the first Run or edit, where a reader has worked before, where the notebook is open in another tab, and on pages with
// special parts, such as assignments and the playground.
import { obstacle } from './obstacle.js';
import { prepare } from './prepare.js';
import { tryOut } from './try-out.js';

/** @typedef {{ root: HTMLElement, bar: HTMLElement, notebook: string, cells?: ReturnType<typeof prepare>[],
 * lazily: typeof lazily, script: URL, passing: string | undefined }} First  what this script passes to frame.js */

const root = document.documentElement;
const script = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src);
/** @type {any}  the toolbar; null on the index page */
const bar = document.querySelector('[data-nn-bar]');
const notebook = document.body.dataset.nnNotebook, isPlayground = notebook === 'playground.ipynb';

// Set on pages that do not store changes: "link" for cells that came in the address, "only" for one cell in a frame of
// another page.
const isLink = () => location.hash.startsWith('#code=');
const passing = new URLSearchParams(location.search).has('cell') ? 'only' : isLink() ? 'link' : undefined;

const warn = error => console.warn(error);
const say = text => { bar.querySelector('.nn-status').textContent = text; };

/** @type {ReturnType<typeof prepare>[] | undefined} */
let cells;

/** Loads on first use, and retries after a failure.
 * @template T
 * @param {(attempt: number) => Promise<T>} load
 * @returns {() => Promise<T>} */
function lazily(load) {
  let loaded,
    attempts = 0;
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

/** Loads frame.js, which does everything that does not need the .NET runtime. */
const frame = lazily(async attempt => {
  // Browsers cache a failed module load, so the next attempt uses another address.
  const address = new URL(`frame.js${script.search}${attempt ? `&again=${attempt}` : ''}`, script);
  return (await import(/** @type {any} */ (address))).begin({ root, bar, notebook, cells, lazily, script, passing });
});

function page() {
  root.dataset.nnLive = 'off';
  const why = obstacle();
  bar.role = 'toolbar';
  bar.ariaLabel = 'Run this notebook';
  bar.innerHTML = '<span class="nn-status" role="status"></span>';
  if (why) return say(why);

  bar.innerHTML = `
    <button type="button" class="tool" data-nn-run-all="">Run all</button>
    <button type="button" class="tool" data-nn-stop="" disabled>Stop</button>
    <button type="button" class="tool" data-nn-reset="" disabled
      title="Clear all variables and start over">Reset</button>
    ${bar.innerHTML}
    <progress hidden max="1" aria-label="Download of C#"></progress>
    <details class="nn-more"><summary class="tool">My work</summary></details>`;
  /** @type {HTMLElement} */ (document.querySelector('main article'))
    .insertAdjacentHTML('afterend', '<button type="button" class="tool nn-add" data-nn-add="">Add a cell</button>');
  const published = isPlayground ? '' : 'Outputs are those of the published page. ';
  say(`${published}Change any code and run it.`);
  cells = [...document.querySelectorAll('[data-nn-cell]')].map((element, i) =>
    prepare(element, i + 1, () => frame().catch(warn)));
  const first = cells.find(({ element }) => element.querySelector(':scope > .code'));
  if (first) first.element.dataset.nnNext = '';

  const ask = (what, target) => {
    if (root.dataset.nnLive === 'off') root.dataset.nnLive = 'loading'; // Shows immediately that something will run.
    const cell = target?.closest('[data-nn-cell]');
    // A reader who runs a cell has guessed its output already, so the folded answer opens. It opens before the run, so
    // that nothing on the page moves when the run ends.
    if (/run/i.test(what) && cell) for (const answer of cell.querySelectorAll('.answer')) answer.open = true;
    frame().then(on => on[what](cell), warn);
  };
  const edit = code => {
    if (!('nnReadOnly' in root.dataset)) ask('edit', code);
  };
  document.addEventListener('click', ({ target }) => {
    const pressed = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest(
      '[data-nn-run], [data-nn-run-all], [data-nn-stop], [data-nn-reset], [data-nn-add], [data-nn-cell] pre.code',
    ));
    if (!pressed) return;
    if (pressed.matches('pre')) {
      if (/** @type {Selection} */ (getSelection()).isCollapsed) edit(pressed);
    } else ask(Object.keys(pressed.dataset)[0], pressed);
  });
  document.addEventListener('keydown', event => {
    const target = /** @type {Element} */ (event.target);
    if (event.key !== 'Enter' || event.isComposing || !target.matches?.('[data-nn-cell] pre.code')) return;
    event.preventDefault();
    if (event.shiftKey) ask('runAndGoOn', target);
    else if (event.altKey) {
      ask('nnRun', target);
      ask('addBelow', target);
    }
    else if (event.ctrlKey || event.metaKey) ask('nnRun', target);
    else edit(target);
  });
  const more = bar.querySelector('details');
  more.addEventListener('toggle', () => {
    if (more.open) frame().then(on => on.menu(), warn);
  });

  // Pages that need frame.js at once: an assignment makes its texts editable, the playground opens files, controls can
  // be moved before the first Run, a page with cells from a link or with a single cell has to show them, and over plain
  // http a message says what does not work.
  if (passing === 'only') root.dataset.nnOnly = '';
  const isSpecial = 'nnAssignment' in bar.dataset || isPlayground
    || document.querySelector('[data-nn-field]');
  if (isSpecial || passing || !isSecureContext) frame().catch(warn);
  addEventListener('hashchange', () => { if (isLink()) location.reload(); });
  if (passing) return;

  // Only one tab can edit a notebook; other tabs with it are read-only until that one is closed.
  const lock = `neural-notebooks ${new URL('.', /** @type {any} */ (location)).pathname}${notebook}`;
  navigator.locks?.request(lock, { ifAvailable: true }, held =>
    held ? new Promise(() => {}) : void frame().then(on => on.wait(lock), warn),
  );
}

if (bar) page();
else if (!obstacle()) document.querySelectorAll('[data-nn-try]').forEach(tryOut);
// Restores a reader's earlier work, if there is a database of it. A browser without indexedDB.databases may have one; a
// browser that does not allow storage throws, and has none.
if (!passing && (cells || (!bar && location.protocol !== 'file:')))
  (async () => {
    const databases = await indexedDB.databases?.();
    if (databases?.every(({ name }) => name !== 'neural-notebooks')) return;
    await frame();
  })().catch(() => {});

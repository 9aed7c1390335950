// The first script of a live page: its buttons, and the texts of its cells. Everything else is loaded lazily: with the
// first Run or edit, where a reader has worked before, where the notebook is open in another tab, and for what only
// some pages have.
const root = document.documentElement, script = new URL(document.currentScript.src);
const bar = document.querySelector('[data-nn-bar]'), notebook = document.body.dataset.nnNotebook;

// What passes through is not kept: cells that came in the address, and one cell in a frame of another page.
const isLink = () => location.hash.startsWith('#code=');
const passing = new URLSearchParams(location.search).has('cell') ? 'only' : isLink() ? 'link' : undefined;

const warn = error => console.warn(error);
const say = text => { bar.querySelector('.nn-status').textContent = text; };

/** Why this browser cannot run the page; null if it can. */
function obstacle() {
  if (location.protocol === 'file:')
    return 'Opened from disk, this page cannot run its code. To run it: nn serve, or any web server.';
  const simd = new Uint8Array([
    0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
  ]);
  const able =
    typeof WebAssembly === 'object' &&
    WebAssembly.validate(simd) &&
    typeof DecompressionStream === 'function' &&
    typeof Worker === 'function';
  return able
    ? null
    : 'This browser is too old to run the code of this page. '
      + 'Firefox, Chrome, Edge and Safari of the last two years can.';
}

/** Turns a figure with code into a cell. Until the frame takes it over, it only remembers its text. */
function prepare(element, number) {
  const code = element.querySelector('pre.code'), cell = { element, number, source: code.textContent };
  element.dataset.nnState = 'idle';
  element.insertAdjacentHTML(
    'afterbegin',
    `<button type="button" class="nn-run" data-nn-run="" title="Run this cell (Shift+Enter)"
        aria-label="Run cell ${number}">
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d="M4 2.5v11l9-5.5z" fill="currentColor"/>
      </svg>
    </button>`,
  );
  code.tabIndex = 0;
  code.role = 'textbox';
  code.ariaMultiLine = code.ariaReadOnly = 'true';
  code.ariaLabel = `Code of cell ${number}: Enter to edit, Shift+Enter to run`;
  Object.defineProperty(element, 'nnSource', {
    configurable: true,
    get: () => cell.source,
    set(text) {
      cell.source = String(text);
      frame().catch(warn);
    },
  });
  return cell;
}

let cells;

/** Loads on first use, and retries after a failure. */
function lazily(load) {
  let loaded,
    attempts = 0;
  return () =>
    (loaded ??= load(attempts++).catch(error => {
      loaded = undefined;
      if (bar) {
        root.dataset.nnLive = 'failed';
        say('C# could not be loaded: is there a connection? Run again to try once more.');
      }
      throw error;
    }));
}

/** The rest of what a page does before it requests anything of the runtime. */
const frame = lazily(async attempt => {
  // Browsers cache a failed module load, so the next attempt uses another address.
  const address = new URL(`frame.js${script.search}${attempt ? `&again=${attempt}` : ''}`, script);
  return (await import(address)).begin({ root, bar, notebook, cells, prepare, lazily, script, passing });
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
  document
    .querySelector('main article')
    .insertAdjacentHTML('afterend', '<button type="button" class="tool nn-add" data-nn-add="">Add a cell</button>');
  say('Outputs are those of the published page. Change any code and run it.');
  // Hides how to build the kit on one's own machine: here it is included.
  for (const text of document.querySelectorAll('main .text > :is(blockquote, p)'))
    text.hidden = text.textContent.includes('dotnet build');
  cells = [...document.querySelectorAll('[data-nn-cell]')].map((element, i) => prepare(element, i + 1));

  const ask = (what, target) => {
    if (root.dataset.nnLive === 'off') root.dataset.nnLive = 'loading'; // Shows immediately that something will run.
    frame().then(on => on[what](target?.closest('[data-nn-cell]')), warn);
  };
  const edit = code => {
    if (!('nnReadOnly' in root.dataset)) ask('edit', code);
  };
  document.addEventListener('click', ({ target }) => {
    const pressed = target.closest(
      '[data-nn-run], [data-nn-run-all], [data-nn-stop], [data-nn-reset], [data-nn-add], [data-nn-cell] pre.code',
    );
    if (!pressed) return;
    if (pressed.matches('pre')) {
      if (getSelection().isCollapsed) edit(pressed);
    } else ask(Object.keys(pressed.dataset)[0], pressed);
  });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.isComposing || !event.target.matches?.('[data-nn-cell] pre.code')) return;
    event.preventDefault();
    if (event.shiftKey) ask('runAndGoOn', event.target);
    else if (event.altKey) {
      ask('nnRun', event.target);
      ask('addBelow', event.target);
    }
    else if (event.ctrlKey || event.metaKey) ask('nnRun', event.target);
    else edit(event.target);
  });
  const more = bar.querySelector('details');
  more.addEventListener('toggle', () => {
    if (more.open) frame().then(on => on.menu(), warn);
  });

  // An assignment's texts are edited, the playground opens files, of a page in a frame one cell is shown, and over
  // plain http it is said what does not work.
  if (passing === 'only') root.dataset.nnOnly = '';
  if ('nnAssignment' in bar.dataset || notebook === 'playground.ipynb' || passing || !isSecureContext)
    frame().catch(warn);
  addEventListener('hashchange', () => { if (isLink()) location.reload(); });
  if (passing) return;

  // One tab edits; another of the same notebook is read-only until the first is closed.
  const lock = `neural-notebooks ${new URL('.', location).pathname}${notebook}`;
  navigator.locks?.request(lock, { ifAvailable: true }, held =>
    held ? new Promise(() => {}) : void frame().then(on => on.wait(lock), warn),
  );
}

if (bar) page();
// Restores a reader's earlier work. A browser that cannot list its databases may have some; one that refuses has none.
if (!passing && (cells || (!bar && location.protocol !== 'file:')))
  (async () => {
    const databases = await indexedDB.databases?.();
    if (databases?.every(({ name }) => name !== 'neural-notebooks')) return;
    await frame();
  })().catch(() => {});

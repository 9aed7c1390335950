// The first script of a live page: what is there before anything of the runtime is asked for. The rest comes with the first Run or edit.
import { Cell, button } from './cell.js';
import * as work from './work.js';

const root = document.documentElement, all = (selector, within = document) => [...within.querySelectorAll(selector)];
const notebook = document.body.dataset.nnNotebook;
const bar = document.querySelector('[data-nn-bar]');

/** Why this browser cannot run the page; null where it can. */
function obstacle() {
  if (location.protocol === 'file:') return 'Opened from the disk, this page only shows. To run its code: nn serve, or any web server.';
  const simd = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11]);
  const able = typeof WebAssembly === 'object' && WebAssembly.validate(simd) && typeof DecompressionStream === 'function' && typeof Worker === 'function';
  return able ? null : 'This browser is too old to run the code of this page. Firefox, Chrome, Edge and Safari of the last two years can.';
}

async function index() {
  const counts = new Map();
  for (const { notebook: of } of await work.solved().catch(() => [])) counts.set(of, (counts.get(of) ?? 0) + 1);
  for (const link of all('[data-nn-of]')) {
    const count = counts.get(link.dataset.nnOf);
    if (count) link.append(Object.assign(document.createElement('span'), { className: 'nn-tick', title: `${count} checkpoint${count > 1 ? 's' : ''} solved`, textContent: `✓ ${count}` }));
  }
}

function page() {
  root.dataset.nnLive = 'off';
  const why = obstacle();
  const status = Object.assign(document.createElement('span'), { className: 'nn-status' });
  status.setAttribute('role', 'status');
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', 'Run this notebook');
  if (why) {
    status.textContent = why;
    bar.append(status);
    return;
  }

  // How to build the kit on one's own machine: here it is there.
  for (const text of all('main .text > :is(blockquote, p)')) text.hidden = text.textContent.includes('dotnet build');
  const cells = all('[data-nn-cell]').map((element, i) => new Cell(element, i + 1));
  const controls = {
    runAll: button('Run all', { className: 'tool' }, { nnRunAll: '' }),
    stop: button('Stop', { className: 'tool', disabled: true }, { nnStop: '' }),
    reset: button('Reset', { className: 'tool', disabled: true, title: 'Forget all variables and begin anew' }, { nnReset: '' }),
    add: button('Add a cell', { className: 'tool nn-add' }, { nnAdd: '' }),
    more: Object.assign(document.createElement('details'), { className: 'nn-more' }),
    progress: Object.assign(document.createElement('progress'), { hidden: true, max: 1 }),
    status,
  };
  controls.progress.setAttribute('aria-label', 'Download of C#');
  controls.more.innerHTML = '<summary class="tool">My work</summary>';
  bar.append(controls.runAll, controls.stop, controls.reset, status, controls.progress, controls.more);
  document.querySelector('main article').after(controls.add);
  status.textContent = 'Outputs are those of the published page. Change any code and run it.';

  const frame = { cells, controls, notebook, work, root, button, readOnly: false, keeps: true, addCell, say: text => { status.textContent = text; } };

  function addCell(id = `added-${Date.now().toString(36)}`, source = '') {
    const element = document.createElement('figure');
    element.className = 'cell';
    element.dataset.nnCell = id;
    element.dataset.nnAdded = '';
    element.innerHTML = '<pre class="code"><code></code></pre><div class="output" data-nn-output=""></div>';
    document.querySelector('main article').append(element);
    const cell = new Cell(element, cells.length + 1);
    cells.push(cell);
    connect(cell);
    if (source) cell.edit(source);
    return cell;
  }

  // The rest of the scripts, with the first Run or edit.
  let rest;
  async function full() {
    rest ??= (async () => {
      const boot = await (await fetch('live/boot.json', { cache: 'no-cache' })).json();
      const { begin } = await import(new URL(`live/${boot.scripts.page.name}`, document.baseURI).href);
      return begin(frame, boot);
    })();
    try { return await rest; } catch (error) {
      rest = undefined;
      root.dataset.nnLive = 'failed';
      frame.say('C# could not be loaded: is there a connection? Run again to try once more.');
      throw error;
    }
  }

  // What is going to run says so at once.
  const asked = action => {
    if (root.dataset.nnLive === 'off') root.dataset.nnLive = 'loading';
    return full().then(action, error => console.warn(error));
  };

  function connect(cell) {
    cell.run.addEventListener('click', () => asked(page => page.run(cell)));
    const edit = () => { if (!cell.editor && !frame.readOnly) asked(page => page.edit(cell)); };
    cell.code.addEventListener('click', () => { if (getSelection().isCollapsed) edit(); });
    cell.code.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      if (event.shiftKey || event.ctrlKey || event.metaKey) asked(page => page.run(cell, event.shiftKey));
      else edit();
    });
    cell.addEventListener('edit', () => { if (!frame.restoring) frame.store(cell); });
  }

  frame.store = async cell => {
    try {
      if (cell.edited || (cell.added && !cell.removed)) await work.keep('cells', notebook, cell.id, { source: cell.source, original: work.digest(cell.original), added: cell.added, at: Date.now() });
      else await work.forget('cells', notebook, cell.id);
    } catch {
      if (frame.keeps) frame.say('This browser keeps nothing in this window: download your work before you close it.');
      frame.keeps = false;
    }
  };

  cells.forEach(connect);
  controls.runAll.addEventListener('click', () => asked(page => page.runAll()));
  controls.stop.addEventListener('click', () => asked(page => page.stop()));
  controls.reset.addEventListener('click', () => asked(page => page.reset()));
  controls.add.addEventListener('click', () => {
    if (frame.readOnly) return;
    const cell = addCell();
    asked(page => page.edit(cell));
  });
  controls.more.addEventListener('toggle', () => { if (controls.more.open) full().then(page => page.openMenu(), error => console.warn(error)); });

  async function restore() {
    let stored;
    try { stored = await work.cells(notebook); } catch { return; }   // The first edit says that nothing is kept.
    frame.restoring = true;
    for (const { cell: id, source, original, added } of stored) {
      const cell = cells.find(other => other.id === id) ?? (added ? addCell(id) : null);
      if (!cell) continue;
      cell.changed = !added && original !== work.digest(cell.original);
      cell.edit(source);
    }
    frame.restoring = false;
  }

  async function ticks() {
    for (const { cell: id } of await work.solved(notebook).catch(() => [])) frame.tick(cells.find(cell => cell.id === id));
  }

  /** Marks the section of a solved checkpoint in the contents. */
  frame.tick = cell => {
    if (!cell) return;
    const headings = all('main :is(h2, h3, h4)[id]').filter(heading => heading.compareDocumentPosition(cell.element) & Node.DOCUMENT_POSITION_FOLLOWING);
    const link = headings.reverse().map(heading => document.querySelector(`.contents a[href="#${CSS.escape(heading.id)}"]`)).find(Boolean);
    if (link && !link.querySelector('.nn-tick')) link.append(Object.assign(document.createElement('span'), { className: 'nn-tick', title: 'solved', textContent: '✓' }));
  };

  // One tab writes; another one of the same notebook reads, until the first is closed.
  if (navigator.locks) {
    const alone = `neural-notebooks ${work.site}${notebook}`, hold = () => new Promise(() => { });
    const wait = () => {
      // A page that is being left, as at a reload, gives way in a moment.
      const late = setTimeout(() => {
        frame.readOnly = true;
        for (const cell of cells) cell.readOnly = true;
        root.dataset.nnReadOnly = '';
        frame.say('This notebook is open in another tab, where it can be edited. Close one of the two.');
      }, 1500);
      navigator.locks.request(alone, async () => {
        clearTimeout(late);
        if (frame.readOnly) {
          frame.readOnly = false;
          for (const cell of cells) cell.readOnly = false;
          delete root.dataset.nnReadOnly;
          await restore();
          frame.say('The other tab is closed: this one can be edited now.');
        }
        return hold();
      });
    };
    navigator.locks.request(alone, { ifAvailable: true }, lock => lock ? hold() : wait());
  }

  frame.restored = restore().then(ticks);
}

if (bar) page();
else if (document.querySelector('[data-nn-of]')) index();

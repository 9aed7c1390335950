// What a page does with its reader's work, before and while it runs: cells that are edited, added, saved and restored;
// ticks; two tabs.
import { Cell, button } from './cell.js';
import * as work from './work.js';

const all = (selector, within = document) => [...within.querySelectorAll(selector)];

/** Takes over from the page's first script, which calls what this returns. */
export async function begin(first) {
  const { root, bar, notebook, say, prepare, lazily, script } = first;
  document.head.append(
    Object.assign(document.createElement('link'), {
      rel: 'stylesheet',
      href: new URL(`frame.css${script.search}`, script).href,
    }),
  );
  if (!bar) return index();

  const controls = Object.fromEntries(
    [
      ['stop', '[data-nn-stop]'],
      ['reset', '[data-nn-reset]'],
      ['progress', 'progress'],
      ['more', 'details'],
    ].map(([name, selector]) => [name, bar.querySelector(selector)]),
  );
  const cells = first.cells.map(cell => new Cell(cell));
  const frame = {
    cells,
    controls,
    notebook,
    work,
    root,
    button,
    readOnly: false,
    keeps: true,
    addCell,
    store,
    tick,
    say,
  };
  const of = element => cells.find(cell => cell.element === element);
  let restoring = false;

  const connect = cell => cell.addEventListener('edit', () => { if (!restoring) store(cell); });

  function addCell(id = `added-${Date.now().toString(36)}`, source = '') {
    const element = document.createElement('figure');
    element.className = 'cell';
    element.dataset.nnCell = id;
    element.dataset.nnAdded = '';
    element.innerHTML = '<pre class="code"><code></code></pre><div class="output" data-nn-output=""></div>';
    document.querySelector('main article').append(element);
    const cell = new Cell(prepare(element, cells.length + 1));
    cells.push(cell);
    connect(cell);
    if (source) cell.edit(source);
    return cell;
  }

  async function store(cell) {
    try {
      if (cell.edited || (cell.added && !cell.removed))
        await work.keep('cells', notebook, cell.id, {
          source: cell.source,
          original: work.digest(cell.original),
          added: cell.added,
          at: Date.now(),
        });
      else await work.forget('cells', notebook, cell.id);
    } catch {
      if (frame.keeps)
        say('This browser cannot store your work in this window: download it before you close the window.');
      frame.keeps = false;
    }
  }

  async function restore() {
    let stored;
    try { stored = await work.cells(notebook); } catch { return; }   // The first edit will say that nothing is kept.
    restoring = true;
    for (const { cell: id, source, original, added } of stored) {
      const cell = cells.find(other => other.id === id) ?? (added ? addCell(id) : null);
      if (!cell) continue;
      cell.changed = !added && original !== work.digest(cell.original);
      cell.edit(source);
    }
    restoring = false;
  }

  /** Marks the section of a solved checkpoint in the contents. */
  function tick(cell) {
    if (!cell) return;
    const headings = all('main :is(h2, h3, h4)[id]').filter(
      heading => heading.compareDocumentPosition(cell.element) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    const link = headings
      .reverse()
      .map(heading => document.querySelector(`.contents a[href="#${CSS.escape(heading.id)}"]`))
      .find(Boolean);
    if (link && !link.querySelector('.nn-tick'))
      link.append(
        Object.assign(document.createElement('span'), { className: 'nn-tick', title: 'solved', textContent: '✓' }),
      );
  }

  function readOnly(is) {
    frame.readOnly = is;
    for (const cell of cells) cell.readOnly = is;
    root.toggleAttribute('data-nn-read-only', is);
  }

  /** Read-only while another tab has this notebook. */
  function wait(lock) {
    // A page that is unloading, as on a reload, gives way in a moment.
    const late = setTimeout(() => {
      readOnly(true);
      say('This notebook is open in another tab, where it can be edited. Close one of the two.');
    }, 1500);
    navigator.locks.request(lock, async () => {
      clearTimeout(late);
      if (frame.readOnly) {
        readOnly(false);
        await restore();
        say('The other tab is closed: this one can be edited now.');
      }
      return new Promise(() => { });
    });
  }

  // Everything of the runtime is fetched from here: the page's own scripts, with the first Run or edit.
  const full = lazily(async () => {
    const boot = await (await fetch('live/boot.json', { cache: 'no-cache' })).json();
    const { begin } = await import(new URL(`live/${boot.scripts.page.name}`, document.baseURI).href);
    return begin(frame, boot);
  });

  const asked = action => full().then(action, error => console.warn(error));

  cells.forEach(connect);
  for (const { element, source } of first.cells) if (source !== of(element).source) of(element).edit(source);
  restore().then(async () => {
    for (const { cell: id } of await work.solved(notebook).catch(() => [])) tick(cells.find(cell => cell.id === id));
  });
  return {
    nnRun: element => asked(page => page.run(of(element))),
    runAndGoOn: element => asked(page => page.run(of(element), true)),
    nnRunAll: () => asked(page => page.runAll()),
    nnStop: () => asked(page => page.stop()),
    nnReset: () => asked(page => page.reset()),
    nnAdd() {
      if (frame.readOnly) return;
      const cell = addCell();
      asked(page => page.edit(cell));
    },
    edit: element => asked(page => page.edit(of(element))),
    menu: () => asked(page => page.openMenu()),
    wait,
  };
}

/** On the index page: the solved checkpoints of each notebook, and where the reader was last. */
async function index() {
  const [solved, edited] = await Promise.all([work.solved(), work.cells()]).catch(() => [[], []]);
  const links = new Map(all('[data-nn-of]').map(link => [link.dataset.nnOf, link]));
  for (const [of, link] of links) {
    const count = solved.filter(({ notebook }) => notebook === of).length,
      words = `✓ ${count} of ${link.dataset.nnCheckpoints}`;
    if (count)
      link.after(
        Object.assign(document.createElement('span'), {
          className: 'nn-tick',
          title: `${words.slice(2)} checkpoints solved`,
          textContent: words,
        }),
      );
  }
  const last = [...solved, ...edited].filter(({ notebook }) => links.has(notebook)).sort((a, b) => b.at - a.at)[0],
    start = document.querySelector('[data-nn-start]');
  if (!last || !start) return;
  const link = links.get(last.notebook);
  start.href = link.href;
  start.textContent = `Continue: ${link.textContent}`;
}

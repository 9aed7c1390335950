// What a page does with its reader's work, before and while it runs: cells that are edited, added, moved, deleted, kept
// and shown again; ticks; two tabs.
import { Cell } from './cell.js';
import { watch } from './dependents.js';
import { listen } from './drop.js';
import { button, make } from './elements.js';
import { cellsIn } from './link.js';
import { asDocument, open as openMenu, save } from './menu.js';
import * as prose from './prose.js';
import * as work from './work.js';

const all = (selector, within = document) => [...within.querySelectorAll(selector)];

/** Takes over from the page's first script, which calls what this returns. */
export async function begin(first) {
  const { root, bar, notebook, prepare, lazily, script, passing } = first;
  document.head.append(
    make('link', { rel: 'stylesheet', href: new URL(`frame.css${script.search}`, script).href }),
  );
  if (!bar) return index();

  const [stop, reset, progress, more] =
    ['[data-nn-stop]', '[data-nn-reset]', 'progress', 'details'].map(name => bar.querySelector(name));
  const controls = { stop, reset, progress, more };
  const cells = first.cells.map(cell => new Cell(cell)), texts = [], editable = () => [...cells, ...texts];
  const frame = {
    cells,
    controls,
    notebook,
    /** Its file's name. */
    file: decodeURIComponent(notebook.split('/').pop()),
    work,
    root,
    readOnly: false,
    keeps: true,
    store,
    show,
    entry,
    refresh,
    tick,
    say,
    link,
    addBelow,
    texts,
    editable,
    keep: cell => { if (!restoring) store(cell); },
    asDocument: () => asDocument(frame),
    save,
    insert,
    passing,
    render,
    /** What cells can read: name → address, or content. */
    files: new Map(Object.entries(JSON.parse(bar.dataset.nnFiles ?? '{}'))),
    isAssignment: 'nnAssignment' in bar.dataset,
  };
  frame.mark = watch(frame, some => asked(page => page.runEach(some)));
  const of = element => cells.find(cell => cell.element === element);
  let restoring = false, restored;

  /** Says what has happened, and with it what a reader has to know as long as it lasts. */
  function say(text, ...links) {
    const lasting = [
      !frame.keeps && 'This browser cannot store your work in this window: download it before you close the window.',
      passing && 'Changes are not kept here.',
      !isSecureContext
        && 'Plain http: two tabs can overwrite the same work, cells cannot ask for a line, and Stop loses variables.',
      frame.readOnly && 'Read-only: this notebook is open in another tab, where it can be edited.',
    ];
    const status = bar.querySelector('.nn-status');
    status.replaceChildren([text, ...lasting].filter(Boolean).join(' · '), ...links.flatMap(made => [' ', made]));
  }

  function link(text, action, title = '') {
    return button(text, { className: 'nn-link', title, onclick: action });
  }

  function connect(cell) {
    cell.addEventListener('edit', () => {
      frame.keep(cell);
      frame.mark();
      prose.show(cell, render).catch(error => say(`Markdown cannot be shown: ${error.message}.`));
    });
    cell.output.addEventListener('dblclick', () => {
      if ('nnProse' in cell.element.dataset) asked(page => page.edit(cell));
    });
    cell.tools = [
      ...(cell.added
        ? [
            link('Up', () => move(cell, -1), 'Move this cell up'),
            link('Down', () => move(cell, 1), 'Move this cell down'),
            link('Delete', () => remove(cell), 'Delete this cell'),
          ]
        : [link('Original', () => cell.edit(cell.original), 'Reset this cell to the original')]),
      link('Add below', () => addBelow(cell), 'Add a cell below (Alt+Enter)'),
    ];
    cell.tell();
  }

  /** Markdown → HTML. That of a stranger fetches nothing from other hosts. */
  async function render(text) {
    const { search } = new URL(import.meta.url);
    return (await import(new URL(`markdown.js${search}`, script).href)).render(text, passing !== 'link');
  }

  /** Puts an added cell directly after another, or at the end of the page. */
  function place(cell, after) {
    if (after) after.element.after(cell.element);
    else document.querySelector('main article').append(cell.element);
    cell.removed = false;
    if (!cells.includes(cell)) cells.push(cell);
    cells.sort((a, b) =>
      a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
    arranged();
  }

  function arranged() {
    cells.forEach((cell, i) => { cell.number = i + 1; });
    frame.mark();
    if (!restoring) for (const cell of cells) if (cell.added) store(cell);
  }

  const above = cell => of(cell.element.previousElementSibling);

  function addCell(id = `added-${Date.now().toString(36)}`, after = undefined) {
    const innerHTML = '<pre class="code"><code></code></pre><div class="output" data-nn-output=""></div>';
    const element = make('figure', { className: 'cell', innerHTML });
    Object.assign(element.dataset, { nnCell: id, nnAdded: '' });
    const cell = new Cell(prepare(element, cells.length + 1));
    place(cell, after);
    connect(cell);
    return cell;
  }

  /** Adds a cell below another, or at the end of the page, and opens it. */
  function addBelow(cell) {
    if (frame.readOnly) return;
    const made = addCell(undefined, cell);
    asked(page => page.edit(made));
  }

  /** Moves an added cell over the code cell above it, or over the one below. */
  function move(cell, by) {
    const i = cells.indexOf(cell), target = by > 0 ? i + 1 : above(cell) === cells[i - 1] ? i - 2 : i - 1;
    if (target < 0) return;
    place(cell, cells[target]);
    cell.element.scrollIntoView({ block: 'nearest' });
    cell.note.querySelector(`[title$="${by > 0 ? 'down' : 'up'}"]`)?.focus();
  }

  /** Takes an added cell from the page. */
  function take(cell) {
    cell.removed = true;
    cell.element.remove();
    cells.splice(cells.indexOf(cell), 1);
    frame.mark();
  }

  function remove(cell) {
    const after = above(cell);
    take(cell);
    arranged();
    frame.keep(cell);
    say('The cell has been deleted.', link('Undo', () => {
      place(cell, cells.includes(after) ? after : undefined);
      say('The cell is back.');
    }));
  }

  /** What is stored of a cell. */
  function entry(cell) {
    return {
      cell: cell.id,
      source: cell.source,
      original: work.digest(cell.original),
      added: cell.added,
      after: cell.added ? above(cell)?.id : undefined,
      at: Date.now(),
      choices: cell.choices,
      ...cell.result,
    };
  }

  async function store(cell) {
    if (passing) return;
    try {
      const { cell: id, ...value } = entry(cell);
      if (!cell.removed && cell.isOfReader) await work.keep('cells', notebook, id, value);
      else await work.forget('cells', notebook, id);
      if (!frame.keeps) {
        frame.keeps = true;
        say('Your work is stored again.');
      }
    } catch {
      if (!frame.keeps) return;
      frame.keeps = false;
      say('');
    }
  }

  /** Shows texts, and what they gave when they ran at an earlier visit. */
  function show(entries) {
    const shown = entries.filter(({ source }) => typeof source === 'string');
    const find = id => editable().find(cell => cell.id === id);
    const added = shown.filter(text => text.added && !find(text.cell));
    while (added.length > 0) {
      const [{ cell, after }] = added.splice(Math.max(0, added.findIndex(text => find(text.after))), 1);
      addCell(cell, find(after));
    }
    for (const { cell: id, source, original, added: own, choices, ran, output, time, ranAt } of shown) {
      const cell = find(id);
      if (!cell) continue;
      const isOther = !own && original !== work.digest(cell.original);
      cell.choices = choices;
      // A cell of the course whose controls alone were moved is as the course has it now.
      if (isOther && original === work.digest(source)) continue;
      cell.changed = isOther;
      cell.result = typeof output === 'string' ? { ran, output, time, ranAt } : undefined;
      cell.edit(source);
      if (cell.result) cell.recall();
    }
    frame.mark();
  }

  /** Adds cells at the end of the page; returns what takes them away again. */
  function insert(entries) {
    restoring = true;
    try { show(entries); } finally { restoring = false; }
    arranged();
    return () => {
      for (const cell of cells.filter(({ id }) => entries.some(entry => entry.cell === id))) {
        take(cell);
        store(cell);
      }
      arranged();
    };
  }

  /** Shows the cells that came in the address. The reader's own work is not touched until a button says so. */
  async function showLinked() {
    const note = make('p', { className: 'nn-linked', role: 'note' });
    bar.after(note);
    const own = link('Show my own work', () => {
      history.replaceState(null, '', location.pathname);
      location.reload();
    });
    let linked;
    try { linked = await cellsIn(location.hash); } catch (error) {
      note.append(`The code in this link cannot be shown: ${error.message}. `, own);
      return;
    }
    show(linked);
    const missing = linked.filter(({ cell }) => !cells.some(({ id }) => id === cell)).length;
    const stored = await work.cells(notebook).catch(() => []);
    const replaced = stored.filter(({ cell, source }) =>
      linked.some(one => one.cell === cell && one.source !== source));
    const loss = replaced.length > 0 ? `, in place of ${replaced.length} of my cells` : '';
    const keep = link(`Keep it as my work${loss}`, async () => {
      for (const cell of cells.filter(one => one.edited || one.added)) {
        const { cell: id, ...value } = entry(cell);
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

  /** ?cell=id: shows that cell alone. Run runs what stands above it first, unseen. */
  function showAlone(id) {
    const shown = cells.find(cell => cell.id === id);
    if (shown) shown.element.dataset.nnShown = '';
    controls.more.before(make('a', { href: location.pathname, target: '_blank', rel: 'noopener' }, 'Whole page'));
    say(shown ? 'Change the code and run it.' : `This page has no cell "${id}".`);
  }

  /** Shows what is stored; once more, with the course's texts where nothing is. */
  async function restore(again = false) {
    // Where nothing can be read, the first edit will say that nothing is kept.
    const [stored, solved] = await Promise.all(
      [work.cells(notebook), work.solved(notebook)].map(read => read.catch(() => [])),
    );
    restoring = true;
    try {
      if (again) {
        for (const cell of cells.filter(({ added }) => added)) take(cell);
        for (const cell of editable()) {
          cell.edit(cell.original);
          cell.choices = undefined;
        }
        for (const mark of all('.contents .nn-tick')) mark.remove();
        arranged();
      }
      // What has been edited while this was read is newer.
      const edited = new Set(editable().filter(cell => cell.edited).map(({ id }) => id));
      show(stored.filter(({ cell }) => !edited.has(cell)));
    } finally { restoring = false; }
    for (const { cell } of solved) tick(cells.find(({ id }) => id === cell));
  }

  /** Shows the course's texts, and what is stored in their place; of a page that passes through, nothing is. */
  async function refresh() { if (!passing) await restore(true); }

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
      link.append(make('span', { className: 'nn-tick', title: 'solved' }, '✓'));
  }

  function readOnly(is) {
    frame.readOnly = is;
    for (const cell of editable()) cell.readOnly = is;
    root.toggleAttribute('data-nn-read-only', is);
  }

  /** Read-only while another tab has this notebook. */
  function wait(lock) {
    let given = false;
    // A page that is unloading, as on a reload, gives way in a moment.
    setTimeout(async () => {
      await restored?.catch(console.warn); // What is read-only cannot be restored.
      if (given) return;
      readOnly(true);
      say('');
    }, 1500);
    navigator.locks.request(lock, async () => {
      given = true;
      if (frame.readOnly) {
        readOnly(false);
        await refresh();
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

  // The menu has another one, with the reader's changes.
  const original = document.querySelector('a.download');
  if (original) original.textContent = 'Download the original notebook';
  cells.forEach(connect);
  for (const { element, source } of first.cells) if (source !== of(element).source) of(element).edit(source);
  // An assignment has more: texts to edit, and Hand in. Without the reader's own work there is nothing to hand in.
  if (frame.isAssignment && !passing)
    await (await import(new URL(`handin.js${new URL(import.meta.url).search}`, script).href)).begin(frame, asked);
  if (notebook === 'playground.ipynb') await listen(frame);
  if (!isSecureContext) say(bar.querySelector('.nn-status').textContent);
  if (passing === 'link') showLinked();
  else if (passing === 'only') showAlone(new URLSearchParams(location.search).get('cell'));
  else restored = restore();
  return {
    nnRun: element => asked(page => page.run(of(element))),
    runAndGoOn: element => asked(page => page.run(of(element), true)),
    nnRunAll: () => asked(page => page.runAll()),
    nnStop: () => asked(page => page.stop()),
    nnReset: () => asked(page => page.reset()),
    nnAdd: () => addBelow(),
    addBelow: element => addBelow(of(element)),
    edit: element => asked(page => page.edit(of(element))),
    menu: () => openMenu(frame, () => asked(page => page.keepOffline())),
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
      link.after(make('span', { className: 'nn-tick', title: `${words.slice(2)} checkpoints solved` }, words));
  }
  const last = [...solved, ...edited].filter(({ notebook }) => links.has(notebook)).sort((a, b) => b.at - a.at)[0],
    start = document.querySelector('[data-nn-start]');
  if (!last || !start) return;
  const link = links.get(last.notebook);
  start.href = link.href;
  start.textContent = `Continue: ${link.textContent}`;
}

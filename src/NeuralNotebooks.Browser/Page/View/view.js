// The part of a live page that stores and shows the reader's work. It is loaded where a reader has worked before, or
// with the first Run or edit. It loads the scripts that run C#.
/** @import { Runtime } from '../Running/runtime.js' */
/** @import { AnswerText } from '../HandIn/answer-text.js' */
/** @import { Action } from '../types.js' */
import { Arrangement } from '../Cells/arrangement.js';
import { connect } from '../Cells/cell-events.js';
import { Cell } from '../Cells/cell.js';
import { Dependents } from '../Cells/dependents.js';
import { find, make } from '../elements.js';
import { EarlierWork } from '../Work/earlier-work.js';
import { Storage } from '../Work/storage.js';
import { index } from '../Work/ticks.js';
import { site } from '../Work/work.js';
import { listen } from './drop.js';
import { showAlone, showLinked } from './linked.js';
import { open as openMenu } from './menu.js';
import { Status } from './status.js';
import { waitForOtherTab } from './tabs.js';

/** What buttons and keys do. The cell is undefined for buttons that do not belong to a cell.
 * @type {Record<Action, (view: NotebookView, cell: Cell) => void>} */
const actions = {
  run: (view, cell) => view.withRuntime(runtime => runtime.run(cell)),
  runAndGoOn: (view, cell) => view.withRuntime(runtime => runtime.run(cell, true)),
  runAll: view => view.withRuntime(runtime => runtime.runAll()),
  stop: view => view.withRuntime(runtime => runtime.stop()),
  reset: view => view.withRuntime(runtime => runtime.reset()),
  add: (view, cell) => view.arrangement.addBelow(cell),
  edit: (view, cell) => view.withRuntime(runtime => runtime.edit(cell)),
};

/** Takes over from the page's first script, live.js, which calls methods of the object that this returns.
 * @param {import('../First/live.js').First} first */
export async function begin(first) {
  const { bar, script } = first;
  const { href } = new URL(`view.css${script.search}`, script);
  document.head.append(make('link', { rel: 'stylesheet', href }));
  if (!bar) return index();
  const view = new NotebookView(first);
  await view.begin(first.cells ?? []);
  return view;
}

/** A page with the cells of a notebook. It works without C#. */
export class NotebookView {
  readOnly = false;
  /** @type {AnswerText[]}  the answers in words of an assignment */
  texts = [];
  #bar;
  #script;
  /** @type {() => Promise<Runtime>} */
  #runtime;

  /** @param {import('../First/live.js').First} first */
  constructor({ root, bar, notebook, cells, lazily, showState, script, passing }) {
    const [stop, reset, progress, more] =
      ['[data-nn-action="stop"]', '[data-nn-action="reset"]', 'progress', 'details'].map(name => find(name, bar));
    this.root = root;
    this.#bar = bar;
    this.#script = script;
    this.notebook = notebook;
    this.site = site;
    this.passing = passing;
    this.toolbar = { stop, reset, progress, more };
    this.file = decodeURIComponent(notebook.split('/').at(-1) ?? '');
    /** @type {Map<string, string | ArrayBuffer>}  the files that cells can read: name → address or content */
    this.files = new Map(Object.entries(JSON.parse(bar.dataset.nnFiles ?? '{}')));
    this.isAssignment = 'nnAssignment' in bar.dataset;
    /** @type {Cell[]} */
    this.cells = (cells ?? []).map(cell => new Cell(cell));
    this.status = new Status(this, bar, showState);
    this.storage = new Storage(this);
    this.earlierWork = new EarlierWork(this);
    this.arrangement = new Arrangement(this);
    this.dependents = new Dependents(this, some => this.withRuntime(runtime => runtime.runEach(some)));
    // With the first Run or edit, loads the manifest of the bundle and the script runtime.js, which loads C#.
    this.#runtime = lazily(async () => {
      const boot = await (await fetch('live/boot.json', { cache: 'no-cache' })).json();
      const script = await import(new URL(`live/${boot.scripts.runtime.name}`, document.baseURI).href);
      return script.begin(this, boot);
    });
  }

  /** The page's cells and texts. */
  get editable() { return [...this.cells, ...this.texts]; }

  /** @param {Element | null} element */
  cellOf(element) { return this.cells.find(cell => cell.element === element); }

  /** Loads runtime.js if necessary, and then calls a function with the object that runs C#.
   * @param {(runtime: Runtime) => void} action */
  withRuntime(action) { return this.#runtime().then(action, error => console.warn(error)); }

  async begin(prepared) {
    // The menu My work has another download, of the notebook with the reader's changes.
    const original = document.querySelector('a.download');
    if (original) original.textContent = 'Download the original notebook';
    this.cells.forEach(cell => connect(this, cell));
    for (const { element, source } of prepared) {
      const cell = this.cellOf(element);
      if (cell?.source !== source) cell?.edit(source);
    }
    // An assignment also has texts to edit and the button Hand in. A page that does not show the reader's own work has
    // nothing to hand in.
    if (this.isAssignment && !this.passing)
      await (await this.#load('handin.js')).begin(this);
    if (this.notebook === 'playground.ipynb') await listen(this);
    if (!isSecureContext) this.status.say(this.#bar.querySelector('.nn-status').textContent);
    if (this.passing === 'link') showLinked(this, this.#bar);
    else if (this.passing === 'only') showAlone(this, new URLSearchParams(location.search));
    else this.earlierWork.begin();
  }

  /** Loads another script of the folder that holds this one. */
  #load(name) { return import(new URL(name + new URL(import.meta.url).search, this.#script).href); }

  /** Does what a button or a key is for.
   * @param {Action} action
   * @param {Element | null} element  the cell to which the button or the key belongs, if it belongs to one */
  act(action, element) { actions[action](this, /** @type {Cell} */ (this.cellOf(element))); }

  openMenu() { openMenu(this, () => this.withRuntime(runtime => runtime.offline.keepAll())); }

  /** Makes the page read-only as long as another tab holds the lock on this notebook.
   * @param {string} lock */
  waitForOtherTab(lock) { waitForOtherTab(this, lock); }

  /** Markdown → HTML. For Markdown that came with a link, images are left out: they would be requested from other
   * hosts. */
  async render(text) { return (await this.#load('markdown.js')).render(text, this.passing !== 'link'); }
}

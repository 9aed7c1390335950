// The part of a live page that stores and shows the reader's work. It is loaded where a reader has worked before, or
// with the first Run or edit. It loads the scripts that run C#.
/** @import { Runtime } from '../Running/runtime.js' */
/** @import { AnswerText } from '../HandIn/answer-text.js' */
/** @import { Action } from '../types.js' */
import { Arrangement } from '../Cells/arrangement.js';
import { connect } from '../Cells/cell-events.js';
import { Cell } from '../Cells/cell.js';
import { Dependents } from '../Cells/dependents.js';
import { VariableNames } from '../Cells/names.js';
import { find, make } from '../elements.js';
import { fitFrames } from '../Outputs/frame.js';
import { EarlierWork } from '../Work/earlier-work.js';
import { storageOf } from '../Work/storage.js';
import { index } from '../Work/ticks.js';
import { listen, restoreFiles } from './drop.js';
import { open as openMenu } from './menu.js';
import { showAlone } from './single-cell.js';
import { statusOf } from './status.js';
import { waitForOtherTab } from './tabs.js';

/** Takes over from the page's first script, live.js, which calls methods of the object that this returns.
 * @param {import('../First/live.js').First} first */
export async function begin(first) {
  const { bar, script } = first;
  const { href } = new URL(`view.css${script.search}`, script);
  const load = done => document.head.append(make('link', { rel: 'stylesheet', href, onload: done, onerror: done }));
  await new Promise(load); // Without the style sheet, a stored Markdown cell would show its source.
  if (!bar) return index();
  const view = new NotebookView(first);
  await view.begin(first.cells ?? []);
  return view;
}

/** A page with the cells of a notebook. It works without C#. It makes the objects that the page consists of, and gives
 * each what it uses. */
export class NotebookView {
  /** @type {AnswerText[]}  the answers in words of an assignment */
  #texts = [];
  #script;
  /** @type {() => Promise<Runtime>} */
  #runtime;

  /** @param {import('../First/live.js').First} first */
  constructor({ bar, notebook, cells: prepared, lazily, script, isAlone }) {
    const [stop, reset, progress, more] =
      ['[data-nn-action="stop"]', '[data-nn-action="reset"]', 'progress', 'details'].map(name => find(name, bar));
    const cells = (prepared ?? []).map(cell => new Cell(cell));
    this.#script = script;
    this.notebook = notebook;
    this.isAlone = isAlone;
    this.toolbar = { stop, reset, progress, more };
    this.file = decodeURIComponent(notebook.split('/').at(-1) ?? '');
    /** @type {import('../types.js').Files} */
    this.files = new Map(Object.entries(JSON.parse(bar.dataset.nnFiles ?? '{}')));
    this.isAssignment = 'nnAssignment' in bar.dataset;
    this.cells = cells;
    this.status = statusOf(bar, this.toolbar);
    this.storage = storageOf(notebook, isAlone, this.status);
    this.names = new VariableNames();
    this.dependents = new Dependents(
      cells, this.names, this.status, stop, some => this.#withRuntime(runtime => runtime.runner.runEach(some)));
    const render = (/** @type {string} */ text) => this.#render(text);
    const edit = (/** @type {Cell} */ cell) => this.#withRuntime(runtime => runtime.editors.open(cell));
    const moved = (/** @type {Cell} */ cell) => this.#withRuntime(runtime => runtime.controls.moved(cell));
    const { files, isAssignment, names, dependents, storage, status, toolbar } = this;
    const arrangement = this.arrangement = new Arrangement(cells, storage, dependents, status, {
      connect: cell => connect(cell, { storage, status, dependents, render, edit, moved }),
      edit,
    });
    const editable = this.editable = () => [...cells, ...this.#texts];
    this.earlierWork = new EarlierWork({ notebook, isAlone, cells, editable, arrangement, storage, dependents });
    // With the first Run or edit, loads the manifest of the bundle and the script runtime.js, which loads C#.
    this.#runtime = lazily(async attempt => {
      const manifest = await (await fetch('live/boot.json', { cache: 'no-cache' })).text();
      /** @type {import('../types.js').Boot} */
      const boot = JSON.parse(manifest);
      const { packages = [], files: data = [] } = JSON.parse(bar.dataset.nnPackages ?? '{}');
      Object.assign(boot, { manifest, packages, data: [...boot.data, ...data] });
      const { href } = new URL(`live/${boot.scripts.runtime.name}`, document.baseURI);
      const page = { cells, files, isAssignment, names, dependents, arrangement, storage, status, toolbar, render };
      const { Runtime } = await import(attempt ? `${href}?again=${attempt}` : href);
      return new Runtime(page, boot);
    });
    /** @type {Record<Action, (cell: Cell) => void>}  what buttons and keys do */
    this.actions = {
      run: cell => this.#withRuntime(runtime => runtime.runner.run(cell)),
      runAndGoOn: cell => this.#withRuntime(runtime => runtime.runner.run(cell, true)),
      runAll: () => this.#withRuntime(runtime => runtime.runner.runAll()),
      stop: () => this.#withRuntime(runtime => runtime.runner.stop()),
      reset: () => this.#withRuntime(runtime => runtime.runner.reset()),
      add: cell => this.arrangement.addBelow(cell),
      edit,
    };
  }

  /** Loads runtime.js if necessary, and then calls a function with the object that runs C#.
   * @param {(runtime: Runtime) => any} action */
  async #withRuntime(action) {
    const runtime = await this.#runtime().catch(error => console.warn(error)); // The status line says so.
    try { return runtime && (await action(runtime)); } catch (error) {
      console.warn(error);
      this.status.say(`This failed (${error.message}).`);
    }
  }

  async begin(prepared) {
    // The menu My work has another download, of the notebook with the reader's changes.
    const original = document.querySelector('[data-nn-download]');
    if (original) original.textContent = 'Download the original notebook';
    fitFrames();
    for (const cell of this.cells) this.arrangement.connect(cell);
    for (const { element, source } of prepared) {
      const cell = this.#cellOf(element);
      if (cell?.source !== source) cell?.edit(source);
    }
    // An assignment also has texts to edit and the button Hand in. A page that does not show the reader's own work has
    // nothing to hand in.
    if (this.isAssignment && !this.isAlone) {
      const handIn = (name, makeText) => this.#runtime().then(runtime => runtime.handIn(name, makeText));
      const { cells, file, editable, toolbar, status, storage } = this, texts = this.#texts;
      const { begin } = await this.#load('handin.js');
      await begin({ cells, texts, file, editable, toolbar, status, storage, handIn });
    }
    const { notebook, isAlone, files, cells, toolbar, status, earlierWork, query, actions: { run } } = this;
    if (notebook === 'playground.ipynb')
      await listen({ notebook, isAlone, files, cells, toolbar, status, earlierWork, query });
    if (!isSecureContext) status.say('');
    if (isAlone) showAlone(cells, { toolbar, status, run }, new URLSearchParams(location.search));
    else earlierWork.begin();
  }

  /** @param {Element | null} element */
  #cellOf(element) { return this.cells.find(cell => cell.element === element); }

  /** Loads another script of the folder that holds this one. */
  #load(name) { return import(new URL(name + new URL(import.meta.url).search, this.#script).href); }

  /** Does what a button or a key is for.
   * @param {Action} action
   * @param {Element | null} element  the cell to which the button or the key belongs, if it belongs to one */
  act(action, element) { this.actions[action](/** @type {Cell} */ (this.#cellOf(element))); }

  openMenu() {
    const keepOffline = () => this.#withRuntime(runtime => runtime.keepOffline());
    const { toolbar, status, notebook, file, files, isAlone, editable, storage, earlierWork } = this;
    openMenu({
      toolbar, status, notebook, file, editable, storage, earlierWork, keepOffline,
      restoreFiles: () => restoreFiles({ notebook, isAlone, files, status }),
    });
  }

  /** Makes the page read-only as long as another tab holds the lock on this notebook.
   * @param {string} lock */
  waitForOtherTab(lock) { waitForOtherTab(lock, this.status, this.earlierWork, this.editable); }

  /** Starts C# if necessary, and asks it something.
   * @param {import('../types.js').Query} query */
  query = query => this.#withRuntime(async runtime => (await runtime.start.ready()) && runtime.session.query(query));

  /** Markdown → HTML */
  async #render(text) { return (await this.#load('markdown.js')).render(text); }
}

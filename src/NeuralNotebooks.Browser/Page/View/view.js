// The page of a notebook, which stores and shows the reader's work. It loads the scripts that run C#.
/** @import { Runtime } from '../Running/runtime.js' */
/** @import { AnswerText } from '../HandIn/answer-text.js' */
/** @import { PageModel } from '../model.js' */
/** @import { Action } from '../types.js' */
import { Arrangement } from '../Cells/arrangement.js';
import { connect } from '../Cells/cell-events.js';
import { Cell } from '../Cells/cell.js';
import { Dependents } from '../Cells/dependents.js';
import { VariableNames } from '../Cells/names.js';
import { find } from '../elements.js';
import { fitFrames } from '../Outputs/frame.js';
import { EarlierWork } from '../Work/earlier-work.js';
import { storageOf } from '../Work/storage.js';
import { listen as listenForFiles, restoreFiles } from './drop.js';
import { listen } from './listen.js';
import { open as openMenu } from './menu.js';
import { showAlone } from './single-cell.js';
import { statusOf } from './status.js';
import { claim } from './tabs.js';

/** A page with the cells of a notebook. It works without C#. It makes the objects that the page consists of, and gives
 * each what it uses. */
export class NotebookView {
  /** @type {AnswerText[]}  the answers in words of an assignment */
  #texts = [];
  #script;
  /** @type {PageModel} */
  #model;
  /** @type {Promise<Runtime | null> | undefined} */
  #runtime;
  #attempts = 0;

  /** @param {HTMLElement} bar  the toolbar
   * @param {URL} script  the address of this script */
  constructor(bar, script) {
    const [stop, reset, progress, more] =
      ['[data-nn-action="stop"]', '[data-nn-action="reset"]', 'progress', 'details'].map(name => find(name, bar));
    const model = this.#model = /** @type {PageModel} */ (JSON.parse(find('[data-nn-page]').textContent));
    const { notebook } = model;
    this.notebook = notebook;
    // Whether the page shows a single cell, in an iframe of another page. Such a page does not store changes.
    const isAlone = this.isAlone = new URLSearchParams(location.search).has('cell');
    /** @type {Cell[]} */
    const cells = this.cells = [], models = new Map(model.cells.map(cell => [cell.id, cell]));
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-nn-cell]')))
      cells.push(new Cell(element, cells.length + 1, models.get(element.dataset.nnCell ?? '')));
    this.#script = script;
    this.toolbar = { stop, reset, progress, more };
    this.file = decodeURIComponent(notebook.split('/').at(-1) ?? '');
    /** @type {import('../types.js').Files} */
    this.files = new Map(Object.entries(model.files));
    this.isAssignment = model.isAssignment;
    const status = this.status = statusOf(bar, this.toolbar);
    const storage = this.storage = storageOf(notebook, isAlone, status);
    this.names = new VariableNames();
    const dependents = this.dependents = new Dependents(
      cells, this.names, status, stop, some => this.#withRuntime(runtime => runtime.runner.runEach(some)));
    const edit = (/** @type {Cell} */ cell) => this.#withRuntime(runtime => runtime.editors.open(cell));
    const moved = (/** @type {Cell} */ cell) => this.#withRuntime(runtime => runtime.controls.moved(cell));
    const { render } = this;
    const arrangement = this.arrangement = new Arrangement(cells, storage, dependents, status, {
      connect: cell => connect(cell, { storage, status, dependents, render, edit, moved }),
      edit,
    });
    const editable = this.editable = () => [...cells, ...this.#texts];
    this.earlierWork = new EarlierWork({ notebook, isAlone, cells, editable, arrangement, storage, dependents });
    const run = (/** @type {Cell} */ cell, advances = false) => {
      // The output is shown before the run, so that nothing on the page moves when the run ends.
      window.nnShowOutput?.(cell.element);
      return this.#withRuntime(runtime => runtime.runner.run(cell, advances));
    };
    /** @type {Record<Action, (cell: Cell) => void>}  what buttons and keys do */
    this.actions = {
      run,
      runAndGoOn: cell => run(cell, true),
      runAll: () => this.#withRuntime(runtime => runtime.runner.runAll()),
      stop: () => this.#withRuntime(runtime => runtime.runner.stop()),
      reset: () => this.#withRuntime(runtime => runtime.runner.reset()),
      add: cell => arrangement.addBelow(cell),
      edit,
    };
    listen((action, element) => this.actions[action](/** @type {Cell} */ (cells.find(one => one.element === element))));
    for (const cell of cells) arrangement.connect(cell);
    const first = cells.find(({ code }) => code.parentElement?.matches('.cell'));
    if (first) first.element.dataset.nnNext = '';
    const isPlayground = notebook === 'playground.ipynb';
    status.say(`${isPlayground ? '' : 'Outputs are those of the published page. '}Change any code and run it.`);
    if (isAlone) document.documentElement.dataset.nnOnly = '';
    fitFrames();
  }

  /** Does what needs the other scripts of the page: makes controls movable, and shows the reader's work. */
  async begin() {
    const { notebook, isAlone, files, cells, editable, toolbar, status, storage, earlierWork, query } = this;
    for (const cell of cells) cell.dispatchEvent(new Event('output'));
    toolbar.more.addEventListener('toggle', () => { if (toolbar.more.open) this.#openMenu(); });
    try {
      // An assignment also has texts to edit and the button Hand in. A page that does not show the reader's own work
      // has nothing to hand in.
      if (this.isAssignment && !isAlone) {
        const handIn = async (name, makeText) => (await this.#loaded())?.handIn(name, makeText);
        const { begin } = await this.#load('handin.js');
        const { file } = this, texts = this.#texts, { address } = this.#model;
        await begin({ cells, texts, file, address, editable, toolbar, status, storage, handIn });
      }
      if (notebook === 'playground.ipynb')
        await listenForFiles({ notebook, isAlone, files, cells, toolbar, status, earlierWork, query });
    } finally {
      if (isAlone)
        showAlone(cells, { toolbar, status, run: this.actions.run }, new URLSearchParams(location.search));
      else {
        earlierWork.begin();
        claim(notebook, status, earlierWork, storage, editable);
      }
    }
  }

  /** What runs C#, which is loaded with the first Run or edit; null if the load fails. It is tried again at the next
   * use.
   * @returns {Promise<Runtime | null>} */
  #loaded() {
    return (this.#runtime ??= this.#fetched().then(({ module, boot }) => new module.Runtime(this, boot), error => {
      console.warn(error);
      this.#runtime = undefined;
      this.status.enter('failed');
      this.status.say(
        `C# could not be loaded (${error.message}): check the network connection. Run again to try once more.`);
      return null;
    }));
  }

  /** The manifest of the bundle, and the script runtime.js. */
  async #fetched() {
    const response = await fetch('live/boot.json', { cache: 'no-cache' });
    if (!response.ok) throw new Error(`boot.json: ${response.status}`);
    const manifest = await response.text();
    /** @type {import('../types.js').Boot} */
    const boot = JSON.parse(manifest);
    const { packages = [], files: data = [] } = this.#model.packages ?? {};
    Object.assign(boot, { manifest, packages, data: [...boot.data, ...data] });
    const { href } = new URL(`live/${boot.scripts.runtime.name}`, document.baseURI), attempt = this.#attempts++;
    // Browsers cache a failed module load, so the next attempt uses another address.
    return { boot, module: await import(attempt ? `${href}?again=${attempt}` : href) };
  }

  /** Loads runtime.js if necessary, and then calls a function with the object that runs C#.
   * @param {(runtime: Runtime) => any} action */
  async #withRuntime(action) {
    try {
      const runtime = await this.#loaded();
      return runtime && (await action(runtime));
    } catch (error) { this.status.sayFailed(error); }
  }

  /** Loads another script of the folder that holds this one. */
  #load(name) { return import(new URL(name + this.#script.search, this.#script).href); }

  #openMenu() {
    const keepOffline = () => this.#withRuntime(runtime => runtime.keepOffline());
    const { toolbar, status, notebook, file, files, isAlone, editable, storage, earlierWork } = this;
    openMenu({
      toolbar, status, notebook, file, address: this.#model.address, editable, storage, earlierWork, keepOffline,
      restoreFiles: () => restoreFiles({ notebook, isAlone, files, status }),
    });
  }

  /** Starts C# if necessary, and asks it something.
   * @param {import('../types.js').Query} query */
  query = query => this.#withRuntime(async runtime => (await runtime.start.ready()) && runtime.session.query(query));

  /** Markdown → HTML
   * @param {string} text
   * @returns {Promise<string>} */
  render = async text => (await this.#load('markdown.js')).render(text, this.#model.formula);
}

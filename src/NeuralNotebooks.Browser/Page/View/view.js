// The page of a notebook, which stores and shows the reader's work. It loads the scripts that run C#.
/** @import { AnswerText } from '../HandIn/answer-text.js' */
/** @import { PageModel } from '../model.js' */
/** @import { Runtime } from '../Running/runtime.js' */
/** @import { Action } from '../types.js' */
import { Arrangement } from '../Cells/arrangement.js';
import { Cell } from '../Cells/cell.js';
import { Claims } from '../Cells/claims.js';
import { Dependents } from '../Cells/dependents.js';
import { VariableNames } from '../Cells/names.js';
import { find } from '../elements.js';
import { fitFrames } from '../Outputs/frame.js';
import { EarlierWork } from '../Work/earlier-work.js';
import { offerPieces } from '../Work/pieces.js';
import { storageOf } from '../Work/storage.js';
import { listen as listenForFiles } from './drop.js';
import { listen } from './listen.js';
import { open as openMenu } from './menu.js';
import { showAlone } from './single-cell.js';
import { statusOf } from './status.js';
import { claim } from './tabs.js';

/** A page with the cells of a notebook. It works without C#. It makes the objects that the page consists of; each of
 * them gets the page, and uses its other parts. */
export class NotebookView {
  /** @type {PageModel}  what the site says about the page */
  model = JSON.parse(find('[data-nn-page]').textContent);
  notebook = this.model.notebook;
  file = decodeURIComponent(this.notebook.split('/').at(-1) ?? '');
  /** Whether the page shows a single cell, in an iframe of another page. Such a page does not store changes. */
  isAlone = new URLSearchParams(location.search).has('cell');
  /** @type {import('../types.js').Files}  the files that cells can read */
  files = new Map(Object.entries(this.model.files));
  /** @type {Cell[]} */
  cells = [];
  /** @type {AnswerText[]}  the answers in words of an assignment */
  texts = [];
  /** @type {'own' | 'foreign'}  whose code the page has: the course's and the reader's, or also a file's. C# keeps what
   * that has defined, so this stays until the page is closed. */
  origin = 'own';
  names = new VariableNames();
  claims = new Claims(this);
  #script;
  /** @type {Promise<Runtime | null> | undefined} */
  #runtime;
  #attempts = 0;

  /** @param {HTMLElement} bar  the toolbar
   * @param {URL} script  the address of this script */
  constructor(bar, script) {
    const { model, cells } = this, models = new Map(model.cells.map(cell => [cell.id, cell]));
    const [stop, reset, progress, more] =
      ['[data-nn-action="stop"]', '[data-nn-action="reset"]', 'progress', 'details'].map(name => find(name, bar));
    this.#script = script;
    this.toolbar = { stop, reset, progress, more };
    this.status = statusOf(bar, this.toolbar);
    this.storage = storageOf(this.notebook, this.isAlone, this.status);
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-nn-cell]')))
      cells.push(new Cell(element, cells.length + 1, models.get(element.dataset.nnCell ?? '')));
    this.dependents = new Dependents(this);
    this.arrangement = new Arrangement(this);
    this.earlierWork = new EarlierWork(this);
    listen((action, element) => this.actions[action](/** @type {Cell} */ (cells.find(one => one.element === element))));
    for (const cell of cells) this.arrangement.connect(cell);
    const first = cells.find(({ code }) => code.parentElement?.matches('.cell'));
    if (first) first.element.dataset.nnNext = '';
    this.status.say(
      `${this.isPlayground ? '' : 'Outputs are those of the published page. '}Change any code and run it.`);
    if (this.isAlone) document.documentElement.dataset.nnOnly = '';
    fitFrames();
  }

  get isPlayground() { return this.notebook === 'playground.ipynb'; }

  editable = () => [...this.cells, ...this.texts];

  /** Notes that the page gets cells from a file, which anybody may have written. */
  addForeign() {
    this.origin = 'foreign';
    document.documentElement.dataset.nnForeign = '';
  }

  /** @type {Record<Action, (cell: Cell) => void>}  what buttons and keys do */
  actions = {
    run: cell => this.#run(cell),
    runAndGoOn: cell => this.#run(cell, true),
    runAll: () => this.withRuntime(runtime => runtime.runner.runAll()),
    stop: () => this.withRuntime(runtime => runtime.runner.stop()),
    reset: () => this.withRuntime(runtime => runtime.runner.reset()),
    add: cell => this.arrangement.addBelow(cell),
    edit: cell => this.withRuntime(runtime => runtime.editors.open(cell)),
  };

  #run(cell, advances = false) {
    // The output is shown before the run, so that nothing on the page moves when the run ends.
    window.nnShowOutput?.(cell.element);
    return this.withRuntime(runtime => runtime.runner.run(cell, advances));
  }

  /** Does what needs the other scripts of the page: makes controls movable, and shows the reader's work. */
  async begin() {
    const { isAlone, cells, toolbar: { more } } = this;
    for (const cell of cells) cell.dispatchEvent(new Event('output'));
    more.addEventListener('toggle', () => { if (more.open) openMenu(this); });
    try {
      // An assignment also has texts to edit and the button Hand in. A page that does not show the reader's own work
      // has nothing to hand in.
      if (this.model.isAssignment && !isAlone) await (await this.#load('handin.js')).begin(this);
      if (this.isPlayground) listenForFiles(this);
    } finally {
      if (isAlone) showAlone(this, new URLSearchParams(location.search));
      else {
        this.earlierWork.begin();
        claim(this);
        this.earlierWork.shown.then(() => offerPieces(this)).catch(console.warn);
      }
    }
  }

  /** What runs C#, which is loaded with the first Run or edit; null if the load fails. It is tried again at the next
   * use.
   * @returns {Promise<Runtime | null>} */
  loaded() {
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
    const boot = JSON.parse(manifest), { packages, files } = this.model.packages ?? { packages: [], files: [] };
    Object.assign(boot, { manifest, packages, data: [...boot.data, ...files] });
    const { href } = new URL(`live/${boot.scripts.runtime.name}`, document.baseURI), attempt = this.#attempts++;
    // Browsers cache a failed module load, so the next attempt uses another address.
    return { boot, module: await import(attempt ? `${href}?again=${attempt}` : href) };
  }

  /** Loads runtime.js if necessary, and then calls a function with the object that runs C#.
   * @param {(runtime: Runtime) => any} action */
  async withRuntime(action) {
    try {
      const runtime = await this.loaded();
      return runtime && (await action(runtime));
    } catch (error) { this.status.sayFailed(error); }
  }

  #load(name) { return import(new URL(name + this.#script.search, this.#script).href); }

  /** Starts C# if necessary, and asks it something.
   * @param {import('../types.js').Query} query */
  query(query) {
    return this.withRuntime(async runtime => (await runtime.start.ready()) && runtime.session.query(query));
  }

  /** Markdown → HTML
   * @param {string} text
   * @returns {Promise<string>} */
  async render(text) { return (await this.#load('markdown.js')).render(text, this.model.formula); }
}

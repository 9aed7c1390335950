// The part of a live page that stores and shows the reader's work. It is loaded where a reader has worked before, or
// with the first Run or edit. It loads the scripts that run C#.
/** @import { Page } from '../Running/page.js' */
/** @import { AnswerText } from '../HandIn/answer-text.js' */
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

/** Takes over from the page's first script, live.js, which calls the functions that this returns.
 * @param {import('../First/live.js').First} first */
export async function begin(first) {
  const { bar, script } = first;
  const { href } = new URL(`frame.css${script.search}`, script);
  document.head.append(make('link', { rel: 'stylesheet', href }));
  if (!bar) return index();
  const frame = new Frame(first);
  await frame.begin(first.cells ?? []);
  return frame.actions();
}

export class Frame {
  readOnly = false;
  /** @type {AnswerText[]}  the answers in words of an assignment */
  texts = [];
  #bar;
  #script;
  /** @type {() => Promise<Page>} */
  #page;

  /** @param {import('../First/live.js').First} first */
  constructor({ root, bar, notebook, cells, lazily, script, passing }) {
    const [stop, reset, progress, more] =
      ['[data-nn-stop]', '[data-nn-reset]', 'progress', 'details'].map(name => find(name, bar));
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
    this.status = new Status(this, bar);
    this.storage = new Storage(this);
    this.earlierWork = new EarlierWork(this);
    this.arrangement = new Arrangement(this);
    this.dependents = new Dependents(this, some => this.withPage(page => page.runEach(some)));
    // With the first Run or edit, loads the manifest of the bundle and the script page.js, which loads C#.
    this.#page = lazily(async () => {
      const boot = await (await fetch('live/boot.json', { cache: 'no-cache' })).json();
      const page = await import(new URL(`live/${boot.scripts.page.name}`, document.baseURI).href);
      return page.begin(this, boot);
    });
  }

  /** The page's cells and texts. */
  get editable() { return [...this.cells, ...this.texts]; }

  /** @param {Element | null} element */
  cellOf(element) { return this.cells.find(cell => cell.element === element); }

  /** Loads the page's script if necessary, and then calls a function with the page.
   * @param {(page: Page) => void} action */
  withPage(action) { return this.#page().then(action, error => console.warn(error)); }

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

  /** The functions that the page's first script calls, by the names of buttons and keys. */
  actions() {
    const of = (/** @type {Element} */ element) => /** @type {Cell} */ (this.cellOf(element));
    return {
      nnRun: element => this.withPage(page => page.run(of(element))),
      runAndGoOn: element => this.withPage(page => page.run(of(element), true)),
      nnRunAll: () => this.withPage(page => page.runAll()),
      nnStop: () => this.withPage(page => page.stop()),
      nnReset: () => this.withPage(page => page.reset()),
      nnAdd: () => this.arrangement.addBelow(),
      addBelow: element => this.arrangement.addBelow(of(element)),
      edit: element => this.withPage(page => page.edit(of(element))),
      menu: () => openMenu(this, () => this.withPage(page => page.offline.keepAll())),
      wait: lock => waitForOtherTab(this, lock),
    };
  }

  /** Markdown → HTML. For Markdown that came with a link, images are left out: they would be requested from other
   * hosts. */
  async render(text) { return (await this.#load('markdown.js')).render(text, this.passing !== 'link'); }
}

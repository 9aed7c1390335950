// Stores the reader's work on a page while it is written.
/** @import { Cell } from '../Cells/cell.js' */
/** @import { AnswerText } from '../HandIn/answer-text.js' */
import { remember } from '../Outputs/result.js';
import { noteSolved } from './ticks.js';
import * as work from './work.js';

export class Storage {
  /** Called at each edit. */
  onedit = () => {};
  /** The ids of the cells that the reader has edited since the page was opened or refreshed. */
  touched = new Set();
  /** Whether the last attempt to store has succeeded. */
  #works = true;
  #isPaused = false;
  /** @type {WeakMap<Cell, ReturnType<typeof setTimeout>[]>}  the timers after which a cell's output is stored */
  #timers = new WeakMap();
  #notebook;
  #isAlone;
  #status;

  /** @param {Cell[]} cells
   * @param {string} notebook  its address
   * @param {boolean} isAlone  whether the page shows a single cell, and stores nothing
   * @param {import('../View/status.js').Status} status */
  constructor(cells, notebook, isAlone, status) {
    this.#notebook = notebook;
    this.#isAlone = isAlone;
    this.#status = status;
    if (isAlone) status.warn('storage', 'Changes are not kept here.');
    addEventListener('beforeunload', event => {
      if (!this.#works && cells.some(cell => cell.edited)) event.preventDefault();
    });
  }

  /** Calls a function that changes cells, without storing what it changes. */
  withoutStoring(change) {
    this.#isPaused = true;
    try { change(); } finally { this.#isPaused = false; }
  }

  /** The entry that is stored for a cell.
   * @param {Cell | AnswerText} cell */
  entry(cell) {
    const above = /** @type {HTMLElement | null} */ (cell.element.previousElementSibling);
    return {
      cell: cell.id,
      source: cell.source,
      original: work.digest(cell.original),
      added: cell.added,
      after: cell.added ? above?.dataset.nnCell : undefined,
      foreign: cell.foreign,
      at: Date.now(),
      choices: cell.choices,
      ...cell.result,
    };
  }

  /** Stores a cell after the reader has edited or deleted it.
   * @param {Cell | AnswerText} cell */
  edited(cell) {
    this.onedit();
    if (this.#isPaused) return;
    this.touched.add(cell.id);
    this.store(cell);
  }

  /** Stores an added cell after its position has changed.
   * @param {Cell | AnswerText} cell */
  placed(cell) { if (!this.#isPaused) this.store(cell); }

  /** @param {Cell | AnswerText} cell */
  async store(cell) {
    if (this.#isAlone) return;
    try {
      const { cell: id, ...value } = this.entry(cell);
      if (!cell.removed && cell.isOfReader) await work.keep('cells', this.#notebook, id, value);
      else await work.forget('cells', this.#notebook, id);
      this.#say(true, 'Your work is stored again.');
    } catch { this.#say(false, ''); }
  }

  /** @param {boolean} works
   * @param {string} words */
  #say(works, words) {
    if (works === this.#works) return;
    this.#works = works;
    this.#status.warn('storage', works ? ''
      : 'This browser cannot store your work in this window: download it before you close the window.');
    this.#status.say(words);
  }

  /** Stores a cell's output after a delay, and once more after two seconds, when its charts are drawn.
   * @param {Cell} cell
   * @param {number} wait  the delay (ms), which debounces runs that follow a moved control */
  storeResult(cell, wait) {
    const keep = () => {
      if (!cell.isOfReader || cell.removed || cell.state === 'running') return;
      remember(cell);
      this.store(cell);
    };
    this.#timers.get(cell)?.forEach(clearTimeout);
    this.#timers.set(cell, [wait, 2000].map(milliseconds => setTimeout(keep, milliseconds)));
  }

  /** Marks a checkpoint, and stores that it is solved, if its answer is correct.
   * @param {Cell} cell */
  solved(cell) { noteSolved(cell, this.#isAlone ? undefined : this.#notebook); }
}

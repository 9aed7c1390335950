// Stores the reader's work on a page while it is written.
/** @import { Cell } from '../Cells/cell.js' */
/** @import { NotebookView } from '../View/view.js' */
/** @import { AnswerText } from '../HandIn/answer-text.js' */
import { remember } from '../Outputs/result.js';
import { noteSolved } from './ticks.js';
import * as work from './work.js';

export class Storage {
  /** Whether the last attempt to store has succeeded. */
  works = true;
  /** Called at each edit. */
  onedit = () => {};
  /** The ids of the cells that the reader has edited since the page was opened or refreshed. */
  touched = new Set();
  #isPaused = false;
  /** @type {WeakMap<Cell, ReturnType<typeof setTimeout>[]>}  the timers after which a cell's output is stored */
  #timers = new WeakMap();
  #view;

  /** @param {NotebookView} view */
  constructor(view) {
    this.#view = view;
    addEventListener('beforeunload', event => {
      if (!this.works && view.cells.some(cell => cell.edited)) event.preventDefault();
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
    return {
      cell: cell.id,
      source: cell.source,
      original: work.digest(cell.original),
      added: cell.added,
      after: cell.added ? this.#view.arrangement.above(cell)?.id : undefined,
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
    const view = this.#view, { notebook } = view;
    if (view.passing) return;
    try {
      const { cell: id, ...value } = this.entry(cell);
      if (!cell.removed && cell.isOfReader) await work.keep('cells', notebook, id, value);
      else await work.forget('cells', notebook, id);
      if (this.works) return;
      this.works = true;
      view.status.say('Your work is stored again.');
    } catch {
      if (!this.works) return;
      this.works = false;
      view.status.say('');
    }
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

  /** @param {Cell} cell */
  solved(cell) { noteSolved(this.#view, cell); }
}

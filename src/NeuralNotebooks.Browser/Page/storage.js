// Stores the reader's work on a page while it is written, and restores it at the next visit.
/** @import { Cell } from './cell.js' */
/** @import { Frame } from './frame.js' */
/** @import { Text } from './handin.js' */
import { noteSolved, tick } from './ticks.js';
import * as work from './work.js';

export class Storage {
  /** Whether the last attempt to store has succeeded. */
  works = true;
  /** Called at each edit. */
  onedit = () => {};
  /** Resolves when the work of earlier visits is shown. */
  #restored;
  #isRestoring = false;
  /** The cells that the reader has edited since the page was opened or refreshed. */
  #touched = new Set();
  #frame;

  /** @param {Frame} frame */
  constructor(frame) {
    this.#frame = frame;
    addEventListener('beforeunload', event => {
      if (!this.works && frame.cells.some(cell => cell.edited)) event.preventDefault();
    });
  }

  /** Shows the work of earlier visits. */
  begin() { this.#restored = this.#restore(); }

  get restored() { return Promise.resolve(this.#restored).catch(console.warn); }

  /** The entry that is stored for a cell.
   * @param {Cell | Text} cell */
  entry(cell) {
    return {
      cell: cell.id,
      source: cell.source,
      original: work.digest(cell.original),
      added: cell.added,
      after: cell.added ? this.#frame.arrangement.above(cell)?.id : undefined,
      at: Date.now(),
      choices: cell.choices,
      ...cell.result,
    };
  }

  /** Stores a cell after the reader has edited or deleted it.
   * @param {Cell | Text} cell */
  edited(cell) {
    this.onedit();
    if (this.#isRestoring) return;
    this.#touched.add(cell.id);
    this.store(cell);
  }

  /** Stores an added cell after its position has changed.
   * @param {Cell | Text} cell */
  placed(cell) { if (!this.#isRestoring) this.store(cell); }

  /** @param {Cell | Text} cell */
  async store(cell) {
    const frame = this.#frame, { notebook } = frame;
    if (frame.passing) return;
    try {
      const { cell: id, ...value } = this.entry(cell);
      if (!cell.removed && cell.isOfReader) await work.keep('cells', notebook, id, value);
      else await work.forget('cells', notebook, id);
      if (this.works) return;
      this.works = true;
      frame.say('Your work is stored again.');
    } catch {
      if (!this.works) return;
      this.works = false;
      frame.say('');
    }
  }

  /** Stores a cell's output after a delay, and once more after two seconds, when its charts are drawn.
   * @param {Cell} cell
   * @param {number} wait  the delay (ms), which debounces runs that follow a moved control */
  storeResult(cell, wait) {
    const keep = () => {
      if (!cell.isOfReader || cell.removed || cell.state === 'running') return;
      cell.remember();
      this.store(cell);
    };
    cell.keeping?.forEach(clearTimeout);
    cell.keeping = [wait, 2000].map(milliseconds => setTimeout(keep, milliseconds));
  }

  /** @param {Cell} cell */
  solved(cell) { noteSolved(this.#frame, cell); }

  /** Shows entries: the texts of cells, and their outputs of an earlier visit.
   * @param {any[]} entries */
  show(entries) {
    const frame = this.#frame, shown = entries.filter(({ source }) => typeof source === 'string');
    const find = id => frame.editable.find(cell => cell.id === id);
    const added = shown.filter(text => text.added && !find(text.cell));
    while (added.length > 0) {
      const [{ cell, after }] = added.splice(Math.max(0, added.findIndex(text => find(text.after))), 1);
      frame.arrangement.add(cell, find(after));
    }
    for (const { cell: id, source, original, added: own, choices, ran, output, time, ranAt } of shown) {
      const cell = find(id);
      if (!cell) continue;
      const isOther = !own && original !== work.digest(cell.original);
      cell.choices = choices;
      // If only the controls of a cell were moved and the course has changed its text since, the new text is shown.
      if (isOther && original === work.digest(source)) continue;
      cell.changed = isOther;
      cell.result = typeof output === 'string' ? { ran, output, time, ranAt } : undefined;
      cell.edit(source);
      if (cell.result) cell.recall();
    }
    frame.dependents.mark();
  }

  /** Shows entries without storing them again. */
  showStored(entries) {
    this.#isRestoring = true;
    try { this.show(entries); } finally { this.#isRestoring = false; }
  }

  /** Shows the course's texts again, and then the stored ones in their place. Pages that do not store changes, such as
   * one with code from a link, stay as they are. */
  async refresh() { if (!this.#frame.passing) await this.#restore(true); }

  /** Shows the stored work. With `again`, first resets the page to the course's texts. */
  async #restore(again = false) {
    const frame = this.#frame, { notebook, cells, arrangement } = frame;
    if (again) this.#touched.clear();
    // An error is ignored here: if the storage does not work, a message says so at the first edit.
    const [stored, solved] = await Promise.all(
      [work.cells(notebook), work.solved(notebook)].map(read => read.catch(() => [])),
    );
    this.#isRestoring = true;
    try {
      if (again) {
        for (const cell of cells.filter(({ added }) => added)) arrangement.take(cell);
        for (const cell of frame.editable.filter(({ id }) => !this.#touched.has(id))) {
          cell.edit(cell.original);
          cell.choices = undefined;
        }
        for (const mark of document.querySelectorAll('.contents .nn-tick')) mark.remove();
        arrangement.arranged();
      }
      // A cell that was edited while the storage was being read keeps its newer text, even if that is the original one.
      this.show(stored.filter(({ cell }) => !this.#touched.has(cell)));
    } finally { this.#isRestoring = false; }
    for (const { cell } of solved) tick(cells.find(({ id }) => id === cell));
  }
}

// The cells that wait to be run.
/** @import { Runtime } from './runtime.js' */
/** @import { Cell } from '../Cells/cell.js' */

export class Queue {
  /** Whether the page scrolls to the first failed cell at the end of the run, as after Run all. */
  goesToFailure = false;
  /** @type {Cell[]} */
  #waiting = [];
  #runtime;

  /** @param {Runtime} runtime */
  constructor(runtime) { this.#runtime = runtime; }

  get isEmpty() { return this.#waiting.length === 0; }

  /** Appends cells.
   * @param {Cell[]} cells */
  add(cells) {
    for (const cell of cells) if (cell.queue()) this.#waiting.push(cell);
  }

  addAll() {
    this.goesToFailure = true;
    this.add(this.#runtime.view.cells.filter(cell => !cell.skipped && cell.source.trim() !== ''));
  }

  /** Appends cells, and before them the cells above that have not run and the cells that they use and that are out of
   * date.
   * @param {Cell[]} some */
  addWithAbove(some) {
    const { cells, dependents } = this.#runtime.view, last = Math.max(...some.map(cell => cells.indexOf(cell)));
    const wanted = cells.filter((cell, place) => some.includes(cell) || (place < last && this.isDue(cell)));
    const needed = dependents.needs(wanted).filter(cell => !cell.isEndless);
    this.add(cells.filter(cell => wanted.includes(cell) || needed.includes(cell)));
  }

  /** Removes the first cell and returns it; undefined if there is none. */
  next() { return this.#waiting.shift(); }

  clear() {
    for (const cell of this.#waiting.splice(0)) cell.unqueue();
  }

  /** Whether a cell has to run before the cells below it: it has not run in this session, its text does not end the
   * session, and it is not skipped.
   * @param {Cell} cell */
  isDue(cell) {
    return cell.lastRun.session !== this.#runtime.session.number && !cell.isEndless && !cell.skipped
      && cell.source.trim() !== '';
  }

  /** Whether a cell above the given one has to run first.
   * @param {Cell} cell */
  isDueAbove(cell) {
    const { cells } = this.#runtime.view;
    return cells.slice(0, cells.indexOf(cell)).some(one => this.isDue(one));
  }
}

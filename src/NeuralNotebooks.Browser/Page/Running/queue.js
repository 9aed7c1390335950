// The cells that wait to be run.
/** @import { Cell } from '../Cells/cell.js' */
/** @import { Session } from '../Session/session.js' */

export class Queue {
  /** @type {Set<Cell>} */
  #waiting = new Set();
  #cells;
  #session;

  /** @param {Cell[]} cells  the page's cells
   * @param {Session} session */
  constructor(cells, session) {
    this.#cells = cells;
    this.#session = session;
  }

  get isEmpty() { return this.#waiting.size === 0; }

  /** Adds cells; returns those that neither wait nor run already.
   * @param {Cell[]} cells */
  add(cells) {
    const added = cells.filter(cell => cell.queue());
    for (const cell of added) this.#waiting.add(cell);
    return added;
  }

  addAll() { return this.add(this.#cells.filter(cell => cell.hasCode)); }

  /** Adds cells, and the cells above them that have not run.
   * @param {Cell[]} some */
  addWithAbove(some) {
    const last = Math.max(...some.map(cell => this.#cells.indexOf(cell)));
    return this.add(this.#cells.filter((cell, place) => some.includes(cell) || (place < last && this.isDue(cell))));
  }

  /** Removes a cell, which is about to run; false if it was removed before, as by Stop.
   * @param {Cell} cell */
  remove(cell) { return this.#waiting.delete(cell); }

  clear() {
    for (const cell of this.#waiting) cell.unqueue();
    this.#waiting.clear();
  }

  /** Whether a cell has to run before the cells below it: it has not run in this session, and its text does not end
   * the session.
   * @param {Cell} cell */
  isDue(cell) { return cell.lastRun.session !== this.#session.number && !cell.isEndless && cell.hasCode; }

  /** Whether a cell above the given one has to run first.
   * @param {Cell} cell */
  isDueAbove(cell) { return this.#cells.slice(0, this.#cells.indexOf(cell)).some(one => this.isDue(one)); }
}

// What a live page does: whether C# runs, what it is used for, and which cells and actions wait for it.
/** @import { Cell } from '../Cells/cell.js' */
/** @import { Session } from '../Session/session.js' */
/** @import { ShownState } from '../types.js' */

/** What C# is used for: for the cells that the reader wants to run; for all cells during Hand in, which goes on after
 * cells that fail, and loads C# again; for the cells that use a control that moves; or for judging during Hand in.
 * @typedef {'run' | 'rehearse' | 'follow' | 'judge'} Use */

/** An action in progress.
 * @typedef {{ isStopped: boolean }} Turn */

export class Schedule {
  /** @type {Exclude<ShownState, 'running'>} */
  #csharp = 'off';
  /** @type {Use | null} */
  #use = null;
  /** @type {Set<Cell>}  the cells that wait to be run */
  #waiting = new Set();
  /** @type {Set<Cell>}  the cells with moved controls whose runs are still to come */
  moved = new Set();
  /** @type {Promise<unknown>}  the end of the last action */
  #last = Promise.resolve();
  /** @type {Turn | null} */
  #turn = null;
  #cells;
  #session;
  #changed;

  /** @param {Cell[]} cells  the page's cells
   * @param {Pick<Session, 'number'>} session
   * @param {(state: ShownState, words?: string) => void} changed  called after each event that has an effect, with the
   * message that the page then shows */
  constructor(cells, session, changed) {
    this.#cells = cells;
    this.#session = session;
    this.#changed = changed;
  }

  get use() { return this.#use; }

  /** The value of the attribute `data-nn-live`. */
  get state() { return this.#use ? 'running' : this.#csharp; }

  /** Takes over a new state if an event is possible; returns whether it is.
   * @param {boolean} isPossible
   * @param {Exclude<ShownState, 'running'>} csharp
   * @param {Use | null} use
   * @param {string} [words]  the message that the page shows */
  #enter(isPossible, csharp, use, words) {
    if (!isPossible) return false;
    [this.#csharp, this.#use] = [csharp, use];
    this.#changed(this.state, words);
    return true;
  }

  load(words) { return this.#enter(true, 'loading', null, words); }

  loaded(words) { return this.#enter(this.#csharp === 'loading', 'ready', null, words); }

  /** C# begins to work, or goes on with something else.
   * @param {Use} use
   * @param {string} [words] */
  begin(use, words) { return this.#enter(this.#csharp === 'ready', 'ready', use, words); }

  /** The last cell, or judging, has ended.
   * @param {string} [words] */
  finish(words) { return this.#enter(this.#use !== null, 'ready', null, words); }

  /** C# could not be loaded, or has ended by itself. Hand in loads it again. */
  fail(words) {
    const isAgain = this.#csharp === 'off' || this.#csharp === 'failed';
    return this.#enter(!isAgain && this.#use !== 'rehearse' && this.#use !== 'judge', 'failed', null, words);
  }

  /** The reader has stopped C# while it was loading or judging. */
  end(words) { return this.#enter(this.#csharp === 'loading' || this.#use === 'judge', 'off', null, words); }

  /** Calls a function when all earlier ones have ended; resolves with its result.
   * @template T
   * @param {(turn: Turn) => Promise<T>} act
   * @returns {Promise<T>} */
  take(act) {
    const mine = this.#last.then(() => act(this.#turn = { isStopped: false }));
    this.#last = mine.catch(() => {}).then(() => { this.#turn = null; });
    return mine;
  }

  /** Tells the present action to end as soon as it can, and forgets what waits. */
  stop() {
    if (this.#turn) this.#turn.isStopped = true;
    this.moved.clear();
    this.clear();
  }

  get isEmpty() { return this.#waiting.size === 0; }

  /** Queues cells; returns those that neither wait nor run already.
   * @param {Cell[]} cells */
  add(cells) {
    const added = cells.filter(cell => cell.queue());
    for (const cell of added) this.#waiting.add(cell);
    return added;
  }

  addAll() { return this.add(this.#cells.filter(cell => cell.hasCode)); }

  /** Queues cells, and the cells above them that have not run.
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

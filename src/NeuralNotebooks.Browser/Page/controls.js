// Follows controls that are moved: runs their cells again, and those that read what these declare.
/** @import { Page } from './page.js' */
/** @import { Cell } from './cell.js' */
/** @import { Turn } from './turns.js' */

export class Controls {
  /** @type {Promise<{ connect: (cell: Cell) => void, swap: (cell: Cell, choices?: Record<string, string>) => void }>
   * | undefined} */
  #parts;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #resting;
  #page;

  /** @param {Page} page */
  constructor(page) { this.#page = page; }

  /** What makes controls move: loaded with the first of them. */
  #load() {
    const step = (/** @type {() => Cell[]} */ take) => this.#page.turns.take(turn => this.#follow(take, turn));
    this.#parts ??= import('./control.js')
      .then(({ hand, swap }) => ({ connect: hand(step), swap }))
      .catch(error => { this.#parts = undefined; throw error; });
    return this.#parts;
  }

  /** Makes the controls of a cell's output move.
   * @param {Cell} cell */
  async connect(cell) {
    if (cell.output.querySelector('[data-nn-control]')) (await this.#load()).connect(cell);
  }

  /** Puts what a cell has drawn in place of its old output.
   * @param {Cell} cell
   * @param {Record<string, string>} [choices]  with which it was drawn */
  async swap(cell, choices) { (await this.#load()).swap(cell, choices); }

  /** Runs cells again whose controls have moved, and those that read what they declare. One that has not run yet runs
   * if nothing is missing above it.
   * @param {() => Cell[]} take  gives the cells, once nothing else runs
   * @param {Turn} turn */
  async #follow(take, turn) {
    const { session, state, frame, runner, start } = this.#page, moved = take();
    // One that has ended the session may not do so where it is now.
    const due = moved.filter(cell => cell.session !== session.number && cell.source.trim() !== '');
    if (due.length > 0) {
      runner.enqueueWithAbove(due);
      await runner.run(turn);
      if (due.some(cell => cell.session !== session.number || cell.state !== 'done')) return;
    }
    clearTimeout(this.#resting);
    if (!(await start.ready()) || !state.take('follow')) return;
    /** @type {{ slow: Cell | null }} */
    const following = { slow: null };
    for (const cell of frame.dependents.of(moved)) {
      if (turn.isStopped) break;
      const isMissing = cell.session !== session.number && runner.isDueAbove(cell);
      // One that was stopped where the control was may end where it is now.
      const isEndless = cell.isEndless && !cell.stoppedInHand;
      const waits = !moved.includes(cell) && (cell.stale || isEndless || isMissing);
      if (!waits && !due.includes(cell) && !(await runner.execute(cell, following))) break;
    }
    if (turn.isStopped) take(); // What was to come is stopped, too.
    const { slow } = following;
    const words = turn.isStopped ? 'Stopped' : slow ? `Ready. Cell ${slow.number} took ${slow.time}.` : undefined;
    // As long as a control goes on moving, the page stays as it is.
    this.#resting = setTimeout(() => {
      if (state.now === 'following' && session.alive) state.take('finish', words);
    }, 200);
  }
}

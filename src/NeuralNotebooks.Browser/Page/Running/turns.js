// A queue for the actions that need C#: runs of cells, runs that follow a control, Hand in. One is active at a time.

/** An action in progress.
 * @typedef {{ isStopped: boolean }} Turn */

export class Turns {
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();
  /** @type {Turn | null} */
  #current = null;

  /** Calls a function when all earlier ones have ended; resolves with its result.
   * @template T
   * @param {(turn: Turn) => Promise<T>} act
   * @returns {Promise<T>} */
  run(act) {
    const mine = this.#last.then(() => act(this.#current = { isStopped: false }));
    this.#last = mine.catch(() => {}).then(() => { this.#current = null; });
    return mine;
  }

  /** Tells the present action to end as soon as it can. */
  stop() { if (this.#current) this.#current.isStopped = true; }
}

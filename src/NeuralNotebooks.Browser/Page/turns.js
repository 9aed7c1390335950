// What uses C# does so one after the other, in the order in which it asks: runs of cells, following a control, Hand in.

/** What a turn knows of itself.
 * @typedef {{ isStopped: boolean }} Turn */

export class Turns {
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();
  /** @type {Turn | null} */
  #current = null;

  /** Does something when all that has asked before is done; resolves with what it gives.
   * @template T
   * @param {(turn: Turn) => Promise<T>} act
   * @returns {Promise<T>} */
  take(act) {
    const mine = this.#last.then(() => act(this.#current = { isStopped: false }));
    this.#last = mine.catch(() => {}).then(() => { this.#current = null; });
    return mine;
  }

  /** Lets what has its turn end as soon as it can. */
  stop() { if (this.#current) this.#current.isStopped = true; }
}

// The run of a cell that is in progress in a session.
/** @import { Ended } from '../types.js' */

/** How long (ms) a cell may go on after a stop request before its worker is ended. */
const patience = 2000;

export class CurrentRun {
  /** @type {((ended: Ended) => void) | undefined} */
  #resolve;
  /** @type {Promise<Ended> | undefined} */
  #ended;

  /** Whether a cell runs. */
  get exists() { return this.#resolve !== undefined; }

  /** Begins a run; the promise resolves when it ends.
   * @returns {Promise<Ended>} */
  begin() { return this.#ended = new Promise(resolve => { this.#resolve = resolve; }); }

  /** Ends the run, if there is one.
   * @param {Ended} ended */
  end(ended) {
    const resolve = this.#resolve;
    this.#resolve = undefined;
    resolve?.(ended);
  }

  /** Stops the run; resolves when it has ended.
   * @param {() => boolean} ask  asks the cell to stop, and is called until it has stopped; false if it cannot be asked
   * @param {() => void} kill  called if the cell cannot be asked, or does not respond */
  stop(ask, kill) {
    const running = this.#resolve, begun = performance.now();
    const again = () => {
      if (this.#resolve !== running) return;
      if (performance.now() - begun > patience || !ask()) return kill();
      setTimeout(again, 200);
    };
    again();
    return this.#ended;
  }
}

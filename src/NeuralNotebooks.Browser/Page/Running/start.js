// Starts C# when it is needed, and shows the progress of its download.
/** @import { Runtime } from './runtime.js' */
import { messageOf } from '../elements.js';

const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1);

export class Start {
  #received = 0;
  #said = -1;
  #runtime;

  /** @param {Runtime} runtime */
  constructor(runtime) { this.#runtime = runtime; }

  /** Starts C# if necessary; resolves with whether it runs. */
  async ready() {
    const { session, state } = this.#runtime;
    if (session.alive && state.now !== 'loading') return true;
    state.take('load', 'Loading C#');
    try {
      await session.ready();
      state.take('loaded', 'Ready');
      return true;
    } catch (error) {
      const message = messageOf(error);
      // The code that stops a session shows a message itself.
      if (message !== 'stopped')
        state.take('fail', `C# could not be started (${message}). Run again to try once more.`);
      return false;
    } finally {
      this.#received = 0;
      this.#said = -1;
    }
  }

  /** Counts a file of the bundle that has arrived.
   * @param {number} bytes */
  progress(bytes) {
    const { session, state, view } = this.#runtime;
    if (state.now !== 'loading') return; // Data files and documentation are fetched while a session runs.
    this.#received += bytes;
    view.toolbar.progress.value = Math.min(1, this.#received / session.size);
    // The text changes only at each quarter, since a screen reader reads out every change.
    const quarter = Math.min(3, Math.floor((4 * this.#received) / session.size));
    if (quarter === this.#said) return;
    this.#said = quarter;
    view.status.say(`Loading C#: ${25 * quarter} % of ${megabytes(session.size)} MB, downloaded only once`);
  }

  /** Shows that a cell waits for data.
   * @param {number} bytes */
  fetching(bytes) {
    const { status } = this.#runtime.view;
    status.say(`Fetching the data that this cell needs, ${megabytes(bytes)} MB, downloaded only once`);
  }
}

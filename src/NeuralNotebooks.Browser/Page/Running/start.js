// Starts C# when it is needed, and shows the progress of its download.
import { messageOf } from '../elements.js';

const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1);

export class Start {
  #received = 0;
  #said = -1;
  #session;
  #state;
  #status;
  #progress;

  /** @param {import('../Session/session.js').Session} session
   * @param {import('./states.js').PageState} state
   * @param {import('../View/status.js').Status} status
   * @param {HTMLProgressElement} progress */
  constructor(session, state, status, progress) {
    this.#session = session;
    this.#state = state;
    this.#status = status;
    this.#progress = progress;
  }

  /** Starts C# if necessary; resolves with whether it runs. */
  async ready() {
    if (this.#session.alive && this.#state.now !== 'loading') return true;
    this.#state.take('load', 'Loading C#');
    try {
      await this.#session.ready();
      this.#state.take('loaded', 'Ready');
      return true;
    } catch (error) {
      const message = messageOf(error);
      // The code that stops a session shows a message itself.
      if (message !== 'stopped')
        this.#state.take('fail', `C# could not be started (${message}). Run again to try once more.`);
      return false;
    } finally {
      this.#received = 0;
      this.#said = -1;
    }
  }

  /** Counts a file of the bundle that has arrived.
   * @param {number} bytes */
  progress(bytes) {
    if (this.#state.now !== 'loading') return; // Data files and documentation are fetched while a session runs.
    const { size } = this.#session;
    this.#received += bytes;
    this.#progress.value = Math.min(1, this.#received / size);
    // The text changes only at each quarter, since a screen reader reads out every change.
    const quarter = Math.min(3, Math.floor((4 * this.#received) / size));
    if (quarter === this.#said) return;
    this.#said = quarter;
    this.#status.say(`Loading C#: ${25 * quarter} % of ${megabytes(size)} MB, downloaded only once`);
  }

  /** Shows that a cell waits for data.
   * @param {number} bytes */
  fetching(bytes) {
    this.#status.say(`Fetching the data that this cell needs, ${megabytes(bytes)} MB, downloaded only once`);
  }
}

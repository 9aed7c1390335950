// Starts C# when it is needed, and shows the progress of its download.
import { Stopped } from '../Session/session.js';

const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1);

/** @typedef {ReturnType<typeof starting>} Start */

/** @param {import('../Session/session.js').Session} session
 * @param {import('./schedule.js').Schedule} schedule
 * @param {import('../View/status.js').Status} status
 * @param {HTMLProgressElement} progress */
export function starting(session, schedule, status, progress) {
  let received = 0, shownQuarter = -1;
  return {
    /** Starts C# if necessary; resolves with whether it runs. */
    async ready() {
      if (session.alive && schedule.state !== 'loading') return true;
      schedule.load('Loading C#');
      try {
        await session.ready();
        schedule.loaded('Ready');
        return true;
      } catch (error) {
        // The code that stops a session shows a message itself.
        if (!(error instanceof Stopped))
          schedule.fail(`C# could not be started (${error.message}). Run again to try once more.`);
        return false;
      } finally {
        [received, shownQuarter] = [0, -1];
      }
    },

    /** Counts a file of the bundle that has arrived.
     * @param {number} bytes */
    progress(bytes) {
      if (schedule.state !== 'loading') return; // Data files and documentation are fetched while a session runs.
      const { size } = session;
      received += bytes;
      progress.value = Math.min(1, received / size);
      // The text changes only at each quarter, since a screen reader reads out every change.
      const quarter = Math.min(3, Math.floor((4 * received) / size));
      if (quarter === shownQuarter) return;
      shownQuarter = quarter;
      status.say(`Loading C#: ${25 * quarter} % of ${megabytes(size)} MB, downloaded only once`);
    },

    /** Shows that a cell waits for data.
     * @param {number} bytes */
    fetching(bytes) {
      status.say(`Fetching the data that this cell needs, ${megabytes(bytes)} MB, downloaded only once`);
    },
  };
}

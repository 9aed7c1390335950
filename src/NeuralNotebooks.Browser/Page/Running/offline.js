// Caches the site for use without a network connection.
/** @import { Runtime } from './runtime.js' */

export class Offline {
  /** @type {number | undefined}  the number of the last session in which the site was cached */
  #cached;
  #runtime;

  /** @param {Runtime} runtime */
  constructor(runtime) { this.#runtime = runtime; }

  /** Caches what the page has used, once in a session. */
  keepUsed() {
    const { session } = this.#runtime;
    if (this.#cached === session.number) return;
    this.#cached = session.number;
    session.keep({ data: false });
  }

  /** Caches the whole course, and says whether it has succeeded. */
  async keepAll() {
    const { start, session, view } = this.#runtime;
    if (!(await start.ready())) return;
    view.status.say(
      (await session.keep({ data: true }))
        ? 'This course works offline now.'
        : 'This browser cannot store pages for offline use: that needs https, and permission to store data.',
    );
  }
}

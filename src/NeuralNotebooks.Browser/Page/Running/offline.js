// Caches the site for use without a network connection.
/** @import { Page } from './page.js' */

export class Offline {
  /** @type {number | undefined}  the number of the last session in which the site was cached */
  #cached;
  #page;

  /** @param {Page} page */
  constructor(page) { this.#page = page; }

  /** Caches what the page has used, once in a session. */
  keepUsed() {
    const { session } = this.#page;
    if (this.#cached === session.number) return;
    this.#cached = session.number;
    session.keep({ data: false });
  }

  /** Caches the whole course, and says whether it has succeeded. */
  async keepAll() {
    const { start, session, frame } = this.#page;
    if (!(await start.ready())) return;
    frame.status.say(
      (await session.keep({ data: true }))
        ? 'This course works offline now.'
        : 'This browser cannot store pages for offline use: that needs https, and permission to store data.',
    );
  }
}

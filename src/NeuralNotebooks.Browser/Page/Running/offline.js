// Caches the site for use without a network connection.

export class Offline {
  /** @type {number | undefined}  the number of the last session in which the site was cached */
  #cached;
  #session;
  #start;
  #status;

  /** @param {import('../Session/session.js').Session} session
   * @param {import('./start.js').Start} start
   * @param {import('../View/status.js').Status} status */
  constructor(session, start, status) {
    this.#session = session;
    this.#start = start;
    this.#status = status;
  }

  /** Caches what the page has used, once in a session. After a failure, the next run tries again. */
  async keepUsed() {
    const { number } = this.#session;
    if (this.#cached === number) return;
    this.#cached = number;
    if (!(await this.#session.keep({ data: false })) && this.#cached === number) this.#cached = undefined;
  }

  /** Caches the whole course, and says whether it has succeeded. */
  async keepAll() {
    if (!(await this.#start.ready())) return;
    this.#status.say(
      (await this.#session.keep({ data: true }))
        ? 'This course works offline now.'
        : 'This browser cannot store pages for offline use: that needs https, and permission to store data.',
    );
  }
}

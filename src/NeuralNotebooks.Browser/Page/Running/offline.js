// Caches the site for use without a network connection.

/** @param {import('../Session/session.js').Session} session
 * @param {import('./start.js').Start} start
 * @param {import('../View/status.js').Status} status */
export function offline(session, start, status) {
  /** @type {number | undefined}  the number of the last session in which the site was cached */
  let cached;
  return {
    /** Caches what the page has used, once in a session. After a failure, the next run tries again. */
    async keepUsed() {
      const { number } = session;
      if (cached === number) return;
      cached = number;
      if (!(await session.keep({ data: false })) && cached === number) cached = undefined;
    },

    /** Caches the whole course, and says whether it has succeeded. */
    async keepAll() {
      if (!(await start.ready())) return;
      status.say((await session.keep({ data: true }))
        ? 'This course works offline now.'
        : 'Not all of the course could be stored: that needs https, a connection, and permission to store data.');
    },
  };
}

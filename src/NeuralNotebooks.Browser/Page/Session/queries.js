// Sends queries of the page to a worker, and waits for the replies.
/** @import { FromWorker, Query, ToWorker } from '../types.js' */

export class Queries {
  #count = 0;
  /** @type {Map<number, (value: any) => void>}  number of a query → the function that resolves its promise */
  #waiting = new Map();

  /** Sends a query; resolves with the reply, or with null if the worker ends before it has replied.
   * @param {(message: ToWorker) => void} post  sends a message to the worker
   * @param {Query} query */
  send(post, query) {
    const id = ++this.#count;
    post({ type: 'query', query, id });
    return new Promise(resolve => this.#waiting.set(id, resolve));
  }

  /** Takes a reply of the worker.
   * @param {Extract<FromWorker, { type: 'queryReply' }>} reply */
  take({ id, value }) {
    this.#waiting.get(id)?.(value);
    this.#waiting.delete(id);
  }

  /** Replies to all open queries with null, since the worker has ended. */
  cancel() {
    for (const resolve of this.#waiting.values()) resolve(null);
    this.#waiting.clear();
  }
}

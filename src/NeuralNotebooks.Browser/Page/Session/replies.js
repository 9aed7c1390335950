// Sends questions to a worker, and waits for its replies.

export class Replies {
  #count = 0;
  /** @type {Map<number, (answer: any) => void>}  number of a question → the function that resolves its promise */
  #waiting = new Map();

  /** Sends a question; resolves with the answer, or with null if the worker ends before it has answered.
   * @param {Worker} worker
   * @param {any} question */
  ask(worker, question) {
    const id = ++this.#count;
    worker.postMessage({ type: 'ask', question, id });
    return new Promise(resolve => this.#waiting.set(id, resolve));
  }

  /** Takes a reply of the worker.
   * @param {{ id: number, value: any }} reply */
  take({ id, value }) {
    this.#waiting.get(id)?.(value);
    this.#waiting.delete(id);
  }

  /** Answers all open questions with null, since the worker has ended. */
  cancel() {
    for (const resolve of this.#waiting.values()) resolve(null);
    this.#waiting.clear();
  }
}

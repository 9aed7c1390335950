// The channel from a running cell to the page. It sends the cell's outputs to the page, and gets two things from it:
// whether the cell must stop, and a line that the reader enters.
/** @import { PollReply } from '../ServiceWorker/messages.js' */
/** @import { FromWorker, Printed } from '../Session/messages.js' */

export class Channel {
  isBusy = false;
  #live;
  #page;
  // Text is batched: a cell may write it letter by letter.
  #text = '';
  #stream = '';
  // The cell that has written it.
  #writer = '';
  #sent = 0;

  /** @param live  the bundle's address
   * @param page  the id by which the service worker knows the page; null if there is no service worker */
  constructor(live, page) {
    this.#live = live;
    this.#page = page;
  }

  get imports() {
    return {
      write: (...text) => this.#write(...text),
      emit: (id, shown) => this.#emit(id, shown),
      poll: () => this.#poll(),
      requestInput: (prompt, password) => this.#requestInput(prompt, password),
    };
  }

  flush() {
    const output = /** @type {Printed} */ ({ output_type: 'stream', name: this.#stream, text: this.#text });
    if (this.#text) post({ type: 'output', id: this.#writer, event: { kind: 'text', output } });
    this.#text = '';
    this.#sent = performance.now();
  }

  /** Sends what a cell does to its outputs to the page. The cell may have ended: a task that it started may still show
   * something. */
  #emit(id, shown) {
    this.flush();
    post({ type: 'output', id, event: JSON.parse(shown) });
  }

  #write(id, stream, text) {
    if (stream !== this.#stream || id !== this.#writer) this.flush();
    [this.#stream, this.#writer] = [stream, id];
    this.#text += text;
    if (!this.isBusy || this.#text.length > 16384 || performance.now() - this.#sent > 50) this.flush();
  }

  /** Gets from the service worker what the page has sent it; blocks until it replies. Null if there is no service
   * worker.
   * @param {'stop' | 'answer'} what  whether to stop, or also the line that the reader has entered
   * @returns {PollReply | null} */
  #fromPage(what) {
    if (!this.#page) return null;
    const request = new XMLHttpRequest();
    request.open('GET', `${this.#live}poll?${what}&page=${this.#page}`, false);
    try { request.send(); } catch { return null; }
    return request.status === 200 && request.getResponseHeader('x-nn') ? JSON.parse(request.responseText) : null;
  }

  #poll() {
    if (this.#text) this.flush();
    return this.#fromPage('stop')?.stop === true;
  }

  /** A line from the reader; null if the cell must stop or there is no service worker. */
  #requestInput(prompt, password) {
    this.flush();
    if (!this.#page) return null;
    post({ type: 'inputRequest', prompt, password });
    for (;;) {
      const reply = this.#fromPage('answer');
      if (!reply || reply.stop) return null;
      if (reply.text !== undefined) return reply.text;
    }
  }
}

/** Sends a message to the page.
 * @param {FromWorker} message */
export const post = message => self.postMessage(message);

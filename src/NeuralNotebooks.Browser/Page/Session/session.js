// A session of C#: a web worker that runs .NET. It is started when it is first needed, and terminated if it does not
// respond.
/** @import { Ended, FromWorker, Query, RunOptions, SessionEvents, SessionOf, ToWorker } from '../types.js' */
import { unknownMessage } from '../messages.js';
import { CellFiles } from './cell-files.js';
import { Queries } from './queries.js';
import { keep, postToService, serviceWorker } from './service.js';

/** How long (ms) a cell may go on after a stop request before its worker is ended. */
const patience = 2000;

export class Session {
  /** @type {Worker | undefined} */ #worker;
  /** @type {Promise<void> | undefined} */ #ready;
  // The function that resolves the present run, and the promise of its result.
  /** @type {((ended: Ended) => void) | undefined} */ #running;
  /** @type {Promise<Ended> | undefined} */ #ended;
  /** @type {ServiceWorker | null | undefined} */ #service;
  // The id by which the service worker knows this page.
  /** @type {string | null} */ #pageId = null;
  /** @type {CellFiles | undefined} */ #files;
  #of;
  #on;
  #cache;
  #queries = new Queries();
  #number = 0;
  /** Whether this browser can cache the bundle. */
  #isKept = false;
  #abandon = () => {};

  /** @param {SessionOf} of
   * @param {SessionEvents} on  called for messages of the worker */
  constructor(of, on) {
    const { boot, site } = this.#of = of;
    this.#on = on;
    this.#cache = `neural-notebooks ${site} ${boot.version}`;
    this.size = Object.values(boot.dotnet.resources).flat().reduce((sum, file) => sum + file.size, 0);
  }

  get alive() { return this.#worker !== undefined; }

  /** The number of the session, which increases when the worker ends. */
  get number() { return this.#number; }

  get busy() { return this.#running !== undefined; }

  /** Resolves when .NET is ready. */
  ready() {
    this.#ready ??= this.#start();
    return this.#ready;
  }

  async #start() {
    const { number } = this;
    this.#service ??= await serviceWorker();
    if (number !== this.number) throw new Error('stopped');
    this.#pageId = this.#service ? crypto.randomUUID() : null;
    const worker = new Worker(new URL(this.#of.boot.scripts.worker.name, this.#of.live), { type: 'module' });
    this.#worker = worker;
    this.#files = new CellFiles(this.#of.files, message => this.#post(message, worker));
    await new Promise((/** @type {(_?: void) => void} */ resolve, reject) => {
      let started = false;
      const lost = (/** @type {string} */ reason) => {
        if (this.#worker !== worker) return;
        if (!started) reject(new Error(reason));
        this.end();
        if (started) this.#on.died(reason);
      };
      worker.onerror = event => { event.preventDefault?.(); lost(event.message || 'the worker could not be started'); };
      worker.onmessage = ({ data }) => {
        /** @type {FromWorker} */
        const message = data;
        switch (message.type) {
          case 'ready': started = true; this.#isKept = message.kept; resolve(); break;
          case 'failed': case 'died': lost(message.reason); break;
          case 'ended': this.#settle(message); break;
          case 'queryReply': this.#queries.take(message); break;
          case 'progress': this.#on.progress(message.bytes); break;
          case 'fetching': this.#on.fetching(message.size); break;
          case 'output': this.#on.output(message); break;
          case 'inputRequest': this.#on.inputRequest(message); break;
          default: unknownMessage(message);
        }
      };
      this.#post({ type: 'start', boot: this.#of.boot, cache: this.#cache, page: this.#pageId }, worker);
      this.#abandon = () => reject(new Error('stopped'));
    });
  }

  /** Sends a message to the worker, or to one of an earlier session, which ignores it.
   * @param {ToWorker} message */
  #post(message, worker = this.#worker) { worker?.postMessage(message); }

  /** Sends a message about the running cell to the service worker.
   * @param {{ type: 'begin' } | { type: 'stop' } | { type: 'answer', text: string }} message */
  #postToService(message) {
    if (this.#service && this.#pageId) postToService(this.#service, { ...message, page: this.#pageId });
  }

  /** Caches the site for offline use: with all data files, or only with those that cells have fetched already and those
   * that Hand in needs; true once it is cached. */
  async keep({ data }) {
    if (!this.#isKept || !this.#service) return false;
    const { boot, isAssignment } = this.#of;
    return keep(this.#service, this.#cache, boot, entry => data || (isAssignment && entry.for === '#hand-in'));
  }

  /** Runs a cell. Resolves with outcome and duration; the outcome is "ended" if the worker has ended.
   * @param {string} id
   * @param {string} code
   * @param {number} number
   * @param {RunOptions} how
   * @returns {Promise<Ended>} */
  async run(id, code, number, how) {
    if (!this.#worker) return { outcome: 'ended' };
    const worker = this.#worker, ended = this.#ended = new Promise(resolve => { this.#running = resolve; });
    await this.#files?.bring();
    this.#postToService({ type: 'begin' });
    this.#post({ type: 'run', id, code, number, ...how }, worker);
    return ended;
  }

  /** Finds what would not count in the notebook of an assignment. If `judge` is false, the notebook is read, but its
   * answers are not run. Null if the session has ended. */
  async handIn(name, text, judge) {
    const worker = this.#worker;
    await this.#files?.bring();
    return worker === this.#worker ? this.query({ type: 'handIn', name, text, judge }) : null;
  }

  #settle(message) {
    const resolve = this.#running;
    this.#running = undefined;
    resolve?.(message);
  }

  /** Stops the running cell; resolves when it has ended. The variables are kept, unless the cell does not respond: then
   * the worker is terminated. */
  stop() {
    const running = this.#running, begun = performance.now();
    if (!running) return;
    const again = () => {
      if (this.#running !== running) return;
      if (!this.#pageId || performance.now() - begun > patience) return this.end('killed');
      this.#postToService({ type: 'stop' });
      setTimeout(again, 200);
    };
    this.#post({ type: 'stop' });
    again();
    return this.#ended;
  }

  /** Gives the running cell the line that it has requested from the reader.
   * @param {string} text */
  replyInput(text) { this.#postToService({ type: 'answer', text }); }

  /** Asks C# something for the page; null while a cell runs.
   * @param {Query} query */
  query(query) {
    return this.#worker && !this.busy
      ? this.#queries.send(message => this.#post(message), query)
      : Promise.resolve(null);
  }

  /** Terminates the worker immediately; its variables are lost. */
  end(outcome = 'ended') {
    this.#number++;
    this.#worker?.terminate();
    this.#worker = this.#ready = undefined;
    this.#abandon();
    this.#queries.cancel();
    this.#settle({ outcome });
  }
}

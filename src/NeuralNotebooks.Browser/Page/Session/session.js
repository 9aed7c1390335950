// A session of C#: a web worker that runs .NET. It is started when it is first needed, and terminated if it does not
// respond.
/** @import { Ended } from '../types.js' */
import { CellFiles } from './cell-files.js';
import { Replies } from './replies.js';
import { keep, serviceWorker } from './service.js';

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
  #replies = new Replies();
  #number = 0;
  /** Whether this browser can cache the bundle. */
  #isKept = false;
  #abandon = () => {};

  /** @param {import('../types.js').SessionOf} of
   * @param {Record<string, (message: any) => void>} on  the page's callbacks: progress, output, ask, died, fetching */
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
    this.#files = new CellFiles(this.#of.files, worker);
    await new Promise((/** @type {(_?: void) => void} */ resolve, reject) => {
      let started = false;
      const lost = reason => {
        if (this.#worker !== worker) return;
        if (!started) reject(new Error(reason));
        this.end();
        if (started) this.#on.died(reason);
      };
      worker.onerror = event => { event.preventDefault?.(); lost(event.message || 'the worker could not be started'); };
      worker.onmessage = ({ data: message }) => {
        switch (message.type) {
          case 'ready': started = true; this.#isKept = message.kept; resolve(); break;
          case 'failed': case 'died': lost(message.reason); break;
          case 'ended': this.#settle(message); break;
          case 'answered': this.#replies.take(message); break;
          default: this.#on[message.type]?.(message);
        }
      };
      worker.postMessage({ boot: this.#of.boot, cache: this.#cache, page: this.#pageId });
      this.#abandon = () => reject(new Error('stopped'));
    });
  }

  /** Caches the site for offline use: with all data files, or only with those that cells have fetched already and those
   * that Hand in needs; true once it is cached. */
  async keep({ data }) {
    if (!this.#isKept || !this.#service) return false;
    const { boot, isAssignment } = this.#of;
    return keep(this.#service, this.#cache, boot, entry => data || (isAssignment && entry.for === '#hand-in'));
  }

  /** Runs a cell. Resolves with outcome and duration; the outcome is "ended" if the worker has ended.
   * @param how  choices: the values of the cell's controls; follows: whether the run follows a moved control;
   * showsValues: whether the run records values to show beside the lines */
  async run(id, code, number, how) {
    if (!this.#worker) return { outcome: 'ended' };
    const worker = this.#worker, ended = this.#ended = new Promise(resolve => { this.#running = resolve; });
    await this.#files?.bring();
    this.#service?.postMessage({ type: 'begin', page: this.#pageId });
    worker.postMessage({ type: 'run', id, code, number, ...how });
    return ended;
  }

  /** Finds what would not count in the notebook of an assignment. If `judge` is false, the notebook is read, but its
   * answers are not run. Null if the session has ended. */
  async handIn(name, text, judge) {
    const worker = this.#worker;
    await this.#files?.bring();
    return worker === this.#worker ? this.ask({ type: 'handIn', name, text, judge }) : null;
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
      this.#service?.postMessage({ type: 'stop', page: this.#pageId });
      setTimeout(again, 200);
    };
    this.#worker?.postMessage({ type: 'stop' });
    again();
    return this.#ended;
  }

  answer(text) { this.#service?.postMessage({ type: 'answer', page: this.#pageId, text }); }

  /** Sends a question to the worker; null while a cell runs. */
  ask(question) {
    return this.#worker && !this.busy ? this.#replies.ask(this.#worker, question) : Promise.resolve(null);
  }

  /** Terminates the worker immediately; its variables are lost. */
  end(outcome = 'ended') {
    this.#number++;
    this.#worker?.terminate();
    this.#worker = this.#ready = undefined;
    this.#abandon();
    this.#replies.cancel();
    this.#settle({ outcome });
  }
}

// One session of C#: a worker with .NET in it, started lazily, ended when it does not answer.
/** @import { Ended } from './types.js' */
import { CellFiles } from './cell-files.js';
import { keep, serviceWorker } from './service.js';

/** How long (ms) a cell may go on after a stop request before its worker is ended. */
const patience = 2000;

export class Session {
  /** @type {Worker | undefined} */ #worker;
  /** @type {Promise<void> | undefined} */ #ready;
  // What ends a run, and how it has ended.
  /** @type {((ended: Ended) => void) | undefined} */ #running;
  /** @type {Promise<Ended> | undefined} */ #ended;
  /** @type {ServiceWorker | null | undefined} */ #service;
  // By which the service worker knows this page.
  /** @type {string | null} */ #channel = null;
  /** @type {CellFiles | undefined} */ #files;
  /** @type {Map<number, (answer: any) => void>} */ #asked = new Map();
  #of;
  #on;
  #cache;
  #questions = 0;
  #number = 0;
  /** Whether this browser keeps the bundle. */
  #isKept = false;
  #abandon = () => {};

  /** @param {import('./types.js').SessionOf} of
   * @param {Record<string, (message: any) => void>} on  progress, output, ask, died, fetching: tell the page */
  constructor(of, on) {
    const { boot, site } = this.#of = of;
    this.#on = on;
    this.#cache = `neural-notebooks ${site} ${boot.version}`;
    this.size = Object.values(boot.dotnet.resources).flat().reduce((sum, file) => sum + file.size, 0);
  }

  get alive() { return this.#worker !== undefined; }

  /** Another one once the worker has ended. */
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
    this.#channel = this.#service ? crypto.randomUUID() : null;
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
          case 'answered': this.#asked.get(message.id)?.(message.value); this.#asked.delete(message.id); break;
          default: this.#on[message.type]?.(message);
        }
      };
      worker.postMessage({ boot: this.#of.boot, cache: this.#cache, channel: this.#channel });
      this.#abandon = () => reject(new Error('stopped'));
    });
    this.keep({ data: false });
  }

  /** Keeps the site for offline use, with all data or with what cells have asked for; true once it is kept. */
  async keep({ data }) {
    if (!this.#isKept || !this.#service) return false;
    const { boot, isAssignment } = this.#of;
    return keep(this.#service, this.#cache, boot, entry => data || (isAssignment && entry.for === '#hand-in'));
  }

  /** Runs a cell. Resolves with how it ended: outcome and duration; outcome is "ended" when the worker was.
   * @param how  what its reader has chosen in its controls, whether it follows a hand, whether its values are shown */
  async run(id, code, number, how) {
    if (!this.#worker) return { outcome: 'ended' };
    const worker = this.#worker, ended = this.#ended = new Promise(resolve => { this.#running = resolve; });
    await this.#files?.bring();
    this.#service?.postMessage({ type: 'begin', page: this.#channel });
    worker.postMessage({ type: 'run', id, code, number, ...how });
    return ended;
  }

  /** Reads the notebook of an assignment, and judges its answers or not: what would not count. Null if the session was
   * ended. */
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

  /** Stops the running cell. Its variables stay, unless it does not answer. Resolves when it has ended. */
  stop() {
    const running = this.#running, begun = performance.now();
    if (!running) return;
    const again = () => {
      if (this.#running !== running) return;
      if (!this.#channel || performance.now() - begun > patience) return this.end('killed');
      this.#service?.postMessage({ type: 'stop', page: this.#channel });
      setTimeout(again, 200);
    };
    this.#worker?.postMessage({ type: 'stop' });
    again();
    return this.#ended;
  }

  answer(text) { this.#service?.postMessage({ type: 'answer', page: this.#channel, text }); }

  /** Asks the worker something; null while a cell runs. */
  ask(question) {
    if (!this.alive || this.busy) return Promise.resolve(null);
    const id = ++this.#questions;
    this.#worker?.postMessage({ type: 'ask', question, id });
    return new Promise(resolve => this.#asked.set(id, resolve));
  }

  /** Ends the worker immediately: its variables are gone. */
  end(outcome = 'ended') {
    this.#number++;
    this.#worker?.terminate();
    this.#worker = this.#ready = undefined;
    this.#abandon();
    for (const resolve of this.#asked.values()) resolve(null);
    this.#asked.clear();
    this.#settle({ outcome });
  }
}

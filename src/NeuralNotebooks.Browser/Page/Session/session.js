// A session of C#: a web worker that runs .NET. It is started when it is first needed, and terminated if it does not
// respond.
/** @import { BundleFile, Ended, Query, RunOptions, SessionEvents, SessionOf } from '../types.js' */
/** @import { ToWorker, WorkerReport } from '../types.js' */
import { unknownMessage } from '../messages.js';
import { CellFiles } from './cell-files.js';
import { CurrentRun } from './current-run.js';
import { Queries } from './queries.js';
import { Service } from './service.js';
import { startWorker } from './start-worker.js';

export class Session {
  /** @type {Worker | undefined} */ #worker;
  /** @type {Promise<void> | undefined} */ #ready;
  /** @type {Service | undefined} */ #service;
  /** @type {CellFiles | undefined} */ #files;
  #of;
  #on;
  #cache;
  #queries = new Queries();
  #run = new CurrentRun();
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

  get busy() { return this.#run.exists; }

  /** Resolves when .NET is ready. */
  ready() {
    if (!this.#ready) {
      const ready = this.#ready = this.#start();
      // After a failure, the next call tries again.
      ready.catch(() => { if (this.#ready === ready) this.#ready = undefined; });
    }
    return this.#ready;
  }

  async #start() {
    const { number } = this;
    if (!this.#service?.isConnected) this.#service = await Service.connect();
    if (number !== this.number) throw new Error('stopped');
    const service = this.#service;
    service.renewId();
    const { boot, live, files } = this.#of, address = new URL(boot.scripts.worker.name, live);
    const { worker, ready, abandon } = startWorker(
      address,
      { type: 'start', boot, cache: this.#cache, page: service.pageId },
      message => this.#take(message),
      (reason, wasReady) => {
        if (this.#worker !== worker) return;
        this.end();
        if (wasReady) this.#on.died(reason);
      },
    );
    this.#worker = worker;
    this.#abandon = abandon;
    this.#files = new CellFiles(files, message => this.#post(message, worker));
    this.#isKept = await ready;
  }

  /** @param {WorkerReport} message */
  #take(message) {
    switch (message.type) {
      case 'ended': return this.#run.end(message);
      case 'queryReply': return this.#queries.take(message);
      case 'progress': return this.#on.progress(message.bytes);
      case 'fetching': return this.#on.fetching(message.size);
      case 'output': return this.#on.output(message);
      case 'inputRequest': return this.#on.inputRequest(message);
      default: unknownMessage(message);
    }
  }

  /** Sends a message to the worker, or to one of an earlier session, which ignores it.
   * @param {ToWorker} message */
  #post(message, worker = this.#worker) { worker?.postMessage(message); }

  /** Caches the site for offline use: with all data files, or only with those that cells have fetched already and those
   * that Hand in needs; true once it is cached. */
  async keep({ data }) {
    const { boot, isAssignment } = this.#of;
    const wants = (/** @type {BundleFile} */ entry) => data || (isAssignment && entry.for === '#hand-in');
    return this.#isKept && this.#service?.keep(this.#cache, boot, wants);
  }

  /** Runs a cell. Resolves with outcome and duration; the outcome is "ended" if the worker has ended.
   * @param {string} id
   * @param {string} code
   * @param {number} number
   * @param {RunOptions} how
   * @returns {Promise<Ended>} */
  async run(id, code, number, how) {
    if (!this.#worker) return { outcome: 'ended' };
    const worker = this.#worker, ended = this.#run.begin();
    await this.#files?.bring();
    this.#service?.post({ type: 'begin' });
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

  /** Stops the running cell; resolves when it has ended. The variables are kept, unless the cell does not respond: then
   * the worker is terminated. */
  stop() {
    if (!this.busy) return;
    this.#post({ type: 'stop' });
    return this.#run.stop(() => this.#service?.post({ type: 'stop' }) ?? false, () => this.end('killed'));
  }

  /** Gives the running cell the line that it has requested from the reader.
   * @param {string} text */
  replyInput(text) { this.#service?.post({ type: 'answer', text }); }

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
    this.#run.end({ outcome });
  }
}

// A session of C#: a web worker that runs .NET. It is started when it is first needed, and terminated if it does not
// respond.
/** @import { Check, DataFile, Ended, Query, RunOptions, SessionEvents, SessionOptions, ToWorker } from '../types.js' */
/** @import { FromWorker } from './messages.js' */
import { at, optional, reportDropped } from '../checks.js';
import { pause } from '../elements.js';
import { sendFiles } from './cell-files.js';
import { endingOf } from './endings.js';
import { ended, message as checkMessage, replies } from './messages.js';
import { Service } from './service.js';

/** How long (ms) a cell may go on after a stop request before its worker is ended. */
const patience = 2000;

/** The reader has stopped a session before .NET was ready. */
export class Stopped extends Error { }

export class Session {
  /** @type {Worker | undefined} */ #worker;
  /** @type {Promise<void> | undefined} */ #ready;
  /** @type {Service | undefined} */ #service;
  #options;
  #events;
  #cache;
  #number = 0;
  /** Whether .NET runs in the worker: before, the worker does not handle requests. */
  #isReady = false;
  /** Whether this browser can cache the bundle. */
  #isKept = false;
  /** @type {Map<number, { resolve: (value: any) => void, check: Check<any> }>}  the requests without a reply, by their
   * numbers; `check` checks the reply */
  #waiting = new Map();
  #requests = 0;
  /** The number of the request to run the cell that was run last. */
  #run = 0;
  #abandon = () => {};
  #sendFiles = async () => {};

  /** @param {SessionOptions} options
   * @param {SessionEvents} events  called for messages of the worker */
  constructor(options, events) {
    const { boot, site } = this.#options = options;
    this.#events = events;
    this.#cache = `neural-notebooks ${site} ${boot.version}`;
    this.size = Object.values(boot.dotnet.resources).flat().reduce((sum, file) => sum + file.size, 0);
  }

  get alive() { return this.#isReady; }

  /** The number of the session, which increases when the worker ends. */
  get number() { return this.#number; }

  get busy() { return this.#waiting.has(this.#run); }

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
    if (number !== this.number) throw new Stopped();
    const service = this.#service;
    service.renewId();
    const { boot, live, files } = this.#options;
    const worker = this.#worker = new Worker(new URL(boot.scripts.worker.name, live), { type: 'module' });
    this.#sendFiles = sendFiles(files, message => worker.postMessage(message));
    const ready = new Promise((resolve, reject) => {
      this.#abandon = () => reject(new Stopped());
      const lost = (/** @type {string} */ reason) => {
        reject(new Error(reason));
        if (this.#worker !== worker) return;
        const wasAlive = this.alive;
        this.end({ outcome: 'ended', message: endingOf(reason) });
        if (wasAlive) this.#events.died();
      };
      worker.onerror = event => { event.preventDefault?.(); lost(event.message || 'the worker could not be started'); };
      worker.onmessage = ({ data }) => {
        if (this.#worker !== worker) return; // Messages that were sent before it was terminated.
        const wrong = checkMessage(data);
        if (wrong) return reportDropped('the web worker', wrong);
        /** @type {FromWorker} */
        const message = data;
        if (message.type === 'failed' || message.type === 'died') lost(message.reason);
        else if (message.type === 'ready') {
          this.#isReady = true;
          this.#isKept = message.kept;
          resolve(undefined);
        } else this.#handle(message);
      };
    });
    worker.postMessage(/** @type {ToWorker} */ ({ type: 'start', boot, cache: this.#cache, page: service.pageId }));
    await ready;
  }

  /** @param {Exclude<FromWorker, { type: 'ready' | 'failed' | 'died' }>} message */
  #handle(message) {
    switch (message.type) {
      case 'reply': {
        const { id, value } = message, request = this.#waiting.get(id);
        const wrong = request ? at('value', request.check(value)) : '.id belongs to no request';
        if (wrong) return reportDropped('the web worker', wrong);
        request?.resolve(value);
        this.#waiting.delete(id);
        break;
      }
      case 'progress': return this.#events.progress(message.bytes);
      case 'fetching': return this.#events.fetching(message.size);
      case 'output': return this.#events.output(message.id, message.event);
      case 'inputRequest': return this.#events.inputRequest(message.prompt, message.password);
      default: /** @satisfies {never} */ (message);
    }
  }

  /** A new request: its number, and a promise that resolves with the worker's reply.
   * @param {Check<any>} check  checks the reply */
  #request(check) {
    const id = ++this.#requests;
    return { id, reply: new Promise(resolve => this.#waiting.set(id, { resolve, check })) };
  }

  /** Caches the site for offline use: with all data files, or only with those that cells have fetched already and those
   * that Hand in needs; true once it is cached. */
  async keep({ data }) {
    const { boot, isAssignment } = this.#options;
    const wants = (/** @type {DataFile} */ { kind }) => data || (isAssignment && kind === 'handIn');
    return this.#isKept && this.#service?.keep(this.#cache, boot, wants);
  }

  /** Runs a cell. Resolves with outcome and duration; the outcome is "ended" if the worker has ended.
   * @param {string} cell  its id
   * @param {string} code
   * @param {number} number
   * @param {RunOptions} how
   * @returns {Promise<Ended>} */
  async run(cell, code, number, how) {
    const worker = this.#worker;
    if (!worker || !this.alive) return { outcome: 'ended' };
    const { id, reply } = this.#request(ended);
    this.#run = id;
    await this.#sendFiles();
    this.#service?.post({ type: 'begin' });
    worker.postMessage(/** @type {ToWorker} */ ({ type: 'run', id, cell, code, number, ...how }));
    return reply;
  }

  /** Finds what would not count in the notebook of an assignment. If `judge` is false, the notebook is read, but its
   * answers are not run. Null if the session has ended. */
  async handIn(name, text, judge) {
    const worker = this.#worker;
    await this.#sendFiles();
    return worker === this.#worker ? this.query({ type: 'handIn', name, text, judge }) : null;
  }

  /** Stops the running cell; resolves when it has ended. The variables are kept, unless the cell cannot be asked to
   * stop or does not respond: then the worker is terminated. */
  async stop() {
    const run = this.#run, begun = performance.now();
    if (this.busy) this.#worker?.postMessage(/** @type {ToWorker} */ ({ type: 'stop' }));
    while (this.#waiting.has(run)) {
      const isAsked = performance.now() - begun <= patience && this.#service?.post({ type: 'stop' });
      if (!isAsked) return this.end({ outcome: 'killed' });
      await pause(200);
    }
  }

  /** Gives the running cell the line that it has requested from the reader.
   * @param {string} text */
  replyInput(text) { this.#service?.post({ type: 'answer', text }); }

  /** Asks C# something for the page; resolves with null while C# is loading or a cell runs, and if the
   * worker ends before it replies.
   * @param {Query} query
   * @returns {Promise<any>} */
  async query(query) {
    if (!this.#worker || !this.alive || this.busy) return null;
    const { id, reply } = this.#request(optional(replies[query.type]));
    this.#worker.postMessage(/** @type {ToWorker} */ ({ type: 'query', id, query }));
    return reply;
  }

  /** Terminates the worker immediately; its variables are lost.
   * @param {Ended} ended  how the run of the present cell has ended, if one runs */
  end(ended = { outcome: 'ended' }) {
    this.#number++;
    this.#worker?.terminate();
    this.#worker = this.#ready = undefined;
    this.#isReady = false;
    this.#abandon();
    for (const [id, { resolve }] of this.#waiting) resolve(id === this.#run ? ended : null);
    this.#waiting.clear();
  }
}

// One session of C#: a worker with .NET in it, started lazily, ended when it does not answer.

/** How long (ms) a cell may go on after a stop request before its worker is ended. */
const patience = 2000;

export class Session {
  #worker; #ready; #running; #service; #channel; #brought; #asked = new Map(); #questions = 0; #starting = 0;

  /** @param of  boot: the manifest; site: its path; live: the bundle's address; files: what cells can read, name →
   * address, or content; isAssignment: whether it can be handed in
   * @param on  what the page wants to hear: progress, output, ask, died, fetching */
  constructor(of, on) {
    Object.assign(this, of, { on });
    const { boot, site } = of;
    this.cache = `neural-notebooks ${site} ${boot.version}`;
    this.size = Object.values(boot.dotnet.resources).flat().reduce((sum, file) => sum + file.size, 0);
  }

  get alive() { return this.#worker !== undefined; }

  get busy() { return this.#running !== undefined; }

  /** Resolves when .NET is ready. */
  ready() {
    this.#ready ??= this.#start();
    return this.#ready;
  }

  async #start() {
    const starting = ++this.#starting;
    this.#service ??= await serviceWorker();
    if (starting !== this.#starting) return;
    this.#channel = this.#service ? crypto.randomUUID() : null;
    const worker = new Worker(new URL(this.boot.scripts.worker.name, this.live), { type: 'module' });
    this.#worker = worker;
    this.#brought = new Map();
    await new Promise((resolve, reject) => {
      let started = false;
      const lost = reason => {
        if (this.#worker !== worker) return;
        if (started) this.on.died(reason);
        else reject(new Error(reason));
        this.end();
      };
      worker.onerror = event => { event.preventDefault?.(); lost(event.message || 'the worker could not be started'); };
      worker.onmessage = ({ data: message }) => {
        switch (message.type) {
          case 'ready': started = true; this.kept = message.kept; resolve(); break;
          case 'failed': case 'died': lost(message.reason); break;
          case 'ended': this.#settle(message); break;
          case 'answered': this.#asked.get(message.id)?.(message.value); this.#asked.delete(message.id); break;
          default: this.on[message.type]?.(message);
        }
      };
      worker.postMessage({ boot: this.boot, cache: this.cache, channel: this.#channel });
      this.abandon = () => reject(new Error('stopped'));
    });
    this.keep({ data: false });
  }

  /** Keeps the site for offline use, with all data or with what cells have asked for; true once it is kept. */
  async keep({ data }) {
    if (!this.kept || !this.#service) return false;
    const id = crypto.randomUUID();
    const done = new Promise(resolve =>
      navigator.serviceWorker.addEventListener('message', function heard(event) {
        if (event.data.type !== 'kept' || event.data.id !== id) return;
        navigator.serviceWorker.removeEventListener('message', heard);
        resolve(event.data.complete);
      }));
    this.#service.postMessage({
      type: 'keep',
      id,
      cache: this.cache,
      boot: JSON.stringify(this.boot), // As text, which workers of other editions know too.
      scripts: this.boot.scripts.kept,
      data: this.boot.data
        .filter(entry => data || (this.isAssignment && entry.for === '#hand-in'))
        .map(({ name, hash }) => ({ name, hash })),
    });
    return done;
  }

  /** Runs a cell. Resolves with how it ended: outcome and duration; outcome is "ended" when the worker was.
   * @param how  what its reader has chosen in its controls, whether it follows a hand, whether its values are shown */
  async run(id, code, number, how) {
    if (!this.#worker) return { outcome: 'ended' };
    const ended = new Promise(resolve => { this.#running = resolve; }), worker = this.#worker;
    await this.#bring(worker);
    this.#service?.postMessage({ type: 'begin', page: this.#channel });
    worker.postMessage({ type: 'run', id, code, number, ...how });
    return ended;
  }

  /** Reads the notebook of an assignment, and judges its answers or not: what would not count. Null if the session was
   * ended. */
  async handIn(name, text, judge) {
    const worker = this.#worker;
    await this.#bring(worker);
    return worker === this.#worker ? this.ask({ type: 'handIn', name, text, judge }) : null;
  }

  /** Gives a worker the files that its cells can read by their names. A file that cannot be fetched is missing there
   * too, and the cell says so. */
  async #bring(worker) {
    const brought = this.#brought; // A session that begins meanwhile has its own.
    for (const [name, from] of this.files) {
      if (brought.get(name) === from) continue;
      brought.set(name, from);
      try {
        const content = typeof from === 'string' ? await (await fetched(from)).arrayBuffer() : from;
        worker.postMessage({ type: 'file', name, content });
      } catch (error) { console.warn(error); }
    }
  }

  #settle(message) {
    const resolve = this.#running;
    this.#running = undefined;
    resolve?.(message);
  }

  /** Stops the running cell. Its variables stay, unless it does not answer. */
  stop() {
    const running = this.#running;
    if (!running) return;
    const begun = performance.now();
    const again = () => {
      if (this.#running !== running) return;
      if (!this.#channel || performance.now() - begun > patience) {
        this.end('killed');
        return;
      }
      this.#service.postMessage({ type: 'stop', page: this.#channel });
      setTimeout(again, 200);
    };
    this.#worker.postMessage({ type: 'stop' });
    again();
  }

  answer(text) { this.#service?.postMessage({ type: 'answer', page: this.#channel, text }); }

  /** Asks the worker something; null while a cell runs. */
  ask(question) {
    if (!this.alive || this.busy) return Promise.resolve(null);
    const id = ++this.#questions;
    this.#worker.postMessage({ type: 'ask', question, id });
    return new Promise(resolve => this.#asked.set(id, resolve));
  }

  /** Ends the worker immediately: its variables are gone. */
  end(outcome = 'ended') {
    this.#starting++;
    this.#worker?.terminate();
    this.#worker = this.#ready = undefined;
    this.abandon?.();
    for (const resolve of this.#asked.values()) resolve(null);
    this.#asked.clear();
    this.#settle({ outcome });
  }
}

async function fetched(address) {
  const response = await fetch(new URL(address, document.baseURI));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** The active service worker of the site; null if none is available. */
async function serviceWorker() {
  if (!navigator.serviceWorker) return null;
  const patience = new Promise(resolve => setTimeout(resolve, 3000, null));
  const active = (async () => {
    const registration = await navigator.serviceWorker.register(new URL('sw.js', document.baseURI), {
      updateViaCache: 'none',
    });
    await navigator.serviceWorker.ready;
    return registration.active;
  })().catch(() => null);
  return Promise.race([active, patience]);
}

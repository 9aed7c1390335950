// Connects a page with the service worker of the site.
/** @import { FromPage, FromService } from '../ServiceWorker/messages.js' */
/** @import { Boot, DataFile } from '../types.js' */
import { reportDropped } from '../checks.js';
import { fromService } from '../ServiceWorker/messages.js';

/** How long (ms) the service worker may take to cache the site. The browser may end it before, without a message. */
const maxKeeping = 10 * 60_000;

/** The site's registration of a service worker, whose worker an update replaces; null if none is available. */
async function serviceWorker() {
  if (!navigator.serviceWorker) return null;
  const patience = new Promise(resolve => setTimeout(resolve, 3000, null));
  const active = (async () => {
    const registration = await navigator.serviceWorker.register(new URL('sw.js', document.baseURI), {
      updateViaCache: 'none',
    });
    await navigator.serviceWorker.ready;
    return registration;
  })().catch(() => null);
  return Promise.race([active, patience]);
}

/** A page's connection with the service worker; without one, what it is sent is ignored. */
export class Service {
  /** The id by which the service worker knows the page's present session; null if there is no service worker.
   * @type {string | null} */
  pageId = null;
  #registration;

  /** @param {ServiceWorkerRegistration | null} registration */
  constructor(registration) { this.#registration = registration; }

  static async connect() { return new Service(await serviceWorker()); }

  get isConnected() { return this.#registration !== null; }

  renewId() { this.pageId = this.#registration && crypto.randomUUID(); }

  /** Sends a message about the running cell; false if there is no service worker.
   * @param {{ type: 'begin' } | { type: 'stop' } | { type: 'answer', text: string }} message */
  post(message) {
    if (!this.pageId) return false;
    this.#send({ ...message, page: this.pageId });
    return true;
  }

  /** Lets the service worker cache the site for offline use; true once it is cached.
   * @param {string} cache  the name of the bundle's cache
   * @param {Boot} boot
   * @param {(entry: DataFile) => boolean} wants  which data files are cached, too
   * @returns {Promise<boolean>} */
  async keep(cache, boot, wants) {
    if (!this.#registration) return false;
    const id = crypto.randomUUID(), listening = new AbortController();
    const done = new Promise(resolve => {
      setTimeout(resolve, maxKeeping, false);
      navigator.serviceWorker.addEventListener('message', ({ data }) => {
        const wrong = fromService(data);
        if (wrong) return reportDropped('the service worker', wrong);
        /** @type {FromService} */
        const message = data;
        if (message.id === id) resolve(message.complete); // Otherwise, another page has asked for it.
      }, { signal: listening.signal });
    });
    this.#send({
      type: 'keep',
      id,
      cache,
      boot: boot.manifest, // As text: a service worker of another version of the site expects it, too.
      scripts: boot.scripts.kept,
      data: boot.data.filter(wants).map(({ name, hash }) => ({ name, hash })),
    });
    return done.finally(() => listening.abort());
  }

  /** @param {FromPage} message */
  #send(message) { this.#registration?.active?.postMessage(message); }
}

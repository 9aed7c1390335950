// Connects a page with the service worker of the site.
/** @import { Boot, BundleFile, FromService, ToService } from '../types.js' */
import { unknownMessage } from '../messages.js';

/** The active service worker of the site; null if none is available. */
export async function serviceWorker() {
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

/** Sends a message to the service worker.
 * @param {ServiceWorker} service
 * @param {ToService} message */
export const postToService = (service, message) => service.postMessage(message);

/** Tells the service worker to cache the site for offline use; resolves with whether it has succeeded.
 * @param {ServiceWorker} service
 * @param {string} cache  the name of the bundle's cache
 * @param {Boot} boot
 * @param {(entry: BundleFile) => boolean} wants  which data files are cached, too */
export function keep(service, cache, boot, wants) {
  const id = crypto.randomUUID();
  const done = new Promise(resolve =>
    navigator.serviceWorker.addEventListener('message', function heard(event) {
      /** @type {FromService} */
      const message = event.data;
      if (message.type !== 'kept') unknownMessage(/** @type {never} */ (message));
      if (message.id !== id) return; // Another page has asked for it.
      navigator.serviceWorker.removeEventListener('message', heard);
      resolve(message.complete);
    }));
  postToService(service, {
    type: 'keep',
    id,
    cache,
    boot: JSON.stringify(boot), // As text: a service worker of another version of the site expects it, too.
    scripts: boot.scripts.kept,
    data: boot.data.filter(wants).map(({ name, hash }) => ({ name, hash })),
  });
  return done;
}

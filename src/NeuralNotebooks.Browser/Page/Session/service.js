// Connects a page with the service worker of the site.

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

/** Tells the service worker to cache the site for offline use; resolves with whether it has succeeded.
 * @param {ServiceWorker} service
 * @param {string} cache  the name of the bundle's cache
 * @param {import('../types.js').Boot} boot
 * @param {(entry: import('../types.js').BundleFile) => boolean} wants  which data files are cached, too */
export function keep(service, cache, boot, wants) {
  const id = crypto.randomUUID();
  const done = new Promise(resolve =>
    navigator.serviceWorker.addEventListener('message', function heard(event) {
      if (event.data.type !== 'kept' || event.data.id !== id) return;
      navigator.serviceWorker.removeEventListener('message', heard);
      resolve(event.data.complete);
    }));
  service.postMessage({
    type: 'keep',
    id,
    cache,
    boot: JSON.stringify(boot), // As text: a service worker of another version of the site expects it, too.
    scripts: boot.scripts.kept,
    data: boot.data.filter(wants).map(({ name, hash }) => ({ name, hash })),
  });
  return done;
}

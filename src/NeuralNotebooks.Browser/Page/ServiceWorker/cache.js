// The files of the site that are cached for offline use.

/** @type {any}  a ServiceWorkerGlobalScope */
const worker = self;
export const scope = new URL('.', self.location.href), live = new URL('live/', scope);
const assets = new URL('assets/', scope);
const prefix = `neural-notebooks ${scope.pathname} `, sitePages = prefix + 'pages';
const manifest = new URL('boot.json', live), siteList = new URL('site.json', live);

/** How long (ms) a page waits for the network if there is a cached response. */
const patience = 4000;

/** Whether a file's name or address contains a hash or version, so that it changes with the content. */
export const named = url => url.searchParams.has('v') || /\.[0-9a-z]{8,20}\.(js|css)$/i.test(url.pathname);

/** What the caches of this site have. Other scripts of the same origin may have caches of other names.
 * @returns {Promise<Response | undefined>} */
async function cachedHere(request, options = {}) {
  for (const cacheName of await caches.keys()) {
    const found = cacheName.startsWith(prefix) && (await caches.match(request, { ...options, cacheName }));
    if (found) return found;
  }
  return undefined;
}

/** Caches a copy of a response. If there is no space left, the page still gets the response. */
async function putCopy(address, response) {
  try { await (await caches.open(sitePages)).put(address, response.clone()); } catch (error) { console.warn(error); }
}

/** What the network sends, once it has arrived completely; or the cached response, if there is one and the network
 * fails or takes too long, as on a connection that is being lost.
 * @param {Request} request
 * @param {Response | undefined} cached
 * @returns {Promise<Response>} */
function fetched(request, cached) {
  const response = fetch(request);
  if (!cached) return response;
  const whole = response.then(async sent => { await sent.clone().blob(); return sent; });
  const late = new Promise(resolve => { setTimeout(resolve, patience, cached); });
  return Promise.race([whole.catch(() => cached), late]);
}

/** Cache first: the address identifies the content. A script that only few charts need is not on the site's list, and
 * is cached with its first use, if the course is cached. */
export async function kept(request) {
  const found = await cachedHere(request);
  if (found) return found;
  const last = await cachedHere(request, { ignoreSearch: true }), response = await fetched(request, last);
  if (response !== last && response.ok && request.url.startsWith(assets.href) && (await caches.has(sitePages)))
    await putCopy(request, response);
  return response;
}

/** The name of a file of this site: the path of its address, decoded where that is possible. */
function nameOf(url) {
  const path = url.pathname.slice(scope.pathname.length) || 'index.html';
  try { return decodeURIComponent(path); } catch { return path; }
}

/** The address under which a file is cached. It is always escaped in the same way, since links may differ in this. */
const addressOf = name => new URL(name.split('/').map(encodeURIComponent).join('/'), scope);

/** Whether a page belongs to this site. If the site is at the root of a host, there may be other sites below it. */
async function isOurs(url) {
  const list = await cachedHere(siteList);
  return list !== undefined && (await list.json()).files.includes(nameOf(url));
}

/** Network first, then cache: an old page in the cache must not replace a newer one. */
export async function fresh(request, url) {
  const address = addressOf(nameOf(url)), cached = await caches.match(address, { cacheName: sitePages });
  const response = await fetched(request, cached);
  if (response !== cached && response.ok && request.mode === 'navigate' && (await isOurs(url)))
    await putCopy(address, response);
  return response;
}

/** Caches the rest of what the site needs offline: scripts, pages and data files. Then deletes caches of other
 * versions, unless another page is open, which may need them. */
export async function keep({ cache: name, boot, scripts, data }) {
  const bundle = await caches.open(name), site = await caches.open(sitePages);
  for (const script of scripts) await addTo(bundle, new URL(script, live));
  await site.put(manifest, new Response(boot, { headers: { 'content-type': 'application/json' } }));
  const list = await download(siteList, { cache: 'no-cache' });
  await site.put(siteList, list.clone());
  const { version, files, packages = [] } = await list.json();
  await keepPages(site, version, files);
  for (const { name: file, hash: integrity } of data.concat(packages))
    await addTo(bundle, new URL(file, live), { integrity });
  if ((await worker.clients.matchAll({ type: 'window' })).length > 1) return;
  for (const other of await caches.keys())
    if (other.startsWith(prefix) && other !== name && other !== sitePages) await caches.delete(other);
}

/** Caches a file whose name identifies its content, so that it may be copied from the cache of an earlier version. */
async function addTo(cache, url, options) {
  if (await cache.match(url)) return;
  await cache.put(url, (await cachedHere(url)) ?? (await download(url, options)));
}

/** Fetches a file; fails if the server does not send it, so that the site does not count as cached. */
async function download(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

/** Caches the files of a version of the site, and deletes those of other versions. */
async function keepPages(site, version, files) {
  const mark = new URL('live/version', scope), had = await site.match(mark);
  if (had !== undefined && (await had.text()) === version) return;
  for (const file of files) {
    const address = addressOf(file), hasHash = named(address);
    if (hasHash && (await site.match(address))) continue;
    // A file with a hash in its name, which the page has fetched, comes from the browser's HTTP cache.
    await site.put(address, await download(address, { cache: hasHash ? 'force-cache' : 'no-cache' }));
  }
  const wanted = new Set([...files.map(file => addressOf(file).pathname), manifest.pathname, siteList.pathname]);
  for (const { url } of await site.keys())
    if (!wanted.has(new URL(url).pathname) || new URL(url).search) await site.delete(url);
  await site.put(mark, new Response(version));
}

// The service worker. It caches the course for offline use, and passes messages from a page to its worker while a cell
// computes. It caches nothing before the first Run of a page.
/** @import { FromService, PollReply, ToService } from '../types.js' */
import { unknownMessage } from '../messages.js';

/** @type {any}  a ServiceWorkerGlobalScope */
const worker = self;
const scope = new URL('.', self.location.href), live = new URL('live/', scope);
const prefix = `neural-notebooks ${scope.pathname} `, sitePages = prefix + 'pages';
const manifest = new URL('boot.json', live), siteList = new URL('site.json', live);

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', event => event.waitUntil(worker.clients.claim()));

// Page id → its messages to its worker. A worker that computes cannot receive messages, so it polls for these with
// synchronous requests.
const pages = new Map();
const of = page => pages.get(page) ?? pages.set(page, { stop: false, line: null, wake: null }).get(page);

worker.addEventListener('message', event => {
  /** @type {ToService} */
  const message = event.data;
  switch (message.type) {
    case 'stop': case 'answer': {
      const page = of(message.page);
      if (message.type === 'stop') page.stop = true;
      else page.line = message.text;
      page.wake?.();
      break;
    }
    case 'begin': pages.delete(message.page); break;
    case 'keep': event.waitUntil(keepAndTell(message)); break;
    default: unknownMessage(message);
  }
});

/** Replies to a worker that polls: immediately if it asks whether to stop; if it asks for the line that the reader
 * enters, once that is there, or after one second. */
async function replyToPoll(url) {
  const page = of(url.searchParams.get('page'));
  const wantsLine = url.searchParams.has('answer');
  if (wantsLine && !page.stop && page.line === null)
    await new Promise(resolve => { page.wake = resolve; setTimeout(resolve, 1000); });
  page.wake = null;
  /** @type {PollReply} */
  const reply = page.stop ? { stop: true } : wantsLine && page.line !== null ? { text: page.line } : {};
  if (reply.stop) page.stop = false;
  if ('text' in reply) page.line = null;
  return Response.json(reply, { headers: { 'cache-control': 'no-store', 'x-nn': '1' } });
}

/** Whether a file's name or address contains a hash or version, so that it changes with the content. */
const named = url => url.searchParams.has('v') || /\.[0-9a-z]{8,20}\.(js|css)$/i.test(url.pathname);

worker.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (!url.href.startsWith(scope.href)) return;
  if (url.pathname === live.pathname + 'poll') event.respondWith(replyToPoll(url));
  // The .bin files under live/ are left out: the page's worker caches them itself, decompressed. Other .bin files may
  // belong to the course.
  else if (event.request.method === 'GET' && !(url.href.startsWith(live.href) && url.pathname.endsWith('.bin')))
    event.respondWith(named(url) ? kept(event.request) : fresh(event.request, url));
});

async function kept(request) {
  const found = await caches.match(request);
  if (found) return found;
  try { return await fetch(request); } catch (error) {
    const last = await caches.match(request, { ignoreSearch: true });
    if (last) return last;
    throw error;
  }
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
  const list = await caches.match(siteList);
  return list !== undefined && (await list.json()).files.includes(nameOf(url));
}

/** Network first, then cache: an old page in the cache must not replace a newer one. */
async function fresh(request, url) {
  try {
    const response = await fetch(request);
    if (response.ok && request.mode === 'navigate' && (await isOurs(url)))
      await (await caches.open(sitePages)).put(addressOf(nameOf(url)), response.clone());
    return response;
  } catch (error) {
    const cache = await caches.open(sitePages);
    const found = await cache.match(addressOf(nameOf(url)));
    if (found) return found;
    throw error;
  }
}

async function keepAndTell(message) {
  const complete = await keep(message).then(() => true, error => { console.warn(error); return false; });
  for (const client of await worker.clients.matchAll({ type: 'window' }))
    client.postMessage(/** @type {FromService} */ ({ type: 'kept', id: message.id, complete }));
}

/** Caches the rest of what the site needs offline: scripts, pages and data files. Then deletes caches of other
 * versions, unless another page is open, which may need them. */
async function keep({ cache: name, boot, scripts, data }) {
  const bundle = await caches.open(name),
    site = await caches.open(sitePages);
  const add = async (cache, url, options) => {
    if (await cache.match(url)) return;
    // A name identifies the content, so a file may be copied from the cache of an earlier version.
    const response = (await caches.match(url)) ?? (await fetch(url, options));
    if (response.ok) await cache.put(url, response);
  };
  for (const script of scripts) await add(bundle, new URL(script, live));
  await site.put(manifest, new Response(boot, { headers: { 'content-type': 'application/json' } }));

  const list = await fetch(siteList, { cache: 'no-cache' });
  if (list.ok) {
    await site.put(siteList, list.clone());
    const { version, files } = await list.json();
    const mark = new URL('live/version', scope),
      had = await site.match(mark);
    if (had === undefined || (await had.text()) !== version) {
      for (const file of files) {
        const address = addressOf(file), hasHash = named(address);
        if (hasHash && (await site.match(address))) continue;
        // A file with a hash in its name, which the page has fetched, comes from the browser's HTTP cache.
        const response = await fetch(address, { cache: hasHash ? 'force-cache' : 'no-cache' });
        if (response.ok) await site.put(address, response);
      }
      const wanted = new Set([
        ...files.map(file => addressOf(file).pathname),
        manifest.pathname,
        siteList.pathname,
      ]);
      for (const old of await site.keys()) if (!wanted.has(new URL(old.url).pathname)) await site.delete(old);
      await site.put(mark, new Response(version));
    }
  }
  for (const { name: file, hash } of data) await add(bundle, new URL(file, live), { integrity: hash });
  if ((await worker.clients.matchAll({ type: 'window' })).length > 1) return;
  for (const other of await caches.keys())
    if (other.startsWith(prefix) && other !== name && other !== sitePages) await caches.delete(other);
}

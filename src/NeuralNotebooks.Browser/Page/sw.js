// The service worker: the course offline, and the channel from the page to a busy worker.
// Nothing is cached before the page asks for it, after its first Run.
/** @type {any}  a ServiceWorkerGlobalScope */
const worker = self;
const scope = new URL('.', self.location.href), live = new URL('live/', scope);
const prefix = `neural-notebooks ${scope.pathname} `, sitePages = prefix + 'pages';
const manifest = new URL('boot.json', live), siteList = new URL('site.json', live);

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', event => event.waitUntil(worker.clients.claim()));

// A page's messages to its worker, which polls for them by synchronous requests while it computes.
const pages = new Map();
const of = page => pages.get(page) ?? pages.set(page, { stop: false, answer: null, wake: null }).get(page);

worker.addEventListener('message', event => {
  const message = event.data;
  switch (message.type) {
    case 'stop': case 'answer': {
      const page = of(message.page);
      if (message.type === 'stop') page.stop = true;
      else page.answer = message.text;
      page.wake?.();
      break;
    }
    case 'begin': pages.delete(message.page); break;
    case 'keep': event.waitUntil(keepAndTell(message)); break;
  }
});

/** Answers a worker: immediately whether to stop; with what the reader has entered, as soon as it is available. */
async function answer(url) {
  const page = of(url.searchParams.get('page'));
  if (url.searchParams.has('answer') && !page.stop && page.answer === null)
    await new Promise(resolve => { page.wake = resolve; setTimeout(resolve, 1000); });
  page.wake = null;
  const said = page.stop
    ? { stop: true }
    : page.answer !== null && url.searchParams.has('answer')
      ? { text: page.answer }
      : {};
  if (said.stop) page.stop = false;
  if ('text' in said) page.answer = null;
  return Response.json(said, { headers: { 'cache-control': 'no-store', 'x-nn': '1' } });
}

/** Files whose name or address changes with their content. */
const named = url => url.searchParams.has('v') || /\.[0-9a-z]{8,20}\.(js|css)$/i.test(url.pathname);

worker.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (!url.href.startsWith(scope.href)) return;
  if (url.pathname === live.pathname + 'poll') event.respondWith(answer(url));
  // The worker keeps the files of the runtime itself, decompressed. A course may have files of this type, too.
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

/** The name of a file of this site, or what else an address has in its place. */
function nameOf(url) {
  const path = url.pathname.slice(scope.pathname.length) || 'index.html';
  try { return decodeURIComponent(path); } catch { return path; }
}

/** The address under which a file is kept: links may escape its name in another way. */
const addressOf = name => new URL(name.split('/').map(encodeURIComponent).join('/'), scope);

/** Whether a page is one of this site's: at the root of a host there may be others. */
async function isOurs(url) {
  const list = await caches.match(siteList);
  return list !== undefined && (await list.json()).files.includes(nameOf(url));
}

/** From the network if there is one: yesterday's page must not hide today's. */
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
    client.postMessage({ type: 'kept', id: message.id, complete });
}

/** Once the bundle is complete in its cache: adds the site's pages, then deletes caches that no open page needs. */
async function keep({ cache: name, boot, scripts, data }) {
  const bundle = await caches.open(name),
    site = await caches.open(sitePages);
  const add = async (cache, url, options) => {
    if (await cache.match(url)) return;
    // A name identifies the content: an earlier version of the bundle may have it.
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
        // What the page has fetched under the name of its content is not fetched once more.
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

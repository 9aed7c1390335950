// The service worker. It caches the course for offline use, and passes messages from a page to its worker while a cell
// computes. It caches nothing before the first Run of a page.
/** @import { FromPage, FromService } from './messages.js' */
import { reportDropped } from '../checks.js';
import { fresh, keep, kept, live, named, scope } from './cache.js';
import { fromPage } from './messages.js';
import { receive, replyToPoll } from './poll.js';

/** @type {any}  a ServiceWorkerGlobalScope */
const worker = self;

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', event => event.waitUntil(worker.clients.claim()));

worker.addEventListener('message', event => {
  const wrong = fromPage(event.data);
  if (wrong) return reportDropped('a page', wrong);
  /** @type {FromPage} */
  const message = event.data;
  switch (message.type) {
    case 'begin': case 'stop': case 'answer': receive(message); break;
    case 'keep': event.waitUntil(keepAndTell(message)); break;
    default: /** @satisfies {never} */ (message);
  }
});

worker.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (!url.href.startsWith(scope.href)) return;
  if (url.pathname === live.pathname + 'poll') event.respondWith(replyToPoll(url));
  // The .bin files under live/ are left out: the page's worker caches them itself, decompressed. Other .bin files may
  // belong to the course.
  else if (event.request.method === 'GET' && !(url.href.startsWith(live.href) && url.pathname.endsWith('.bin')))
    event.respondWith(named(url) ? kept(event.request) : fresh(event.request, url));
});

async function keepAndTell(message) {
  const complete = await keep(message).then(() => true, error => { console.warn(error); return false; });
  for (const client of await worker.clients.matchAll({ type: 'window' }))
    client.postMessage(/** @type {FromService} */ ({ type: 'kept', id: message.id, complete }));
}

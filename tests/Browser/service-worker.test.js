// Tests how the service worker replies on a connection that is being lost. No browser is needed.
import assert from 'node:assert/strict';
import { before, beforeEach, describe, mock, test } from 'node:test';

describe('the service worker', () => {
  const page = new URL('https://course.example/a/00.html'), request = /** @type {any} */ ({ url: page.href });
  const asset = /** @type {any} */ ({ url: 'https://course.example/a/assets/site.js?v=2' });
  let cached, fresh, kept;
  before(async () => {
    Object.defineProperty(globalThis, 'self', { value: { location: { href: 'https://course.example/a/sw.js' } } });
    Object.defineProperty(globalThis, 'caches', { value: {
      has: async () => true, keys: async () => ['x', 'neural-notebooks /a/ pages'],
      match: async (asked, { ignoreSearch = false, cacheName = 'x' } = {}) =>
        cacheName === 'x' ? new Response() : /[?]v=/.test(asked.url ?? asked) && !ignoreSearch ? undefined : cached,
    } });
    ({ fresh, kept } = await import('../../src/NeuralNotebooks.Browser/Page/ServiceWorker/cache.js'));
  });
  beforeEach(() => { cached = new Response('cached'); });

  const endless = () => new Promise(() => {});
  const stalled = async () => new Response(new ReadableStream({ start: sent => sent.enqueue(new Uint8Array(1)) }));
  for (const [name, reply] of [['is not answered', endless], ['stalls within the content', stalled]])
    test(`replies with what is cached, after a few seconds, if a request ${name}`, async () => {
      globalThis.fetch = /** @type {any} */ (reply);
      mock.timers.enable({ apis: ['setTimeout'] });
      const replies = [fresh(request, page), kept(asset)];
      await new Promise(resolve => setImmediate(resolve));
      mock.timers.tick(4000);
      mock.timers.reset();
      for (const response of await Promise.all(replies)) assert.equal(response, cached);
    });

  test('replies with what the network sends, and with what is cached if the network fails', async () => {
    globalThis.fetch = async () => new Response('new', { status: 404 });
    assert.equal(await (await fresh(request, page)).text(), 'new');
    assert.equal(await (await kept(asset)).text(), 'new');
    globalThis.fetch = async () => { throw new TypeError('offline'); };
    assert.equal(await fresh(request, page), cached);
    assert.equal(await kept(asset), cached);
    cached = undefined;
    await assert.rejects(fresh(request, page), /offline/);
  });
});

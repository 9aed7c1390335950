// Tests the messages between a page and its worker, with a fake worker. No browser is needed.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sendFiles } from '../../src/NeuralNotebooks.Browser/Page/Session/cell-files.js';
import { begin, started, useFakeWorker, worker } from './fake-worker.js';

describe('the messages between a page and its worker', () => {
  before(useFakeWorker);

  test('the first message starts the worker, and a run ends with its reply', async () => {
    const { session } = await started();
    assert.equal(worker.sent[0].type, 'start');
    const ended = session.run('a', '1 + 1', 3, { follows: false });
    await new Promise(resolve => setTimeout(resolve));
    assert.deepEqual(worker.sent[1], { type: 'run', id: 1, cell: 'a', code: '1 + 1', number: 3, follows: false });
    assert.ok(session.busy);
    worker.says({ type: 'reply', id: 1, value: { outcome: 'Succeeded', duration: 5 } });
    assert.equal((await ended).outcome, 'Succeeded');
    assert.ok(!session.busy);
  });

  test('outputs, requests for input and the progress of downloads are passed on to the page', async () => {
    const event = { kind: 'clear', wait: false }, output = { type: 'output', id: 'a', event };
    const { session, heard } = await started();
    worker.says({ type: 'progress', bytes: 7 });
    worker.says({ type: 'fetching', size: 8 });
    worker.says(output);
    worker.says({ type: 'inputRequest', prompt: 'Name?', password: false });
    assert.deepEqual(heard, [
      ['progress', 7], ['fetching', 8], ['output', 'a', event], ['inputRequest', 'Name?', false],
    ]);
    session.end();
    worker.says(output);
    assert.equal(heard.length, 4, 'nothing of a worker that was terminated');
  });

  test('each query gets its own reply, and null if the worker ends before it', async () => {
    const { session } = await started();
    const first = session.query({ type: 'variables' }), second = session.query({ type: 'names', code: 'x' });
    const [one, two] = worker.sent.slice(1);
    assert.deepEqual([one.type, one.query.type, two.query.type], ['query', 'variables', 'names']);
    const names = { reads: ['x'], declares: [], assigns: [] };
    worker.says({ type: 'reply', id: two.id, value: names });
    assert.equal(await second, names);
    session.end();
    assert.equal(await first, null);
    assert.equal(await session.query({ type: 'variables' }), null);
  });

  test('a worker that ends by itself is reported, and the run ends with the reason', async () => {
    const { session, heard } = await started(), ended = session.run('a', '1', 1, { follows: false });
    worker.says({ type: 'died', reason: 'out of memory' });
    assert.deepEqual([heard, session.alive], [[['died']], false]);
    assert.match(JSON.stringify(await ended), /"ended".*C# ran out of memory and stopped/);
  });

  test('a worker that cannot be started is started again at the next time', async () => {
    Object.defineProperty(globalThis, 'Worker', {
      value: class { constructor() { throw new Error('refused'); } }, configurable: true,
    });
    const { session } = begin();
    await assert.rejects(session.ready(), /refused/);
    useFakeWorker();
    const ready = session.ready();
    await new Promise(resolve => setTimeout(resolve));
    assert.equal(await session.query({ type: 'variables' }), null, 'while C# is loading');
    worker.says({ type: 'ready', kept: false });
    await ready;
    assert.ok(session.alive);
  });

  test('a file that could not be fetched is fetched again, and one that the worker has is not', async () => {
    const fetched = [], sent = [], replies = [
      () => { throw new TypeError('offline'); },
      () => new Response('', { status: 503 }),
      () => new Response('text'),
    ];
    globalThis.document = /** @type {any} */ ({ baseURI: 'https://course.example/' });
    globalThis.fetch = async address => { fetched.push(String(address)); return replies[fetched.length - 1](); };
    const send = sendFiles(new Map([['a.txt', 'files/a.txt']]), message => sent.push(message));
    for (const count of [0, 0, 1, 1]) {
      await send();
      assert.equal(sent.length, count);
    }
    assert.deepEqual(fetched, Array(3).fill('https://course.example/files/a.txt'));
    assert.equal(sent[0].name, 'a.txt');
  });

  test('a run ends as killed if the cell cannot be stopped, and no query is sent while it runs', async () => {
    const { session } = await started(), ended = session.run('a', 'while (true) { }', 1, { follows: false });
    assert.equal(await session.query({ type: 'variables' }), null);
    await session.stop(); // Without a service worker, the cell cannot be asked.
    assert.deepEqual(await ended, { outcome: 'killed' });
    assert.ok(!session.alive && !session.busy);
  });
});

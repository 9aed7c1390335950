// Tests how a live page starts C#, with a fake session whose start succeeds or fails. No browser is needed.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { starting } from '../../src/NeuralNotebooks.Browser/Page/Running/start.js';
import { Stopped } from '../../src/NeuralNotebooks.Browser/Page/Session/session.js';
import { Schedule } from '../../src/NeuralNotebooks.Browser/Page/Running/schedule.js';

/** A start with a fake session, and the list of its messages. */
function begin() {
  const said = [], pending = [];
  const session = {
    alive: false,
    size: 8_000_000,
    ready: () => new Promise((resolve, reject) => {
      pending.push({ fail: reject, succeed() { session.alive = true; resolve(undefined); } });
    }),
  };
  const state = new Schedule([], { number: 0 }, (_, words) => { if (words !== undefined) said.push(words); });
  const status = /** @type {any} */ ({ say: words => said.push(words) }), progress = /** @type {any} */ ({ value: 0 });
  const start = starting(/** @type {any} */ (session), state, status, progress);
  return { session, state, progress, said, pending, start };
}

describe('starting C#', () => {
  test('a start that was stopped does not change the state, which may belong to a newer start', async () => {
    const { state, start, pending } = begin(), first = start.ready(), second = start.ready();
    pending[0].fail(new Stopped());
    assert.equal(await first, false);
    assert.equal(state.state, 'loading');
    pending[1].succeed();
    assert.equal(await second, true);
    assert.equal(state.state, 'ready');
  });

  test('progress is shown in quarters, and only while C# is loading', () => {
    const { start, said, progress } = begin();
    start.progress(1);
    assert.deepEqual(said, []);
    start.ready();
    for (let i = 0; i < 8; i++) start.progress(1_000_000);
    assert.deepEqual(said.slice(1),
      [0, 25, 50, 75].map(part => `Loading C#: ${part} % of 8.0 MB, downloaded only once`));
    assert.equal(progress.value, 1);
  });
});

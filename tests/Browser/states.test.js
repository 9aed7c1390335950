// Tests the table of a live page's states, and turns. No browser is needed.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PageState, events, shownAs, transitions } from '../../src/NeuralNotebooks.Browser/Page/Running/states.js';
import { Turns } from '../../src/NeuralNotebooks.Browser/Page/Running/turns.js';

/** @import { State } from '../../src/NeuralNotebooks.Browser/Page/Running/states.js' */

const states = [...transitions.keys()];
const leads = (from, event) => transitions.get(from).get(event);

describe('the states of a live page', () => {
  test('each state has an entry for every event: the next state, or that the event is ignored', () => {
    for (const [state, row] of transitions) {
      assert.deepEqual([...row.keys()], events, state);
      for (const [event, next] of row)
        assert.ok(next === '-' || states.includes(/** @type {State} */ (next)), `${state} ${event} ${next}`);
    }
  });

  test('each state can be reached from the first one, and left', () => {
    const reached = new Set(['off']);
    for (const state of reached)
      for (const event of events) if (leads(state, event) !== '-') reached.add(leads(state, event));
    assert.deepEqual([...reached].sort(), [...states].sort());
    for (const [state, row] of transitions)
      assert.ok([...row.values()].some(next => next !== '-' && next !== state), `${state} cannot be left`);
  });

  test('each event has an effect in some state, and each state is shown as one of five values', () => {
    for (const event of events)
      assert.ok(states.some(state => leads(state, event) !== '-'), `${event} leads nowhere`);
    assert.deepEqual([...new Set(states.map(shownAs))].sort(), ['failed', 'loading', 'off', 'ready', 'running']);
  });

  test('C# can be loaded again in each state, and a state in which code runs can finish', () => {
    for (const state of states) assert.equal(leads(state, 'load'), 'loading');
    for (const state of ['running', 'rehearsing', 'following', 'judging'])
      assert.equal(leads(state, 'finish'), 'ready', state);
  });

  test('a page reports each new state, ignores events without effect, and throws for unknown events', () => {
    const told = [], state = new PageState((...all) => told.push(all));
    assert.equal(state.now, 'off');
    assert.equal(state.apply('run', 'never said'), false);
    assert.equal(state.apply('load', 'Loading C#'), true);
    assert.equal(state.apply('loaded'), true);
    assert.deepEqual(told, [['loading', 'Loading C#'], ['ready', undefined]]);
    assert.throws(() => state.apply(/** @type {any} */ ('explode')), /There is no event explode/);
    assert.equal(state.now, 'ready');
  });
});

test('turns run one after the other, also after one that fails, and only the current one is stopped', async () => {
  const turns = new Turns(), seen = [];
  let finish;
  const first = turns.run(async turn => {
    await new Promise(done => { finish = done; });
    seen.push(`first ${turn.isStopped}`);
    throw new Error('no');
  });
  const second = turns.run(async turn => { seen.push(`second ${turn.isStopped}`); return 2; });
  await Promise.resolve();
  assert.deepEqual(seen, []);
  turns.stop();
  finish();
  await assert.rejects(first, /no/);
  assert.equal(await second, 2);
  assert.deepEqual(seen, ['first true', 'second false']);
});

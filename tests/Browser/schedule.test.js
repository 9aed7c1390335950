// Tests which states a live page enters, and in which order actions and cells run. No browser is needed.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Schedule } from '../../src/NeuralNotebooks.Browser/Page/Running/schedule.js';

/** A cell as far as a schedule uses it. */
const cellOf = (session = 0) => ({
  hasCode: true, isEndless: false, lastRun: { session }, isQueued: false,
  queue() { return !this.isQueued && (this.isQueued = true); },
  unqueue() { this.isQueued = false; },
});

/** A schedule of cells, in session 1, and the list of what it has told the page. */
function begin(...cells) {
  const told = [];
  const schedule = new Schedule(/** @type {any} */ (cells), { number: 1 }, (...all) => told.push(all));
  return { schedule, told };
}

/** A schedule in a state: of C#, or one in which C# is used. */
function schedules(name) {
  const { schedule } = begin();
  if (name !== 'off') schedule.load('');
  if (name === 'failed') schedule.fail('');
  else if (name !== 'off' && name !== 'loading') {
    schedule.loaded('');
    if (name !== 'ready') schedule.begin(name);
  }
  return schedule;
}

// Rows are states, and columns events; each gives the next state, or a dash if the event has no effect.
const table = `
            load     loaded  run      rehearse  follow   judge    finish  fail    end
  off       loading  -       -        -         -        -        -       -       -
  loading   loading  ready   -        -         -        -        -       failed  off
  ready     loading  -       run      rehearse  follow   judge    -       failed  -
  run       loading  -       run      rehearse  follow   judge    ready   failed  -
  rehearse  loading  -       run      rehearse  follow   judge    ready   -       -
  follow    loading  -       run      rehearse  follow   judge    ready   failed  -
  judge     loading  -       run      rehearse  follow   judge    ready   -       off
  failed    loading  -       -        -         -        -        -       -       -`;

describe('the state of a live page', () => {
  const [[, ...events], ...rows] = ['- ' + table.trim(), ...table.trim().split('\n').slice(1)]
    .map(line => line.split('\n')[0].trim().split(/ +/));
  for (const [state, ...expected] of rows)
    test(`${state} is left only by the events that are possible in it`, () => {
      for (const [i, event] of events.entries()) {
        const schedule = schedules(state), isUse = ['run', 'rehearse', 'follow', 'judge'].includes(event);
        const has = isUse ? schedule.begin(/** @type {any} */ (event)) : schedule[event]('');
        assert.equal(has ? schedule.use ?? schedule.state : '-', expected[i], `${state} ${event}`);
      }
    });

  test('is told to the page with a message, and each use of C# is shown as running', () => {
    const { schedule, told } = begin();
    assert.equal(schedule.begin('run', 'never said'), false);
    schedule.load('Loading C#');
    schedule.loaded('Ready');
    schedule.begin('judge', 'Judging');
    schedule.finish();
    assert.deepEqual(told,
      [['loading', 'Loading C#'], ['ready', 'Ready'], ['running', 'Judging'], ['ready', undefined]]);
  });
});

test('actions run one after the other, also after one that fails, and only the current one is stopped', async () => {
  const { schedule } = begin(), seen = [];
  let finish;
  const first = schedule.take(async turn => {
    await new Promise(done => { finish = done; });
    seen.push(`first ${turn.isStopped}`);
    throw new Error('no');
  });
  const second = schedule.take(async turn => { seen.push(`second ${turn.isStopped}`); return 2; });
  await Promise.resolve();
  assert.deepEqual(seen, []);
  schedule.stop();
  finish();
  await assert.rejects(first, /no/);
  assert.equal(await second, 2);
  assert.deepEqual(seen, ['first true', 'second false']);
});

test('a cell is queued once, after those above it that have not run, and Stop forgets what waits', () => {
  const endless = { ...cellOf(), isEndless: true }, empty = { ...cellOf(), hasCode: false };
  const cells = [cellOf(1), cellOf(), endless, empty, cellOf(), cellOf()];
  const { schedule } = begin(...cells), [, above, , , wanted] = cells;
  assert.deepEqual(schedule.addWithAbove([/** @type {any} */ (wanted)]), [above, wanted]);
  assert.deepEqual(schedule.addWithAbove([/** @type {any} */ (wanted)]), []);
  assert.ok(schedule.remove(/** @type {any} */ (above)));
  assert.ok(!schedule.isEmpty);
  schedule.moved.add(/** @type {any} */ (wanted));
  schedule.stop();
  assert.ok(schedule.isEmpty && schedule.moved.size === 0 && !wanted.isQueued);
  assert.ok(!schedule.remove(/** @type {any} */ (wanted)), 'it was removed by Stop');
});

// Runs cells, one after the other: what the buttons and keys of a page do.
/** @import { Cell } from '../Cells/cell.js' */
/** @import { Turn } from './schedule.js' */
import { link } from '../elements.js';
import { reveal, untilInput } from '../Outputs/reveal.js';

export class Runner {
  #parts;

  /** @param {import('./runtime.js').RunParts} parts */
  constructor(parts) { this.#parts = parts; }

  /** Runs a cell, and before it the cells above that have to run first; then makes its output visible.
   * @param {Cell} cell
   * @param {boolean} [advances]  whether the focus moves to the next cell, as in Jupyter. It stays in a checkpoint,
   * whose verdict says what to change there. */
  async run(cell, advances = false) {
    const input = untilInput(), before = cell.lastRun.endedAt;
    if (advances && !cell.isCheckpoint) this.#parts.page.arrangement.next(cell)?.focus();
    if (cell.isProse) return; // It is rendered with each edit.
    await this.runEach([cell]);
    if (cell.lastRun.endedAt !== before) reveal(cell, input);
  }

  /** @param {Cell[]} some */
  runEach(some) {
    const { schedule } = this.#parts, queued = schedule.addWithAbove(some);
    return schedule.take(turn => this.runQueued(turn, queued, { wanted: some }));
  }

  runAll() {
    const { schedule } = this.#parts, queued = schedule.addAll();
    return schedule.take(turn => this.runQueued(turn, queued, { isWhole: true }));
  }

  async stop() {
    const { session, schedule, start, page: { status } } = this.#parts, { use, state } = schedule;
    // During Hand in, Stop ends only the current step, and Hand in goes on with the next one.
    if (use !== 'rehearse' && use !== 'judge') schedule.stop();
    if (use === 'judge' || schedule.end('You pressed Stop. Outputs have not changed.')) return session.end();
    if (!session.busy) return;
    status.say('Stopping');
    await session.stop();
    if (session.alive || use === 'rehearse' || schedule.state !== state) return;
    if (await start.ready()) status.say('You pressed Stop. Variables are gone: Run runs the cells above again.');
  }

  async reset() {
    const { schedule, session, start, page: { cells, status, storage } } = this.#parts;
    schedule.stop();
    session.end({ outcome: 'ended', message: 'The session was reset.' });
    for (const cell of cells) {
      cell.state = 'idle';
      if (!cell.choices) continue;
      cell.choices = undefined;
      storage.store(cell);
    }
    if (await start.ready()) status.say('Variables are cleared. Outputs are from before the reset.');
  }

  /** Runs queued cells, and before them the cells that they use and that are out of date.
   * @param {Turn} turn  the turn that this run belongs to
   * @param {Cell[]} some  the cells, in the order of the page
   * @param {object} [how]
   * @param {'run' | 'rehearse'} [how.use]  'rehearse' (Hand in) goes on after a cell fails
   * @param {Cell[]} [how.wanted]  the cells for which the others run, if the reader has not asked for all
   * @param {number} [how.maxTime]  how long (ms) a cell may take
   * @param {boolean} [how.isWhole]  whether the reader runs the whole page: claims are checked, and the page scrolls to
   * the first cell that has failed */
  async runQueued(turn, some, { use = 'run', wanted, maxTime, isWhole = false } = {}) {
    const { schedule, execution, session, start, page: { claims, status } } = this.#parts, goesOn = use === 'rehearse';
    // The run before this one, which failed or was stopped, may have cleared the queue and said so.
    if (some.length === 0 || schedule.isEmpty) return;
    /** @type {Cell[]} */
    const failed = [], ran = [];
    if (!(await start.ready())) schedule.clear();
    else status.say('Finding the cells that have to run first');
    let waiting = await this.#withNeeded(turn, some);
    for (let cell; (cell = waiting.shift()) !== undefined;) {
      if (!schedule.remove(cell) || cell.removed) continue;
      const place = waiting.length > 0 ? ` of ${waiting[waiting.length - 1].number}` : '';
      const why = goesOn ? '; Stop skips this cell' : wanted?.includes(cell) === false ? ', needed for yours' : '';
      schedule.begin(use, `Running cell ${cell.number}${place}${why}`);
      ran.push(cell);
      const late = maxTime && setTimeout(() => session.stop(), maxTime);
      const isGood = await execution.run(cell).finally(() => clearTimeout(late));
      if (isGood) {
        if (isWhole) await claims.check(cell, session);
        continue;
      }
      failed.push(cell);
      if (!goesOn || turn.isStopped) schedule.clear();
      else if (!session.alive) waiting = await this.#revive(turn);
    }
    if (ran.length === 0 && session.alive) return status.say('Ready');
    // Nothing is reported if other cells wait, or if the session was reset meanwhile: the next one is still loading.
    if (!schedule.isEmpty || !session.alive || !schedule.finish()) return;
    this.#report(ran, failed, isWhole);
  }

  /** Says how a run has ended, and highlights the cell to run next.
   * @param {Cell[]} ran
   * @param {Cell[]} failed
   * @param {boolean} goesToFailure */
  #report(ran, failed, goesToFailure) {
    const { arrangement, status } = this.#parts.page, [first] = failed, last = ran[ran.length - 1];
    arrangement.showNext(first ?? last, !first);
    if (!first) {
      status.say(`Ready. Cell ${last.number} took ${last.lastRun.time}.`);
      return status.sayKeys();
    }
    const go = () => { first.focus(); first.element.scrollIntoView({ block: 'center' }); };
    status.say(first.lastRun.wasStopped ? `You pressed Stop. Cell ${first.number} was stopped.`
      : `Cell ${first.number} ended with an error.`, link(`Go to cell ${first.number}`, go));
    if (goesToFailure) go();
  }

  /** Queues the cells that the given ones need, too, unless Stop has been pressed.
   * @param {Turn} turn
   * @param {Cell[]} some */
  async #withNeeded(turn, some) {
    const { schedule, page: { cells, dependents } } = this.#parts, all = await dependents.needs(some);
    if (turn.isStopped || schedule.isEmpty) return [];
    const needed = schedule.add(all.filter(cell => !cell.isEndless));
    return cells.filter(cell => some.includes(cell) || needed.includes(cell));
  }

  /** Begins a new session after a cell has ended the last one, and queues all cells but that one again.
   * @param {Turn} turn */
  async #revive(turn) {
    const { schedule, start, page: { cells } } = this.#parts;
    schedule.clear();
    return (await start.ready()) && !turn.isStopped
      ? schedule.add(cells.filter(cell => schedule.isDue(cell))) : [];
  }
}

// Runs queued cells, one after the other.
/** @import { Cell } from '../Cells/cell.js' */
/** @import { Turn } from './turns.js' */
/** @import { Ended, RunOptions } from '../types.js' */
import { swap } from '../Controls/swap.js';
import { link, unopenedAnswer } from '../elements.js';
import { unanswered } from '../Session/endings.js';

/** How long (ms) a run that follows a moved control goes on before the page says so. Its output is stored as much
 * later, since the next move may give another one soon. */
export const soon = 300;

/** What a runner uses.
 * @typedef {{ cells: Cell[], queue: import('./queue.js').Queue, state: import('./states.js').PageState,
 * session: import('../Session/session.js').Session, start: import('./start.js').Start,
 * outputs: import('../Outputs/outputs.js').Outputs, dependents: import('../Cells/dependents.js').Dependents,
 * arrangement: import('../Cells/arrangement.js').Arrangement, storage: import('../Work/storage.js').Storage,
 * status: import('../View/status.js').Status }} Parts */

export class Runner {
  /** @type {Cell | null}  the cell that runs */
  current = null;
  #parts;

  /** @param {Parts} parts */
  constructor(parts) { this.#parts = parts; }

  /** Runs queued cells, and before them the cells that they use and that are out of date.
   * @param {Turn} turn  the turn that this run belongs to
   * @param {Cell[]} some  the cells, in the order of the page
   * @param {object} [how]
   * @param {'run' | 'rehearse'} [how.event]  the event for the page's state; 'rehearse' (Hand in) goes on after a cell
   * fails
   * @param {number} [how.maxTime]  how long (ms) a cell may take
   * @param {boolean} [how.goesToFailure]  whether the page scrolls to the first cell that has failed */
  async run(turn, some, { event = 'run', maxTime, goesToFailure = false } = {}) {
    const { queue, state, session, start, arrangement, status } = this.#parts, goesOn = event === 'rehearse';
    // The run before this one, which failed or was stopped, may have cleared the queue and said so.
    if (some.length === 0 || queue.isEmpty) return;
    /** @type {Cell[]} */
    const failed = [], ran = [];
    if (!(await start.ready())) queue.clear();
    else status.say('Finding the cells that have to run first');
    let waiting = await this.#withNeeded(turn, some);
    for (let cell; (cell = waiting.shift()) !== undefined;) {
      if (!queue.remove(cell) || cell.removed) continue;
      state.apply(event, `Running cell ${cell.number}${goesOn ? '; Stop skips this cell' : ''}`);
      ran.push(cell);
      const late = maxTime && setTimeout(() => session.stop(), maxTime);
      const isGood = await this.execute(cell).finally(() => clearTimeout(late));
      if (isGood) continue;
      failed.push(cell);
      if (!goesOn || turn.isStopped) queue.clear();
      else if (!session.alive) waiting = await this.#revive(turn);
    }
    if (ran.length === 0 && session.alive) return status.say('Ready');
    // Nothing is reported if other cells wait, or if the session was reset meanwhile: the next one is still loading.
    if (!queue.isEmpty || !session.alive || !state.apply('finish')) return;
    const [first] = failed, last = ran[ran.length - 1];
    arrangement.showNext(first ?? last, !first);
    if (!first) {
      status.say(`Ready. Cell ${last.number} took ${last.lastRun.time}.`);
      return status.sayKeys();
    }
    const go = () => { first.focus(); first.element.scrollIntoView({ block: 'center' }); };
    status.say(
      `Cell ${first.number} ${first.lastRun.wasStopped ? 'was stopped' : 'ended with an error'}.`,
      link(`Go to cell ${first.number}`, go),
    );
    if (goesToFailure) go();
  }

  /** Queues the cells that the given ones need, too, unless Stop has been pressed.
   * @param {Turn} turn
   * @param {Cell[]} some */
  async #withNeeded(turn, some) {
    const { cells, dependents, queue } = this.#parts, all = await dependents.needs(some);
    if (turn.isStopped || queue.isEmpty) return [];
    const needed = queue.add(all.filter(cell => !cell.isEndless));
    return cells.filter(cell => some.includes(cell) || needed.includes(cell));
  }

  /** Begins a new session after a cell has ended the last one, and queues all cells but that one again.
   * @param {Turn} turn */
  async #revive(turn) {
    const { cells, queue, start } = this.#parts;
    queue.clear();
    return (await start.ready()) && !turn.isStopped ? queue.add(cells.filter(cell => queue.isDue(cell))) : [];
  }

  /** Runs a cell; true if it succeeded, so that the next one can run. Usually each output is shown when it arrives. If
   * the run follows a moved control, the old output stays until the run has ended, so that the page does not flicker;
   * but nothing of an answer is visible that the reader has not opened.
   * @param {Cell} cell */
  async execute(cell, follows = false) {
    const { session, storage } = this.#parts, { choices } = cell;
    /** @type {Ended} */
    let ended = { outcome: 'ended' };
    this.current = cell;
    const late = this.#begin(cell, follows);
    try {
      ended = await session.run(cell.id, cell.source, cell.number, { choices, follows });
    } finally {
      clearTimeout(late);
      this.current = null;
      this.#showEnd(cell, choices, ended);
      cell.end(ended, follows);
    }
    storage.storeResult(cell, follows ? soon : 0);
    if (cell.state === 'done') storage.solved(cell);
    return cell.state === 'done';
  }

  /** Prepares a cell for its outputs, and shows that it runs; returns the timer that does so later if the run follows a
   * moved control.
   * @param {Cell} cell
   * @param {boolean} follows */
  #begin(cell, follows) {
    const { session, status } = this.#parts;
    cell.begin(session.number);
    cell.target = follows && !unopenedAnswer(cell.output) ? cell.area.draft() : cell.area;
    cell.target.begin();
    if (follows)
      return setTimeout(() => {
        cell.state = 'running';
        status.say(`Running cell ${cell.number}`);
      }, soon);
    cell.state = 'running';
    cell.tell();
    return undefined;
  }

  /** Shows the draft of a run that followed a control, and a message if the run has ended the session.
   * @param {Cell} cell
   * @param {RunOptions['choices']} choices  the values of the controls during the run
   * @param {Ended} ended */
  #showEnd(cell, choices, { outcome, message: evalue = unanswered }) {
    if (cell.target !== cell.area) swap(cell, choices, outcome !== 'Succeeded');
    cell.area.end();
    cell.dispatchEvent(new Event('output'));
    if (outcome !== 'killed' && outcome !== 'ended') return;
    const ename = outcome === 'killed' ? 'Stopped' : 'Ended';
    const output = { output_type: /** @type {const} */ ('error'), ename, evalue, traceback: [] };
    this.#parts.outputs.show(cell.area, { kind: 'error', output });
  }
}

// Runs the cells of the queue, one after the other.
/** @import { Runtime } from './runtime.js' */
/** @import { Cell } from '../Cells/cell.js' */
/** @import { Turn } from './turns.js' */
/** @import { Presentation } from './presentation.js' */
import { link } from '../elements.js';
import { endingOf, unanswered } from '../Outputs/endings.js';
import { atOnce } from './presentation.js';

export class Runner {
  /** @type {Cell | null}  the cell that runs */
  current = null;
  #runtime;

  /** @param {Runtime} runtime */
  constructor(runtime) { this.#runtime = runtime; }

  /** Runs the queued cells.
   * @param {Turn} turn  the turn that this run belongs to
   * @param {'run' | 'rehearse'} event  the event for the page's state; 'rehearse' (Hand in) goes on after a cell fails
   * @param {number} [maxTime]  how long (ms) a cell may take */
  async run(turn, event = 'run', maxTime) {
    const { queue, state, session, view, start } = this.#runtime, goesOn = event === 'rehearse';
    if (queue.isEmpty) return;
    /** @type {Cell[]} */
    const failed = [], ran = [];
    if (!(await start.ready())) queue.clear();
    for (let cell; (cell = queue.next()) !== undefined;) {
      if (cell.removed) continue;
      state.take(event, `Running cell ${cell.number}${goesOn ? '; Stop skips this cell' : ''}`);
      ran.push(cell);
      const late = maxTime && setTimeout(() => session.stop(), maxTime);
      const isGood = await this.execute(cell);
      clearTimeout(late);
      if (isGood) continue;
      failed.push(cell);
      if (goesOn && !turn.isStopped && (session.alive || (await this.#revive(turn)))) continue;
      queue.clear();
    }
    const goesToFailure = queue.goesToFailure;
    queue.goesToFailure = false;
    // Nothing is reported if the session was reset meanwhile: the next one is still loading.
    if (ran.length === 0 || !session.alive || !state.take('finish')) return;
    const [first] = failed, last = ran[ran.length - 1];
    view.arrangement.showNext(first ?? last, !first);
    if (!first) {
      view.status.say(`Ready. Cell ${last.number} took ${last.lastRun.time}.`);
      return view.status.sayKeys();
    }
    const go = () => { first.element.scrollIntoView({ block: 'center' }); first.focus(); };
    view.status.say(
      `Cell ${first.number} ${first.lastRun.wasStopped ? 'was stopped' : 'ended with an error'}.`,
      link(`Go to cell ${first.number}`, go),
    );
    if (goesToFailure) go();
  }

  /** Begins a new session after a cell has ended the last one, and queues all cells but that one again.
   * @param {Turn} turn */
  async #revive(turn) {
    const { queue, start, view } = this.#runtime;
    queue.clear();
    if (!(await start.ready()) || turn.isStopped) return false;
    queue.add(view.cells.filter(cell => queue.isDue(cell)));
    return true;
  }

  /** Runs a cell; true if it succeeded, so that the next one can run.
   * @param {Cell} cell
   * @param {Presentation} presentation */
  async execute(cell, presentation = atOnce) {
    const { session, outputs, view } = this.#runtime, { choices, showsValues } = cell;
    const { followsControl, storeDelay } = presentation;
    this.current = cell;
    cell.begin(session.number);
    presentation.begin(cell);
    const ended = await session.run(cell.id, cell.source, cell.number, {
      choices, follows: followsControl, showsValues,
    });
    presentation.end(cell);
    cell.area.end();
    cell.dispatchEvent(new Event('output'));
    this.current = null;
    if (ended.outcome === 'killed' || ended.outcome === 'ended') {
      const name = ended.outcome === 'killed' ? 'Stopped' : 'Ended';
      outputs.take(cell.area, { kind: 'error', name, parts: [cell.lastRun.ending ?? unanswered, ''] });
    }
    cell.end(ended, followsControl);
    view.storage.storeResult(cell, storeDelay);
    if (cell.state === 'done') view.storage.solved(cell);
    return cell.state === 'done';
  }

  /** Handles the unexpected end of the session: empties the queue, and sets the message of the running cell.
   * @param {string} reason */
  lost(reason) {
    this.#runtime.queue.clear();
    if (this.current) this.current.lastRun.ending = endingOf(reason);
  }
}

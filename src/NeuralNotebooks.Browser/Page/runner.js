// Runs cells: those that wait, in order, and each of them.
/** @import { Page } from './page.js' */
/** @import { Cell } from './cell.js' */
/** @import { Turn } from './turns.js' */
import { endingOf, unanswered } from './endings.js';
import { hide } from './values.js';

export class Runner {
  /** @type {Cell | null}  the cell that runs */
  current = null;
  /** Whether the end of a run goes to the first cell that has failed. */
  #goesToFailure = false;
  /** @type {Cell[]} */
  #waiting = [];
  #page;

  /** @param {Page} page */
  constructor(page) { this.#page = page; }

  /** Lets cells wait for their turn.
   * @param {Cell[]} cells */
  enqueue(cells) {
    for (const cell of cells) if (cell.queue()) this.#waiting.push(cell);
  }

  enqueueAll() {
    this.#goesToFailure = true;
    this.enqueue(this.#page.frame.cells.filter(cell => cell.source.trim() !== ''));
  }

  /** Lets no cell wait any more. */
  drop() {
    for (const cell of this.#waiting.splice(0)) cell.unqueue();
  }

  /** Whether a cell has to run before those below it.
   * @param {Cell} cell */
  isDue(cell) {
    return cell.session !== this.#page.session.number && !cell.isEndless && cell.source.trim() !== '';
  }

  /** @param {Cell} cell */
  isDueAbove(cell) {
    const { cells } = this.#page.frame;
    return cells.slice(0, cells.indexOf(cell)).some(one => this.isDue(one));
  }

  /** Runs cells, and before them those above that have not run, and those that they use and that are out of date.
   * @param {Cell[]} some */
  enqueueWithAbove(some) {
    const { cells, dependents } = this.#page.frame, last = Math.max(...some.map(cell => cells.indexOf(cell)));
    const wanted = cells.filter((cell, place) => some.includes(cell) || (place < last && this.isDue(cell)));
    const needed = dependents.needs(wanted).filter(cell => !cell.isEndless);
    this.enqueue(cells.filter(cell => wanted.includes(cell) || needed.includes(cell)));
  }

  /** Runs the cells that wait.
   * @param {Turn} turn  that it belongs to
   * @param {'run' | 'rehearse'} event  with which each cell begins: a rehearsal goes on past cells that fail
   * @param {number} [longest]  how long (ms) a cell may take */
  async run(turn, event = 'run', longest) {
    if (this.#waiting.length === 0) return;
    const { state, session, frame, start } = this.#page, goesOn = event === 'rehearse';
    /** @type {Cell[]} */
    const failed = [], ran = [];
    if (!(await start.ready())) this.drop();
    for (let cell; (cell = this.#waiting.shift()) !== undefined;) {
      if (cell.removed) continue;
      state.take(event, `Running cell ${cell.number}${goesOn ? '; Stop goes on without it' : ''}`);
      ran.push(cell);
      const late = longest && setTimeout(() => session.stop(), longest);
      const isGood = await this.execute(cell);
      clearTimeout(late);
      if (isGood) continue;
      failed.push(cell);
      if (goesOn && !turn.isStopped && (session.alive || (await this.#revive(turn)))) continue;
      this.drop();
    }
    const goesToFailure = this.#goesToFailure;
    this.#goesToFailure = false;
    // After a reset, the next session is still loading.
    if (ran.length === 0 || !session.alive || !state.take('finish')) return;
    const [first] = failed, last = ran[ran.length - 1];
    frame.showNext(first ?? last, !first);
    if (!first) {
      frame.say(`Ready. Cell ${last.number} took ${last.time}.`);
      return frame.sayKeys();
    }
    const go = () => { first.element.scrollIntoView({ block: 'center' }); first.focus(); };
    frame.say(
      `Cell ${first.number} ${first.wasStopped ? 'was stopped' : 'ended with an error'}.`,
      frame.link(`Go to cell ${first.number}`, go),
    );
    if (goesToFailure) go();
  }

  /** Begins a new session in place of one that a cell has ended, without that cell, with all others.
   * @param {Turn} turn */
  async #revive(turn) {
    this.drop();
    if (!(await this.#page.start.ready()) || turn.isStopped) return false;
    this.enqueue(this.#page.frame.cells.filter(cell => this.isDue(cell)));
    return true;
  }

  /** Runs a cell; true when the next one may follow. Of one that a control makes run, the old output stays meanwhile.
   * @param {Cell} cell
   * @param {{ slow: Cell | null } | null} following  takes one that is slow */
  async execute(cell, following = null) {
    const { session, outputs, frame, controls } = this.#page, { values, choices, showsValues } = cell;
    this.current = cell;
    cell.begin(session.number, following !== null);
    const late = following === null ? undefined : setTimeout(() => {
      cell.state = 'running';
      following.slow = cell;
      frame.say(`Running cell ${cell.number}`);
    }, 300);
    outputs.begin(cell.draft ?? cell);
    if (!following) {
      hide(cell);
      cell.tell('running');
    }
    const ended = await session.run(cell.id, cell.source, cell.number, {
      choices, follows: following !== null, showsValues,
    });
    clearTimeout(late);
    if (following) await controls.swap(cell, choices);
    if (following && cell.values === values) hide(cell);
    outputs.end(cell);
    controls.connect(cell).catch(error => console.warn(error));
    this.current = null;
    if (ended.outcome === 'killed' || ended.outcome === 'ended') {
      const name = ended.outcome === 'killed' ? 'Stopped' : 'Ended';
      outputs.take(cell, { kind: 'error', name, parts: [cell.ending ?? unanswered, ''] });
    }
    cell.end(ended, following !== null);
    frame.storage.storeResult(cell, following ? 300 : 0);
    if (cell.state === 'done') frame.storage.solved(cell);
    return cell.state === 'done';
  }

  /** The session has ended with the cell that runs.
   * @param {string} reason */
  lost(reason) {
    this.drop();
    if (this.current) this.current.ending = endingOf(reason);
  }
}

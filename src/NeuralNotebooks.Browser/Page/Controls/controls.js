// When a reader moves a control, runs its cell again, and then the cells that use variables of that cell.
/** @import { Cell } from '../Cells/cell.js' */
/** @import { Turn } from '../Running/schedule.js' */
import { soon } from '../Running/execution.js';

/** Returns a function that gives the focus to the control that has it now: a run replaces the control's element.
 * @param {Cell[]} cells */
function heldControl(cells) {
  for (const cell of cells)
    for (const { hasFocus, name } of cell.area.controls.values())
      if (hasFocus) return () => cell.area.controls.get(name)?.focus();
  return undefined;
}

export class Controls {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #resting;
  /** @type {string | undefined}  the message to show once the controls rest */
  #words;
  #parts;

  /** @param {import('../Running/runtime.js').Parts} parts */
  constructor(parts) { this.#parts = parts; }

  /** Runs what uses a control that the reader has moved. At most one turn for moved controls waits: of the moves before
   * it, the last one counts. Those before Stop or Reset do not count.
   * @param {Cell} cell  the cell whose output has the control */
  async moved(cell) {
    const { schedule } = this.#parts, isAwaited = schedule.moved.size > 0;
    schedule.moved.add(cell);
    if (isAwaited) return;
    await schedule.take(turn => this.#follow(turn));
  }

  /** Runs the cells again whose controls were moved, and the cells that use their variables. A dependent cell that has
   * not run in this session runs only if all cells above it have run.
   * @param {Turn} turn */
  async #follow(turn) {
    const { session, schedule, runner, execution, start, page } = this.#parts, moved = [...schedule.moved];
    schedule.moved.clear();
    if (moved.length === 0) return;
    // A cell that has ended an earlier session is run, too: with the new value of its control it may succeed.
    const due = moved.filter(cell => cell.lastRun.session !== session.number && cell.hasCode);
    if (due.length > 0) {
      const held = heldControl(due);
      await runner.runQueued(turn, schedule.addWithAbove(due), { wanted: due });
      if (document.activeElement === document.body) held?.();
      if (due.some(cell => cell.lastRun.session !== session.number || cell.state !== 'done')) return;
    }
    clearTimeout(this.#resting);
    if (!(await start.ready()) || !schedule.begin('follow')) return;
    let slow;
    for (const cell of await page.dependents.of(moved)) {
      if (turn.isStopped) break;
      const isMissing = cell.lastRun.session !== session.number && schedule.isDueAbove(cell);
      // A cell that had to be stopped with another value of the control may end with the present one.
      const isEndless = cell.isEndless && !cell.lastRun.followedControl;
      const waits = !moved.includes(cell) && (cell.stale || isEndless || isMissing);
      if (waits || due.includes(cell)) continue;
      const begun = performance.now(), isGood = await execution.run(cell, true);
      if (performance.now() - begun >= soon) slow = cell;
      if (!isGood) break;
    }
    if (turn.isStopped) this.#words = 'You pressed Stop.';
    else if (slow) this.#words = `Ready. Cell ${slow.number} took ${slow.lastRun.time}.`;
    // The state changes only after a pause in the movement, so that the toolbar does not flicker.
    this.#resting = setTimeout(() => {
      if (schedule.use === 'follow' && session.alive) schedule.finish(this.#words);
      this.#words = undefined;
    }, 200);
  }
}

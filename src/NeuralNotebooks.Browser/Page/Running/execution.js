// Runs one cell, and shows what it does: its outputs, the lines that it asks for, and its end.
/** @import { Cell } from '../Cells/cell.js' */
/** @import { Ended, RunOptions } from '../types.js' */
import { reportDropped } from '../checks.js';
import { swap } from '../Controls/swap.js';
import { unopenedAnswer } from '../elements.js';
import { showInputField } from '../Outputs/input-field.js';
import { Outputs } from '../Outputs/outputs.js';
import { unanswered } from '../Session/endings.js';

/** How long (ms) a run that follows a moved control goes on before the page says so. Its output is stored as much
 * later, since the next move may give another one soon. */
export const soon = 300;

export class Execution {
  /** @type {Cell | null}  the cell that runs */
  #current = null;
  #parts;
  #outputs;

  /** @param {Pick<import('./runtime.js').RunParts, 'page' | 'session'>} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#outputs = new Outputs(parts.page);
  }

  /** Runs a cell; true if it succeeded, so that the next one can run. Usually each output is shown when it arrives. If
   * the run follows a moved control, the old output stays until the run has ended, so that the page does not flicker;
   * but nothing of an answer is visible that the reader has not opened.
   * @param {Cell} cell */
  async run(cell, follows = false) {
    const { choices } = cell, { session, page: { storage } } = this.#parts;
    /** @type {Ended} */
    let ended = { outcome: 'ended' };
    this.#current = cell;
    const late = this.#begin(cell, follows);
    try {
      ended = await session.run(cell.id, cell.source, cell.number, { choices, follows });
    } finally {
      clearTimeout(late);
      this.#current = null;
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
    const { session, page: { status } } = this.#parts;
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
    this.#outputs.show(cell.area, { kind: 'error', output: { output_type: 'error', ename, evalue, traceback: [] } });
  }

  /** Shows an output of a cell. The cell may have ended already: a task that it started may still write.
   * @param {string} id  the cell's id
   * @param {import('../Session/messages.js').OutputEvent} event */
  show(id, event) {
    const { session, page: { cells, claims, status } } = this.#parts, cell = cells.find(one => one.id === id);
    if (!cell && claims.show(id, event)) return undefined;
    if (cell?.lastRun.session !== session.number)
      return reportDropped('the web worker', '.id is not that of a cell that has run');
    this.#outputs.show(cell.target, event);
    if (event.kind !== 'error' || cell.target !== cell.area || cell.state !== 'done' || cell.mayFail) return;
    cell.state = 'failed';
    status.say(`Cell ${cell.number} failed after it had ended.`);
  }

  /** Asks the reader for a line that the running cell reads.
   * @param {string} prompt
   * @param {boolean} isPassword */
  ask(prompt, isPassword) {
    if (!this.#current) return reportDropped('the web worker', 'asks for a line, and no cell runs');
    showInputField(this.#current, prompt, isPassword, text => this.#parts.session.replyInput(text));
  }
}

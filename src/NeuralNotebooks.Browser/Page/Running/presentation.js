// How a run shows its outputs: at once, or, if it follows a moved control, only when it has ended.
/** @import { Cell } from '../Cells/cell.js' */
import { swap } from '../Controls/swap.js';
import { make, unopenedAnswer } from '../elements.js';
import { OutputArea } from '../Outputs/output-area.js';

/** How a run shows its outputs. `followsControl`: whether the run follows a moved control. `storeDelay`: how long (ms)
 * to wait before the output is stored for the next visit. `end` is called when the run has ended, with all its outputs
 * in `cell.target`; afterwards `cell.area` shows them.
 * @typedef {{ readonly followsControl: boolean, readonly storeDelay: number, begin(cell: Cell): void,
 * end(cell: Cell): void }} Presentation */

/** Removes the old output when the run begins, and shows each new output when it arrives.
 * @type {Presentation} */
export const atOnce = {
  followsControl: false,
  storeDelay: 0,
  begin(cell) {
    cell.state = 'running';
    cell.target = cell.area;
    cell.area.begin();
    cell.lastRun.time = 'running';
    cell.tell();
  },
  end() { },
};

/** Keeps the old output until the run has ended, so that the page does not flicker while a control moves.
 * @implements {Presentation} */
export class WhenEnded {
  followsControl = true;
  /** The next move of the control may give another result soon. */
  storeDelay = 300;
  /** @type {Cell | undefined}  the last cell whose run took long */
  slow;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #late;
  /** What the cell's controls were when its run began.
   * @type {Cell['choices']} */
  #choices;
  #status;

  /** @param {import('../View/status.js').Status} status */
  constructor(status) { this.#status = status; }

  /** @param {Cell} cell */
  begin(cell) {
    this.#choices = cell.choices;
    const draft = make('div');
    draft.dataset.nnDraft = '';
    // Nothing of an answer is visible that the reader has not opened, so its new output needs no draft.
    cell.target = unopenedAnswer(cell.output) ? cell.area : new OutputArea(draft);
    cell.target.begin();
    this.#late = setTimeout(() => {
      cell.state = 'running';
      this.slow = cell;
      this.#status.say(`Running cell ${cell.number}`);
    }, 300);
  }

  /** @param {Cell} cell */
  end(cell) {
    clearTimeout(this.#late);
    if (cell.target !== cell.area) swap(cell, this.#choices);
  }
}

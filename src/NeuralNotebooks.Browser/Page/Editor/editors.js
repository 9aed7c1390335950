// The editors of a page's cells. Each opens when the reader edits its cell, or when a run has recorded values to show
// beside its lines.
/** @import { Cell } from '../Cells/cell.js' */
/** @import { Runtime } from '../Running/runtime.js' */
import { offer, show } from './values.js';

export class Editors {
  #runtime;

  /** @param {Runtime} runtime */
  constructor(runtime) { this.#runtime = runtime; }

  /** Opens the editor of a cell.
   * @param {Cell} cell
   * @param {MouseEvent} [event]  the click that opened it: the cursor is placed there */
  async open(cell, event, focuses = true) {
    const { view, knowledge, state } = this.#runtime;
    if (cell.editor || view.readOnly) return;
    const { open } = await import('./editor.js');
    if (cell.editor) return;
    offer(cell);
    cell.editor = open(cell, {
      complete: (code, position, isAsked) => knowledge.complete(code, position, isAsked),
      run: advance => this.#runtime.run(cell, advance),
      add: () => view.arrangement.addBelow(cell),
    });
    if (event) cell.editor.at(event.clientX, event.clientY);
    if (focuses) cell.editor.focus();
    if (state.now === 'ready') knowledge.assist(cell);
  }

  /** Shows values beside the lines of a cell.
   * @param {Cell} cell */
  async showValues(cell, values) {
    if (!cell.editor) await this.open(cell, undefined, false);
    if (!cell.stale) show(cell, values);
  }
}

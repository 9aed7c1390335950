// The editors of a page's cells. Each opens when the reader edits its cell, or when a run has recorded values to show
// beside its lines.
/** @import { Cell } from '../Cells/cell.js' */
import { isReadOnly } from '../elements.js';
import { offer, show } from './values.js';

export class Editors {
  #knowledge;
  #state;
  #actions;

  /** @param {import('./knowledge.js').Knowledge} knowledge
   * @param {import('../Running/states.js').PageState} state
   * @param {{ run: (cell: Cell, advances: boolean) => void, add: (cell: Cell) => void }} actions  functions that run a
   * cell, and add one below it */
  constructor(knowledge, state, actions) {
    this.#knowledge = knowledge;
    this.#state = state;
    this.#actions = actions;
  }

  /** Opens the editor of a cell.
   * @param {Cell} cell
   * @param {MouseEvent} [event]  the click that opened it: the cursor is placed there */
  async open(cell, event, focuses = true) {
    if (cell.editor || isReadOnly()) return;
    const { open } = await import('./editor.js');
    if (cell.editor) return;
    offer(cell);
    cell.editor = open(cell, {
      complete: (code, position, isAsked) => this.#knowledge.complete(code, position, isAsked),
      run: advance => this.#actions.run(cell, advance),
      add: () => this.#actions.add(cell),
    });
    if (event) cell.editor.at(event.clientX, event.clientY);
    if (focuses) cell.editor.focus();
    if (this.#state.now === 'ready') this.#knowledge.assist(cell);
  }

  /** Shows values beside the lines of a cell.
   * @param {Cell} cell */
  async showValues(cell, values) {
    if (!cell.editor) await this.open(cell, undefined, false);
    if (!cell.stale) show(cell, values);
  }
}

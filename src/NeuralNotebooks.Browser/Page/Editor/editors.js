// The editors of a page's cells. Each opens when the reader edits its cell.
/** @import { Cell } from '../Cells/cell.js' */
import { isReadOnly } from '../elements.js';

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
  async open(cell, event) {
    if (cell.editor || isReadOnly()) return;
    const { open } = await import('./editor.js');
    if (cell.editor) return;
    cell.editor = open(cell, {
      complete: (code, position, isAsked) => this.#knowledge.complete(code, position, isAsked),
      run: advance => this.#actions.run(cell, advance),
      add: () => this.#actions.add(cell),
    });
    if (event) cell.editor.at(event.clientX, event.clientY);
    cell.editor.focus();
    if (this.#state.now === 'ready') this.#knowledge.assist(cell);
  }
}

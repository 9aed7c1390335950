// The editors of a page's cells, and what the session knows while no cell runs: completions and problems in editors,
// the list of variables, and the marks of cells that are out of date.
/** @import { Cell } from '../Cells/cell.js' */
import { isReadOnly } from '../elements.js';
import { list } from './variables.js';

/** What knowledge comes from, and where it is shown; `run` runs a cell, and `add` adds one below it.
 * @typedef {{ cells: Cell[], queue: import('../Running/queue.js').Queue,
 * state: import('../Running/states.js').PageState, session: import('../Session/session.js').Session,
 * start: import('../Running/start.js').Start, dependents: import('../Cells/dependents.js').Dependents,
 * toolbar: import('../View/status.js').Toolbar, run: (cell: Cell, advances: boolean) => void,
 * add: (cell: Cell) => void }} Parts */

export class Knowledge {
  #variables;
  #parts;

  /** @param {Parts} parts */
  constructor(parts) {
    const { more } = parts.toolbar;
    this.#parts = parts;
    this.#variables = list(more.parentElement, more, query => this.query(query));
  }

  /** Opens the editor of a cell.
   * @param {Cell} cell */
  async edit(cell) {
    if (cell.editor || isReadOnly()) return;
    const { open } = await import('./editor.js'), { run, add, state } = this.#parts;
    if (cell.editor) return;
    cell.editor = open(cell, {
      complete: (code, position, isAsked) => this.complete(code, position, isAsked),
      run: advances => run(cell, advances),
      add: () => add(cell),
    });
    cell.editor.focus();
    if (state.now === 'ready') this.assist(cell);
  }

  /** Sends a query to the session; null while it cannot reply.
   * @param {import('../types.js').Query} query */
  query(query) {
    const { state, session } = this.#parts;
    return state.now === 'ready' ? session.query(query) : null;
  }

  /** The completions at a position in a cell's text.
   * @param {string} code
   * @param {number} position
   * @param {boolean} isAsked  whether the reader has pressed a key for it. If not, the reader is typing: then C# is not
   * started, and it is not reported that a cell runs */
  async complete(code, position, isAsked = true) {
    const { session, start, state } = this.#parts;
    if (!isAsked && (!session.alive || session.busy || state.now !== 'ready')) return null;
    if (session.busy) return { busy: true };
    if (!(await start.ready())) return null;
    return session.query({ type: 'complete', code, position });
  }

  /** Adds problems, signatures and documentation to editors. The script for them is loaded once .NET runs.
   * @param {Cell[]} open */
  async assist(...open) {
    const { assistance } = await import('./lint.js');
    for (const cell of open)
      cell.editor?.assist(assistance(query => this.query(query), () => this.#parts.queue.isDueAbove(cell)));
  }

  /** After a change of the session, updates editors, variables and marks, as long as nothing runs. */
  update() {
    const { cells, dependents } = this.#parts;
    this.assist(...cells).catch(error => console.warn(error));
    this.#variables();
    dependents.mark();
  }
}

// The editors of a page's cells, with completions and, once C# runs, with problems, signatures and documentation.
/** @import { Cell } from '../Cells/cell.js' */
import { isReadOnly } from '../elements.js';

export class Editors {
  #parts;

  /** @param {import('../Running/runtime.js').RunParts} parts */
  constructor(parts) { this.#parts = parts; }

  /** Opens the editor of a cell.
   * @param {Cell} cell */
  async open(cell) {
    if (cell.editor || isReadOnly()) return;
    const { open } = await import('./editor.js'), { page: { actions, arrangement }, schedule } = this.#parts;
    if (cell.editor) return;
    cell.editor = open(cell, {
      complete: (code, position, isAsked) => this.#complete(code, position, isAsked),
      run: advances => actions[advances ? 'runAndGoOn' : 'run'](cell),
      add: () => arrangement.addBelow(cell),
    });
    cell.editor.focus();
    if (schedule.state === 'ready') await this.assist([cell]);
  }

  /** The completions at a position in a cell's text.
   * @param {string} code
   * @param {number} position
   * @param {boolean} isAsked  whether the reader has pressed a key for it. If not, the reader is typing: then C# is not
   * started, and it is not reported that a cell runs */
  async #complete(code, position, isAsked = true) {
    const { session, start, schedule } = this.#parts;
    if (!isAsked && schedule.state !== 'ready') return null;
    if (session.busy) return { busy: true };
    if (!(await start.ready())) return null;
    return session.query({ type: 'complete', code, position });
  }

  /** Adds problems, signatures and documentation to editors. The script for them is loaded once .NET runs.
   * @param {Cell[]} cells */
  async assist(cells) {
    const { assistance } = await import('./lint.js'), { query, schedule } = this.#parts;
    for (const cell of cells)
      if (!cell.isProse) cell.editor?.assist(assistance(query, () => schedule.isDueAbove(cell)));
  }
}

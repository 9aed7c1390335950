// Shows what the session knows while no cell runs: completions and problems in editors, the list of variables, and the
// marks of cells that are out of date.
/** @import { Page } from '../Running/page.js' */
import { pause } from '../elements.js';
import { list } from './variables.js';

export class Knowledge {
  #followed = 0;
  #variables;
  #page;

  /** @param {Page} page */
  constructor(page) {
    const { more } = page.frame.toolbar;
    this.#page = page;
    this.#variables = list(more.parentElement, more, question => this.ask(question));
  }

  /** Sends a question to the session; null while it cannot answer. */
  ask(question) {
    const { state, session } = this.#page;
    return state.now === 'ready' ? session.ask(question) : null;
  }

  /** The completions at a position in a cell's text.
   * @param {string} code
   * @param {number} position
   * @param {boolean} isAsked  whether the reader has pressed a key for it. If not, the reader is typing: then C# is not
   * started, and it is not reported that a cell runs */
  async complete(code, position, isAsked = true) {
    const { session, start, state } = this.#page;
    if (!isAsked && (!session.alive || session.busy || state.now !== 'ready')) return null;
    if (session.busy) return { busy: true };
    if (!(await start.ready())) return null;
    return session.ask({ type: 'complete', code, position });
  }

  /** Adds problems, signatures and documentation to editors. The script for them is loaded once .NET runs.
   * @param {import('../Cells/cell.js').Cell[]} open */
  async assist(...open) {
    const { assistance } = await import('./lint.js');
    for (const cell of open)
      cell.editor?.assist(assistance(question => this.ask(question), () => this.#page.queue.isDueAbove(cell)));
  }

  /** After a change of the session, updates editors, variables and marks, as long as nothing runs. */
  async update() {
    const { frame } = this.#page, mine = ++this.#followed;
    this.assist(...frame.cells);
    this.#variables();
    frame.dependents.mark();
    for (const cell of frame.cells) {
      const of = cell.ranSource ?? cell.original;
      if (cell.names?.of === of) continue;
      // The pause lets the session answer the reader's questions first.
      await pause(200);
      const names = mine === this.#followed && (await this.ask({ type: 'names', code: of }));
      if (!names) return;
      cell.names = { of, sets: [names.reads, names.declares, names.assigns].map(each => new Set(each)) };
      frame.dependents.mark();
    }
  }
}

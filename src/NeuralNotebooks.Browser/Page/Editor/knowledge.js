// Shows what the session knows while no cell runs: completions and problems in editors, the list of variables, and the
// marks of cells that are out of date.
/** @import { Runtime } from '../Running/runtime.js' */
import { pause } from '../elements.js';
import { list } from './variables.js';

export class Knowledge {
  #followed = 0;
  #variables;
  #runtime;

  /** @param {Runtime} runtime */
  constructor(runtime) {
    const { more } = runtime.view.toolbar;
    this.#runtime = runtime;
    this.#variables = list(more.parentElement, more, query => this.query(query));
  }

  /** Sends a query to the session; null while it cannot reply.
   * @param {import('../types.js').Query} query */
  query(query) {
    const { state, session } = this.#runtime;
    return state.now === 'ready' ? session.query(query) : null;
  }

  /** The completions at a position in a cell's text.
   * @param {string} code
   * @param {number} position
   * @param {boolean} isAsked  whether the reader has pressed a key for it. If not, the reader is typing: then C# is not
   * started, and it is not reported that a cell runs */
  async complete(code, position, isAsked = true) {
    const { session, start, state } = this.#runtime;
    if (!isAsked && (!session.alive || session.busy || state.now !== 'ready')) return null;
    if (session.busy) return { busy: true };
    if (!(await start.ready())) return null;
    return session.query({ type: 'complete', code, position });
  }

  /** Adds problems, signatures and documentation to editors. The script for them is loaded once .NET runs.
   * @param {import('../Cells/cell.js').Cell[]} open */
  async assist(...open) {
    const { assistance } = await import('./lint.js');
    for (const cell of open)
      cell.editor?.assist(assistance(query => this.query(query), () => this.#runtime.queue.isDueAbove(cell)));
  }

  /** After a change of the session, updates editors, variables and marks, as long as nothing runs. */
  async update() {
    const { view } = this.#runtime, mine = ++this.#followed;
    this.assist(...view.cells);
    this.#variables();
    view.dependents.mark();
    for (const cell of view.cells) {
      const of = cell.ranSource;
      if (cell.names?.of === of) continue;
      // The pause lets the session reply to the queries of the reader's editors first.
      await pause(200);
      const names = mine === this.#followed && (await this.query({ type: 'names', code: of }));
      if (!names) return;
      const [reads, declares, assigns] = [names.reads, names.declares, names.assigns].map(each => new Set(each));
      cell.names = { of, reads, declares, assigns };
      view.dependents.mark();
    }
  }
}

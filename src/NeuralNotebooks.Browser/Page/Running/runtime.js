// Makes what runs C# for a page, and connects it. Loaded with the first Run or edit.
/** @import { Cell } from '../Cells/cell.js' */
import { Controls } from '../Controls/controls.js';
import { Editors } from '../Editor/editors.js';
import { list } from '../Editor/variables.js';
import { handIn } from '../HandIn/judge.js';
import { Outputs } from '../Outputs/outputs.js';
import { Session } from '../Session/session.js';
import { site } from '../Work/work.js';
import { Execution } from './execution.js';
import { Runner } from './runner.js';
import { Schedule } from './schedule.js';
import { starting } from './start.js';

/** The parts of a page that the runtime works with; `render` makes HTML from Markdown.
 * @typedef {{ cells: Cell[], files: import('../types.js').Files, isAssignment: boolean,
 * names: import('../Cells/names.js').VariableNames, dependents: import('../Cells/dependents.js').Dependents,
 * arrangement: import('../Cells/arrangement.js').Arrangement, storage: import('../Work/storage.js').Storage,
 * status: import('../View/status.js').Status, toolbar: import('../View/status.js').Toolbar,
 * render: (text: string) => Promise<string> }} Page */

/** What runs C# for a page. Its session is a web worker, which may end and be started again. */
export class Runtime {
  #page;
  #updateVariables;
  /** Whether what the page has used is cached, or is being cached. */
  #isKept = false;

  /** @param {Page} page
   * @param {import('../types.js').Boot} boot */
  constructor(page, boot) {
    const { cells, files, isAssignment, names, dependents, arrangement, storage, status, toolbar, render } = page;
    const live = new URL('live/', document.baseURI);
    this.#page = page;
    const session = this.session = new Session({ boot, site, live, files, isAssignment }, {
      progress: bytes => start.progress(bytes),
      fetching: size => start.fetching(size),
      output: (id, event) => execution.show(id, event),
      inputRequest: (prompt, isPassword) => execution.ask(prompt, isPassword),
      died: () => {
        schedule.clear();
        if (schedule.fail('C# has stopped; variables are gone. Run starts it again.')) schedule.stop();
      },
    });
    const schedule = this.schedule = new Schedule(cells, session, (state, words) => this.#entered(state, words));
    const start = this.start = starting(session, schedule, status, toolbar.progress);
    const execution = new Execution(cells, session, new Outputs(cells, render), storage, status);
    const runner = this.runner = new Runner({
      cells, schedule, execution, session, start, dependents, storage, arrangement, status,
    });
    this.controls = new Controls({ schedule, runner, execution, session, start, dependents });
    const query = (/** @type {import('../types.js').Query} */ asked) =>
      (schedule.state === 'ready' ? session.query(asked) : null);
    this.editors = new Editors({
      schedule, session, start, query,
      run: (cell, advances) => runner.run(cell, advances),
      add: cell => arrangement.addBelow(cell),
    });
    this.#updateVariables = list(toolbar.more.parentElement, toolbar.more, query);
    names.ask = code => session.query({ type: 'names', code });
    status.enter(schedule.state);
  }

  /** Updates the toolbar for a state that the page has entered.
   * @param {import('../types.js').ShownState} state
   * @param {string} [words] */
  #entered(state, words) {
    const { status } = this.#page;
    status.enter(state);
    if (words !== undefined) status.say(words);
    if (state === 'ready') setTimeout(() => this.#rest());
  }

  /** Does what would delay the first result, once no cell runs: updates editors, variables and the marks of cells that
   * are out of date, and caches the site for offline use. */
  #rest() {
    if (this.schedule.state !== 'ready') return;
    this.editors.assist(this.#page.cells).catch(error => console.warn(error));
    this.#updateVariables();
    this.#page.dependents.mark();
    this.#keepUsed().catch(error => console.warn(error));
  }

  /** Caches what the page has used for use offline, once. After a failure, the next run tries again. */
  async #keepUsed() {
    if (this.#isKept) return;
    this.#isKept = true;
    this.#isKept = Boolean(await this.session.keep({ data: false }));
  }

  /** Caches the whole course for use offline, and says whether it has succeeded. */
  async keepOffline() {
    if (!(await this.start.ready())) return;
    this.#page.status.say((await this.session.keep({ data: true }))
      ? 'This course works offline now.'
      : 'Not all of the course could be stored: that needs https, a connection, and permission to store data.');
  }

  /** Runs every cell in a new session, and then finds which answers would not count.
   * @param {string} name
   * @param {() => Promise<string>} make */
  handIn(name, make) {
    const { session, schedule, runner, start } = this;
    return handIn({ cells: this.#page.cells, session, schedule, runner, start }, name, make);
  }
}

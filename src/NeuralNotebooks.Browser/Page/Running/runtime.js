// Makes what runs C# for a page, and connects it. Loaded with the first Run or edit.
/** @import { Query, ShownState } from '../types.js' */
import { Controls } from '../Controls/controls.js';
import { Editors } from '../Editor/editors.js';
import { list } from '../Editor/variables.js';
import { handIn } from '../HandIn/judge.js';
import { Session } from '../Session/session.js';
import { site } from '../Work/work.js';
import { Execution } from './execution.js';
import { Runner } from './runner.js';
import { Schedule } from './schedule.js';
import { starting } from './start.js';

/** What a run of cells uses. `query` asks the session something; null while it cannot reply.
 * @typedef {{ page: import('../View/view.js').NotebookView, session: Session, schedule: Schedule,
 * start: import('./start.js').Start, execution: Execution, query: (query: Query) => Promise<any> | null }} RunParts */

/** What runs C# for a page.
 * @typedef {RunParts & { runner: Runner }} Parts */

/** What runs C# for a page. Its session is a web worker, which may end and be started again. */
export class Runtime {
  #parts;
  #updateVariables;
  /** Whether what the page has used is cached, or is being cached. */
  #isKept = false;

  /** @param {Parts['page']} page
   * @param {import('../types.js').Boot} boot */
  constructor(page, boot) {
    const { cells, files, names, status, toolbar, model: { isAssignment } } = page;
    const live = new URL('live/', document.baseURI);
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
    const schedule = new Schedule(cells, session, (state, words) => this.#entered(state, words));
    const start = this.start = starting(session, schedule, status, toolbar.progress);
    const execution = new Execution({ page, session });
    /** @type {RunParts['query']} */
    const query = asked => (schedule.state === 'ready' ? session.query(asked) : null);
    const used = { page, session, schedule, start, execution, query }, runner = this.runner = new Runner(used);
    const parts = this.#parts = { ...used, runner };
    this.controls = new Controls(parts);
    this.editors = new Editors(used);
    this.#updateVariables = list(toolbar.more.parentElement, toolbar.more, query);
    names.ask = code => session.query({ type: 'names', code });
    status.enter(schedule.state);
  }

  /** Updates the toolbar for a state that the page has entered.
   * @param {ShownState} state
   * @param {string} [words] */
  #entered(state, words) {
    const { status } = this.#parts.page;
    status.enter(state);
    if (words !== undefined) status.say(words);
    if (state === 'ready') setTimeout(() => this.#rest());
  }

  /** Does what would delay the first result, once no cell runs: updates editors, variables and the marks of cells that
   * are out of date, and caches the site for offline use. */
  #rest() {
    const { page, schedule } = this.#parts;
    if (schedule.state !== 'ready') return;
    this.editors.assist(page.cells).catch(error => console.warn(error));
    this.#updateVariables();
    page.dependents.mark();
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
    this.#parts.page.status.say((await this.session.keep({ data: true }))
      ? 'This course works offline now.'
      : 'Not all of the course could be stored: that needs https, a connection, and permission to store data.');
  }

  /** Runs every cell in a new session, and then finds which answers would not count.
   * @param {string} name
   * @param {() => Promise<string>} make */
  handIn(name, make) { return handIn(this.#parts, name, make); }
}

// Runs C# for a page: the state, the session and what the buttons do. Loaded with the first Run or edit.
/** @import { Cell } from '../Cells/cell.js' */
import { Controls } from '../Controls/controls.js';
import { Editors } from '../Editor/editors.js';
import { list } from '../Editor/variables.js';
import { handIn } from '../HandIn/judge.js';
import { showInputField } from '../Outputs/input-field.js';
import { Outputs } from '../Outputs/outputs.js';
import { reveal, untilInput } from '../Outputs/reveal.js';
import { Session } from '../Session/session.js';
import { site } from '../Work/work.js';
import { Queue } from './queue.js';
import { Runner } from './runner.js';
import { starting } from './start.js';
import { PageState, shownAs } from './states.js';
import { Turns } from './turns.js';

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
    this.turns = new Turns();
    this.state = new PageState((state, words) => this.#entered(state, words));
    this.outputs = new Outputs(cells, render);
    this.session = new Session({ boot, site, live, files, isAssignment }, {
      progress: bytes => this.start.progress(bytes),
      fetching: size => this.start.fetching(size),
      output: message => this.#show(message),
      inputRequest: request => {
        const { current } = this.runner;
        if (current) showInputField(current.output, request, text => this.session.replyInput(text));
      },
      died: () => this.#lost(),
    });
    const { turns, state, session, outputs } = this;
    const start = this.start = starting(session, state, status, toolbar.progress);
    const queue = this.queue = new Queue(cells, session);
    const runner = this.runner = new Runner({
      cells, queue, state, session, start, outputs, dependents, arrangement, storage, status,
    });
    this.controls = new Controls({ queue, runner, turns, start, state, session, dependents });
    const query = (/** @type {import('../types.js').Query} */ asked) =>
      (state.now === 'ready' ? session.query(asked) : null);
    this.editors = new Editors({
      queue, state, session, start, query,
      run: (cell, advances) => this.run(cell, advances),
      add: cell => arrangement.addBelow(cell),
    });
    this.#updateVariables = list(toolbar.more.parentElement, toolbar.more, query);
    names.ask = code => session.query({ type: 'names', code });
    status.enter(shownAs(state.now));
  }

  /** Updates the toolbar for a state that the page has entered.
   * @param {import('./states.js').State} state
   * @param {string} [words] */
  #entered(state, words) {
    const { status } = this.#page, shown = shownAs(state);
    status.enter(shown);
    if (words !== undefined) status.say(words);
    if (shown === 'ready') setTimeout(() => this.#rest());
  }

  /** Does what would delay the first result, once no cell runs: updates editors, variables and the marks of cells that
   * are out of date, and caches the site for offline use. */
  #rest() {
    if (this.state.now !== 'ready') return;
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

  /** Shows an output of a cell. The cell may have ended already: a task that it started may still write.
   * @param {import('../types.js').Message} message */
  #show(message) {
    const cell = this.#page.cells.find(({ id }) => id === message.id);
    if (!cell) return;
    this.outputs.show(cell.target, message);
    const isError = message.kind === 'error';
    if (!isError || cell.target !== cell.area || cell.state !== 'done' || cell.mayFail) return;
    cell.state = 'failed';
    this.#page.status.say(`Cell ${cell.number} failed after it had ended.`);
  }

  /** Handles the unexpected end of the worker. */
  #lost() {
    this.queue.clear();
    if (this.state.apply('fail', 'C# has stopped; variables are gone. Run starts it again.')) this.#endTurn();
  }

  /** Ends the present turn, and forgets what waits to run. */
  #endTurn() {
    this.turns.stop();
    this.queue.clear();
    this.controls.forget();
  }

  /** Runs a cell, and before it the cells above that have to run first; then makes its output visible.
   * @param {Cell} cell
   * @param {boolean} [advances]  whether the focus moves to the next cell, as in Jupyter. It stays in a checkpoint,
   * whose verdict says what to change there. */
  async run(cell, advances = false) {
    const input = untilInput(), before = cell.lastRun.endedAt;
    window.nnShowOutput?.(cell.element);
    if (advances && !cell.isCheckpoint) this.#page.arrangement.next(cell)?.focus();
    if (cell.isProse) return; // It is rendered with each edit.
    await this.runEach([cell]);
    if (cell.lastRun.endedAt !== before) reveal(cell, input);
  }

  /** @param {Cell[]} some */
  runEach(some) {
    const queued = this.queue.addWithAbove(some);
    return this.turns.run(turn => this.runner.run(turn, queued));
  }

  runAll() {
    const queued = this.queue.addAll();
    return this.turns.run(turn => this.runner.run(turn, queued, { goesToFailure: true }));
  }

  async stop() {
    const { session, state } = this, { status } = this.#page, was = state.now;
    // During Hand in, Stop ends only the current step, and Hand in goes on with the next one.
    if (was !== 'rehearsing' && was !== 'judging') this.#endTurn();
    if (was === 'judging' || state.apply('end', 'Stopped. Outputs have not changed.')) return session.end();
    if (!session.busy) return;
    status.say('Stopping');
    await session.stop();
    if (session.alive || was === 'rehearsing' || state.now !== was) return;
    if (await this.start.ready()) status.say('Stopped: variables are gone. Run runs the cells above again.');
  }

  async reset() {
    const { session } = this, { cells, status, storage } = this.#page;
    this.#endTurn();
    session.end({ outcome: 'ended', message: 'The session was reset.' });
    for (const cell of cells) {
      cell.state = 'idle';
      if (!cell.choices) continue;
      cell.choices = undefined;
      storage.store(cell);
    }
    if (await this.start.ready()) status.say('Variables are cleared. Outputs are from before the reset.');
  }

  /** Runs every cell in a new session, and then finds which answers would not count.
   * @param {string} name
   * @param {() => Promise<string>} make */
  async handIn(name, make) {
    await this.reset();
    const { session, state, queue, runner, turns, start } = this, { cells } = this.#page;
    return session.alive
      ? turns.run(turn => handIn({ cells, session, state, queue, runner, start }, turn, name, make))
      : null;
  }
}

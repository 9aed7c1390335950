// Runs C# for a page: the state, the session and what the buttons do. Loaded with the first Run or edit.
/** @import { NotebookView } from '../View/view.js' */
import { Controls } from '../Controls/controls.js';
import { Editors } from '../Editor/editors.js';
import { Knowledge } from '../Editor/knowledge.js';
import { carried, offer } from '../Editor/values.js';
import { handIn } from '../HandIn/judge.js';
import { showInputField } from '../Outputs/input-field.js';
import { Outputs } from '../Outputs/outputs.js';
import { Session } from '../Session/session.js';
import { Offline } from './offline.js';
import { Queue } from './queue.js';
import { Runner } from './runner.js';
import { Start } from './start.js';
import { PageState, shownAs } from './states.js';
import { Turns } from './turns.js';

/** Begins to run C# for a page.
 * @param {NotebookView} view
 * @param {import('../types.js').Boot} boot */
export const begin = (view, boot) => new Runtime(view, boot);

/** What runs C# for a page. Its session is a web worker, which may end and be started again. */
export class Runtime {
  /** @param {NotebookView} view
   * @param {import('../types.js').Boot} boot */
  constructor(view, boot) {
    const live = new URL('live/', document.baseURI), { files, isAssignment, site } = view;
    this.view = view;
    this.turns = new Turns();
    this.state = new PageState((state, words) => this.#entered(state, words));
    this.start = new Start(this);
    this.queue = new Queue(this);
    this.runner = new Runner(this);
    this.controls = new Controls(this);
    const render = text => view.render(text);
    this.outputs = new Outputs({ render });
    this.session = new Session({ boot, site, live, files, isAssignment }, {
      progress: bytes => this.start.progress(bytes),
      fetching: size => this.start.fetching(size),
      output: message => this.#show(message),
      inputRequest: request => {
        const { current } = this.runner;
        if (current) showInputField(current.output, request, text => this.session.replyInput(text));
      },
      died: reason => this.#lost(reason),
    });
    this.offline = new Offline(this);
    this.knowledge = new Knowledge(this);
    this.editors = new Editors(this);
    view.status.enter(shownAs(this.state.now));
  }

  /** Updates the toolbar for a state that the page has entered.
   * @param {import('./states.js').State} state
   * @param {string} [words] */
  #entered(state, words) {
    const { view } = this, shown = shownAs(state);
    view.status.enter(shown);
    if (words !== undefined) view.status.say(words);
    if (shown === 'ready') setTimeout(() => this.#rest());
    view.cells.forEach(offer);
  }

  /** Does what would delay the first result, once no cell runs: updates editors and variables, and caches the site for
   * offline use. */
  #rest() {
    if (this.state.now !== 'ready') return;
    this.knowledge.update();
    this.offline.keepUsed();
  }

  /** Shows an output of a cell. The cell may have ended already: a task that it started may still write.
   * @param {import('../types.js').Message} message */
  #show(message) {
    const { view } = this, cell = view.cells.find(({ id }) => id === message.id);
    if (!cell) return;
    const values = carried(message);
    if (values && !view.readOnly) return this.editors.showValues(cell, values);
    this.outputs.take(cell.target, message);
    if (cell.target !== cell.area || message.kind !== 'error' || cell.state !== 'done' || cell.mayFail) return;
    cell.state = 'failed';
    view.status.say(`Cell ${cell.number} failed after it had ended.`);
  }

  /** Handles the unexpected end of the worker.
   * @param {string} reason */
  #lost(reason) {
    this.runner.lost(reason);
    if (this.state.take('fail', 'C# has stopped; variables are gone. Run starts it again.')) this.turns.stop();
  }

  /** Runs a cell, and before it the cells above that have to run first.
   * @param {import('../Cells/cell.js').Cell} cell */
  run(cell, advance = false) {
    if (advance) this.view.cells[this.view.cells.indexOf(cell) + 1]?.focus();
    this.runEach([cell]);
  }

  /** @param {import('../Cells/cell.js').Cell[]} some */
  runEach(some) {
    this.queue.addWithAbove(some);
    this.#runWaiting();
  }

  runAll() {
    this.queue.addAll();
    this.#runWaiting();
  }

  #runWaiting() { this.turns.take(turn => this.runner.run(turn)); }

  async stop() {
    const { session, state, queue, turns, view } = this, was = state.now;
    // During Hand in, Stop ends only the current step, and Hand in goes on with the next one.
    if (was !== 'rehearsing' && was !== 'judging') {
      turns.stop();
      queue.clear();
    }
    if (was === 'judging' || state.take('end', 'Stopped. Outputs have not changed.')) return session.end();
    if (!session.busy) return;
    view.status.say('Stopping');
    await session.stop();
    if (session.alive || was === 'rehearsing' || state.now !== was) return;
    if (await this.start.ready()) view.status.say('Stopped: variables are gone. Run runs the cells above again.');
  }

  async reset() {
    const { session, runner, queue, turns, view } = this;
    turns.stop();
    queue.clear();
    if (runner.current) runner.current.lastRun.ending = 'The session was reset.';
    session.end();
    for (const cell of view.cells) {
      cell.state = 'idle';
      if (!cell.choices) continue;
      cell.choices = undefined;
      view.storage.store(cell);
    }
    if (await this.start.ready()) view.status.say('Variables are cleared. Outputs are from before the reset.');
  }

  /** @param {string} name
   * @param {() => Promise<string>} make */
  handIn(name, make) { return handIn(this, name, make); }

  /** @param {import('../Cells/cell.js').Cell} cell */
  edit(cell) { return this.editors.open(cell); }
}

// A cell's states, and what is known of its last run: idle, queued, running, done, failed.
/** @import { Ended, Message } from './types.js' */
import { find, make } from './elements.js';

const seconds = (/** @type {number} */ milliseconds) =>
  milliseconds < 9950
    ? `${(milliseconds / 1000).toFixed(milliseconds < 995 ? 2 : 1)} s`
    : `${Math.round(milliseconds / 1000)} s`;

/** What of a cell runs. Its text and its note are the cell's own. */
export class CellRun extends EventTarget {
  /** The state that it had before it waited for its turn. */
  #before = 'idle';
  /** @type {string | undefined}  a text that did not end, or ended the session */
  #endless;

  /** @type {number | undefined}  the session of its last run */
  session;
  /** @type {string | undefined}  the text of that run */
  ranSource;
  /** @type {number | undefined}  when it ended (ms) */
  ranAt;
  /** @type {string | undefined}  how long it took, in words */
  time;
  wasStopped = false;
  /** Whether a control made it run. */
  stoppedInHand = false;
  /** @type {string | undefined}  what it shows if it ends the session */
  ending;
  /** @type {{ output: HTMLElement } | undefined}  collects its output while a control makes it run again */
  draft;
  /** @type {Message[] | undefined}  its outputs as they came */
  shown;
  /** Whether the next output replaces those before. */
  clearNext = false;
  /** @type {any}  the stream that it writes to */
  text = null;
  /** @type {ReturnType<typeof setTimeout>[]}  timers after which its output is kept */
  keeping = [];

  /** @param {HTMLElement} element */
  constructor(element) {
    super();
    this.element = element;
    /** @type {HTMLElement} */
    this.output = find('[data-nn-output]', element);
    this.mayFail = 'nnMayFail' in element.dataset;
    this.state = 'idle';
  }

  /** @abstract
   * @returns {string} */
  get source() { throw new Error('A cell has a text.'); }

  /** Shows how long it took.
   * @abstract
   * @param {string} [_] */
  tell(_) { }

  get state() { return this.element.dataset.nnState ?? 'idle'; }

  /** @param {string} state */
  set state(state) {
    this.element.dataset.nnState = state;
    this.element.setAttribute('aria-busy', String(state === 'running'));
  }

  /** Whether its text did not end, or ended the session. */
  get isEndless() { return this.#endless === this.source; }

  /** Waits for its turn; false if it does already, or runs. */
  queue() {
    if (this.state === 'queued' || this.state === 'running') return false;
    this.#before = this.state;
    this.state = 'queued';
    return true;
  }

  unqueue() { this.state = this.#before; }

  /** Runs from now on.
   * @param {number} session
   * @param {boolean} follows  whether a control makes it run again: then its old output stays until there
   * is a new one */
  begin(session, follows) {
    if (!follows) this.state = 'running';
    const output = make('div');
    output.dataset.nnDraft = '';
    this.draft = follows ? { output } : undefined;
    Object.assign(this, { session, published: false, ranSource: this.source, outOfDate: '', ending: undefined });
  }

  /** Has run: what stopped it or ended the worker is not run again because of a cell below it.
   * @param {Ended} ended
   * @param {boolean} follows */
  end({ outcome, duration = 0 }, follows) {
    this.wasStopped = outcome === 'killed' || outcome === 'Interrupted';
    this.#endless = this.wasStopped || outcome === 'ended' ? this.source : undefined;
    this.stoppedInHand = follows;
    for (const open of this.output.querySelectorAll('.nn-ask')) open.remove();
    const isError = outcome === 'RuntimeError' || outcome === 'CompileError';
    this.state = outcome === 'Succeeded' || (this.mayFail && isError) ? 'done' : 'failed';
    this.ranAt = Date.now();
    this.tell(seconds(duration));
  }
}

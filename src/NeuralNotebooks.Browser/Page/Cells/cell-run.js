// The state of a cell (idle, queued, running, done or failed), and the facts of its last run.
/** @import { Ended } from '../types.js' */
import { find, make, unopenedAnswer } from '../elements.js';
import { OutputArea } from '../Outputs/output-area.js';

const seconds = (/** @type {number} */ milliseconds) =>
  milliseconds < 9950
    ? `${(milliseconds / 1000).toFixed(milliseconds < 995 ? 2 : 1)} s`
    : `${Math.round(milliseconds / 1000)} s`;

/** The part of a cell that concerns its runs. The subclass Cell adds the text and the note. */
export class CellRun extends EventTarget {
  /** The state before the cell was queued. */
  #before = 'idle';
  /** @type {string | undefined}  the text of the last run, if that run had to be stopped or ended the session */
  #endless;

  /** @type {number | undefined}  the number of the session of the last run */
  session;
  /** @type {string | undefined}  the text of the last run */
  ranSource;
  /** @type {number | undefined}  when the last run ended (ms since 1970) */
  ranAt;
  /** @type {string | undefined}  the duration of the last run, in words */
  time;
  wasStopped = false;
  /** Whether the last run followed a moved control. */
  followedControl = false;
  /** @type {string | undefined}  the message that the cell shows if its run ends the session */
  ending;
  /** @type {OutputArea | undefined}  collects the new output while the cell runs for a moved control */
  draft;

  /** @param {HTMLElement} element */
  constructor(element) {
    super();
    this.element = element;
    /** @type {HTMLElement} */
    this.output = find('[data-nn-output]', element);
    this.area = new OutputArea(this.output);
    this.mayFail = 'nnMayFail' in element.dataset;
    this.state = 'idle';
  }

  /** @abstract
   * @returns {string} */
  get source() { throw new Error('The subclass has to define source.'); }

  /** Shows the duration of the run, or another text in its place.
   * @abstract
   * @param {string} [_] */
  tell(_) { }

  get state() { return this.element.dataset.nnState ?? 'idle'; }

  /** @param {string} state */
  set state(state) {
    this.element.dataset.nnState = state;
    this.element.setAttribute('aria-busy', String(state === 'running'));
  }

  /** Whether the last run of the present text had to be stopped or ended the session. */
  get isEndless() { return this.#endless === this.source; }

  /** Marks the cell as queued; false if it is queued or running already. */
  queue() {
    if (this.state === 'queued' || this.state === 'running') return false;
    this.#before = this.state;
    this.state = 'queued';
    return true;
  }

  unqueue() { this.state = this.#before; }

  /** Where the outputs of the present run are shown. */
  get target() { return this.draft ?? this.area; }

  /** Shows the draft's output in place of the old one. The caller has moved the elements. */
  adoptDraft() {
    if (!this.draft) return;
    this.area = this.draft;
    this.area.element = this.output;
    this.draft = undefined;
  }

  /** Records that a run begins.
   * @param {number} session
   * @param {boolean} follows  whether the run follows a moved control: then the old output stays visible until the new
   * one is complete */
  begin(session, follows) {
    if (!follows) this.state = 'running';
    const output = make('div');
    output.dataset.nnDraft = '';
    this.draft = follows && !unopenedAnswer(this.output) ? new OutputArea(output) : undefined;
    Object.assign(this, { session, published: false, ranSource: this.source, outOfDate: '', ending: undefined });
  }

  /** Records that a run has ended. A text that had to be stopped, or that ended the worker, does not run again merely
   * because a cell below it runs.
   * @param {Ended} ended
   * @param {boolean} follows */
  end({ outcome, duration = 0 }, follows) {
    this.wasStopped = outcome === 'killed' || outcome === 'Interrupted';
    this.#endless = this.wasStopped || outcome === 'ended' ? this.source : undefined;
    this.followedControl = follows;
    for (const open of this.output.querySelectorAll('.nn-input')) open.remove();
    const isError = outcome === 'RuntimeError' || outcome === 'CompileError';
    this.state = outcome === 'Succeeded' || (this.mayFail && isError) ? 'done' : 'failed';
    this.ranAt = Date.now();
    this.tell(seconds(duration));
  }
}

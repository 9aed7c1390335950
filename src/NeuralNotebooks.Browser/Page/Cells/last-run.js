// The facts of a cell's last run.
/** @import { Ended } from '../types.js' */

const seconds = (/** @type {number} */ milliseconds) =>
  milliseconds < 9950
    ? `${(milliseconds / 1000).toFixed(milliseconds < 995 ? 2 : 1)} s`
    : `${Math.round(milliseconds / 1000)} s`;

export class LastRun {
  /** @type {number | undefined}  the number of its session */
  session;
  /** @type {string | undefined}  the text that has run */
  source;
  /** @type {number | undefined}  when it ended (ms since 1970) */
  endedAt;
  /** @type {string | undefined}  its duration, in words */
  time;
  followedControl = false;
  wasStopped = false;
  /** Whether the cell shows the published output: it has not run, and shows no output of an earlier visit. */
  isPublished = true;
  /** Whether the run had to be stopped, or ended the session. */
  #isEndless = false;
  #begunAt = 0;

  /** @param {number} session
   * @param {string} source */
  begin(session, source) {
    Object.assign(this, { session, source, isPublished: false });
    this.#begunAt = Date.now();
  }

  /** @param {Ended} ended
   * @param {boolean} followedControl */
  end({ outcome, duration }, followedControl) {
    this.wasStopped = outcome === 'killed' || outcome === 'Interrupted';
    this.#isEndless = this.wasStopped || outcome === 'ended';
    this.followedControl = followedControl;
    this.endedAt = Date.now();
    // A run that was killed does not report its duration.
    this.time = seconds(duration ?? this.endedAt - this.#begunAt);
  }

  /** Records that the cell shows an output that this session has not computed: of an earlier visit, or of a Markdown
   * cell.
   * @param {string | undefined} source  the text that the output belongs to
   * @param {string} [time]
   * @param {number} [endedAt] */
  showsOutputOf(source, time, endedAt = this.endedAt) {
    Object.assign(this, { source, time, endedAt, isPublished: false });
    this.#isEndless = false;
  }

  /** Whether a text is the one that has run, and had to be stopped or ended the session.
   * @param {string} source */
  isEndless(source) { return this.#isEndless && this.source === source; }
}

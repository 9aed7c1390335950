// The states of a live page, and which event leads from one to the next.

/** @typedef {'off' | 'loading' | 'ready' | 'running' | 'rehearsing' | 'following' | 'judging' | 'failed'} State */
/** @typedef {'load' | 'loaded' | 'run' | 'rehearse' | 'follow' | 'judge' | 'finish' | 'fail' | 'end'} SessionEvent */

// Events:
//   load      C# is needed and not loaded                   judge   Hand in reads the notebook and judges its answers
//   loaded    C# has been loaded                            finish  the last cell, or judging, has ended
//   run       a cell begins that the reader wants to run    fail    C# cannot be loaded, or has ended by itself
//   rehearse  a cell begins during Hand in, which goes on   end     C# was stopped, and nothing is to run
//             after cells that fail, and reloads C#
//   follow    cells begin that use a control that moves
//
// A dash: the event changes nothing in that state.
const table = `
              load     loaded  run      rehearse    follow     judge    finish  fail    end
  off         loading  -       -        -           -          -        -       -       -
  loading     loading  ready   -        -           -          -        -       failed  off
  ready       loading  -       running  rehearsing  following  judging  -       failed  -
  running     loading  -       running  -           following  -        ready   failed  -
  rehearsing  loading  -       -        rehearsing  -          -        ready   -       -
  following   loading  -       running  rehearsing  following  -        ready   failed  -
  judging     loading  -       -        -           -          judging  ready   -       off
  failed      loading  -       -        -           -          -        -       -       -`;

const [head, ...rows] = table.trim().split('\n').map(line => line.trim().split(/ +/));

export const events = /** @type {SessionEvent[]} */ (head);

/** State → event → the next state, or a dash. */
export const transitions = new Map(rows.map(([state, ...next]) => [
  /** @type {State} */ (state), new Map(events.map((event, i) => [event, next[i]])),
]));

/** The value of the attribute `data-nn-live` in a state.
 * @param {State} state
 * @returns {import('../types.js').ShownState} */
export const shownAs = state =>
  state === 'rehearsing' || state === 'following' || state === 'judging' ? 'running' : state;

/** The state that a page is in. */
export class PageState {
  /** @type {State} */
  #now = 'off';
  #entered;

  /** @param {(state: State, words?: string) => void} entered  called with the new state after each event that changes
   * it, and with the message that the page then shows */
  constructor(entered) { this.#entered = entered; }

  get now() { return this.#now; }

  /** Applies an event; false if it changes nothing in the present state.
   * @param {SessionEvent} event
   * @param {string} [words]  the message that the page shows if the event applies */
  apply(event, words) {
    const next = transitions.get(this.#now)?.get(event);
    if (next === undefined) throw new Error(`There is no event ${event}.`);
    if (next === '-') return false;
    this.#now = /** @type {State} */ (next);
    this.#entered(this.#now, words);
    return true;
  }
}

// The states of a live page, and which event leads from one to the next.

/** @typedef {'off' | 'loading' | 'ready' | 'running' | 'rehearsing' | 'following' | 'judging' | 'failed'} State */
/** @typedef {'load' | 'loaded' | 'run' | 'rehearse' | 'follow' | 'judge' | 'finish' | 'fail' | 'end'} SessionEvent */

// Events:
//   load      C# is needed, for the first time or anew      judge   Hand in reads the notebook and judges its answers
//   loaded    C# is there                                   finish  what ran has come to its end
//   run       a cell begins that its reader has asked for   fail    C# cannot be loaded, or has ended by itself
//   rehearse  a cell begins before Hand in, which goes on   end     C# was stopped, and nothing needs it
//             past cells that fail, and loads C# anew
//   follow    cells begin that read a control that moves
//
// A dash: the event changes nothing in that state.
const table = `
              load     loaded  run      rehearse    follow     judge    finish  fail    end
  off         loading  -       -        -           -          -        -       -       -
  loading     loading  ready   -        -           -          -        -       failed  off
  ready       loading  -       running  rehearsing  following  judging  -       failed  -
  running     loading  -       running  -           -          -        ready   failed  -
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

/** What `data-nn-live` says in a state. */
export const shownAs = (/** @type {State} */ state) =>
  ['rehearsing', 'following', 'judging'].includes(state) ? 'running' : state;

/** The state that a page is in. */
export class PageState {
  /** @type {State} */
  #now = 'off';
  #entered;

  /** @param {(state: State, words?: string) => void} entered  is told each state that an event leads to, and what the
   * page says then */
  constructor(entered) { this.#entered = entered; }

  get now() { return this.#now; }

  /** Takes an event; false if it changes nothing now.
   * @param {SessionEvent} event
   * @param {string} [words]  what the page says if it does */
  take(event, words) {
    const next = transitions.get(this.#now)?.get(event);
    if (next === undefined) throw new Error(`There is no event ${event}.`);
    if (next === '-') return false;
    this.#now = /** @type {State} */ (next);
    this.#entered(this.#now, words);
    return true;
  }
}

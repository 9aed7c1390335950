// The toolbar: its buttons, and its status line.
/** @import { ShownState } from '../types.js' */
import { link, make } from '../elements.js';

/** The parts of the toolbar that scripts change.
 * @typedef {{ stop: HTMLButtonElement, reset: HTMLButtonElement, progress: HTMLProgressElement,
 * more: HTMLDetailsElement }} Toolbar */

export class Status {
  /** @type {ShownState} */
  #state = 'off';
  #bar;
  #toolbar;
  #showState;
  /** @type {Map<string, string>}  what each warning is about → its words */
  #warnings = new Map();
  #hasSaidKeys = false;

  /** @param {any} bar  the toolbar
   * @param {Toolbar} toolbar
   * @param {(state: ShownState) => void} showState  shows the state by an attribute of the page's root */
  constructor(bar, toolbar, showState) {
    this.#bar = bar;
    this.#toolbar = toolbar;
    this.#showState = showState;
    if (!isSecureContext)
      this.warn('http',
        'Plain http: two tabs can overwrite the same work, cells cannot read input, and Stop loses variables.');
  }

  get isRunning() { return this.#state === 'running'; }

  /** Shows a state of C#, and enables the buttons that have an effect in it.
   * @param {ShownState} state */
  enter(state) {
    this.#state = state;
    this.#showState(state);
    const { stop, reset, progress } = this.#toolbar;
    stop.disabled = state !== 'running' && state !== 'loading';
    reset.disabled = state === 'off' || state === 'loading';
    progress.hidden = state !== 'loading';
  }

  /** Sets a warning, such as "Read-only", which follows all later messages until it is removed.
   * @param {string} about
   * @param {string} words  empty to remove the warning */
  warn(about, words) { this.#warnings.set(about, words); }

  /** Shows a message, followed by the present warnings. */
  say(text, ...links) {
    this.#bar.querySelector('.nn-keys')?.remove();
    const status = this.#bar.querySelector('.nn-status');
    const words = [text, ...this.#warnings.values()].filter(Boolean).join(' · ');
    status.replaceChildren(words, ...links.flatMap(made => [' ', made]));
  }

  /** After the first run of a page, shows the most important keys below the bar, until the next message. */
  sayKeys() {
    if (this.#hasSaidKeys) return;
    this.#hasSaidKeys = true;
    const note = make('p', { className: 'nn-keys', role: 'note' },
      'Tab completes, F8 goes to the error, Variables lists them. ',
      link('Close', () => note.remove()));
    this.#bar.append(note);
  }
}

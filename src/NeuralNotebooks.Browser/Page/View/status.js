// The toolbar: its buttons, and its status line.
/** @import { NotebookView } from './view.js' */
/** @import { ShownState } from '../types.js' */
import { link, make } from '../elements.js';

export class Status {
  /** @type {ShownState} */
  #state = 'off';
  #view;
  #bar;
  #showState;
  #hasSaidKeys = false;

  /** @param {NotebookView} view
   * @param {any} bar  the toolbar
   * @param {(state: ShownState) => void} showState  shows the state by an attribute of the page's root */
  constructor(view, bar, showState) {
    this.#view = view;
    this.#bar = bar;
    this.#showState = showState;
  }

  get isRunning() { return this.#state === 'running'; }

  /** Shows a state of C#, and enables the buttons that have an effect in it.
   * @param {ShownState} state */
  enter(state) {
    this.#state = state;
    this.#showState(state);
    const { stop, reset, progress } = this.#view.toolbar;
    stop.disabled = state !== 'running' && state !== 'loading';
    reset.disabled = state === 'off' || state === 'loading';
    progress.hidden = state !== 'loading';
  }

  /** Shows a message, followed by the warnings that hold at present, such as "Read-only". */
  say(text, ...links) {
    const { storage, passing, readOnly } = this.#view;
    const lasting = [
      !storage.works
        && 'This browser cannot store your work in this window: download it before you close the window.',
      passing && 'Changes are not kept here.',
      !isSecureContext
        && 'Plain http: two tabs can overwrite the same work, cells cannot read input, and Stop loses variables.',
      readOnly && 'Read-only: this notebook is open in another tab, where it can be edited.',
    ];
    this.#bar.querySelector('.nn-keys')?.remove();
    const status = this.#bar.querySelector('.nn-status');
    status.replaceChildren([text, ...lasting].filter(Boolean).join(' · '), ...links.flatMap(made => [' ', made]));
  }

  /** After the first run of a page, shows the most important keys below the bar, until the next message. */
  sayKeys() {
    if (this.#hasSaidKeys) return;
    this.#hasSaidKeys = true;
    const note = make('p', { className: 'nn-keys', role: 'note' },
      'Tab completes, F8 goes to the error, = shows values beside the lines, Variables lists them. ',
      link('Close', () => note.remove()));
    this.#bar.append(note);
  }
}

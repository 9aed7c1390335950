// The toolbar: its buttons, and its status line.
/** @import { Frame } from './frame.js' */
import { link, make } from '../elements.js';

export class Status {
  #frame;
  #bar;
  #hasSaidKeys = false;

  /** @param {Frame} frame
   * @param {any} bar  the toolbar */
  constructor(frame, bar) {
    this.#frame = frame;
    this.#bar = bar;
  }

  /** Enables the buttons that have an effect in a state of the page.
   * @param {string} state  the value of `data-nn-live` */
  enable(state) {
    const { stop, reset, progress } = this.#frame.toolbar;
    stop.disabled = state !== 'running' && state !== 'loading';
    reset.disabled = state === 'off' || state === 'loading';
    progress.hidden = state !== 'loading';
  }

  /** Shows a message, followed by the warnings that hold at present, such as "Read-only". */
  say(text, ...links) {
    const { storage, passing, readOnly } = this.#frame;
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

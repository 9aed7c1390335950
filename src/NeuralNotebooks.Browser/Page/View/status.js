// The toolbar: its buttons, and its status line.
/** @import { ShownState } from '../types.js' */
import { link, make } from '../elements.js';

/** The parts of the toolbar that scripts change.
 * @typedef {{ stop: HTMLButtonElement, reset: HTMLButtonElement, progress: HTMLProgressElement,
 * more: HTMLDetailsElement }} Toolbar */

/** @typedef {ReturnType<typeof statusOf>} Status */

/** @param {any} bar  the toolbar
 * @param {Toolbar} toolbar */
export function statusOf(bar, { stop, reset, progress }) {
  const root = document.documentElement;
  /** @type {Map<string, string>}  what each warning is about → its words */
  const warnings = new Map();
  let hasSaidKeys = false;
  if (!isSecureContext)
    warnings.set('http',
      'Plain http: two tabs can overwrite the same work, cells cannot read input, and Stop loses variables.');
  return {
    get state() { return /** @type {ShownState} */ (root.dataset.nnLive); },

    /** Shows a state of C#, and enables the buttons that have an effect in it.
     * @param {ShownState} state */
    enter(state) {
      root.dataset.nnLive = state;
      stop.disabled = state !== 'running' && state !== 'loading';
      reset.disabled = state === 'off' || state === 'loading';
      progress.hidden = state !== 'loading';
    },

    /** Sets a warning, such as "Read-only", which follows all later messages until it is removed.
     * @param {string} about
     * @param {string} words  empty to remove the warning */
    warn(about, words) { warnings.set(about, words); },

    /** Shows a message, followed by the present warnings. */
    say(text, ...links) {
      bar.querySelector('.nn-keys')?.remove();
      const words = [text, ...warnings.values()].filter(Boolean).join(' · ');
      bar.querySelector('.nn-status').replaceChildren(words, ...links.flatMap(made => [' ', made]));
    },

    /** Says that something which the reader has not asked for has failed.
     * @param {Error} error */
    sayFailed(error) {
      console.warn(error);
      this.say(`This failed (${error.message}).`);
    },

    /** Shows a message about a change, with a link that undoes it.
     * @param {string} words
     * @param {() => unknown} undo */
    sayUndoable(words, undo) {
      this.say(words, link('Undo', async () => {
        try {
          await undo();
          this.say('Undone.');
        } catch (error) { this.say(`This could not be undone (${error.message}).`); }
      }));
    },

    /** After the first run of a page, shows the most important keys below the bar, until the next message. */
    sayKeys() {
      if (hasSaidKeys) return;
      hasSaidKeys = true;
      const note = make('p', { className: 'nn-keys', role: 'note' },
        'Tab completes, F8 goes to the error, Variables lists them. ',
        link('Close', () => note.remove()));
      bar.append(note);
    },
  };
}

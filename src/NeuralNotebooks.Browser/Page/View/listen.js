// The buttons and keys that run, stop, edit and add cells.
/** @import { Action } from '../types.js' */
import { isReadOnly } from '../elements.js';

/** Calls a function for each button and key that the reader presses.
 * @param {(action: Action, cell: any) => void} act  called with the cell's element; null for a button of the toolbar */
export function listen(act) {
  /** Does what a button or a key is for.
   * @param {Action} action
   * @param {Element} from  the button, or the element in which the key was pressed */
  const dispatch = (action, from) => {
    const cell = /** @type {any} */ (from.closest('[data-nn-cell]'));
    act(action, cell);
  };
  const edit = code => {
    if (!isReadOnly()) dispatch('edit', code);
  };
  document.addEventListener('click', ({ target }) => {
    const from = /** @type {Element} */ (target), wanted = '[data-nn-action], [data-nn-cell] pre.code';
    const pressed = /** @type {HTMLElement | null} */ (from.closest(wanted));
    if (!pressed) return;
    if (pressed.matches('pre')) {
      if (/** @type {Selection} */ (getSelection()).isCollapsed) edit(pressed);
    } else dispatch(/** @type {Action} */ (pressed.dataset.nnAction), pressed);
  });
  document.addEventListener('keydown', event => {
    const target = /** @type {Element} */ (event.target);
    if (event.key !== 'Enter' || event.isComposing || !target.matches?.('[data-nn-cell] pre.code')) return;
    event.preventDefault();
    if (event.shiftKey) dispatch('runAndGoOn', target);
    else if (event.altKey || event.ctrlKey || event.metaKey) {
      dispatch('run', target);
      if (event.altKey) dispatch('add', target);
    }
    else edit(target);
  });
}

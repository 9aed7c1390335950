// The buttons and keys that run, stop, edit and add cells.
/** @import { Action } from '../types.js' */
import { isReadOnly } from '../elements.js';

/** Calls a function for each button and key that the reader presses.
 * @param {(action: Action, cell: any) => void} act  called with the cell's element; null for a button of the toolbar */
export function listen(act) {
  const dispatch = (/** @type {Action} */ action, /** @type {Element} */ from) => {
    if (action !== 'edit' || !isReadOnly()) act(action, from.closest('[data-nn-cell]'));
  };
  document.addEventListener('click', ({ target }) => {
    const from = /** @type {Element} */ (target), wanted = '[data-nn-action], [data-nn-cell] pre.code';
    const pressed = /** @type {HTMLElement | null} */ (from.closest(wanted));
    if (pressed?.matches('pre')) {
      if (getSelection()?.isCollapsed) dispatch('edit', pressed);
    } else if (pressed) dispatch(/** @type {Action} */ (pressed.dataset.nnAction), pressed);
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
    else dispatch('edit', target);
  });
}

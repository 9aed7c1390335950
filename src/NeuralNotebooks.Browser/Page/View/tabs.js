// If a notebook is open in two tabs, only the first can edit it.
import { isReadOnly } from '../elements.js';

/** Makes the page read-only as long as another tab holds the lock on this notebook.
 * @param {string} lock
 * @param {import('./status.js').Status} status
 * @param {import('../Work/earlier-work.js').EarlierWork} earlierWork
 * @param {() => import('../Cells/editable.js').Editable[]} editable */
export function waitForOtherTab(lock, status, earlierWork, editable) {
  let given = false;
  const set = (/** @type {boolean} */ is) => {
    document.documentElement.toggleAttribute('data-nn-read-only', is);
    for (const part of editable()) part.tell();
    status.warn('tab', is ? 'Read-only: this notebook is open in another tab, where it can be edited.' : '');
  };
  // The delay: after a reload, the lock is still held by the page that is unloading, and is released in a moment.
  setTimeout(async () => {
    await earlierWork.shown; // A read-only page would ignore the restored texts.
    // On a busy machine, the lock can come late though no other tab holds it.
    const { held = [] } = await navigator.locks.query();
    if (given || !held.some(({ name }) => name === lock)) return;
    set(true);
    status.say('');
  }, 1500);
  navigator.locks.request(lock, async () => {
    given = true;
    if (isReadOnly()) {
      set(false);
      await earlierWork.refresh();
      status.say('The other tab is closed: this one can be edited now.');
    }
    return new Promise(() => { });
  });
}

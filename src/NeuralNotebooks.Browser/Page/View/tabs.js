// If a notebook is open in two tabs, only the first can edit it: a tab holds the lock on its notebook until it is
// closed.
import { isReadOnly } from '../elements.js';
import * as work from '../Work/work.js';

const forever = () => new Promise(() => { });

/** Claims the notebook for this tab. If another tab has it, the page is read-only until that one is closed. What the
 * reader has changed here before the page knew that stays on the page, and is stored then.
 * @param {import('./view.js').NotebookView} page */
export function claim({ notebook, status, earlierWork, storage, editable }) {
  if (!navigator.locks) return storage.release();
  const lock = `neural-notebooks ${work.site}${notebook}`;
  let given = false;
  const set = (/** @type {boolean} */ is) => {
    document.documentElement.toggleAttribute('data-nn-read-only', is);
    for (const part of editable()) part.tell();
    const kept = storage.held().length === 0 ? ''
      : ' What you have changed here is not stored before that tab is closed.';
    status.warn('tab', is ? `Read-only: this notebook is open in another tab, where it can be edited.${kept}` : '');
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
    if (isReadOnly()) await takeOver();
    else storage.release();
    return forever();
  });

  /** Lets the reader edit, after the other tab has been closed. */
  async function takeOver() {
    set(false);
    const mine = storage.held(), others = await work.cells(notebook).catch(() => []);
    await earlierWork.refresh();
    storage.release();
    const words = 'The other tab is closed: this one can be edited now';
    if (mine.length === 0) return status.say(`${words}.`);
    status.sayUndoable(`${words}. What you had changed here is stored in place of the other tab's.`, () => {
      for (const cell of mine) cell.edit(cell.original);
      earlierWork.show(others.filter(({ cell }) => mine.some(({ id }) => id === cell)));
    });
  }
}

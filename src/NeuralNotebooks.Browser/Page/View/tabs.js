// If a notebook is open in two tabs, only the first can edit it.

/** @param {import('./view.js').NotebookView} view
 * @param {boolean} is */
function setReadOnly(view, is) {
  view.readOnly = is;
  for (const cell of view.editable) cell.readOnly = is;
  view.root.toggleAttribute('data-nn-read-only', is);
}

/** Makes the page read-only as long as another tab holds the lock on this notebook.
 * @param {import('./view.js').NotebookView} view
 * @param {string} lock */
export function waitForOtherTab(view, lock) {
  let given = false;
  // The delay: after a reload, the lock is still held by the page that is unloading, and is released in a moment.
  setTimeout(async () => {
    await view.earlierWork.shown; // A read-only cell would ignore its restored text.
    if (given) return;
    setReadOnly(view, true);
    view.status.say('');
  }, 1500);
  navigator.locks.request(lock, async () => {
    given = true;
    if (view.readOnly) {
      setReadOnly(view, false);
      await view.earlierWork.refresh();
      view.status.say('The other tab is closed: this one can be edited now.');
    }
    return new Promise(() => { });
  });
}

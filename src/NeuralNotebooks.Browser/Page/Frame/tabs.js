// If a notebook is open in two tabs, only the first can edit it.

/** @param {import('./frame.js').Frame} frame
 * @param {boolean} is */
function setReadOnly(frame, is) {
  frame.readOnly = is;
  for (const cell of frame.editable) cell.readOnly = is;
  frame.root.toggleAttribute('data-nn-read-only', is);
}

/** Makes the page read-only as long as another tab holds the lock on this notebook.
 * @param {import('./frame.js').Frame} frame
 * @param {string} lock */
export function waitForOtherTab(frame, lock) {
  let given = false;
  // The delay: after a reload, the lock is still held by the page that is unloading, and is released in a moment.
  setTimeout(async () => {
    await frame.earlierWork.shown; // A read-only cell would ignore its restored text.
    if (given) return;
    setReadOnly(frame, true);
    frame.status.say('');
  }, 1500);
  navigator.locks.request(lock, async () => {
    given = true;
    if (frame.readOnly) {
      setReadOnly(frame, false);
      await frame.earlierWork.refresh();
      frame.status.say('The other tab is closed: this one can be edited now.');
    }
    return new Promise(() => { });
  });
}

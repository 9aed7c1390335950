// Two tabs of a notebook: the first edits it.

/** @param {import('./frame.js').Frame} frame
 * @param {boolean} is */
function setReadOnly(frame, is) {
  frame.readOnly = is;
  for (const cell of frame.editable) cell.readOnly = is;
  frame.root.toggleAttribute('data-nn-read-only', is);
}

/** Read-only while another tab has this notebook.
 * @param {import('./frame.js').Frame} frame
 * @param {string} lock */
export function waitForOtherTab(frame, lock) {
  let given = false;
  // A page that is unloading, as on a reload, gives way in a moment.
  setTimeout(async () => {
    await frame.storage.restored; // What is read-only cannot be restored.
    if (given) return;
    setReadOnly(frame, true);
    frame.say('');
  }, 1500);
  navigator.locks.request(lock, async () => {
    given = true;
    if (frame.readOnly) {
      setReadOnly(frame, false);
      await frame.storage.refresh();
      frame.say('The other tab is closed: this one can be edited now.');
    }
    return new Promise(() => { });
  });
}

// Prepares a cell before view.js is loaded.

/** Lets other scripts read and set the text of a cell.
 * @param {Element} element
 * @param {() => string} get
 * @param {(text: string) => void} set */
export function offerSource(element, get, set) {
  Object.defineProperty(element, 'nnSource', { configurable: true, get, set: text => { set(String(text)); } });
}

/** Names the parts of a cell for screen readers. */
export function nameParts(element, number) {
  element.querySelector('.nn-run').ariaLabel = `Run cell ${number}`;
  element.querySelector('pre.code').ariaLabel = `Code of cell ${number}: Enter to edit, Shift+Enter to run`;
}

/** Adds a Run button to the tools of a cell.
 * @param {Element} tools */
export function addRun(tools) {
  tools.insertAdjacentHTML('afterbegin', `<button type="button" class="tool nn-run"><svg viewBox="0 0 16 16" width="12"
    height="12" aria-hidden="true"><path d="M3 1.5v13l11-6.5z" fill="currentColor"/></svg>Run</button>`);
  return /** @type {HTMLElement} */ (tools.firstElementChild);
}

/** Turns a figure with code into a cell with a Run button. Until view.js takes it over, the cell only stores its text.
 * @param {() => void} changed  called when a script sets another text */
export function prepare(element, number, changed) {
  const code = element.querySelector('pre.code'), cell = { element, number, source: code.textContent };
  element.dataset.nnState = 'idle';
  const run = addRun(element.querySelector('[data-nn-tools]'));
  run.dataset.nnAction = 'run';
  run.title = 'Run this cell (Shift+Enter)';
  code.tabIndex = 0;
  code.role = 'textbox';
  code.ariaMultiLine = code.ariaReadOnly = 'true';
  nameParts(element, number);
  offerSource(element, () => cell.source, text => {
    cell.source = text;
    changed();
  });
  return cell;
}

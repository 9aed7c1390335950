// Prepares a cell before frame.js is loaded.

/** Turns a figure with code into a cell with a Run button. Until frame.js takes it over, the cell only stores its text.
 * @param {() => void} changed  called when a script sets another text */
export function prepare(element, number, changed) {
  const code = element.querySelector('pre.code'), cell = { element, number, source: code.textContent };
  element.dataset.nnState = 'idle';
  element.querySelector('[data-nn-tools]').insertAdjacentHTML(
    'afterbegin',
    `<button type="button" class="tool nn-run" data-nn-run="" title="Run this cell (Shift+Enter)"
        aria-label="Run cell ${number}">
      <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
        <path d="M3 1.5v13l11-6.5z" fill="currentColor"/>
      </svg>Run</button>`,
  );
  code.tabIndex = 0;
  code.role = 'textbox';
  code.ariaMultiLine = code.ariaReadOnly = 'true';
  code.ariaLabel = `Code of cell ${number}: Enter to edit, Shift+Enter to run`;
  Object.defineProperty(element, 'nnSource', {
    configurable: true,
    get: () => cell.source,
    set(text) {
      cell.source = String(text);
      changed();
    },
  });
  return cell;
}

// Shows the outputs of cells.
import { make, unopenedAnswer } from './elements.js';
import { error, plain, value } from './output.js';

/** Whether a displayed value is still shown: on the page, or in the draft of a cell that runs for a moved control. */
const isShown = ({ element }) => element.isConnected || element.closest('[data-nn-draft]') !== null;

/** Where a cell's outputs are shown: in the answer that the reader has not opened yet, if there is one. A cell that
 * runs because another one needs it must not show its answer. */
const place = ({ output }) => unopenedAnswer(output) ?? output;

/** The outputs of one page. A value that was displayed under an id can be updated everywhere it appears. */
export class Outputs {
  #displayed = new Map();
  /** Cell → the observer that waits until the charts of its output are drawn. */
  #drawing = new WeakMap();
  #with;

  /** @param from  plotly: the address of plotly.js; render: Markdown → a promise of HTML */
  constructor(from) { this.#with = from; }

  /** Empties a cell's output for a new run. */
  begin(cell) {
    // The output keeps its height until the run has ended and its charts are drawn, so that the page does not jump.
    this.#drawing.get(cell)?.disconnect();
    cell.output.style.minHeight = cell.output.childElementCount > 0 ? `${cell.output.offsetHeight}px` : '';
    this.#clear(cell);
  }

  #clear(cell) {
    const shown = place(cell);
    cell.output.replaceChildren(...(shown === cell.output ? [] : [shown]));
    for (const old of shown.querySelectorAll(':scope > :not(summary)')) old.remove();
    Object.assign(cell, { clearNext: false, text: null, shown: [] });
  }

  /** Ends the output of a run.
   * @param {import('./cell.js').Cell} cell */
  end(cell) {
    this.#release(cell);
    cell.dispatchEvent(new Event('output'));
    // Makes scrollable boxes focusable, so that they can be scrolled by keyboard.
    /** @type {NodeListOf<HTMLElement>} */
    const boxes = cell.output.querySelectorAll('pre, .nn-picture > div, .nn-picture [role=img]');
    for (const box of boxes)
      if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
    cell.output.scrollWidth > cell.output.clientWidth + 1
      ? (cell.output.tabIndex = 0)
      : cell.output.removeAttribute('tabindex');
  }

  /** Ends the fixed height of a cell's output, as soon as its charts are drawn. */
  #release(cell) {
    const { output } = cell;
    const release = () => {
      if (output.querySelector('[data-nn-picture]:not([data-nn-drawn])')) return;
      observer.disconnect();
      output.style.minHeight = '';
    };
    const observer = new MutationObserver(release);
    this.#drawing.set(cell, observer);
    observer.observe(output, { attributeFilter: ['data-nn-drawn'], subtree: true });
    release();
  }

  /** Handles an output message of the worker. */
  take(cell, { kind, name, parts }) {
    if (kind === 'clear') {
      if (name === 'wait') cell.clearNext = true;
      else this.#clear(cell);
      return;
    }
    if (kind === 'update') {
      for (const old of this.#displayed.get(name) ?? []) {
        if (!isShown(old)) continue;
        const next = value(parts, this.#with);
        old.element.replaceWith(next);
        old.element = next;
      }
      cell.text = null;
      return;
    }
    if (cell.clearNext) this.#clear(cell);
    cell.shown.push({ kind, name, parts });
    if (kind === 'stream') { this.#write(cell, name, parts[0]); return; }
    cell.text = null;
    const element = kind === 'error' ? error(name, parts) : value(parts, this.#with);
    place(cell).append(element);
    if (kind === 'error') window.nnUnfold?.(element);
    else if (name)
      this.#displayed.set(name, [...(this.#displayed.get(name) ?? []).filter(isShown), { element }]);
  }

  #write(cell, stream, text) {
    if (cell.text?.stream !== stream) {
      const element = make('pre', { className: stream === 'stderr' ? 'stream stderr' : 'stream' });
      if (stream === 'stderr') element.ariaLabel = 'Standard error';
      place(cell).append(element);
      cell.text = { stream, element, whole: '', held: '' };
    }
    cell.text.whole += text;
    // Plain text is appended. Only a text with escape sequences or \r is converted again as a whole. Trailing newlines
    // are held back until more text follows.
    if (/[\x1b\r]/.test(text) || cell.text.special) {
      cell.text.special = true;
      cell.text.element.textContent = plain(cell.text.whole).replace(/\n+$/, '');
    } else {
      const [, shown, held] = /** @type {RegExpExecArray} */ (/^([^]*?)(\n*)$/.exec(cell.text.held + text));
      cell.text.held = held;
      if (shown) cell.text.element.append(shown);
    }
  }
}

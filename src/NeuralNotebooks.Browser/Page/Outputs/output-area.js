// The place in which the outputs of a cell are shown: on the page, or in the draft of a run that follows a moved
// control.
/** @import { Facts, Value } from '../Session/messages.js' */
/** @import { Output } from '../types.js' */
import { Control, controlsIn } from '../Controls/control.js';
import { copyOf, make, unopenedAnswer } from '../elements.js';

export class OutputArea {
  /** @type {Output[] | undefined}  the outputs of the last run, in the order in which they arrived */
  outputs;
  /** @type {Facts | undefined}  what the last run has said about the reader's answer */
  verdict;
  /** @type {{ displayId: string, output: Value, element: HTMLElement }[]}  the values that the
   * cell can update */
  displayed = [];
  /** Whether the next output replaces the present ones. */
  clearsNext = false;
  /** The stream to which the cell last wrote, and the function that shows text of it.
   * @type {{ stream: string, write: (text: string) => void } | null} */
  #text = null;
  /** @type {HTMLElement | undefined}  the first verdict or error of the last run, all of which becomes visible */
  message;
  /** @type {Promise<unknown> | undefined}  resolves when the figures of the last run are drawn */
  drawn;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.controls = controlsIn(element);
  }

  /** Where outputs are shown: in the answer that the reader has not opened yet, if there is one. A cell that runs
   * because another one needs it must not show its answer. */
  get #place() { return unopenedAnswer(this.element) ?? this.element; }

  draft() { return new OutputArea(make('div')); }

  begin() {
    const { element } = this;
    // The area keeps its height until the run has ended and its charts are drawn, so that the page does not jump.
    this.drawn = undefined;
    element.style.minHeight = element.childElementCount > 0 ? `${element.offsetHeight}px` : '';
    this.clear();
  }

  clear() {
    const place = this.#place;
    this.element.replaceChildren(...(place === this.element ? [] : [place]));
    for (const old of place.querySelectorAll(':scope > :not(summary)')) old.remove();
    this.outputs = [];
    this.verdict = this.message = undefined;
    this.displayed = [];
    this.controls = new Map();
    this.clearsNext = false;
    this.#text = null;
  }

  /** Shows an output of an earlier visit, which this browser has stored as it was shown: HTML of a page with cells from
   * a file is still in frames. No output comes from a file: see menu.js.
   * @param {string} html */
  showStored(html) {
    this.element.innerHTML = html;
    this.controls = controlsIn(this.element);
  }

  /** Lets text that follows begin a new element. */
  endText() { this.#text = null; }

  /** @param {HTMLElement} element */
  append(element) {
    this.endText();
    this.#place.append(element);
  }

  /** Makes a control of the cell; returns its element. (In runtime.js, it would be of another copy of the class.)
   * @param {Facts} facts
   * @param {string} words */
  controlOf(facts, words) {
    const control = Control.of(facts, words);
    this.controls.set(control.name, control);
    return copyOf('.rich', control.place);
  }

  /** Appends text of a stream.
   * @param {Extract<Output, { output_type: 'stream' }>} output */
  write(output) {
    const { name: stream, text } = output, last = this.outputs?.at(-1);
    if (last?.output_type === 'stream' && last.name === stream) last.text += text;
    else this.outputs?.push(output);
    if (this.#text?.stream !== stream) {
      const element = copyOf(stream === 'stderr' ? '.stderr' : '.stream');
      this.append(element);
      this.#text = { stream, write: window.nnTerminal.writer(element) };
    }
    this.#text.write(text);
  }

  /** Ends the output of a run, and the fixed height of the area as soon as its figures are drawn. */
  end() {
    const { element } = this, drawn = this.drawn = Promise.resolve(window.nnFigures?.show(element));
    drawn.then(() => { if (drawn === this.drawn) element.style.minHeight = ''; });
    window.nnScrollable?.(element.parentElement ?? element);
  }
}

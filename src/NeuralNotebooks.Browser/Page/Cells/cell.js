// A code cell of the page: its text, its state and the origin of its output.
/** @import { Editor } from '../Editor/editor.js' */
/** @import { Result } from '../types.js' */
import { colour } from '../Editor/csharp.js';
import { find, make } from '../elements.js';
import { resultOf } from '../Outputs/result.js';
import { CellRun } from './cell-run.js';
import { showNote } from './note.js';

export class Cell extends CellRun {
  #source;
  #number;
  /** @type {Editor | null}  replaces the code once it is open */
  editor = null;
  /** @type {HTMLElement[]}  the links below the cell, such as Original and Add below */
  tools = [];
  readOnly = false;
  /** Whether the cell was deleted from the page. */
  removed = false;
  /** Whether the course has changed the cell since the reader edited it. */
  changed = false;
  /** Why the output is out of date, in words; empty if it is not. */
  outOfDate = '';
  /** @type {Record<string, string> | undefined}  name of a control → the value that the reader has chosen */
  choices;
  /** @type {Result | undefined}  the output that is stored for the next visit, or was stored at an earlier one */
  result;
  /** @type {{ of: string } & import('./names.js').Names | undefined}  the names that the compiler has found in the
   * text `of` */
  names;

  /** @type {HTMLElement | undefined}  the button that turns the values beside the lines on and off */
  valuesSwitch;
  showsValues = false;
  /** @type {any}  the values that the last run has recorded */
  values;

  /** @param {{ element: HTMLElement, number: number }} prepared  the cell as the page's first script has prepared it;
   * numbers count the page's code cells from 1 */
  constructor({ element, number }) {
    super(element);
    this.#number = number;
    this.id = element.dataset.nnCell ?? '';
    /** @type {HTMLElement} */
    this.code = find('pre.code', element);
    this.original = this.#source = this.code.textContent ?? '';
    this.added = 'nnAdded' in element.dataset;
    this.published = !this.added;
    this.note = make('p', { className: 'nn-note', hidden: true });
    find('[data-nn-tools]', element).append(this.note);
    Object.defineProperty(element, 'nnSource', {
      configurable: true,
      get: () => this.source,
      set: text => { this.edit(String(text)); },
    });
  }

  /** The cell's place among the page's code cells, counted from 1. */
  get number() { return this.#number; }

  set number(number) {
    this.#number = number;
    for (const named of [...this.element.querySelectorAll('.nn-run, .nn-show-values'), this.code])
      named.ariaLabel = (named.ariaLabel ?? '').replace(/\d+/, String(number));
  }

  /** @returns {string} */
  get source() { return this.#source; }

  get edited() { return this.#source !== this.original; }

  /** Whether the browser stores the cell: the reader has edited or added it, or moved its controls. */
  get isOfReader() { return this.edited || this.added || this.choices !== undefined; }

  /** Whether the output belongs to a text other than the cell's current one. */
  get stale() { return this.#source !== (this.ranSource ?? this.original); }

  /** Sets a text that was not typed in the cell's editor. */
  edit(text) {
    if (this.readOnly) return;
    this.take(text);
    if (this.editor) this.editor.show(text);
    else colour(this.code.querySelector('code') ?? this.code, text);
  }

  /** Records a new text. */
  take(text) {
    if (text === this.#source || this.readOnly) return;
    this.#source = text;
    this.tell();
    this.dispatchEvent(new Event('edit'));
  }

  focus() { this.editor ? this.editor.focus() : this.code.focus(); }

  /** Copies the output into `result`, which is stored for the next visit. */
  remember() { this.result = resultOf(this); }

  /** Shows the output of an earlier visit. */
  recall() {
    if (!this.result) return;
    const { ran, output, time, ranAt } = this.result;
    this.output.innerHTML = output;
    Object.assign(this, { ranSource: ran, ranAt, published: false });
    this.tell(`${time} at your last visit`);
    this.dispatchEvent(new Event('output'));
  }

  /** Shows the note above the output: the output's origin and the cell's links. */
  tell(time) {
    if (time !== undefined) this.time = time;
    showNote(this);
  }
}

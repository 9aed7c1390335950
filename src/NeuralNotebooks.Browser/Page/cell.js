// A code cell of the page: its text, its state, where its output comes from.
/** @import { Editor } from './editor.js' */
/** @import { Result } from './types.js' */
import { CellRun } from './cell-run.js';
import { colour } from './csharp.js';
import { find, make } from './elements.js';
import { showNote } from './note.js';
import { resultOf } from './result.js';

export class Cell extends CellRun {
  #source;
  #number;
  /** @type {Editor | null}  in place of the code, once there is one */
  editor = null;
  /** @type {HTMLElement[]}  links for what can be done with the cell */
  tools = [];
  readOnly = false;
  /** Whether it is no longer in the page. */
  removed = false;
  /** Whether the course has another text since the reader edited it. */
  changed = false;
  /** Why its output is out of date, in words. */
  outOfDate = '';
  /** @type {Record<string, string> | undefined}  what the reader has chosen in its controls, by their names */
  choices;
  /** @type {Result | undefined}  what it gave at an earlier visit, or gives to the next one */
  result;
  /** @type {{ of: string, sets: Set<string>[] } | undefined}  what the compiler knows of the names in a text */
  names;

  /** @type {HTMLElement | undefined}  switches on that a run shows values beside its lines */
  valuesSwitch;
  showsValues = false;
  /** @type {any}  those of its last run */
  values;

  /** @param {{ element: HTMLElement, number: number }} prepared  by the page's first script; numbers count the
   * page's code cells from 1 */
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

  /** Its place among the page's code cells, counted from 1. */
  get number() { return this.#number; }

  set number(number) {
    this.#number = number;
    for (const named of [...this.element.querySelectorAll('.nn-run, .nn-show-values'), this.code])
      named.ariaLabel = (named.ariaLabel ?? '').replace(/\d+/, String(number));
  }

  /** @returns {string} */
  get source() { return this.#source; }

  get edited() { return this.#source !== this.original; }

  /** Whether the browser keeps it: the reader has edited or added it, or moved its controls. */
  get isOfReader() { return this.edited || this.added || this.choices !== undefined; }

  /** Whether the output belongs to a text other than the cell's current one. */
  get stale() { return this.#source !== (this.ranSource ?? this.original); }

  /** Sets a text that did not come from the cell's own editor. */
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

  /** Notes what it shows, for the next visit. */
  remember() { this.result = resultOf(this); }

  /** Shows what it gave at an earlier visit. */
  recall() {
    if (!this.result) return;
    const { ran, output, time, ranAt } = this.result;
    this.output.innerHTML = output;
    Object.assign(this, { ranSource: ran, ranAt, published: false });
    this.tell(`${time} at your last visit`);
  }

  /** Shows where the output comes from, and what can be done with the cell. */
  tell(time) {
    if (time !== undefined) this.time = time;
    showNote(this);
  }
}

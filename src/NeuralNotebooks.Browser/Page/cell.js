// A code cell of the page: its text, its state, where its output comes from.
import { colour } from './csharp.js';
import { make } from './elements.js';

/** The longest output (characters) that is kept for the next visit. */
const longest = 300_000;

export class Cell extends EventTarget {
  #source;
  /** In place of the code, once there is one. */
  editor = null;
  #number;

  /** Links for what can be done with the cell. */
  tools = [];

  /** @param {{ element: HTMLElement, number: number }} prepared  by the page's first script; numbers count the
   * page's code cells from 1 */
  constructor({ element, number }) {
    super();
    this.element = element;
    this.#number = number;
    this.id = element.dataset.nnCell;
    this.code = element.querySelector('pre.code');
    this.original = this.#source = this.code.textContent;
    this.mayFail = 'nnMayFail' in element.dataset;
    this.added = 'nnAdded' in element.dataset;
    this.output = element.querySelector('[data-nn-output]');
    this.published = !this.added;
    this.readOnly = false;
    this.note = make('p', { className: 'nn-note', hidden: true });
    this.output.before(this.note);
    Object.defineProperty(element, 'nnSource', {
      configurable: true,
      get: () => this.source,
      set: text => this.edit(String(text)),
    });
    this.state = 'idle';
  }

  get state() { return this.element.dataset.nnState; }

  set state(state) {
    this.element.dataset.nnState = state;
    this.element.setAttribute('aria-busy', String(state === 'running'));
  }

  /** Its place among the page's code cells, counted from 1. */
  get number() { return this.#number; }

  set number(number) {
    this.#number = number;
    for (const named of [...this.element.querySelectorAll('.nn-run, .nn-show-values'), this.code])
      named.ariaLabel = named.ariaLabel.replace(/\d+/, number);
  }

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

  /** Notes what the cell shows, for the next visit: without its scripts, which have drawn by then. */
  remember() {
    const copy = this.output.cloneNode(true);
    for (const script of copy.querySelectorAll('script')) script.remove();
    for (const control of copy.querySelectorAll('[data-nn-words]')) {
      control.textContent = control.dataset.nnWords;
      control.removeAttribute('data-nn-words');
    }
    const output = copy.innerHTML;
    const { ranSource: ran, time, ranAt } = this;
    this.result = output.length > longest ? undefined : { ran, output, time, ranAt };
  }

  /** Shows what it gave at an earlier visit. */
  recall() {
    const { ran, output, time, ranAt } = this.result;
    this.output.innerHTML = output;
    Object.assign(this, { ranSource: ran, ranAt });
    this.published = false;
    this.tell(`${time} at your last visit`);
  }

  /** Shows where the output comes from, and what can be done with the cell. */
  tell(time) {
    if (time !== undefined) this.time = time;
    const origin =
      this.stale && this.output.childElementCount > 0
        ? this.published
          ? 'published; edited since'
          : 'run here; edited since'
        : this.published
          ? this.edited
            ? 'edited'
            : ''
          : this.time === undefined
            ? ''
            : `run here, ${this.time}`;
    const words = [origin, this.outOfDate, this.changed ? 'the course has changed this cell since you edited it' : '']
      .filter(Boolean)
      .join(' · ');
    const links = this.readOnly || !(this.edited || this.added) ? [] : this.tools;
    const parts = [words, ...links].filter(Boolean);
    this.note.replaceChildren(...parts.flatMap((part, i) => (i > 0 ? [' · ', part] : [part])));
    this.note.hidden = words === '' && links.length === 0;
    this.note.classList.toggle('stale', this.stale || Boolean(this.outOfDate));
  }
}

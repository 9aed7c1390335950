// An answer in words. The reader edits the part of a Markdown cell below its line ---, or below its first line if it
// has no such line; the part above names the task.
import { Editable } from '../Cells/editable.js';
import { isReadOnly, make } from '../elements.js';

export class AnswerText extends Editable {
  #head;
  #field;

  constructor(element, source) {
    super();
    this.element = element;
    this.id = element.dataset.nnText;
    this.original = this.source = source;
    this.#head = /^[^]*\n---[ \t]*(?=\n|$)/.exec(source)?.[0] ?? source.split('\n', 1)[0];
    const heading = element.querySelector('h1, h2, h3, h4')?.textContent;
    this.#field = make('textarea', {
      className: 'nn-text', rows: 8, placeholder: 'Your answer, in Markdown',
      ariaLabel: heading ? `Your answer: ${heading}` : 'Your answer',
      oninput: () => {
        const own = this.#field.value;
        this.#setText(own.trim() === '' ? this.original : `${this.#head}\n\n${own}`);
      },
    });
    element.after(this.#field);
  }

  get edited() { return this.source !== this.original; }

  get isOfReader() { return this.edited; }

  /** Sets a text that was not typed in the field. */
  edit(source) {
    if (isReadOnly()) return;
    this.#field.value = source.startsWith(this.#head)
      ? source.slice(this.#head.length).replace(/^\n+/, '')
      : source;
    this.#setText(source);
  }

  tell() { this.#field.readOnly = isReadOnly(); }

  #setText(source) {
    if (source === this.source) return;
    this.source = source;
    this.dispatchEvent(new Event('edit'));
  }
}

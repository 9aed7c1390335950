// A code cell of the page: its text, its state, where its output comes from.

// The colours of C# come with the first text that is not the page's own.
const script = new URL(document.currentScript.src), colours = () => import(new URL(`csharp.js${script.search}`, script).href);

const button = (text, properties = {}, data = {}) => {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text, ...properties });
  Object.assign(made.dataset, data);
  return made;
};

export { button };

export class Cell extends EventTarget {
  #source;
  #editor = null;

  /** @param {HTMLElement} element  @param {number} number  counted over the page's code cells from 1 */
  constructor(element, number) {
    super();
    this.element = element;
    this.number = number;
    this.id = element.dataset.nnCell;
    this.code = element.querySelector('pre.code');
    this.original = this.#source = this.code.textContent;
    this.mayFail = 'nnMayFail' in element.dataset;
    this.added = 'nnAdded' in element.dataset;
    this.output = element.querySelector('[data-nn-output]');
    this.published = !this.added;
    this.readOnly = false;
    this.note = Object.assign(document.createElement('p'), { className: 'nn-note', hidden: true });
    this.run = button('', { className: 'nn-run', title: 'Run this cell (Shift+Enter)' }, { nnRun: '' });
    this.run.setAttribute('aria-label', `Run cell ${number}`);
    this.run.innerHTML = '<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path d="M4 2.5v11l9-5.5z" fill="currentColor"/></svg>';
    element.prepend(this.run);
    this.output.before(this.note);
    this.code.tabIndex = 0;
    this.code.setAttribute('role', 'textbox');
    this.code.setAttribute('aria-multiline', 'true');
    this.code.setAttribute('aria-readonly', 'true');
    this.code.setAttribute('aria-label', `Code of cell ${number}: Enter to edit, Shift+Enter to run`);
    Object.defineProperty(element, 'nnSource', { configurable: true, get: () => this.source, set: text => this.edit(String(text)) });
    this.state = 'idle';
  }

  get state() { return this.element.dataset.nnState; }

  set state(state) {
    this.element.dataset.nnState = state;
    this.element.setAttribute('aria-busy', String(state === 'running'));
  }

  get source() { return this.#source; }

  get edited() { return this.#source !== this.original; }

  /** Whether the output belongs to another text than that of the cell. */
  get stale() { return this.#source !== (this.ranSource ?? this.original); }

  /** Takes a text that did not come from the cell's own editor. */
  edit(text) {
    if (this.readOnly) return;
    this.take(text);
    if (this.#editor) this.#editor.show(text);
    else {
      const code = this.code.querySelector('code') ?? this.code;
      code.textContent = text;
      colours().then(({ colour }) => { if (code.textContent === text) colour(code, text); }, () => { });
    }
  }

  /** The text is this now. */
  take(text) {
    if (text === this.#source || this.readOnly) return;
    this.#source = text;
    this.tell();
    this.dispatchEvent(new Event('edit'));
  }

  /** An editor stands where the code was; null gives the code back. */
  set editor(editor) { this.#editor = editor; }

  get editor() { return this.#editor; }

  focus() { this.#editor ? this.#editor.focus() : this.code.focus(); }

  /** Says where the output comes from. */
  tell(time) {
    if (time !== undefined) this.time = time;
    const origin = this.stale && this.output.childElementCount > 0 ? (this.published ? 'published; edited since' : 'run here; edited since')
      : this.published ? (this.edited ? 'edited' : '') : this.time === undefined ? '' : `run here, ${this.time}`;
    const words = [origin, this.changed ? 'the course has changed this cell since you edited it' : ''].filter(Boolean);
    this.note.textContent = words.join(' · ');
    if (this.edited && !this.added && !this.readOnly) {
      const back = button('Original', { className: 'nn-link', title: 'Put the cell back as the course has it' });
      back.addEventListener('click', () => this.edit(this.original));
      this.note.append(words.length > 0 ? ' · ' : '', back);
    }
    this.note.hidden = this.note.childNodes.length === 0 || this.note.textContent === '';
    this.note.classList.toggle('stale', this.stale);
  }
}

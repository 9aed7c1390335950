// A code cell of the page: its text, its state (idle, queued, running, done or failed) and the origin of its output.
/** @import { Editor } from '../Editor/editor.js' */
/** @import { CellModel } from '../model.js' */
/** @import { Ended } from '../types.js' */
import { find, isReadOnly, make, runButton } from '../elements.js';
import { OutputArea } from '../Outputs/output-area.js';
import { Editable } from './editable.js';
import { LastRun } from './last-run.js';
import { showNote } from './note.js';

export class Cell extends Editable {
  #source;
  #number = 0;
  #run;
  /** The state before the cell was queued. */
  #before = 'idle';
  #state = 'idle';
  lastRun = new LastRun();
  /** @type {Editor | null}  replaces the code once it is open */
  editor = null;
  /** @type {HTMLElement[]}  the links below the cell, such as Original and Add below */
  tools = [];
  /** Whether it is a checkpoint that the reader has solved, now or before. */
  isSolved = false;
  /** Whether the course has changed the cell since the reader edited it. */
  changed = false;
  /** Why the output is out of date, in words; empty if it is not. */
  outOfDate = '';

  /** @param {HTMLElement} element
   * @param {number} number  its place among the page's code cells, counted from 1
   * @param {CellModel | undefined} model  what the site says about it; undefined if the reader has added it */
  constructor(element, number, model, isProse = false) {
    super();
    this.element = element;
    this.added = !model;
    this.isProse = isProse;
    element.toggleAttribute('data-nn-prose', isProse);
    this.id = element.dataset.nnCell ?? '';
    this.mayFail = model?.mayFail ?? false;
    /** Whether its output says whether an answer is correct. */
    this.isCheckpoint = model?.isCheckpoint ?? false;
    /** The answer in another notebook that may replace it, as NOTEBOOK#CODE; empty for most cells. */
    this.piece = model?.piece ?? '';
    this.state = 'idle';
    /** @type {HTMLElement} */
    this.output = find('[data-nn-output]', element);
    /** What the page shows of the last run. */
    this.area = new OutputArea(this.output);
    /** Where the outputs of the present run are collected: on the page, or in a draft that is shown later. */
    this.target = this.area;
    /** @type {HTMLElement} */
    this.code = find('pre.code', element);
    this.original = this.#source = this.code.textContent ?? '';
    this.note = make('p', { className: 'nn-note', hidden: true });
    const tools = find('[data-nn-tools]', element);
    this.#run = runButton(tools, { title: 'Run this cell (Shift+Enter)' }, { nnAction: 'run', nnRun: '' });
    tools.append(this.note);
    this.code.tabIndex = 0;
    for (const [name, value] of [['role', 'textbox'], ['aria-multiline', 'true'], ['aria-readonly', 'true']])
      this.code.setAttribute(name, value);
    this.number = number;
    // Other scripts can read and set the text of the cell.
    Object.defineProperty(element, 'nnSource', { get: () => this.source, set: text => { this.edit(String(text)); } });
  }

  get number() { return this.#number; }

  set number(number) {
    this.#number = number;
    // For screen readers.
    this.#run.setAttribute('aria-label', `Run cell ${number}`);
    this.code.setAttribute('aria-label', `Code of cell ${number}: Enter to edit, Shift+Enter to run`);
    this.editor?.rename();
  }

  get state() { return this.#state; }

  /** @param {string} state */
  set state(state) {
    this.element.dataset.nnState = this.#state = state;
    this.element.setAttribute('aria-busy', String(state === 'running'));
  }

  get source() { return this.#source; }

  get hasCode() { return !this.isProse && this.#source.trim() !== ''; }

  get published() { return !this.added && this.lastRun.isPublished; }

  get edited() { return this.#source !== this.original; }

  /** Whether the browser stores the cell: the reader has edited or added it, or moved its controls. */
  get isOfReader() { return this.edited || this.added || this.choices !== undefined; }

  /** Whether the output belongs to a text other than the cell's current one. */
  get stale() { return this.#source !== this.ranSource; }

  /** The text that the output belongs to. */
  get ranSource() { return this.lastRun.source ?? this.original; }

  /** Whether the last run of the present text had to be stopped or ended the session. Such a text does not run again
   * merely because a cell below it runs. */
  get isEndless() { return this.lastRun.isEndless(this.#source); }

  /** Sets a text that was not typed in the cell's editor. */
  edit(text) {
    if (isReadOnly()) return;
    this.setText(text);
    if (this.editor) {
      this.editor.show(text);
      return;
    }
    const code = this.code.querySelector('code') ?? this.code;
    code.textContent = text;
    // The site's script may not have run yet: then it colours this text, too.
    if (!this.isProse) window.nnCSharp?.colour(code);
  }

  setText(text) {
    if (text === this.#source || isReadOnly()) return;
    this.#source = text;
    this.tell();
    this.dispatchEvent(new Event('edit'));
  }

  focus() {
    this.editor ? this.editor.focus() : this.code.focus({ preventScroll: true });
    (this.code.hidden ? this.code.nextElementSibling ?? this.code : this.code).scrollIntoView({ block: 'nearest' });
  }

  /** Marks the cell as queued; false if it is queued or running already. */
  queue() {
    if (this.state === 'queued' || this.state === 'running') return false;
    this.#before = this.state;
    this.state = 'queued';
    return true;
  }

  unqueue() { this.state = this.#before; }

  /** Records that a run begins.
   * @param {number} session */
  begin(session) {
    this.lastRun.begin(session, this.#source);
    this.outOfDate = '';
  }

  /** Records that a run has ended.
   * @param {Ended} ended
   * @param {boolean} followedControl */
  end(ended, followedControl) {
    const { outcome } = ended, isError = outcome === 'RuntimeError' || outcome === 'CompileError';
    this.lastRun.end(ended, followedControl);
    for (const open of this.output.querySelectorAll('.nn-input')) open.remove();
    this.state = outcome === 'Succeeded' || (this.mayFail && isError) ? 'done' : 'failed';
    this.tell();
  }

  /** Shows the note above the output: the output's origin and the cell's links. */
  tell() { showNote(this); }
}

// Shows the work of earlier visits, which the browser has stored.
/** @import { NotebookView } from '../View/view.js' */
import { recall } from '../Outputs/result.js';
import { tick } from './ticks.js';
import * as work from './work.js';

export class EarlierWork {
  #shown;
  #view;

  /** @param {NotebookView} view */
  constructor(view) { this.#view = view; }

  begin() { this.#shown = this.#restore(); }

  /** Resolves when the work is shown. */
  get shown() { return Promise.resolve(this.#shown).catch(console.warn); }

  /** Shows entries: the texts of cells, and their outputs of an earlier visit.
   * @param {any[]} entries */
  show(entries) {
    const view = this.#view, shown = entries.filter(({ source }) => typeof source === 'string');
    const find = id => view.editable.find(cell => cell.id === id);
    const added = shown.filter(text => text.added && !find(text.cell));
    while (added.length > 0) {
      const [{ cell, after }] = added.splice(Math.max(0, added.findIndex(text => find(text.after))), 1);
      view.arrangement.add(cell, find(after));
    }
    for (const { cell: id, source, original, added: own, choices, ran, output, time, ranAt } of shown) {
      const cell = find(id);
      if (!cell) continue;
      const isOther = !own && original !== work.digest(cell.original);
      cell.choices = choices;
      // If only the controls of a cell were moved and the course has changed its text since, the new text is shown.
      if (isOther && original === work.digest(source)) continue;
      cell.changed = isOther;
      cell.result = typeof output === 'string' ? { ran, output, time, ranAt } : undefined;
      cell.edit(source);
      recall(cell);
    }
    view.dependents.mark();
  }

  /** Shows entries without storing them again. */
  showStored(entries) { this.#view.storage.withoutStoring(() => this.show(entries)); }

  /** Shows the course's texts again, and then the stored ones in their place. Pages that do not store changes, such as
   * one with code from a link, stay as they are. */
  async refresh() { if (!this.#view.passing) await this.#restore(true); }

  /** Shows the stored work. With `again`, first resets the page to the course's texts. */
  async #restore(again = false) {
    const view = this.#view, { notebook, cells, arrangement, storage } = view;
    if (again) storage.touched.clear();
    // An error is ignored here: if the storage does not work, a message says so at the first edit.
    const [stored, solved] = await Promise.all(
      [work.cells(notebook), work.solved(notebook)].map(read => read.catch(() => [])),
    );
    storage.withoutStoring(() => {
      if (again) {
        for (const cell of cells.filter(({ added }) => added)) arrangement.take(cell);
        for (const cell of view.editable.filter(({ id }) => !storage.touched.has(id))) {
          cell.edit(cell.original);
          cell.choices = undefined;
        }
        for (const mark of document.querySelectorAll('.contents .nn-tick')) mark.remove();
        arrangement.arranged();
      }
      // A cell that was edited while the storage was being read keeps its newer text, even if that is the original one.
      this.show(stored.filter(({ cell }) => !storage.touched.has(cell)));
    });
    for (const { cell } of solved) tick(cells.find(({ id }) => id === cell));
  }
}

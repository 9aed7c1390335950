// Shows the work of earlier visits, which the browser has stored, and the cells of opened files.
import { recall } from '../Outputs/result.js';
import { tick } from './ticks.js';
import * as work from './work.js';

export class EarlierWork {
  #shown;
  #page;

  /** @param {import('../View/view.js').NotebookView} page */
  constructor(page) { this.#page = page; }

  begin() { this.#shown = this.#restore(); }

  get shown() { return Promise.resolve(this.#shown).catch(console.warn); }

  /** Shows entries: the texts of cells, and their outputs of an earlier visit.
   * @param {any[]} entries */
  show(entries) {
    const page = this.#page, { arrangement, dependents, editable } = page;
    const shown = entries.filter(({ source }) => typeof source === 'string');
    const find = id => editable().find(cell => cell.id === id);
    const added = shown.filter(text => text.added && !find(text.cell));
    while (added.length > 0) {
      const [{ cell, after, prose }] = added.splice(Math.max(0, added.findIndex(text => find(text.after))), 1);
      arrangement.add(cell, find(after), prose);
    }
    for (const { cell: id, source, original, added: own, foreign, choices, ran, output, time, ranAt } of shown) {
      const cell = find(id);
      if (!cell) continue;
      const isOther = !own && original !== work.digest(cell.original);
      cell.choices = choices;
      // If only the controls of a cell were moved and the course has changed its text since, the new text is shown.
      if (isOther && original === work.digest(source)) continue;
      cell.changed = isOther;
      cell.foreign = foreign;
      if (foreign && 'area' in cell) page.addForeign();
      cell.result = typeof output === 'string' ? { ran, output, time, ranAt } : undefined;
      cell.edit(source);
      recall(cell);
    }
    dependents.mark();
  }

  /** Shows the cells of a file at the end of the page; returns a function that removes them again. */
  insert(entries) {
    const { arrangement, cells, storage } = this.#page;
    storage.withoutStoring(() => this.show(entries));
    arrangement.arranged();
    return () => {
      for (const cell of cells.filter(({ id }) => entries.some(entry => entry.cell === id))) {
        arrangement.remove(cell);
        storage.store(cell);
      }
      arrangement.arranged();
    };
  }

  /** Shows the course's texts again, and then the stored ones in their place. A page that stores nothing stays as it
   * is. */
  async refresh() { if (!this.#page.isAlone) await this.#restore(true); }

  /** Shows the stored work. With `again`, first resets the page to the course's texts. */
  async #restore(again = false) {
    const { notebook, cells, editable, arrangement, storage } = this.#page;
    storage.beginReading(again);
    // An error is ignored here: if the storage does not work, a message says so at the first edit.
    const [stored, solved] =
      await Promise.all([work.cells(notebook), work.solved(notebook)].map(read => read.catch(() => [])));
    storage.withoutStoring(() => {
      if (again) {
        for (const cell of cells.filter(cell => cell.added && !storage.held().includes(cell))) arrangement.remove(cell);
        for (const cell of editable().filter(({ id }) => !storage.isTouched(id))) {
          cell.edit(cell.original);
          cell.choices = undefined;
        }
        for (const mark of document.querySelectorAll('.contents .nn-tick')) mark.remove();
        arrangement.arranged();
      }
      // A cell that was edited while the storage was being read keeps its newer text, even if that is the original one.
      this.show(stored.filter(({ cell }) => !storage.isTouched(cell)));
    });
    for (const { cell } of solved) tick(cells.find(({ id }) => id === cell));
  }
}

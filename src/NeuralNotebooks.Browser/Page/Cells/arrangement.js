// The order of a page's cells. The reader can add cells, and move and delete those that were added.
/** @import { NotebookView } from '../View/view.js' */
import { find, link, make } from '../elements.js';
import { prepare } from '../First/prepare.js';
import { connect } from './cell-events.js';
import { Cell } from './cell.js';

export class Arrangement {
  #view;

  /** @param {NotebookView} view */
  constructor(view) { this.#view = view; }

  /** The links below a cell: Up, Down and Delete, or Original; and Add below.
   * @param {Cell} cell */
  tools(cell) {
    return [
      ...(cell.added
        ? [
            link('Up', () => this.#move(cell, -1), 'Move this cell up'),
            link('Down', () => this.#move(cell, 1), 'Move this cell down'),
            link('Delete', () => this.#remove(cell), 'Delete this cell'),
          ]
        : [link('Original', () => cell.edit(cell.original), 'Reset this cell to the original')]),
      link('Add below', () => this.addBelow(cell), 'Add a cell below (Alt+Enter)'),
    ];
  }

  /** The code cell directly above another one.
   * @param {Cell} cell */
  above(cell) { return this.#view.cellOf(cell.element.previousElementSibling); }

  /** Adds a cell directly below another, or at the end of the page.
   * @param {string} id
   * @param {Cell} [above] */
  add(id = `added-${Date.now().toString(36)}`, above = undefined) {
    const innerHTML = '<pre class="code"><code></code></pre><div class="cell-tools" data-nn-tools=""></div>'
      + '<div class="output" data-nn-output=""></div>';
    const element = make('figure', { className: 'cell', innerHTML });
    Object.assign(element.dataset, { nnCell: id, nnAdded: '' });
    const cell = new Cell(prepare(element, this.#view.cells.length + 1, () => { }));
    this.#place(cell, above);
    connect(this.#view, cell);
    return cell;
  }

  /** Adds a cell and opens its editor.
   * @param {Cell} [cell] */
  addBelow(cell) {
    if (this.#view.readOnly) return;
    const made = this.add(undefined, cell);
    this.#view.withRuntime(runtime => runtime.edit(made));
  }

  /** Removes an added cell from the page.
   * @param {Cell} cell */
  take(cell) {
    const { cells, dependents } = this.#view;
    cell.removed = true;
    cell.element.remove();
    cells.splice(cells.indexOf(cell), 1);
    dependents.mark();
  }

  /** Numbers the cells, and stores the positions of the added ones. */
  arranged() {
    const { cells, dependents, storage } = this.#view;
    cells.forEach((cell, i) => { cell.number = i + 1; });
    dependents.mark();
    for (const cell of cells) if (cell.added) storage.placed(cell);
  }

  /** Adds cells at the end of the page; returns a function that removes them again. */
  insert(entries) {
    const { cells, storage, earlierWork } = this.#view;
    earlierWork.showStored(entries);
    this.arranged();
    return () => {
      for (const cell of cells.filter(({ id }) => entries.some(entry => entry.cell === id))) {
        this.take(cell);
        storage.store(cell);
      }
      this.arranged();
    };
  }

  /** Puts an added cell directly after another, or at the end of the page.
   * @param {Cell} cell
   * @param {Cell} [after] */
  #place(cell, after) {
    const { cells } = this.#view;
    if (after) after.element.after(cell.element);
    else find('main article').append(cell.element);
    cell.removed = false;
    if (!cells.includes(cell)) cells.push(cell);
    cells.sort((a, b) =>
      a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
    this.arranged();
  }

  /** Swaps an added cell with the code cell above it or below it.
   * @param {Cell} cell
   * @param {1 | -1} by */
  #move(cell, by) {
    const { cells } = this.#view, i = cells.indexOf(cell);
    const target = by > 0 ? i + 1 : this.above(cell) === cells[i - 1] ? i - 2 : i - 1;
    if (target < 0) return;
    this.#place(cell, cells[target]);
    cell.element.scrollIntoView({ block: 'nearest' });
    find(`[title$="${by > 0 ? 'down' : 'up'}"]`, cell.note)?.focus();
  }

  /** @param {Cell} cell */
  #remove(cell) {
    const { cells, storage } = this.#view, after = this.above(cell);
    this.take(cell);
    this.arranged();
    storage.edited(cell);
    this.#view.status.say('The cell has been deleted.', link('Undo', () => {
      this.#place(cell, cells.includes(after) ? after : undefined);
      this.#view.status.say('The cell is back.');
    }));
  }

  /** Highlights the Run button of the cell to run next.
   * @param {Cell} cell  the cell that has run
   * @param {boolean} isDone  whether it succeeded, so that the next cell is highlighted and not this one */
  showNext(cell, isDone) {
    const { cells } = this.#view, place = cells.indexOf(cell) + (isDone ? 1 : 0);
    const next = cells.slice(place).find(({ code }) => code.parentElement?.matches('.cell'));
    for (const { element } of cells) element.toggleAttribute('data-nn-next', element === next?.element);
  }
}

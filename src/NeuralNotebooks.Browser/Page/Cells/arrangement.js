// The order of a page's cells. The reader can add cells, and move and delete those that were added.
import { copyOf, find, isReadOnly, link } from '../elements.js';
import { connect } from './cell-events.js';
import { Cell } from './cell.js';

export class Arrangement {
  #page;

  /** @param {import('../View/view.js').NotebookView} page */
  constructor(page) { this.#page = page; }

  /** Makes a cell part of the page: adds the links below it, which are Up, Down and Delete, or Original; and Add below.
   * @param {Cell} cell */
  connect(cell) {
    const mover = (name, by) => {
      const made = link(name, () => this.#move(cell, by, made), `Move this cell ${name.toLowerCase()}`);
      return made;
    };
    cell.tools = [
      ...(cell.added
        ? [mover('Up', -1), mover('Down', 1), link('Delete', () => this.#delete(cell), 'Delete this cell')]
        : [link('Original', () => cell.edit(cell.original), 'Reset this cell to the original')]),
      link('Add below', () => this.addBelow(cell), 'Add a cell below (Alt+Enter)'),
    ];
    connect(cell, this.#page);
    cell.tell();
  }

  /** The code cell directly above another one.
   * @param {Cell} cell */
  #above(cell) { return this.#page.cells.find(({ element }) => element === cell.element.previousElementSibling); }

  /** The cell that a reader wants to run after another one: not Markdown, and not a cell that is folded to one line.
   * @param {Cell} cell
   * @returns {Cell | undefined} */
  next(cell) {
    const { cells } = this.#page;
    return cells.slice(cells.indexOf(cell) + 1)
      .find(({ code, isProse }) => code.parentElement?.matches('.cell') && !isProse);
  }

  /** Adds a cell directly below another, or at the end of the page.
   * @param {string} id
   * @param {Cell} [above]
   * @param {boolean} [isProse]  whether it contains Markdown */
  add(id = `added-${Date.now().toString(36)}`, above = undefined, isProse = false) {
    const element = copyOf('.cell');
    element.dataset.nnCell = id;
    const cell = new Cell(element, this.#page.cells.length + 1, undefined, isProse);
    this.#place(cell, above);
    this.connect(cell);
    return cell;
  }

  /** Adds a cell and opens its editor.
   * @param {Cell} [cell] */
  addBelow(cell) { if (!isReadOnly()) this.#page.actions.edit(this.add(undefined, cell)); }

  /** Removes an added cell from the page.
   * @param {Cell} cell */
  remove(cell) {
    cell.removed = true;
    cell.element.remove();
    const { cells, dependents } = this.#page;
    cells.splice(cells.indexOf(cell), 1);
    dependents.mark();
  }

  /** Numbers the cells, and stores the positions of the added ones. */
  arranged() {
    const { cells, dependents, storage } = this.#page;
    cells.forEach((cell, i) => { cell.number = i + 1; });
    dependents.mark();
    for (const cell of cells) if (cell.added) storage.placed(cell);
  }

  /** Puts an added cell directly after another, or at the end of the page.
   * @param {Cell} cell
   * @param {Cell} [after] */
  #place(cell, after) {
    const { cells } = this.#page;
    if (after) after.element.after(cell.element);
    else find('main article').append(cell.element);
    cell.removed = false;
    if (!cells.includes(cell)) cells.push(cell);
    cells.sort((a, b) => a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
    this.arranged();
  }

  /** Swaps an added cell with the code cell above it or below it.
   * @param {Cell} cell
   * @param {1 | -1} by
   * @param {HTMLElement} pressed  the link that moves it, which keeps the focus */
  #move(cell, by, pressed) {
    const { cells } = this.#page, i = cells.indexOf(cell);
    const target = by > 0 ? i + 1 : this.#above(cell) === cells[i - 1] ? i - 2 : i - 1;
    if (target < 0) return;
    this.#place(cell, cells[target]);
    cell.element.scrollIntoView({ block: 'nearest' });
    pressed.focus();
  }

  /** @param {Cell} cell */
  #delete(cell) {
    const { cells, storage, status } = this.#page, after = this.#above(cell);
    this.remove(cell);
    this.arranged();
    storage.edited(cell);
    status.sayUndoable('The cell has been deleted.', () =>
      this.#place(cell, after && cells.includes(after) ? after : undefined));
  }

  /** Highlights the Run button of the cell to run next.
   * @param {Cell} cell  the cell that has run
   * @param {boolean} isDone  whether it succeeded, so that the next cell is highlighted and not this one */
  showNext(cell, isDone) {
    const next = isDone ? this.next(cell) : cell;
    for (const { element } of this.#page.cells) element.toggleAttribute('data-nn-next', element === next?.element);
  }
}

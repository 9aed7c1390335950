// Finds the cells that are out of date: a cell whose code was edited after it ran, and a cell that uses a variable that
// another cell has changed since. A change that a method makes inside an object is not noticed.
/** @import { Cell } from './cell.js' */
import { button } from '../elements.js';

/** A cell reads a variable that a cell above it sets. `declares`: that cell declares it. `changes`: the reading cell
 * assigns it, too.
 * @typedef {{ cell: Cell, variable: string, above: Cell, declares: boolean, changes: boolean }} Use */

/** Whether a cell's output is older than the latest change of a cell above it. A published output belongs to the
 * published texts, so it is older than any change that the reader has made.
 * @param {Cell} above
 * @param {Cell} cell */
function isNewer(above, cell) {
  const { endedAt } = cell.lastRun;
  return above.stale || (endedAt ? (above.lastRun.endedAt ?? 0) > endedAt : above.isOfReader);
}

/** Cell → why it is out of date: the variable that it uses, the cell above that sets it, and whether that cell itself
 * has changed.
 * @param {Use[]} uses */
function reasonsIn(uses) {
  const because = new Map();
  for (const { cell, variable, above } of uses) {
    const itself = isNewer(above, cell);
    if (!because.has(cell) && (itself || because.has(above))) because.set(cell, { variable, above, itself });
  }
  return because;
}

export class Dependents {
  #page;
  /** The button that runs the cells that are out of date. */
  #again;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #late;

  /** @param {import('../View/view.js').NotebookView} page */
  constructor(page) {
    this.#page = page;
    const onclick = () => page.withRuntime(async runtime => runtime.runner.runEach(await this.#toRun()));
    const title = 'Run the cells that are out of date', properties = { className: 'tool', title, onclick };
    this.#again = button('Run outdated', { ...properties, hidden: true, disabled: true }, { nnRunOutOfDate: '' });
    page.toolbar.stop.before(this.#again);
  }

  /** The uses in the order of the page. Those of one variable are, upwards, the cells that assign it, up to the one
   * that declares it.
   * @returns {Promise<Use[]>} */
  async #uses() {
    const { cells, names } = this.#page;
    await names.learn(cells);
    const of = cells.map(cell => names.of(cell)), uses = [];
    for (const [place, cell] of cells.entries())
      for (const variable of of[place].reads)
        for (let i = place - 1, declares = false; i >= 0 && !declares; i--) {
          declares = of[i].declares.has(variable);
          if (declares || of[i].assigns.has(variable))
            uses.push({ cell, variable, above: cells[i], declares, changes: of[place].assigns.has(variable) });
        }
    return uses;
  }

  /** The given cells, and the cells that have to run with them so that all outputs are as if the whole page had run.
   * @param {Cell[]} some */
  async of(some) { return this.#with(some, await this.#uses()); }

  #with(some, uses) {
    const run = new Set(some);
    for (let size = -1; size !== run.size;) {
      size = run.size;
      for (const { cell, above, declares, changes } of uses) {
        if (run.has(above)) run.add(cell);
        // A variable that the cell changes in place must first get its initial value again.
        if (run.has(cell) && changes && declares) run.add(above);
      }
    }
    return this.#page.cells.filter(cell => run.has(cell) && cell.hasCode);
  }

  /** The cells that the given ones use, directly or through other cells, and that are out of date; with the cells that
   * have to run with those.
   * @param {Cell[]} some */
  async needs(some) {
    const { cells } = this.#page;
    // Usually each cell has run after the one above it. Then there is nothing to ask the compiler about.
    const ends = cells.flatMap(({ lastRun: { endedAt } }) => endedAt ?? []);
    if (!cells.some(cell => cell.stale) && ends.every((end, i) => i === 0 || ends[i - 1] <= end)) return [];
    const uses = await this.#uses(), because = reasonsIn(uses), used = new Set(some);
    for (const { cell, above } of [...uses].reverse()) if (used.has(cell)) used.add(above);
    const old = cells.filter(cell => used.has(cell) && !some.includes(cell) && (cell.stale || because.has(cell)));
    return this.#with(old, uses).filter(cell => used.has(cell));
  }

  async #toRun() {
    const uses = await this.#uses(), because = reasonsIn(uses);
    return this.#with(this.#page.cells.filter(cell => cell.stale || because.has(cell)), uses);
  }

  /** Marks the cells that are out of date, debounced. */
  mark() {
    clearTimeout(this.#late);
    this.#late = setTimeout(async () => {
      this.#page.claims.mark();
      const uses = await this.#uses(), { cells, status } = this.#page;
      if (status.state === 'running') return;
      const because = reasonsIn(uses);
      for (const cell of cells) {
        const { variable, above, itself } = because.get(cell) ?? {};
        const words = !above || cell.stale ? ''
          : itself ? `out of date: uses ${variable}, which cell ${above.number} changed`
          : `out of date: uses ${variable} of cell ${above.number}, which is out of date`;
        if (words === cell.outOfDate) continue;
        cell.outOfDate = words;
        cell.tell();
      }
      const isNeeded = cells.some(cell => (cell.stale || cell.outOfDate) && cell.hasCode);
      this.#again.disabled = !isNeeded;
      // It stays visible from the first time on, so that nothing in the toolbar moves under a reader who is about to
      // click there.
      if (isNeeded) this.#again.hidden = false;
    }, 100);
  }
}

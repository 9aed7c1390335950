// Finds the cells that are out of date: a cell whose code was edited after it ran, and a cell that uses a variable that
// another cell has changed since. A change that a method makes inside an object is not noticed.
/** @import { Cell } from './cell.js' */
/** @import { VariableNames } from './names.js' */
/** @import { Status } from '../View/status.js' */
import { button } from '../elements.js';

/** The cells above the one at `place` that set the variable `wanted`: upwards, those that assign it, up to the one that
 * declares it. */
function* providers(cells, names, place, wanted) {
  for (let i = place - 1; i >= 0; i--) {
    const { declares, assigns } = names[i], declared = declares.has(wanted);
    if (declared || assigns.has(wanted)) yield [cells[i], declared];
    if (declared) return;
  }
}

/** Whether a cell's output is older than the latest change of a cell above it. A published output belongs to the
 * published texts, so it is older than any change that the reader has made.
 * @param {Cell} above
 * @param {Cell} cell */
function isNewer(above, cell) {
  const { endedAt } = cell.lastRun;
  return above.stale || (endedAt ? (above.lastRun.endedAt ?? 0) > endedAt : above.isOfReader);
}

export class Dependents {
  #cells;
  #names;
  #status;
  /** The button that runs the cells that are out of date. */
  #again;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #late;

  /** @param {Cell[]} cells  the page's cells
   * @param {VariableNames} names
   * @param {Status} status
   * @param {Element} next  the button in the toolbar before which the button for these cells stands
   * @param {(cells: Cell[]) => void} rerun  runs cells, and before them the cells that have to run first */
  constructor(cells, names, status, next, rerun) {
    this.#cells = cells;
    this.#names = names;
    this.#status = status;
    const onclick = async () => rerun(await this.#toRun());
    const title = 'Run the cells that are out of date', properties = { className: 'tool', title, onclick };
    this.#again = button('Run outdated', { ...properties, hidden: true, disabled: true }, { nnRunOutOfDate: '' });
    next.before(this.#again);
  }

  /** Marks the cells that are out of date, debounced. */
  mark() {
    clearTimeout(this.#late);
    this.#late = setTimeout(async () => {
      await this.#names.learn(this.#cells);
      this.#mark();
    }, 100);
  }

  /** The given cells, and the cells that have to run with them so that all outputs are as if the whole page had run.
   * @param {Cell[]} some */
  async of(some) {
    await this.#names.learn(this.#cells);
    const cells = this.#cells, names = cells.map(cell => this.#names.of(cell)), run = new Set(some);
    for (let size = -1; size !== run.size;) {
      size = run.size;
      cells.forEach((cell, place) => {
        const { reads, assigns } = names[place];
        for (const used of reads)
          for (const [above, declares] of providers(cells, names, place, used)) {
            if (run.has(above)) run.add(cell);
            // A variable that the cell changes in place must first get its initial value again.
            if (run.has(cell) && assigns.has(used) && declares) run.add(above);
          }
      });
    }
    return cells.filter(cell => run.has(cell) && cell.hasCode);
  }

  /** The cells that the given ones use, directly or through other cells, and that are out of date; with the cells that
   * have to run with those.
   * @param {Cell[]} some */
  async needs(some) {
    const cells = this.#cells;
    // Usually each cell has run after the one above it. Then there is nothing to ask the compiler about.
    const ends = cells.flatMap(({ lastRun: { endedAt } }) => endedAt ?? []);
    if (!cells.some(cell => cell.stale) && ends.every((end, i) => i === 0 || ends[i - 1] <= end)) return [];
    await this.#names.learn(cells);
    const names = cells.map(cell => this.#names.of(cell)), because = this.#reasons(), used = new Set(some);
    for (let place = cells.length - 1; place >= 0; place--)
      if (used.has(cells[place]))
        for (const name of names[place].reads)
          for (const [above] of providers(cells, names, place, name)) used.add(above);
    const old = cells.filter(cell => used.has(cell) && !some.includes(cell) && (cell.stale || because.has(cell)));
    return (await this.of(old)).filter(cell => used.has(cell));
  }

  async #toRun() {
    await this.#names.learn(this.#cells);
    const because = this.#reasons();
    return this.of(this.#cells.filter(cell => cell.stale || because.has(cell)));
  }

  /** Cell → why it is out of date: the variable that it uses, the cell above that sets it, and whether that cell itself
   * has changed. */
  #reasons() {
    const cells = this.#cells, names = cells.map(cell => this.#names.of(cell)), because = new Map();
    cells.forEach((cell, place) => {
      for (const used of names[place].reads)
        for (const [above] of providers(cells, names, place, used))
          if (!because.has(cell) && (because.has(above) || isNewer(above, cell)))
            because.set(cell, { used, above, itself: isNewer(above, cell) });
    });
    return because;
  }

  #mark() {
    const cells = this.#cells;
    if (this.#status.state === 'running') return;
    const because = this.#reasons();
    for (const cell of cells) {
      const { used, above, itself } = because.get(cell) ?? {};
      const words = !above || cell.stale ? ''
        : itself ? `out of date: uses ${used}, which cell ${above.number} changed`
        : `out of date: uses ${used} of cell ${above.number}, which is out of date`;
      if (words === cell.outOfDate) continue;
      cell.outOfDate = words;
      cell.tell();
    }
    this.#offer(cells.some(cell => (cell.stale || cell.outOfDate) && cell.hasCode));
  }

  /** Enables or disables the button. It stays visible from the first time on, so that nothing in the toolbar moves
   * under a reader who is about to click there.
   * @param {boolean} is */
  #offer(is) {
    this.#again.disabled = !is;
    if (is) this.#again.hidden = false;
  }
}

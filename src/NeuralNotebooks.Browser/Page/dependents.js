// Finds the cells that are out of date: a cell whose code was edited after it ran, and a cell that uses a variable that
// another cell has changed since. A change that a method makes inside an object is not noticed.
/** @import { Cell } from './cell.js' */
import { button } from './elements.js';
import { namesOf } from './names.js';

/** The cells above the one at `place` that set the variable `wanted`: upwards, those that assign it, up to the one that
 * declares it. */
function* providers(cells, names, place, wanted) {
  for (let i = place - 1; i >= 0; i--) {
    const [, declares, assigns] = names[i], declared = declares.has(wanted);
    if (declared || assigns.has(wanted)) yield [cells[i], declared];
    if (declared) return;
  }
}

/** Whether a cell's output is older than the latest change of a cell above it. A published output belongs to the
 * published texts, so it is older than any change that the reader has made.
 * @param {Cell} above
 * @param {Cell} cell */
const isNewer = (above, cell) =>
  above.stale || (cell.ranAt ? (above.ranAt ?? 0) > cell.ranAt : above.isOfReader);

/** @param {import('./frame.js').Frame} frame
 * @param {(cells: Cell[]) => void} rerun  runs cells, and before them the cells that have to run first
 * @returns functions: `mark` marks the cells that are out of date, debounced; `of` adds dependent cells to the given
 * ones; `needs` returns the cells that have to run before the given ones */
export function watch(frame, rerun) {
  const { cells, controls } = frame;
  const properties = { className: 'tool', hidden: true, disabled: true, onclick: () => rerun(toRun()) };
  const again = button('Run what is out of date', properties, { nnRunOutOfDate: '' });
  controls.stop.before(again);

  function find() {
    const names = cells.map(namesOf), because = new Map();
    cells.forEach((cell, place) => {
      for (const used of names[place][0])
        for (const [above] of providers(cells, names, place, used))
          if (!because.has(cell) && (because.has(above) || isNewer(above, cell)))
            because.set(cell, { used, above, itself: isNewer(above, cell) });
    });
    return because;
  }

  /** The given cells, and the cells that have to run with them so that all outputs are as if the whole page had run.
   * @param {Cell[]} some */
  function of(some) {
    const names = cells.map(namesOf), run = new Set(some);
    for (let size = -1; size !== run.size;) {
      size = run.size;
      cells.forEach((cell, place) => {
        const [reads, , assigns] = names[place];
        for (const used of reads)
          for (const [above, declares] of providers(cells, names, place, used)) {
            if (run.has(above)) run.add(cell);
            // A variable that the cell changes in place must first get its initial value again.
            if (run.has(cell) && assigns.has(used) && declares) run.add(above);
          }
      });
    }
    return cells.filter(cell => run.has(cell) && cell.source.trim() !== '');
  }

  /** The cells that the given ones use, directly or through other cells, and that are out of date; with the cells that
   * have to run with those.
   * @param {Cell[]} some */
  function needs(some) {
    const names = cells.map(namesOf), because = find(), used = new Set(some);
    for (let place = cells.length - 1; place >= 0; place--)
      if (used.has(cells[place]))
        for (const name of names[place][0])
          for (const [above] of providers(cells, names, place, name)) used.add(above);
    const old = cells.filter(cell => used.has(cell) && !some.includes(cell) && (cell.stale || because.has(cell)));
    return of(old).filter(cell => used.has(cell));
  }

  function toRun() {
    const because = find();
    return of(cells.filter(cell => cell.stale || because.has(cell)));
  }

  /** Enables or disables the button. It stays visible from the first time on, so that nothing in the toolbar moves
   * under a reader who is about to click there. */
  function offer(is) {
    again.disabled = !is;
    if (is && again.hidden) show();
  }

  /** Shows the button. The toolbar may get a line more by it; the page is scrolled by as much, so that the text does
   * not move on the screen. If the page is scrolled already, the browser does the same by itself. */
  function show() {
    const bar = /** @type {HTMLElement} */ (again.parentElement), before = bar.offsetHeight, isAtTop = scrollY === 0;
    again.hidden = false;
    if (isAtTop) scrollBy({ top: bar.offsetHeight - before, behavior: 'instant' });
  }

  function mark() {
    if (frame.root.dataset.nnLive === 'running') return;
    const because = find();
    for (const cell of cells) {
      const { used, above, itself } = because.get(cell) ?? {};
      const words = !above || cell.stale ? ''
        : itself ? `out of date: uses ${used}, which cell ${above.number} changed`
        : `out of date: uses ${used} of cell ${above.number}, which is out of date`;
      if (words === (cell.outOfDate ?? '')) continue;
      cell.outOfDate = words;
      cell.tell();
    }
    offer(cells.some(cell => (cell.stale || cell.outOfDate) && cell.source.trim() !== ''));
  }

  let late;
  return {
    of,
    needs,
    mark() {
      clearTimeout(late);
      late = setTimeout(mark, 100);
    },
  };
}

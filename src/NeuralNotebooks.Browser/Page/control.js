// Controls that cells show, such as sliders: made of what a cell's output says of them, and followed when a hand moves
// one. One run is under way at most, and one position waits: the last.
/** @import { Cell } from './cell.js' */
import { field } from './field.js';

/** The controls of an output, by their names. */
const controls = output => new Map(
  [...output.querySelectorAll('[data-nn-control][data-nn-field]')].map(control => [control.dataset.nnControl, control]),
);

/** What a cell's reader has chosen, by the names of its controls. */
const choose = (cell, name, value) => { cell.choices = { ...cell.choices, [name]: value }; };

/** @param {(take: () => Cell[]) => Promise<void>} step  runs cells that have been moved, as the function says that it
 * is given, and what depends on them
 * @returns what makes the controls of a cell's output move */
export function hand(step) {
  const moved = new Set();
  let isFollowing = false;

  async function follow(cell) {
    moved.add(cell);
    if (isFollowing) return;
    isFollowing = true;
    try {
      while (moved.size > 0)
        await step(() => {
          const cells = [...moved];
          moved.clear();
          return cells;
        });
    } finally { isFollowing = false; }
  }

  return cell => {
    for (const [name, control] of controls(cell.output)) {
      if (control.nnField) continue;
      control.nnField = field(name, JSON.parse(control.dataset.nnField), value => {
        choose(cell, name, value);
        follow(cell);
      });
      control.dataset.nnWords = control.textContent;
      control.replaceChildren(control.nnField.element);
    }
  };
}

/** Puts what a cell's draft has collected in place of its old output. A control that is still there stays the same
 * element: a hand may hold it.
 * @param {Cell} cell
 * @param {Record<string, string>} [choices]  with which the draft was made */
export function swap(cell, choices) {
  const { output, ...shown } = /** @type {{ output: HTMLElement }} */ (cell.draft);
  const before = controls(cell.output), stays = new Map();
  const hasFailed = output.querySelector('.error') !== null;
  for (const [name, fresh] of controls(output)) {
    const old = before.get(name), shape = JSON.parse(fresh.dataset.nnField);
    before.delete(name);
    if (!old?.nnField?.fits(shape)) continue;
    // What it has been moved to meanwhile comes next.
    if (cell.choices?.[name] === choices?.[name]) old.nnField.show(shape.value);
    old.dataset.nnWords = fresh.textContent;
    stays.set(fresh.parentElement, old.parentElement);
  }
  // Stopped before it came to a control, or failed: the hand can still move it.
  const kept = hasFailed ? [...before.values()].map(control => control.parentElement) : [];
  const next = [...kept, ...[...output.childNodes].map(box => stays.get(box) ?? box)];
  for (const box of [...cell.output.childNodes]) if (!next.includes(box)) box.remove();
  next.forEach((box, i) => {
    if (box.parentNode !== cell.output) i === 0 ? cell.output.prepend(box) : next[i - 1].after(box);
  });
  Object.assign(cell, shown, { draft: undefined });
  if (hasFailed) window.nnUnfold?.(cell.output);
}

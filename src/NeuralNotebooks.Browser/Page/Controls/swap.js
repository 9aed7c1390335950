// Shows the output of a run that followed a moved control in place of the old one.
/** @import { Cell } from '../Cells/cell.js' */

/** Replaces a cell's old output by the one that its draft has collected. A control that both contain stays the same
 * element, since the reader may be dragging it.
 * @param {Cell} cell
 * @param {Record<string, string> | undefined} choices  the values of the controls during the run that made the draft
 * @param {boolean} hasFailed  whether that run has failed or was stopped */
export function swap(cell, choices, hasFailed) {
  const { output, target } = cell, { element: draft, controls } = target;
  const before = cell.area.controls, stays = new Map();
  for (const [name, fresh] of controls) {
    const old = before.get(name);
    before.delete(name);
    // If the control has been moved since the run began, it keeps its new position: the next run will follow it.
    if (!old?.update(fresh, cell.choices?.[name] === choices?.[name])) continue;
    controls.set(name, old);
    stays.set(fresh.box, old.box);
  }
  // A run that was stopped or has failed may not have reached a control: the old one stays, so that it can be moved.
  const kept = hasFailed ? [...before.values()] : [];
  for (const control of kept) controls.set(control.name, control);
  const next = [...kept.map(({ box }) => box), ...[...draft.childNodes].map(box => stays.get(box) ?? box)];
  for (const box of [...output.childNodes]) if (!next.includes(box)) box.remove();
  next.forEach((box, i) => {
    if (box.parentNode !== output) i === 0 ? output.prepend(box) : next[i - 1].after(box);
  });
  cell.area = target;
  cell.area.element = output;
  if (hasFailed) window.nnUnfold?.(output);
}

// Shows the output of a run that followed a moved control in place of the old one.
/** @import { Cell } from '../Cells/cell.js' */
import { controls } from './controls-in-output.js';

/** Replaces a cell's old output by the one that its draft has collected. A control that both contain stays the same
 * element, since the reader may be dragging it.
 * @param {Cell} cell
 * @param {Record<string, string> | undefined} choices  the values of the controls during the run that made the draft
 * @param {boolean} hasFailed  whether that run has failed or was stopped */
export function swap(cell, choices, hasFailed) {
  const { element: draft } = cell.target, before = controls(cell.output), stays = new Map();
  for (const [name, fresh] of controls(draft)) {
    const old = before.get(name), shape = JSON.parse(fresh.dataset.nnField);
    before.delete(name);
    if (!old?.nnField?.fits(shape)) continue;
    // If the control has been moved since the run began, it keeps its new position: the next run will follow it.
    if (cell.choices?.[name] === choices?.[name]) old.nnField.show(shape.value);
    // Both are stored with the output, and describe the control after a reload.
    old.dataset.nnField = fresh.dataset.nnField;
    old.dataset.nnWords = fresh.textContent;
    stays.set(fresh.parentElement, old.parentElement);
  }
  // A run that was stopped or has failed may not have reached a control: the old one stays, so that it can be moved.
  const kept = hasFailed ? [...before.values()].map(control => control.parentElement) : [];
  const next = [...kept, ...[...draft.childNodes].map(box => stays.get(box) ?? box)];
  for (const box of [...cell.output.childNodes]) if (!next.includes(box)) box.remove();
  next.forEach((box, i) => {
    if (box.parentNode !== cell.output) i === 0 ? cell.output.prepend(box) : next[i - 1].after(box);
  });
  cell.area = cell.target;
  cell.area.element = cell.output;
  if (hasFailed) window.nnUnfold?.(cell.output);
}

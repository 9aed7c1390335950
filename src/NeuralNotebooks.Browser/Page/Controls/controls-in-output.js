// The controls in the outputs of cells, such as sliders. Each is built from its description in the output.
import { controlElement } from './control-element.js';

/** The controls in an output: name → element.
 * @param {Element} output
 * @returns {Map<string, any>} */
export const controls = output => new Map(
  [.../** @type {NodeListOf<HTMLElement>} */ (output.querySelectorAll('[data-nn-control][data-nn-field]'))]
    .map(control => [control.dataset.nnControl ?? '', control]),
);

/** Replaces the text of each control in an output by an element that the reader can move.
 * @param {Element} output
 * @param {(name: string, value: string) => void} moved  called with each value that the reader chooses */
export function showControls(output, moved) {
  for (const [name, control] of controls(output)) {
    if (control.nnField) continue;
    control.nnField = controlElement(name, JSON.parse(control.dataset.nnField), value => moved(name, value));
    control.dataset.nnWords = control.textContent;
    control.replaceChildren(control.nnField.element);
  }
}

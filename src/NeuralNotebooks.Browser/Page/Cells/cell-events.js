// What happens on a page when a cell is edited, gets another output, or has a control that the reader moves.
/** @import { Cell } from './cell.js' */
/** @import { NotebookView } from '../View/view.js' */
import { showControls } from '../Controls/controls-in-output.js';
import * as prose from './prose.js';

/** Makes the controls in a cell's output movable. The first move starts C#.
 * @param {NotebookView} view
 * @param {Cell} cell */
function connectControls(view, cell) {
  showControls(cell.output, (name, value) => {
    cell.choices = { ...cell.choices, [name]: value };
    view.withRuntime(runtime => runtime.controls.moved(cell));
  });
}

/** Stores a cell whenever it is edited, makes the controls of each new output movable, adds the cell's links, and lets
 * other scripts read and set its text.
 * @param {NotebookView} view
 * @param {Cell} cell */
export function connect(view, cell) {
  cell.addEventListener('edit', () => {
    view.storage.edited(cell);
    view.dependents.mark();
    prose.show(cell, text => view.render(text))
      .catch(error => view.status.say(`Markdown cannot be shown: ${error.message}.`));
  });
  cell.output.addEventListener('dblclick', () => {
    if ('nnProse' in cell.element.dataset) view.withRuntime(runtime => runtime.edit(cell));
  });
  cell.tools = view.arrangement.tools(cell);
  cell.tell();
  cell.addEventListener('output', () => connectControls(view, cell));
  connectControls(view, cell);
  Object.defineProperty(cell.element, 'nnSource', {
    configurable: true,
    get: () => cell.source,
    set: text => { cell.edit(String(text)); },
  });
}

// What happens on a page when a cell is edited, gets another output, or has a control that the reader moves.
/** @import { Cell } from './cell.js' */
/** @import { Frame } from '../Frame/frame.js' */
import { showControls } from '../Controls/controls-in-output.js';
import * as prose from './prose.js';

/** Makes the controls in a cell's output movable. The first move starts C#.
 * @param {Frame} frame
 * @param {Cell} cell */
function connectControls(frame, cell) {
  showControls(cell.output, (name, value) => {
    cell.choices = { ...cell.choices, [name]: value };
    if (frame.root.dataset.nnLive === 'off') frame.root.dataset.nnLive = 'loading'; // Shows that something will run.
    frame.withPage(page => page.controls.moved(cell));
  });
}

/** Stores a cell whenever it is edited, makes the controls of each new output movable, and adds the cell's links.
 * @param {Frame} frame
 * @param {Cell} cell */
export function connect(frame, cell) {
  cell.addEventListener('edit', () => {
    frame.storage.edited(cell);
    frame.dependents.mark();
    prose.show(cell, text => frame.render(text))
      .catch(error => frame.status.say(`Markdown cannot be shown: ${error.message}.`));
  });
  cell.output.addEventListener('dblclick', () => {
    if ('nnProse' in cell.element.dataset) frame.withPage(page => page.edit(cell));
  });
  cell.tools = frame.arrangement.tools(cell);
  cell.tell();
  cell.addEventListener('output', () => connectControls(frame, cell));
  connectControls(frame, cell);
}

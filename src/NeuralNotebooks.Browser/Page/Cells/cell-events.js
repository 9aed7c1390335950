// What happens on a page when a cell is edited, gets another output, or has a control that the reader moves.
/** @import { NotebookView } from '../View/view.js' */
/** @import { Cell } from './cell.js' */

/** Stores a cell whenever it is edited, and makes the controls of each new output movable. The first move of a control
 * starts C#.
 * @param {Cell} cell
 * @param {NotebookView} page */
export function connect(cell, page) {
  cell.addEventListener('edit', () => {
    page.storage.edited(cell);
    page.dependents.mark();
    if (cell.isProse)
      showProse(cell, page).catch(error => page.status.say(`Markdown cannot be shown: ${error.message}.`));
  });
  cell.output.addEventListener('dblclick', () => { if (cell.isProse) page.actions.edit(cell); });
  const connectControls = () => {
    for (const [name, control] of cell.area.controls)
      control.makeMovable(value => {
        cell.choices = { ...cell.choices, [name]: value };
        page.withRuntime(runtime => runtime.controls.moved(cell));
      });
  };
  cell.addEventListener('output', connectControls);
}

/** Shows the rendered text of a Markdown cell as its output. Its source is visible only while it has the focus.
 * @param {Cell} cell
 * @param {NotebookView} page */
async function showProse(cell, page) {
  const { source } = cell, html = await page.render(source);
  if (cell.source !== source) return; // The cell was edited meanwhile: that edit renders it again.
  cell.output.innerHTML = `<div class="text">${html}</div>`;
  cell.lastRun.showsOutputOf(source);
  cell.tell();
}

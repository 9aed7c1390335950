// What happens on a page when a cell is edited, gets another output, or has a control that the reader moves.
/** @import { Cell } from './cell.js' */

/** What cells are connected with: the page's stored work, its marks of cells that are out of date and its messages;
 * functions that render Markdown, open a cell's editor, and run what uses a moved control.
 * @typedef {{ storage: import('../Work/storage.js').Storage, status: import('../View/status.js').Status,
 * dependents: import('./dependents.js').Dependents, render: (text: string) => Promise<string>,
 * edit: (cell: Cell) => void, moved: (cell: Cell) => void }} Connections */

/** Stores a cell whenever it is edited, and makes the controls of each new output movable. The first move of a control
 * starts C#.
 * @param {Cell} cell
 * @param {Connections} page */
export function connect(cell, { storage, status, dependents, render, edit, moved }) {
  cell.addEventListener('edit', () => {
    storage.edited(cell);
    dependents.mark();
    if (cell.isProse)
      showProse(cell, render).catch(error => status.say(`Markdown cannot be shown: ${error.message}.`));
  });
  cell.output.addEventListener('dblclick', () => { if (cell.isProse) edit(cell); });
  const connectControls = () => {
    for (const [name, control] of cell.area.controls)
      control.makeMovable(value => {
        cell.choices = { ...cell.choices, [name]: value };
        moved(cell);
      });
  };
  cell.addEventListener('output', connectControls);
}

/** Shows the rendered text of a Markdown cell as its output. Its source is visible only while it has the focus.
 * @param {Cell} cell
 * @param {Connections['render']} render */
async function showProse(cell, render) {
  const { source } = cell, html = await render(source);
  if (cell.source !== source) return; // The cell was edited meanwhile: that edit renders it again.
  cell.output.innerHTML = `<div class="text">${html}</div>`;
  cell.lastRun.showsOutputOf(source);
  cell.tell();
}

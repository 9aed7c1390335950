// Makes the notebook file with the reader's texts and outputs.
import { make } from '../elements.js';

/** The notebook of the page, as the course publishes it at this address.
 * @param {string} address */
export const original = async address => (await fetch(address)).json();

/** The course's notebook with the reader's texts and their outputs.
 * @param {string} address  where the course publishes it
 * @param {(import('../Cells/cell.js').Cell | import('../HandIn/answer-text.js').AnswerText)[]} editable  the page's
 * cells and texts */
export async function asDocument(address, editable) {
  const document = await original(address);
  const lines = text => (text === '' ? [] : text.split(/(?<=\n)/));
  for (const cell of editable) {
    let kept = document.cells.find(other => other.id === cell.id);
    if (!kept) {
      const kind = cell.isProse ? { cell_type: 'markdown' }
        : { cell_type: 'code', execution_count: null, outputs: [] };
      kept = { ...kind, id: cell.id, metadata: {}, source: [] };
      const above = /** @type {HTMLElement | null} */ (cell.element.previousElementSibling)?.dataset.nnCell,
        place = document.cells.findIndex(other => other.id === above);
      document.cells.splice(place < 0 ? document.cells.length : place + 1, 0, kept);
    }
    if (cell.edited) kept.source = lines(cell.source);
    if ('area' in cell && !cell.isProse && (cell.edited || cell.area.outputs)) kept.outputs = cell.area.outputs ?? [];
  }
  return document;
}

export function save(text, name, type) {
  const link = make('a', { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

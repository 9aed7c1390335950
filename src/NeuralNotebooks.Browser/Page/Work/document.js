// Makes the notebook file with the reader's texts and outputs.
import { markdownOf } from '../Cells/prose.js';
import { find, make } from '../elements.js';
import { mimeBundle } from '../Outputs/mime-bundle.js';

/** The outputs of a run in the notebook format.
 * @param {import('../types.js').Output[]} outputs */
function asNotebook(outputs, count) {
  const lines = text => text.split(/(?<=\n)/), kept = [];
  for (const { kind, name, parts } of outputs) {
    const last = kept.at(-1);
    if (kind === 'stream' && last?.name === name) last.text.push(parts[0]);
    else if (kind === 'stream') kept.push({ output_type: 'stream', name, text: [parts[0]] });
    else if (kind === 'error')
      kept.push({ output_type: 'error', ename: name, evalue: parts[0], traceback: parts[1].split('\n') });
    else {
      const { data: texts, metadata } = mimeBundle(parts), data = {};
      for (const [type, text] of Object.entries(texts))
        data[type] = type.endsWith('json') ? JSON.parse(text) : lines(text);
      kept.push(
        kind === 'result'
          ? { output_type: 'execute_result', execution_count: count, data, metadata }
          : { output_type: 'display_data', data, metadata },
      );
    }
  }
  for (const output of kept) if (output.output_type === 'stream') output.text = lines(output.text.join(''));
  return kept;
}

/** The notebook of the page, as the course publishes it. */
export const original = async () => (await fetch(find('.page-foot .download').href)).json();

/** The course's notebook with the reader's texts and their outputs.
 * @param {(import('../Cells/cell.js').Cell | import('../HandIn/answer-text.js').AnswerText)[]} editable  the page's
 * cells and texts */
export async function asDocument(editable) {
  const document = await original();
  const lines = text => (text === '' ? [] : text.split(/(?<=\n)/));
  for (const cell of editable) {
    let kept = document.cells.find(other => other.id === cell.id);
    if (!kept) {
      kept = { cell_type: 'code', id: cell.id, metadata: {}, execution_count: null, outputs: [], source: [] };
      const above = /** @type {HTMLElement | null} */ (cell.element.previousElementSibling)?.dataset.nnCell,
        place = document.cells.findIndex(other => other.id === above);
      document.cells.splice(place < 0 ? document.cells.length : place + 1, 0, kept);
    }
    const markdown = cell.added ? markdownOf(cell.source) : undefined;
    if (markdown !== undefined) {
      document.cells[document.cells.indexOf(kept)] =
        { cell_type: 'markdown', id: cell.id, metadata: {}, source: lines(markdown) };
      continue;
    }
    if (cell.edited) kept.source = lines(cell.source);
    if ('area' in cell && cell.area.outputs) kept.outputs = asNotebook(cell.area.outputs, cell.number);
  }
  return document;
}

/** Downloads a text as a file. */
export function save(text, name, type) {
  const link = make('a', { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

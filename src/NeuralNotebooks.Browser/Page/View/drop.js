// Files that a reader drops on the playground, or chooses in a dialog. The cells of a notebook are added to the page;
// any other file can be read by cells under its name, until the page is closed.
/** @import { NotebookView } from './view.js' */
import { button, isReadOnly, make } from '../elements.js';

const maxBytes = 50e6, maxCells = 500;

/** Accepts files that are dropped anywhere on the page, or chosen.
 * @param {NotebookView} page */
export function listen(page) {
  const { toolbar } = page;
  // The list is copied, since the field is emptied at once so that the same file can be chosen again.
  const openAll = (/** @type {FileList | null} */ list) => {
    if (list?.length) open(page, [...list]);
  };
  const onchange = () => { openAll(field.files); field.value = ''; };
  const field = make('input', { type: 'file', multiple: true, hidden: true, onchange });
  const title = 'Open a notebook, or files that cells can read by name; or drop them on this page';
  const choose = button('Open files', { className: 'tool', title, onclick: () => field.click() }, { nnOpen: '' });
  toolbar.more.before(choose, field);
  addEventListener('dragover', event => { if (event.dataTransfer?.types.includes('Files')) event.preventDefault(); });
  addEventListener('drop', event => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    openAll(event.dataTransfer.files);
  });
}

/** @param {NotebookView} page
 * @param {File[]} opened */
async function open(page, opened) {
  const { status, files } = page;
  if (isReadOnly()) return status.say('');
  const said = [], back = [];
  for (const file of opened) {
    try {
      if (file.size > maxBytes) throw new Error('it is larger than 50 MB');
      const [type] = /\.(ipynb|dib)$/.exec(file.name.toLowerCase()) ?? [];
      if (type === '.ipynb' || type === '.dib') {
        const { words, remove } = await addCells(page, type, await file.text());
        back.push(remove);
        said.push(`${file.name}: ${words}`);
      } else {
        files.set(file.name, await file.arrayBuffer());
        said.push(`Cells can read "${file.name}" now, until this page is closed.`);
      }
    } catch (error) {
      said.push(`${file.name} was not opened: ${error.message}.`);
    }
  }
  if (back.length === 0) status.say(said.join(' '));
  else status.sayUndoable(said.join(' '), () => { for (const remove of back) remove(); });
}

/** Adds the cells of a notebook to the page; returns a message for the reader, and a function that removes them.
 * @param {NotebookView} page
 * @param {'.ipynb' | '.dib'} type
 * @param {string} code  the text of its file */
async function addCells(page, type, code) {
  const { cells, earlierWork } = page, read = await page.query({ type, code });
  if (!read) throw new Error('C# reads it, and is not ready: open it again when no cell runs');
  if (read.problem) throw new Error(read.problem);
  const entries = entriesOf(read, cells), remove = earlierWork.insert(entries);
  const languages = [...new Set(read.map(cell => cell.cell_type))];
  const others = languages.filter(name => name !== 'code' && name !== 'markdown').join(', ');
  const rest = others && ` Its cells of other kinds (${others}) are left out: this page runs C#.`;
  return { words: `Cells added below: ${entries.length}.${rest}`, remove };
}

/** The cells of a notebook as entries to be shown at the end of the page, in their order. */
function entriesOf(added, cells) {
  // Two notebooks may be opened in the same millisecond: the number of cells makes their ids differ.
  const stamp = `added-${Date.now().toString(36)}-${cells.length}`;
  const read = added
    .filter(({ cell_type: type, source }) => (type === 'code' || type === 'markdown') && source.trim() !== '');
  if (read.length > maxCells) throw new Error(`it has more than ${maxCells} cells`);
  return read.map(({ cell_type: type, source }, i) => {
    const after = i > 0 ? `${stamp}-${i - 1}` : cells.at(-1)?.id;
    return { cell: `${stamp}-${i}`, source, prose: type === 'markdown', added: true, foreign: true, after };
  });
}

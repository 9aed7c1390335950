// Files that a reader drops on the playground, or chooses in a dialog. The cells of a notebook are added to the page;
// any other file can be read by cells under its name, and is stored in the browser with the reader's work.
import { button, link, make, messageOf } from '../elements.js';
import * as work from '../Work/work.js';
import { cellsOfDib } from './dib.js';

const maxBytes = 50e6, maxCells = 500;

/** Accepts files that are dropped anywhere on the page, or chosen. Resolves when the files of earlier visits are
 * restored.
 * @param {import('./view.js').NotebookView} view */
export async function listen(view) {
  // The list is copied, since the field is emptied at once so that the same file can be chosen again.
  const take = (/** @type {FileList | null} */ list) => {
    const files = [...(list ?? [])];
    if (files.length > 0) open(view, files);
  };
  const onchange = () => { take(field.files); field.value = ''; };
  const field = make('input', { type: 'file', multiple: true, hidden: true, onchange });
  const title = 'Open a notebook, or files that cells can read by name; or drop them on this page';
  const choose = button('Open files', { className: 'tool', title, onclick: () => field.click() }, { nnOpen: '' });
  view.toolbar.more.before(choose, field);
  addEventListener('dragover', event => { if (event.dataTransfer?.types.includes('Files')) event.preventDefault(); });
  addEventListener('drop', event => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    take(event.dataTransfer.files);
  });
  if (view.passing) return; // Code from a link must not read the reader's files.
  const kept = await work.files(view.notebook).catch(() => []);
  for (const { cell: name, content } of kept) view.files.set(name, content);
  const names = kept.map(({ cell: name }) => `"${name}"`).join(', ');
  if (names) view.status.say(`Cells can read the files that you opened here before: ${names}.`);
}

/** Lets cells read a file, and stores it. Returns a function that undoes this, and a message for the reader. */
async function add({ files, notebook, passing }, name, content) {
  const before = files.get(name);
  files.set(name, content);
  const keep = what => work.keep('files', notebook, name, { content: what, at: Date.now() });
  const isKept = !passing && (await keep(content).then(() => true, () => false));
  const undo = async () => {
    if (before === undefined) files.delete(name);
    else files.set(name, before);
    if (before instanceof ArrayBuffer) await keep(before);
    else await work.forget('files', notebook, name);
  };
  return { undo, words: `Cells can read "${name}" now${isKept ? '' : ', until this page is closed'}.` };
}

async function open(view, files) {
  if (view.readOnly) return view.status.say('');
  const said = [], back = [];
  for (const file of files) {
    try {
      if (file.size > maxBytes) throw new Error('it is larger than 50 MB');
      if (/\.(ipynb|dib)$/i.test(file.name)) {
        const isDib = /\.dib$/i.test(file.name), text = await file.text();
        const { cells, skipped } = isDib ? cellsOfDib(text) : { cells: cellsOfJupyter(text), skipped: [] };
        const entries = entriesOf(cells, view.cells);
        back.push(view.arrangement.insert(entries));
        const rest = skipped.length > 0 ? ` Its cells in ${skipped.join(', ')} are left out: this page runs C#.` : '';
        said.push(`${file.name}: ${entries.length} cells have been added below.${rest}`);
      } else {
        const { undo, words } = await add(view, file.name, await file.arrayBuffer());
        back.push(undo);
        said.push(words);
      }
    } catch (error) {
      said.push(`${file.name} was not opened: ${messageOf(error)}.`);
    }
  }
  const undo = () => {
    for (const one of back) Promise.resolve(one()).catch(error => console.warn(error));
    view.status.say('Undone.');
  };
  view.status.say(said.join(' '), ...(back.length > 0 ? [link('Undo', undo)] : []));
}

/** The cells of a Jupyter notebook. */
function cellsOfJupyter(text) {
  let document;
  try { document = JSON.parse(text); } catch { document = null; }
  if (!Array.isArray(document?.cells)) throw new Error('it is not a notebook');
  const { kernelspec, language_info: info } = document.metadata ?? {}, language = kernelspec?.language ?? info?.name;
  if (typeof language === 'string' && !/^(c#|csharp|polyglot-notebook)$/i.test(language))
    throw new Error(`it is written in ${language}, and this page runs C#`);
  return document.cells;
}

/** The cells of a notebook as entries to be shown at the end of the page, in their order. */
function entriesOf(added, cells) {
  // Two notebooks may be opened in the same millisecond: the number of cells makes their ids differ.
  const stamp = `added-${Date.now().toString(36)}-${cells.length}`;
  const texts = added
    .filter(cell => cell?.cell_type === 'code' || cell?.cell_type === 'markdown')
    .map(({ cell_type: type, source }) =>
      (type === 'markdown' ? '#!markdown\n' : '') + (Array.isArray(source) ? source.join('') : `${source ?? ''}`))
    .filter(source => source.replace('#!markdown', '').trim() !== '');
  if (texts.length > maxCells) throw new Error(`it has more than ${maxCells} cells`);
  return texts.map((source, i) => ({
    cell: `${stamp}-${i}`,
    source,
    added: true,
    after: i > 0 ? `${stamp}-${i - 1}` : cells.at(-1)?.id,
  }));
}

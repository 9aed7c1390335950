// The menu "My work": downloads this notebook or all work, restores work from a file, resets the page, and deletes all
// stored work.
/** @import { NotebookView } from './view.js' */
import { isReadOnly, link, make } from '../elements.js';
import { asDocument, save } from '../Work/document.js';
import * as work from '../Work/work.js';

const forget = 'Forget my work on this computer';

/** @param {NotebookView} page */
export function open(page) {
  const { toolbar: { more } } = page;
  if (more.querySelector('.nn-menu')) return;
  const file = fileField(page), entry = entriesOf(page);
  more.append(make('div', { className: 'nn-menu' },
    entry('Download this notebook with my changes', () => download(page)),
    entry('Download all my work', downloadAll),
    file,
    entry('Restore my work from a file', () => file.click(), true),
    entry('Reset the whole page to the original', () => reset(page), true),
    entry(forget, forgetting(page), true),
    entry(`Prepare for offline (${OFFLINE_MEGABYTES} MB)`, () => page.withRuntime(runtime => runtime.keepOffline())),
    make('p', {}, 'Your changes stay in this browser. Safari erases them after a week without a visit: '
      + 'download what you want to keep.')));
  addEventListener('click', ({ target }) => {
    if (!more.contains(/** @type {Node} */ (target))) more.open = false;
  });
  more.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    more.open = false;
    more.querySelector('summary')?.focus();
  });
}

/** A function that makes an entry of the menu: its words, what it does, and whether that changes stored work.
 * @param {NotebookView} page
 * @returns {(text: string, action: (made: HTMLElement) => unknown, changesWork?: boolean) => HTMLElement} */
const entriesOf = ({ toolbar, status }) => (text, action, changesWork = false) => {
  const made = link(text, async () => {
    toolbar.more.open = false;
    if (changesWork && isReadOnly()) return void status.say(''); // The warning says why.
    try { await action(made); } catch (error) { status.say(`${text}: this failed (${error.message}).`); }
  });
  return made;
};

/** @param {NotebookView} page */
async function download({ editable, model: { address }, file }) {
  save(JSON.stringify(await asDocument(address, editable()), null, 1) + '\n', file, 'application/x-ipynb+json');
}

async function downloadAll() {
  const { cells: stored, solved } = await work.everything();
  const cells = stored.map(({ ran, output, time, ranAt, ...cell }) => cell);
  const text = JSON.stringify({ format: 'neural-notebooks work 1', site: work.site, cells, solved }, null, 1);
  save(text, 'my-work.json', 'application/json');
}

/** The hidden field for the file from which work is restored.
 * @param {NotebookView} page */
function fileField({ status, earlierWork }) {
  const onchange = async () => {
    try {
      await restore(await (field.files?.[0]?.text() ?? ''), status, earlierWork);
    } catch (error) {
      status.say(`Nothing was restored: ${error.message}.`);
    }
    field.value = '';
  };
  const field = make('input', { type: 'file', accept: '.json,application/json', hidden: true, onchange });
  return field;
}

/** @param {NotebookView} page */
async function reset({ editable, storage, notebook, earlierWork, status }) {
  const before = editable().filter(cell => cell.isOfReader).map(cell => storage.entry(cell));
  // Without storage, only the page is reset.
  for (const { cell } of before) await work.forget('cells', notebook, cell).catch(() => {});
  await earlierWork.refresh();
  status.sayUndoable('The page has been reset to the original.', () => {
    earlierWork.show(before);
    // A cell with a moved control only has its old text, so no edit stores it.
    for (const cell of editable()) if (cell.isOfReader) storage.store(cell);
  });
}

/** What deletes all work when its entry is pressed for the second time.
 * @param {NotebookView} page */
function forgetting(page) {
  const { toolbar, earlierWork, status, files } = page;
  let isSure = false;
  return async (/** @type {HTMLElement} */ entry) => {
    isSure = !isSure;
    entry.textContent = isSure ? 'Forget all notebooks of this course? Press again' : forget;
    if (isSure) return void (toolbar.more.open = true);
    await work.clear();
    work.clearGuesses();
    await earlierWork.refresh();
    for (const [name, from] of files) if (typeof from !== 'string') files.delete(name);
    status.say('Your work on this course has been deleted from this browser.');
  };
}

/** Restores the work in the text of a file.
 * @param {string} text
 * @param {NotebookView['status']} status
 * @param {NotebookView['earlierWork']} earlierWork */
async function restore(text, status, earlierWork) {
  const restored = workIn(text), before = await work.everything();
  const later = restored.cells.filter(({ notebook, cell, source, at }) =>
    before.cells.some(old => old.notebook === notebook && old.cell === cell && old.source !== source && old.at > at));
  await work.add(restored);
  await earlierWork.refresh();
  const instead = later.length > 0 ? `, in place of ${count(later, 'text')} that you wrote here later` : '';
  status.sayUndoable(`Restored ${count(restored.cells, 'cell')}${instead}.`, async () => {
    await work.clear(before);
    await earlierWork.refresh();
  });
}

const count = ({ length }, noun) => `${length} ${noun}${length === 1 ? '' : 's'}`;

/** The properties of an object that are texts; undefined if it is no object. */
const textsOf = object => object && typeof object === 'object' && !Array.isArray(object)
  ? Object.fromEntries(Object.entries(object).filter(([, value]) => typeof value === 'string'))
  : undefined;

/** The work in a file, validated before it is stored, since every later visit reads it. Outputs are not read from
 * files: they are HTML, which anybody may have written. For the same reason its cells are marked as foreign. */
function workIn(text) {
  let file;
  try { file = JSON.parse(text); } catch { file = {}; }
  const isWork = `${file?.format}`.startsWith('neural-notebooks work');
  if (!isWork || !Array.isArray(file.cells) || !Array.isArray(file.solved))
    throw new Error('this is not a file of work that was downloaded here');
  const checked = (kind, ...needed) =>
    file[kind].forEach((entry, i) => {
      for (const name of needed)
        if (typeof entry?.[name] !== 'string') throw new Error(`entry ${i + 1} of "${kind}" has no text "${name}"`);
    });
  checked('cells', 'notebook', 'cell', 'source');
  checked('solved', 'notebook', 'cell');
  return {
    cells: file.cells.map(({ notebook, cell, source, original, prose, added, after, at, choices }) => ({
      notebook, cell, source, original, prose: prose === true, added: added === true, foreign: true, after,
      at: Number(at) || 0, choices: textsOf(choices),
    })),
    solved: file.solved.map(({ notebook, cell, at, source }) =>
      ({ notebook, cell, at: Number(at) || 0, source: typeof source === 'string' ? source : '', foreign: true })),
  };
}

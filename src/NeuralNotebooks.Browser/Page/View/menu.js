// The menu "My work": downloads this notebook or all work, restores work from a file, resets the page, and deletes all
// stored work.
/** @import { Cell } from '../Cells/cell.js' */
/** @import { AnswerText } from '../HandIn/answer-text.js' */
import { isReadOnly, link, make, messageOf } from '../elements.js';
import { asDocument, save } from '../Work/document.js';
import * as work from '../Work/work.js';

/** What the menu uses: `file` is the notebook's file name, `editable` returns the page's cells and texts,
 * `restoreFiles` lets cells read the opened files again after these have changed, and `keepOffline` caches the course.
 * @typedef {{ toolbar: import('./status.js').Toolbar, status: import('./status.js').Status, notebook: string,
 * file: string, isAlone: boolean, editable: () => (Cell | AnswerText)[],
 * storage: import('../Work/storage.js').Storage, earlierWork: import('../Work/earlier-work.js').EarlierWork,
 * restoreFiles: () => Promise<void>, keepOffline: () => void }} Parts */

/** @param {Parts} page */
export function open({
  toolbar, status, notebook, file: name, isAlone, editable, storage, earlierWork, restoreFiles, keepOffline,
}) {
  if (toolbar.more.querySelector('.nn-menu')) return;
  const menu = make('div', { className: 'nn-menu' });
  const entry = (text, action, changesWork = false) => {
    const made = link(text, async () => {
      toolbar.more.open = false;
      if (changesWork && isReadOnly()) return void status.say('This notebook is open in another tab: do it there.');
      try { await action(made); } catch (error) { status.say(`${text}: this failed (${messageOf(error)}).`); }
    });
    menu.append(made);
  };
  entry('Download this notebook with my changes', async () => {
    const document = await asDocument(editable());
    save(JSON.stringify(document, null, 1) + '\n', name, 'application/x-ipynb+json');
  });
  entry('Download all my work', async () => {
    const { cells: stored, solved } = await work.everything();
    const cells = stored.map(({ ran, output, time, ranAt, ...cell }) => cell);
    save(
      JSON.stringify({ format: 'neural-notebooks work 1', site: work.site, cells, solved }, null, 1),
      'my-work.json',
      'application/json',
    );
  });
  const file = make('input', { type: 'file', accept: '.json,application/json', hidden: true });
  file.addEventListener('change', async () => {
    try {
      await restore(await (file.files?.[0]?.text() ?? ''), status, earlierWork);
    } catch (error) {
      status.say(`Nothing was restored: ${messageOf(error)}.`);
    }
    file.value = '';
  });
  menu.append(file);
  entry('Restore my work from a file', () => file.click(), true);
  entry('Reset the whole page to the original', async () => {
    if (isAlone) return void location.reload();
    const before = editable().filter(cell => cell.isOfReader).map(cell => storage.entry(cell));
    for (const { cell } of before) await work.forget('cells', notebook, cell).catch(() => {});
    await earlierWork.refresh();
    status.sayUndoable('The page has been reset to the original.', () => {
      earlierWork.show(before);
      // A cell with a moved control only has its old text, so no edit stores it.
      for (const cell of editable()) if (cell.isOfReader) storage.store(cell);
    });
  }, true);
  entry('Forget my work on this computer', async made => {
    if (!('sure' in made.dataset)) {
      [made.dataset.sure, made.textContent] = ['', 'Forget all notebooks of this course? Press again'];
      toolbar.more.open = true;
      return;
    }
    await work.clear();
    await work.clearFiles();
    work.clearGuesses();
    await earlierWork.refresh();
    await restoreFiles();
    delete made.dataset.sure;
    made.textContent = 'Forget my work on this computer';
    status.say('Your work on this course has been deleted from this browser.');
  }, true);
  entry(`Prepare for offline (${OFFLINE_MEGABYTES} MB)`, keepOffline);
  menu.append(make('p', {}, 'Your changes stay in this browser. Safari erases them after a week without a visit: '
    + 'download what you want to keep.'));
  toolbar.more.append(menu);
  addEventListener('click', event => {
    if (!toolbar.more.contains(/** @type {Node} */ (event.target))) toolbar.more.open = false;
  });
  toolbar.more.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      toolbar.more.open = false;
      toolbar.more.querySelector('summary')?.focus();
    }
  });
}

/** Restores the work in the text of a file.
 * @param {string} text
 * @param {Parts['status']} status
 * @param {Parts['earlierWork']} earlierWork */
async function restore(text, status, earlierWork) {
  const restored = workIn(text), before = await work.everything();
  const later = restored.cells.filter(({ notebook, cell, source, at }) =>
    before.cells.some(old => old.notebook === notebook && old.cell === cell && old.source !== source && old.at > at));
  await work.add(restored);
  await earlierWork.refresh();
  const instead = later.length > 0 ? `, in place of ${count(later, 'text')} that you wrote here later` : '';
  status.sayUndoable(`Restored ${count(restored.cells, 'cell')}${instead}.`, async () => {
    await work.clear();
    await work.add(before);
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
    cells: file.cells.map(({ notebook, cell, source, original, added, after, at, choices }) => ({
      notebook, cell, source, original, added: added === true, foreign: true, after, at: Number(at) || 0,
      choices: textsOf(choices),
    })),
    solved: file.solved.map(({ notebook, cell, at }) => ({ notebook, cell, at: Number(at) || 0 })),
  };
}

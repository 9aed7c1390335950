// The reader's work as files: saves this notebook or everything, restores it, resets the page, forgets it all.
import { make } from './elements.js';
import { addressOf } from './link.js';
import { markdownOf } from './prose.js';

/** The megabytes that a page needs offline, with all data; the bundle's build knows them. */
const offlineSize = OFFLINE_MEGABYTES;

export function open(frame, keepOffline) {
  const { controls, work, notebook, link, say } = frame;
  if (controls.more.querySelector('.nn-menu')) return;
  const menu = make('div', { className: 'nn-menu' });
  const entry = (text, action) => {
    const made = link(text, async () => {
      controls.more.open = false;
      try { await action(made); } catch (error) { say(`${text}: this failed (${error.message}).`); }
    });
    menu.append(made);
  };
  /** Says what has changed, with a way back. */
  const undoable = (words, back) =>
    say(words, link('Undo', async () => {
      try { await back(); say('Undone.'); } catch (error) { say(`This could not be undone (${error.message}).`); }
    }));

  entry('Download this notebook with my changes', async () => {
    const document = await asDocument(frame);
    save(JSON.stringify(document, null, 1) + '\n', frame.file, 'application/x-ipynb+json');
  });
  entry('Copy a link to my changes', async () => {
    const { address, count: shown } = await addressOf(frame);
    try { await navigator.clipboard.writeText(address); } catch {
      history.replaceState(null, '', address);
      say('This browser does not copy: take the link from the address bar.');
      return;
    }
    say(`Copied: a link that shows your ${shown === 1 ? 'changed cell' : `${shown} changed cells`}.`);
  });
  entry('Download all my work', async () => {
    const { cells: stored, solved } = await work.everything();
    const texts = stored.map(({ ran, output, time, ranAt, ...cell }) => cell);
    save(
      JSON.stringify({ format: 'neural-notebooks work 1', site: work.site, cells: texts, solved }, null, 1),
      'my-work.json',
      'application/json',
    );
  });
  const file = make('input', { type: 'file', accept: '.json,application/json', hidden: true });
  file.addEventListener('change', async () => {
    try {
      const restored = workIn(await file.files[0].text()), before = await work.everything();
      const later = restored.cells.filter(({ notebook: of, cell, source, at }) =>
        before.cells.some(old => old.notebook === of && old.cell === cell && old.source !== source && old.at > at));
      await work.add(restored);
      await frame.refresh();
      undoable(
        `Restored ${count(restored.cells, 'cell')}${
          later.length > 0 ? `, in place of ${count(later, 'text')} that you wrote here later` : ''
        }.`,
        async () => { await work.clear(); await work.add(before); await frame.refresh(); },
      );
    } catch (error) {
      say(`Nothing was restored: ${error.message}.`);
    }
    file.value = '';
  });
  menu.append(file);
  entry('Restore my work from a file', () => file.click());
  entry('Reset the whole page to the original', async () => {
    if (frame.passing) return void location.reload();
    const before = frame.editable().filter(cell => cell.edited || cell.added).map(frame.entry);
    for (const { cell } of before) await work.forget('cells', notebook, cell).catch(() => {});
    await frame.refresh();
    undoable('The page has been reset to the original.', () => frame.show(before));
  });
  entry('Forget my work on this computer', async made => {
    if (!('sure' in made.dataset)) {
      [made.dataset.sure, made.textContent] = ['', 'Forget all notebooks of this course? Press again'];
      controls.more.open = true;
      return;
    }
    await work.clear();
    await work.clearFiles();
    for (const [name, from] of frame.files) if (typeof from !== 'string') frame.files.delete(name);
    await frame.refresh();
    delete made.dataset.sure;
    made.textContent = 'Forget my work on this computer';
    say('Your work on this course has been deleted from this browser.');
  });
  entry(`Prepare for offline (${offlineSize} MB)`, keepOffline);
  menu.append(make('p', {}, 'Your changes stay in this browser. Safari erases them after a week without a visit: '
    + 'download what you want to keep.'));
  controls.more.append(menu);
  addEventListener('click', event => {
    if (!controls.more.contains(event.target)) controls.more.open = false;
  });
  controls.more.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      controls.more.open = false;
      controls.more.querySelector('summary').focus();
    }
  });
}

const count = ({ length }, noun) => `${length} ${noun}${length === 1 ? '' : 's'}`;

/** The work in a file, checked, since every later visit reads what is stored; outputs are not taken from files, whose
 * markup anybody may have written. */
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
    cells: file.cells.map(({ notebook, cell, source, original, added, after, at }) => ({
      notebook, cell, source, original, added: added === true, after, at: Number(at) || 0,
    })),
    solved: file.solved.map(({ notebook, cell, at }) => ({ notebook, cell, at: Number(at) || 0 })),
  };
}

/** The outputs of a run, as a notebook keeps them. */
function asNotebook(shown, count) {
  const lines = text => text.split(/(?<=\n)/), kept = [];
  for (const { kind, name, parts } of shown) {
    const last = kept.at(-1);
    if (kind === 'stream' && last?.name === name) last.text.push(parts[0]);
    else if (kind === 'stream') kept.push({ output_type: 'stream', name, text: [parts[0]] });
    else if (kind === 'error')
      kept.push({ output_type: 'error', ename: name, evalue: parts[0], traceback: parts[1].split('\n') });
    else {
      const data = {};
      for (let i = 0; i + 1 < parts.length; i += 2)
        data[parts[i]] = parts[i].endsWith('json') ? JSON.parse(parts[i + 1]) : lines(parts[i + 1]);
      const metadata = parts.at(-1) ? JSON.parse(parts.at(-1)) : {};
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

/** The course's notebook with the reader's texts and their outputs. */
export async function asDocument({ editable, notebook }) {
  const document = await (await fetch(notebook)).json();
  const lines = text => (text === '' ? [] : text.split(/(?<=\n)/));
  for (const cell of editable()) {
    let kept = document.cells.find(other => other.id === cell.id);
    if (!kept) {
      kept = { cell_type: 'code', id: cell.id, metadata: {}, execution_count: null, outputs: [], source: [] };
      const above = cell.element.previousElementSibling?.dataset.nnCell,
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
    if (cell.shown) kept.outputs = asNotebook(cell.shown, cell.number);
  }
  return document;
}

export function save(text, name, type) {
  const link = make('a', { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

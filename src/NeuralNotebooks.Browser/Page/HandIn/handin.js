// The page of an assignment: the reader edits answers in words, and the button Hand in runs all cells in a new session,
// lists what would not count, and offers the file for download.
import { button, find, isReadOnly, link, make } from '../elements.js';
import { asDocument, original, save } from '../Work/document.js';
import { AnswerText } from './answer-text.js';

/** @param {import('../View/view.js').NotebookView} page */
export async function begin(page) {
  const { cells, texts, editable, file: name, model: { address }, toolbar, status, storage } = page;
  const released = await original(address);
  const parts = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-nn-text]'));
  for (const part of parts) {
    const cell = released.cells.find(({ id }) => id === part.dataset.nnText);
    const text = new AnswerText(part, [cell.source].flat().join(''));
    text.addEventListener('edit', () => storage.edited(text));
    texts.push(text);
  }

  const panel = make('section', { className: 'nn-handed', tabIndex: -1, hidden: true, ariaLabel: 'Hand in' });
  find('main article').after(panel);
  let edited = false;
  storage.onedit = () => { edited = panel.hidden = true; }; // The file in the panel does not contain this edit.

  const title = 'Check everything, then get the file';
  const start = button('Hand in', { className: 'tool', title, onclick: handIn }, { nnHandIn: '' });
  toolbar.reset.after(start);

  async function handIn() {
    if (isReadOnly()) return status.say(''); // The warning says why.
    start.disabled = true;
    panel.hidden = true;
    edited = false;
    try {
      const content = async () => `${JSON.stringify(await asDocument(address, editable()), null, 1)}\n`;
      const found = await (await page.loaded())?.handIn(name, content);
      if (!found && status.state === 'failed') return; // The page says why.
      if (!found) status.say('Hand in was stopped. Your answers are unchanged.');
      else if (found.problem) status.say(`This cannot be handed in: ${found.problem}`);
      else if (edited) status.say('You have changed something meanwhile: press Hand in once more.');
      else show(found);
    } catch (error) {
      status.say(`Hand in failed (${error.message}). Press it to try once more.`);
    } finally {
      start.disabled = false;
    }
  }

  /** Shows which tasks fail, are not begun or would not count, and the download of the file. */
  function show({ lacksId, lost, tasks, notes, text, unjudged }) {
    const found = [
      ...tasks.filter(task => !task.begun).map(task => `${task.name}, ${task.points}: not begun.`),
      ...tasks.flatMap(task => task.problems.map(problem => `${task.name}, ${task.points}: ${problem}`)),
      ...notes,
      ...cells.filter(problemOf).map(cell => [
        `Cell ${cell.number} ${problemOf(cell)} `,
        link('Go there', () => { cell.element.scrollIntoView({ block: 'center' }); cell.focus(); }),
      ]),
    ];
    const onclick = () => save(text, name, 'application/x-ipynb+json');
    const download = button(`Download ${name}`, { className: 'tool', onclick }, { nnHandedFile: '' });
    const verdict = unjudged
      ? 'Your answers were not judged here: running them does not end, or ends C# itself'
      : lost ? `${lost} would be lost` : lacksId ? 'Your id is missing' : 'Everything would be graded';
    // A task may lose all points although the check below it has shown ✓.
    const noGrade = lost ? 'A check that passes on this page is no grade. ' : '';
    const next = lost || unjudged ? `${noGrade}You can hand it in nevertheless. `
      : 'Hidden tests will then check whether it is correct. ';
    panel.replaceChildren(make('h2', {}, verdict),
      make('ul', {}, ...found.map(one => make('li', {}, ...[one].flat()))), make('p', {}, next, download));
    panel.hidden = false;
    panel.scrollIntoView({ block: 'center' });
    panel.focus();
    status.say(`${verdict}. ${noGrade}`.trim());
  }

  function problemOf(cell) {
    if (cell.isEndless) return cell.lastRun.wasStopped ? 'was stopped: it did not end.' : 'ends C# itself.';
    if (cell.state === 'failed') return 'ends with an error.';
    const { verdict = 'correct', heading } = cell.area.verdict ?? {};
    return verdict === 'correct' ? undefined : `says “${heading}”.`;
  }
}

// A tab of any browser, with the operations that tests need. They rely only on attributes of a live page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { patience, unlessGoing, until } from './browser.js';

const ofCells = look => `(...args) => (${look})([...document.querySelectorAll('[data-nn-cell]')], ...args)`;

/** Playwright's selector for a cell. */
export const of = number => `:nth-match([data-nn-cell], ${number})`;

/** Runs in a page: returns the stored entries of the reader's work, of the store `cells` or `solved`. */
const entries = async store => {
  // The database is not opened before the page has created it, since that would create an empty one.
  if (!(await indexedDB.databases()).some(({ name }) => name === 'neural-notebooks')) return [];
  const database = await new Promise(done => {
    indexedDB.open('neural-notebooks').onsuccess = event => done(event.target.result);
  });
  const all = await new Promise(done => {
    database.transaction(store).objectStore(store).getAll().onsuccess = event => done(event.target.result);
  });
  database.close();
  return all;
};

/** A tab of a browser. Each browser has a subclass. */
export class Tab {
  /** @type {any}  Playwright's page, in Chromium */
  page;

  /** Runs a function in the page, and returns its result.
   * @abstract
   * @returns {Promise<any>} */
  evaluate(_, ...__) { throw new Error('The subclass has to define evaluate.'); }

  /** @abstract
   * @returns {Promise<any>} */
  click(_) { throw new Error('The subclass has to define click.'); }

  /** Waits until a function that runs in the page returns a truthy value, and returns that. The function may be
   * asynchronous; Playwright's waitForFunction would regard its promise as truthy. */
  until(check, ...args) { return this.within(patience, check, ...args); }
  within(timeout, check, ...args) {
    // An element is replaced by true, since not every browser can return an element.
    const code = `(...args) => { const value = (${check})(...args); return value instanceof Node || value; }`;
    const says = () => document.querySelector('.nn-status')?.textContent ?? document.title;
    return until(() => unlessGoing(this.evaluate(code, ...args)),
      async () => `${check}\n${await this.evaluate(says)}`, timeout);
  }
  /** Runs a function in the page with the list of its cells, and returns the result. */
  inCells(look, ...args) { return this.evaluate(ofCells(look), ...args); }
  untilCells(check, ...args) { return this.until(ofCells(check), ...args); }

  state() { return this.evaluate(() => document.documentElement.dataset.nnLive); }
  count() { return this.inCells(cells => cells.length); }

  /** The states of the page's cells, in order. */
  states() { return this.inCells(cells => cells.map(cell => cell.dataset.nnState)); }

  /** Waits until a cell is in a state. */
  reaches(number, wanted) {
    return this.untilCells((cells, n, name) => cells[n - 1].dataset.nnState === name, number, wanted);
  }

  /** Waits until nothing runs or loads. */
  settled(timeout = patience) {
    return this.within(timeout, () => ['ready', 'failed'].includes(document.documentElement.dataset.nnLive) &&
      !document.querySelector('[data-nn-state="running"], [data-nn-state="queued"]'));
  }

  /** The number of the cell with an id. */
  numberOf(id) {
    return this.inCells((cells, wanted) => 1 + cells.findIndex(cell => cell.dataset.nnCell === wanted), id);
  }

  source(number) { return this.inCells((cells, n) => cells[n - 1].nnSource, number); }
  setSource(number, text) {
    return this.inCells((cells, n, source) => { cells[n - 1].nnSource = source; }, number, text);
  }

  /** Waits until a cell has this text. */
  hasSource(number, text) {
    return this.untilCells((cells, n, wanted) => cells[n - 1]?.nnSource === wanted, number, text);
  }

  /** Sets the texts of the first cells, and empties all others. */
  setCells(...texts) {
    return this.inCells((cells, ...all) => {
      cells.forEach((cell, i) => { cell.nnSource = all[i] ?? ''; });
    }, ...texts);
  }

  /** Waits until a stored cell has this text, or contains it in its output; with `expected` false, until none does. */
  stored(text, expected = true, store = 'cells') {
    return until(async () => (await unlessGoing(this.evaluate(entries, store)))
      ?.some(({ source, output }) => source === text || output?.includes(text)) === expected, `stored: ${text}`);
  }

  /** Waits until the browser has stored this number of solved checkpoints. */
  solved(count) {
    return until(async () => (await unlessGoing(this.evaluate(entries, 'solved')))?.length === count, 'solved');
  }

  /** Sets a cell's text, and waits until it is stored. */
  async store(number, text) {
    await this.setSource(number, text);
    await this.stored(text);
  }

  /** Presses the Run button of a cell. */
  pressRun(number) {
    return this.inCells((cells, n) => cells[n - 1].querySelector('button[data-nn-action="run"]').click(), number);
  }

  /** Runs a cell, waits for its end, and checks its output. */
  async run(number, expected = '') {
    await this.pressRun(number);
    await this.untilCells((cells, n) => ['done', 'failed'].includes(cells[n - 1].dataset.nnState)
      || document.documentElement.dataset.nnLive === 'failed', number);
    await this.settled();
    await this.gives(number, expected);
  }

  /** Runs all cells that have a text. */
  async runAll() {
    await this.click('button[data-nn-action="runAll"]');
    await this.settled();
  }

  /** Waits until a cell runs, and presses Stop. */
  async stop(number) {
    await this.reaches(number, 'running');
    await this.click('button[data-nn-action="stop"]');
    await this.settled();
  }

  /** The text of a cell's output, without charts and buttons. */
  output(number) {
    return this.inCells((cells, n) => {
      const copy = cells[n - 1].querySelector('[data-nn-output]').cloneNode(true);
      const drawn = 'script, style, .answer > summary, [data-nn-picture]';
      for (const one of copy.querySelectorAll(drawn)) one.remove();
      return copy.textContent;
    }, number);
  }

  /** Asserts that a cell's output begins with a text or matches a pattern. */
  async gives(number, expected) {
    const text = (await this.output(number)).trim();
    if (expected instanceof RegExp) assert.match(text, expected);
    else assert.ok(text.startsWith(expected), `cell ${number} gives ${text} in place of ${expected}`);
  }

  /** Waits until a cell's output contains this text. */
  shows(number, text) {
    return this.untilCells((cells, n, expected) =>
      cells[n - 1].querySelector('[data-nn-output]').textContent.includes(expected), number, text);
  }

  /** Waits until the status line of the page contains this text. */
  says(words) {
    return this.until(text => document.querySelector('.nn-status').textContent.includes(text), words);
  }

  // The following methods need Playwright's page.

  /** The button with a name, on the page or in a part of it. */
  button(name, part = this.page) { return part.getByRole('button', { name, exact: true }); }

  /** Chooses an entry of the menu My work. */
  async choose(name) {
    await this.click('.nn-more summary');
    await this.button(name).click();
  }

  /** Returns a function that waits until the service worker has cached the site after this call. */
  async keeping() {
    await this.page.evaluate(() => {
      window.kept = new Promise(done =>
        navigator.serviceWorker.addEventListener('message', event => event.data.type === 'kept' && done(true)));
    });
    return () => this.page.evaluate(() => window.kept);
  }

  /** Runs an action, and returns the file that it downloads: its name and text. */
  async downloaded(action) {
    const [download] = await Promise.all([this.page.waitForEvent('download'), action()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  }

  /** Runs an action that opens a file dialog, and chooses files in it: name → text. */
  async chooseFiles(action, files) {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), action()]);
    await chooser.setFiles(
      Object.entries(files).map(([name, text]) => ({ name, mimeType: '', buffer: Buffer.from(text) })));
  }
}

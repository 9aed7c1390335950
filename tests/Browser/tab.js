// What tests ask a page in whatever browser: by the attributes that a live page promises.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { patience, unlessGoing, until } from './browser.js';

const ofCells = look => `(...args) => (${look})([...document.querySelectorAll('[data-nn-cell]')], ...args)`;

/** Playwright's selector of a cell. */
export const of = number => `:nth-match([data-nn-cell], ${number})`;

/** In a page: what the browser has stored of the reader's work, `cells` or `solved`. */
const entries = async store => {
  // Opened before the page has made it, it would be an empty one.
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

/** A tab, whatever the browser. */
export class Tab {
  /** @type {any}  Playwright's page, in Chromium */
  page;

  /** What a function gives that runs in the page.
   * @abstract
   * @returns {Promise<any>} */
  evaluate(_, ...__) { throw new Error('Each browser has its own way.'); }

  /** @abstract
   * @returns {Promise<any>} */
  click(_) { throw new Error('Each browser has its own way.'); }

  /** Waits until a function of the page gives something true, which is returned. It may be asynchronous: Playwright's
   * own waitForFunction takes any promise for true. */
  until(check, ...args) { return this.within(patience, check, ...args); }
  within(timeout, check, ...args) {
    // Not every browser hands an element over.
    const code = `(...args) => { const value = (${check})(...args); return value instanceof Node || value; }`;
    const says = () => document.querySelector('.nn-status')?.textContent ?? document.title;
    return until(() => unlessGoing(this.evaluate(code, ...args)),
      async () => `${check}\n${await this.evaluate(says)}`, timeout);
  }
  /** What a function of the page's cells gives, which may wait for something true. */
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

  /** Waits until this is a cell's text. */
  hasSource(number, text) {
    return this.untilCells((cells, n, wanted) => cells[n - 1]?.nnSource === wanted, number, text);
  }

  /** Makes the page one of its own cells only: the given texts, the others empty. */
  setCells(...texts) {
    return this.inCells((cells, ...all) => {
      cells.forEach((cell, i) => { cell.nnSource = all[i] ?? ''; });
    }, ...texts);
  }

  /** Waits until a cell of the reader that the browser has stored, or none, has this text, or it in its output. */
  stored(text, expected = true) {
    return until(async () => (await unlessGoing(this.evaluate(entries, 'cells')))
      ?.some(({ source, output }) => source === text || output?.includes(text)) === expected, `stored: ${text}`);
  }

  /** Waits until the browser has stored so many solved checkpoints. */
  solved(count) {
    return until(async () => (await unlessGoing(this.evaluate(entries, 'solved')))?.length === count, 'solved');
  }

  /** Sets a cell's text, and waits until it is stored. */
  async store(number, text) {
    await this.setSource(number, text);
    await this.stored(text);
  }

  /** Presses a cell's Run. */
  pressRun(number) {
    return this.inCells((cells, n) => cells[n - 1].querySelector('button[data-nn-run]').click(), number);
  }

  /** Runs a cell to its end, and looks at what it gave. */
  async run(number, expected = '') {
    await this.pressRun(number);
    await this.untilCells((cells, n) => ['done', 'failed'].includes(cells[n - 1].dataset.nnState)
      || document.documentElement.dataset.nnLive === 'failed', number);
    await this.settled();
    await this.gives(number, expected);
  }

  /** Runs all cells that have a text. */
  async runAll() {
    await this.click('button[data-nn-run-all]');
    await this.settled();
  }

  /** Presses Stop once a cell runs. */
  async stop(number) {
    await this.reaches(number, 'running');
    await this.click('button[data-nn-stop]');
    await this.settled();
  }

  /** What a reader sees of a cell's output, without what scripts draw. */
  output(number) {
    return this.inCells((cells, n) => {
      const copy = cells[n - 1].querySelector('[data-nn-output]').cloneNode(true);
      const drawn = 'script, style, .answer > summary, .save, [data-nn-picture]';
      for (const one of copy.querySelectorAll(drawn)) one.remove();
      return copy.textContent;
    }, number);
  }

  /** Asserts how a cell's output begins, or what it is like. */
  async gives(number, expected) {
    const text = (await this.output(number)).trim();
    if (expected instanceof RegExp) assert.match(text, expected);
    else assert.ok(text.startsWith(expected), `cell ${number} gives ${text} in place of ${expected}`);
  }

  /** Waits until this is in a cell's output. */
  shows(number, text) {
    return this.untilCells((cells, n, expected) =>
      cells[n - 1].querySelector('[data-nn-output]').textContent.includes(expected), number, text);
  }

  /** Waits until the page's bar says this. */
  says(words) {
    return this.until(text => document.querySelector('.nn-status').textContent.includes(text), words);
  }

  // What follows needs Playwright's page.

  /** The button of a name, on the page or in a part of it. */
  button(name, part = this.page) { return part.getByRole('button', { name, exact: true }); }

  /** Presses an entry of the menu with the reader's work. */
  async choose(name) {
    await this.click('.nn-more summary');
    await this.button(name).click();
  }

  /** What waits until the service worker has kept the site for use offline, from now on. */
  async keeping() {
    await this.page.evaluate(() => {
      window.kept = new Promise(done =>
        navigator.serviceWorker.addEventListener('message', event => event.data.type === 'kept' && done(true)));
    });
    return () => this.page.evaluate(() => window.kept);
  }

  /** The file that an action downloads: its name and its text. */
  async downloaded(action) {
    const [download] = await Promise.all([this.page.waitForEvent('download'), action()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  }

  /** Answers the browser's question for files, each a name and a text, that an action makes it ask. */
  async chooseFiles(action, files) {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), action()]);
    await chooser.setFiles(
      Object.entries(files).map(([name, text]) => ({ name, mimeType: '', buffer: Buffer.from(text) })));
  }
}

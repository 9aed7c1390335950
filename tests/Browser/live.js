// What the tests of live pages ask a page, by the attributes that it promises.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, afterEach, before, beforeEach } from 'node:test';
import { missingBrowser, patience, site, unlessGoing, until } from './browser.js';
import { launch } from './drivers.js';
import { serve } from './server.js';

export { site };

/** Why live pages cannot be tried here; false where they can. */
export const notLive =
  !existsSync(resolve(site, 'live/boot.json')) &&
  `there is no live site in ${site}: run the course with the runtime's package and npm there`;

/** The same of Chromium, which has most of the tests. */
export const missing = notLive || missingBrowser;

export const notebooks = notLive ? [] : readdirSync(site).filter(name => /^\d.*\.html$/.test(name)).sort();
export const notebook = number => notebooks.find(name => name.startsWith(number));

/** A notebook without its figures: they take seconds to draw, and are looked at elsewhere. */
export function withoutFigures(address) {
  const name = notebooks.find(one => address.endsWith(`/${one}`));
  if (!name) return undefined;
  const [head, article] = readFileSync(resolve(site, name), 'utf8').split('<article>');
  return head.replace(/<script[^>]*assets\/plotly.*?<\/script>/, '') + '<article>'
    + article.replace(/<script.*?<\/script>/gs, '');
}

/** The site on a host, and a browser, as long as the tests of a group run.
 * @param folder  gives the site's folder
 * @param options  the browser; of the page that tests share: its notebook, and what it is opened with */
export function hosted(folder = () => site, { browser = 'chromium', number = '00', ...options } = {}) {
  let tab;
  const own = [];
  const on = {
    /** A page in a profile of its own, which is closed after the test. */
    async open(name = notebook('00'), how = {}) {
      const opened = await on.browser.open(on.host.address + name, how);
      own.push(opened);
      return opened;
    },
    /** A page that tests share, since C# takes longer to start than most of them. One that a test has left busy is
     * replaced. */
    async page() {
      if (tab && (await state(tab)) !== 'off')
        await settled(tab, 5000).catch(async () => { await tab.close(); tab = undefined; });
      return (tab ??= await on.browser.open(on.host.address + notebook(number), options));
    },
    /** That page with a test's own cells only, with names of their own, since variables stay; without outputs, and
     * unfolded. */
    async shared(...texts) {
      await setCells(await on.page(), ...texts);
      await tab.evaluate(() => {
        for (const output of document.querySelectorAll('[data-nn-output]')) output.replaceChildren();
        for (const claims of document.querySelectorAll('.claims')) claims.open = true;
      });
      return tab;
    },
  };
  before(async () => { on.host = await serve(await folder()); on.browser = await launch(browser); });
  beforeEach(() => { Object.assign(on.host, { broken: null, rewrite: withoutFigures }); });
  afterEach(async () => { for (const opened of own.splice(0)) await opened.close(); });
  after(async () => { await on.browser?.close(); on.host?.close(); });
  return on;
}

export const state = tab => tab.evaluate(() => document.documentElement.dataset.nnLive);

/** The states of the page's cells, in order. */
export const states = tab => tab.inCells(cells => cells.map(cell => cell.dataset.nnState));

/** Waits until a cell is in a state. */
export const reaches = (tab, number, wanted) =>
  tab.untilCells((cells, n, name) => cells[n - 1].dataset.nnState === name, number, wanted);

/** Waits until nothing runs or loads. */
export const settled = (tab, timeout = patience) => tab.within(timeout, () =>
  ['ready', 'failed'].includes(document.documentElement.dataset.nnLive) &&
    !document.querySelector('[data-nn-state="running"], [data-nn-state="queued"]'));

export const of = number => `[data-nn-cell]:nth-child(${number} of [data-nn-cell])`;

/** The number of the cell with an id. */
export const numberOf = (tab, id) =>
  tab.inCells((cells, wanted) => 1 + cells.findIndex(cell => cell.dataset.nnCell === wanted), id);

export const setSource = (tab, number, text) =>
  tab.inCells((cells, n, source) => { cells[n - 1].nnSource = source; }, number, text);
export const source = (tab, number) => tab.inCells((cells, n) => cells[n - 1].nnSource, number);

/** Waits until this is a cell's text. */
export const hasSource = (tab, number, text) =>
  tab.untilCells((cells, n, wanted) => cells[n - 1]?.nnSource === wanted, number, text);

/** The reader's cells that the browser has stored. */
const storedCells = tab => tab.evaluate(async () => {
  // Opened before the page has made it, it would be an empty one.
  if (!(await indexedDB.databases()).some(({ name }) => name === 'neural-notebooks')) return [];
  const database = await new Promise(done => {
    indexedDB.open('neural-notebooks').onsuccess = event => done(event.target.result);
  });
  const all = await new Promise(done => {
    database.transaction('cells').objectStore('cells').getAll().onsuccess = event => done(event.target.result);
  });
  database.close();
  return all;
});

/** Waits until a stored cell, or none, has this text, or it in its output. */
export const stored = (tab, text, expected = true) =>
  until(async () => (await unlessGoing(storedCells(tab)))?.some(({ source, output }) =>
    source === text || output?.includes(text)) === expected, `stored: ${text}`);

/** Sets a cell's text, and waits until it is stored. */
export async function store(tab, number, text) {
  await setSource(tab, number, text);
  await stored(tab, text);
}

/** Makes a page one of its own cells only: the given texts, the others empty. */
export const setCells = (tab, ...texts) => tab.inCells((cells, ...all) => {
  cells.forEach((cell, i) => { cell.nnSource = all[i] ?? ''; });
}, ...texts);

/** Presses a cell's Run. */
export const press = (tab, number) =>
  tab.inCells((cells, n) => cells[n - 1].querySelector('button[data-nn-run]').click(), number);

/** Runs a cell to its end, and looks at what it gave. */
export async function run(tab, number, expected = '') {
  await press(tab, number);
  await tab.untilCells((cells, n) => ['done', 'failed'].includes(cells[n - 1].dataset.nnState)
    || document.documentElement.dataset.nnLive === 'failed', number);
  await settled(tab);
  await gives(tab, number, expected);
}

/** Presses Stop once a cell runs. */
export async function stop(tab, number) {
  await reaches(tab, number, 'running');
  await tab.click('button[data-nn-stop]');
  await settled(tab);
}

/** What waits until the service worker has kept the site for use offline, from now on. */
export async function keeping(tab) {
  await tab.page.evaluate(() => {
    window.kept = new Promise(done =>
      navigator.serviceWorker.addEventListener('message', event => event.data.type === 'kept' && done(true)),
    );
  });
  return () => tab.page.evaluate(() => window.kept);
}

/** Runs all cells that have a text. */
export async function runAll(tab) {
  await tab.click('button[data-nn-run-all]');
  await settled(tab);
}

/** What a reader sees of a cell's output, without what scripts draw. */
export const output = (tab, number) => tab.inCells((cells, n) => {
  const copy = cells[n - 1].querySelector('[data-nn-output]').cloneNode(true);
  const drawn = 'script, style, .show-answer, .save, [data-nn-picture], [data-nn-chart]';
  for (const one of copy.querySelectorAll(drawn)) one.remove();
  return copy.textContent;
}, number);

/** Asserts how a cell's output begins, or what it is like. */
export async function gives(tab, number, expected) {
  const text = (await output(tab, number)).trim();
  if (expected instanceof RegExp) assert.match(text, expected);
  else assert.ok(text.startsWith(expected), `cell ${number} gives ${text} in place of ${expected}`);
}

/** Waits until this is in a cell's output. */
export const shows = (tab, number, text) =>
  tab.untilCells((cells, n, expected) =>
    cells[n - 1].querySelector('[data-nn-output]').textContent.includes(expected), number, text);

/** Waits until the page's bar says this. */
export const says = (tab, words) =>
  tab.until(text => document.querySelector('.nn-status').textContent.includes(text), words);

/** Presses the button of a name. */
export const click = (tab, name) => tab.page.getByRole('button', { name, exact: true }).click();

/** Presses an entry of the menu with the reader's work. */
export async function choose(tab, name) {
  await tab.click('.nn-more summary');
  await click(tab, name);
}

/** The file that an action downloads: its name and its text. */
export async function downloaded(tab, action) {
  const [download] = await Promise.all([tab.page.waitForEvent('download'), action()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** Answers the browser's question for files, each a name and a text, that an action makes it ask. */
export async function chooseFiles(tab, action, files) {
  const [chooser] = await Promise.all([tab.page.waitForEvent('filechooser'), action()]);
  await chooser.setFiles(
    Object.entries(files).map(([name, text]) => ({ name, mimeType: '', buffer: Buffer.from(text) })));
}

// What the tests of live pages ask a page, by the attributes that it promises.
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, beforeEach } from 'node:test';
import { patience, until } from './browser.js';
import { launch } from './drivers.js';
import { serve } from './server.js';

export const site = resolve(process.env.NN_SITE ?? resolve(import.meta.dirname, '../../artifacts/site'));

/** Why live pages cannot be tried here; false where they can. */
export const notLive =
  !existsSync(resolve(site, 'live/boot.json')) &&
  `there is no live site in ${site}: run the course with the runtime's package and npm there`;

export const notebooks = notLive ? [] : readdirSync(site).filter(name => /^\d.*\.html$/.test(name)).sort();
export const notebook = number => notebooks.find(name => name.startsWith(number));

/** The site on a host, and Chromium, as long as the tests of a group run. */
export function hosted(folder = () => site) {
  let tab;
  const on = {
    /** A page in a profile of its own. */
    open: (name = notebook('00'), options = {}) => on.browser.open(on.host.address + name, options),
    /** A page that tests share, since C# takes longer to start than most of them: each makes it one of its own cells,
     * with names of its own, since variables stay. One that a test has left busy is replaced. */
    async shared(...texts) {
      if (tab && (await state(tab)) !== 'off')
        await settled(tab, 5000).catch(async () => { await tab.close(); tab = undefined; });
      tab ??= await on.open();
      await setCells(tab, ...texts);
      await tab.evaluate(() => {
        for (const output of document.querySelectorAll('[data-nn-output]')) output.replaceChildren();
      });
      return tab;
    },
  };
  before(async () => { on.host = await serve(await folder()); on.browser = await launch('chromium'); });
  beforeEach(() => { on.host.broken = on.host.rewrite = null; });
  after(async () => { await on.browser?.close(); on.host?.close(); });
  return on;
}

export const state = tab => tab.evaluate(() => document.documentElement.dataset.nnLive);

/** The states of the page's cells, in order. */
export const states = tab =>
  tab.evaluate(() => [...document.querySelectorAll('[data-nn-cell]')].map(cell => cell.dataset.nnState));

/** Waits until nothing runs or loads. */
export const settled = (tab, timeout = patience) =>
  tab.until(
    () =>
      ['ready', 'failed'].includes(document.documentElement.dataset.nnLive) &&
      !document.querySelector('[data-nn-state="running"], [data-nn-state="queued"]'),
    { timeout },
  );

const of = number => `[data-nn-cell]:nth-child(${number} of [data-nn-cell])`;

export const setSource = (tab, number, text) =>
  tab.evaluate(
    (n, source) => {
      document.querySelectorAll('[data-nn-cell]')[n - 1].nnSource = source;
    },
    number,
    text,
  );
export const source = (tab, number) =>
  tab.evaluate(n => document.querySelectorAll('[data-nn-cell]')[n - 1].nnSource, number);

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

/** Waits until a stored cell is so, or has this text; or until none has. */
export const stored = (tab, wanted, expected = true) => {
  const is = typeof wanted === 'string' ? ({ source }) => source === wanted : wanted;
  return until(async () => (await storedCells(tab)).some(is) === expected, `stored: ${wanted}`);
};

/** Makes a page one of its own cells only: the given texts, the others empty. */
export const setCells = (tab, ...texts) => tab.evaluate((...all) => {
  [...document.querySelectorAll('[data-nn-cell]')].forEach((cell, i) => { cell.nnSource = all[i] ?? ''; });
}, ...texts);

/** Presses a cell's Run. */
export const press = (tab, number) =>
  tab.evaluate(
    n => document.querySelectorAll('[data-nn-cell]')[n - 1].querySelector('button[data-nn-run]').click(),
    number,
  );

export async function run(tab, number, timeout) {
  await press(tab, number);
  await tab.until(n => ['done', 'failed'].includes(document.querySelectorAll('[data-nn-cell]')[n - 1].dataset.nnState)
    || document.documentElement.dataset.nnLive === 'failed', { args: [number], timeout });
  await settled(tab, timeout);
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
export const output = (tab, number) => tab.evaluate(n => {
  const copy = document.querySelectorAll('[data-nn-cell]')[n - 1].querySelector('[data-nn-output]').cloneNode(true);
  const drawn = 'script, style, .show-answer, .save, [data-nn-picture], [data-nn-chart]';
  for (const one of copy.querySelectorAll(drawn)) one.remove();
  return copy.textContent;
}, number);

export async function outputs(tab) {
  const count = (await states(tab)).length, all = [];
  for (let number = 1; number <= count; number++) all.push(await output(tab, number));
  return all;
}

/** How two outputs agree: equal, close (numbers to 1e-6), or different. */
export function compare(here, there) {
  if (here === there) return 'equal';
  const number = /[-−+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-−+]?\d+)?/g;
  const numbers = text => (text.match(number) ?? []).map(found => Number(found.replaceAll('−', '-')));
  const [a, b] = [numbers(here), numbers(there)];
  if (here.replace(number, '#') !== there.replace(number, '#') || a.length !== b.length) return 'different';
  return a.every((value, i) => Math.abs(value - b[i]) <= 1e-6 * Math.max(1, Math.abs(value), Math.abs(b[i])))
    ? 'close'
    : 'different';
}

export { of };

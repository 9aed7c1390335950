// Opens pages of the executed course, as `nn run` writes it, in Chromium, and records their errors.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, afterEach, before, beforeEach } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

/** The folder of the executed course's site. */
export const site = resolve(process.env.NN_SITE ?? resolve(import.meta.dirname, '../../artifacts/site'));

/** How long (ms) a test waits before it fails. The time is long, for slow machines on which other browsers run, too. */
export const patience = 240_000;

/** Whether all cases run, also those that take long and seldom fail: `.ci/run --all` sets NN_NIGHTLY=1. */
export const isNight = process.env.NN_NIGHTLY === '1';

/** The reason why a test is skipped in everyday runs; false in nightly runs. */
export const nightly = !isNight && 'it takes long: NN_NIGHTLY=1 runs it';

/** The cases to run: the first `count` in everyday runs, all in nightly runs. */
export const daily = (count, cases) => (isNight ? cases : cases.slice(0, count));

/** The usual paths of Chromium, Chrome and Edge on Linux, macOS and Windows. */
const places = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap(folder => [
      `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
      `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
    ]),
];
const executable = process.env.CHROMIUM ?? places.find(place => existsSync(place));

/** The reason why no browser can be started; false if one can. */
export const missingBrowser = !executable && 'there is no Chromium: name one in the environment variable CHROMIUM';

/** The reason why the site cannot be tested; false if it can. */
export const missing = !existsSync(resolve(site, 'index.html'))
  ? `there is no site in ${site}: run the course first`
  : missingBrowser;

const read = file => readFileSync(resolve(site, file), 'utf8');

/** The pages, without those at former addresses, which open others. */
export const pages = missing ? [] : readdirSync(site)
  .filter(name => name.endsWith('.html') && !read(name).includes('<p>This page is now at')).sort();

/** Whether a page is that of an executed notebook, and not of a document. */
export const isNotebook = name => existsSync(resolve(site, 'notebooks', name.replace(/html$/, 'ipynb')));

/** The pages that contain a text. Tests open only pages with the parts that they test, since opening one takes
 * seconds. */
export function pagesWith(text) {
  const found = pages.filter(name => read(name).includes(text));
  if (!missing && found.length === 0) throw new Error(`the course has no page with ${text}`);
  return found;
}

export const launch = () =>
  chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update',
      '--disable-sync'],
  });

/** An empty page with a long time limit, for slow machines. */
export async function newPage(browser, options) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  page.setDefaultTimeout(patience);
  return page;
}

/** The result of an evaluation in a page; undefined if the page has navigated meanwhile. */
export const unlessGoing = answer => answer.catch(error => {
  if (!/context was destroyed|because of a navigation/.test(error.message)) throw error;
});

/** Waits until a function, which runs here and not in the page, returns a truthy value, and returns that. After the
 * timeout it throws an error with the message `wrong`, which may also be a function that returns it. */
export async function until(check, wrong, timeout = patience) {
  for (const end = Date.now() + timeout; ; await new Promise(done => setTimeout(done, 50))) {
    const value = await check();
    if (value) return value;
    if (Date.now() > end) throw new Error(`after ${timeout} ms: ${typeof wrong === 'string' ? wrong : await wrong()}`);
  }
}

/** A page with only those cells that contain a text, since prose and other figures take time to lay out and to
 * draw. */
function excerpt(name, text) {
  const [head, article, foot] = read(name).split(/(?<=<article>)|(?=<\/article>)/);
  const cells = article.split(/(?=<figure class="cell|<div class="text")/)
    .filter(part => part.startsWith('<figure') && part.includes(text)).join('');
  return head + cells + foot;
}

/** Records the errors of a page, and its requests to other hosts. A page that is left cancels its requests. */
export function watch(page, complaints) {
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', request => {
    if (!/^(file|data|blob|about):/.test(request.url())) complaints.push(`asks another host: ${request.url()}`);
  });
  page.on('requestfailed', request => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`could not load ${request.url()}`);
  });
}

/** Opens a page and unfolds its answers, unless `answersWait` is true. With `only`, the page has only the cells that
 * contain this text.
 * @param {import('playwright-core').Browser} browser
 * @param {string} name
 * @param {string[]} complaints  errors of the page are appended to it
 * @param {any} options */
export async function open(browser, name, complaints, { answersWait = false, only, search = '', ...options } = {}) {
  const page = await newPage(browser, options);
  watch(page, complaints);
  const address = pathToFileURL(resolve(site, name)).href + search;
  if (only) await page.route(address, route => route.fulfill({ contentType: 'text/html', body: excerpt(name, only) }));
  await page.goto(address);
  if (!answersWait && options.javaScriptEnabled !== false)
    await page.evaluate(() => document.querySelectorAll('.answer').forEach(answer => { answer.open = true; }));
  return page;
}

/** Starts Chromium for a group of tests. Pages that a test opens are closed after it. A test fails if a page has an
 * error. */
export function browsing() {
  const own = [], complaints = [];
  let isTesting = false;
  const on = {
    complaints,
    async open(name, options = undefined) {
      const page = await open(on.browser, name, complaints, options);
      if (isTesting) own.push(page);
      return page;
    },
  };
  before(async () => { on.browser = await launch(); });
  beforeEach(() => { isTesting = true; });
  afterEach(async () => {
    isTesting = false;
    for (const page of own.splice(0)) await page.close();
    assert.deepEqual(complaints.splice(0), []);
  });
  after(() => on.browser?.close());
  return on;
}

/** Draws all figures of a page, also those outside the visible part, and waits until they are drawn. */
export const drawn = async page => {
  await page.evaluate(() => window.nnFigures?.drawAll());
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[data-nn-picture]')].every(host =>
      host.querySelector('.main-svg :is(.plot, .hm, .contour, .trace, .points, image)')));
};

/** Inserts an output into the page a second time, as programs that show notebooks do: the scripts in its HTML run. */
export const putAnew = (page, output) => page.evaluate(html => {
  const host = document.createElement('div');
  host.id = 'anew';
  host.innerHTML = html;
  document.body.append(host);
  for (const old of host.querySelectorAll('script')) {
    const script = document.createElement('script');
    for (const { name, value } of old.attributes) script.setAttribute(name, value);
    script.textContent = old.textContent;
    old.replaceWith(script);
  }
}, output);

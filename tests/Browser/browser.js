// Opens pages of the executed course, as `nn run` leaves it, in Chromium, and notes what they complain about.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, afterEach, before, beforeEach } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

/** The folder of the executed course's site. */
export const site = resolve(process.env.NN_SITE ?? resolve(import.meta.dirname, '../../artifacts/site'));

/** How many milliseconds a test waits before it fails: a slow machine, with other browsers on it, needs many
 * of them. */
export const patience = 240_000;

/** Whether all cases run, also those that take long and seldom find something: `.ci/run --all` sets it. */
export const isNight = process.env.NN_NIGHTLY === '1';

/** Why a test is skipped in everyday runs; false nightly. */
export const nightly = !isNight && 'it takes long: NN_NIGHTLY=1 runs it';

/** The first of these cases; nightly all. */
export const daily = (count, cases) => (isNight ? cases : cases.slice(0, count));

/** Where Chromium or Chrome usually lies on Linux, macOS and Windows. */
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

/** Why no browser can be started here; false where one can. */
export const missingBrowser = !executable && 'there is no Chromium: name one in the environment variable CHROMIUM';

/** Why the site cannot be looked at here; false where it can. */
export const missing = !existsSync(resolve(site, 'index.html'))
  ? `there is no site in ${site}: run the course first`
  : missingBrowser;

export const pages = missing ? [] : readdirSync(site).filter(name => name.endsWith('.html')).sort();

const read = file => readFileSync(resolve(site, file), 'utf8');

/** A page with what draws its figures in it. */
const whole = name => read(name).replace(/<script type="text\/plain" data-nn-drawing="([^"]+)">/g,
  (_, file) => `<script>${read(file)}`);

/** The pages that have something to look at: a page of a notebook takes seconds to open. */
export function pagesWith(text) {
  const found = pages.filter(name => whole(name).includes(text));
  if (!missing && found.length === 0) throw new Error(`the course has no page with ${text}`);
  return found;
}

export const launch = () =>
  chromium.launch({
    executablePath: executable,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** An empty page, which waits as long as a slow machine needs. */
export async function newPage(browser, options) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  page.setDefaultTimeout(patience);
  return page;
}

/** What a page answers; undefined while it goes to another one. */
export const unlessGoing = answer => answer.catch(error => {
  if (!/context was destroyed|because of a navigation/.test(error.message)) throw error;
});

/** Waits until a check that is made here, not in the page, gives something true, which is returned; otherwise this, or
 * what it says, is wrong. */
export async function until(check, wrong, timeout = patience) {
  for (const end = Date.now() + timeout; ; await new Promise(done => setTimeout(done, 50))) {
    const value = await check();
    if (value) return value;
    if (Date.now() > end) throw new Error(`after ${timeout} ms: ${typeof wrong === 'string' ? wrong : await wrong()}`);
  }
}

/** A page without plotly.js, which takes a second to load. */
export const withoutPlotly = html => html.replace(/ data-nn-plotly="[^"]*"/, '');

/** A page of nothing but the cells that have a text: prose and other figures take time to lay out and to draw. The
 * functions that other cells bring are used by later ones, too. */
function excerpt(name, text) {
  const [head, article, foot] = whole(name).split(/(?<=<article>)|(?=<\/article>)/);
  const parts = article.split(/(?=<figure class="cell|<div class="text")/).map(part =>
    part.startsWith('<figure') && part.includes(text) ? part
      : (part.match(/<script data-nn-function.*?<\/script>/gs) ?? []).join(''));
  const cells = parts.join('');
  return (/<div [^>]*data-nn-picture/.test(cells) ? head : withoutPlotly(head)) + cells + foot;
}

/** Notes what goes wrong in a page, and what it asks other hosts for. */
export function watch(page, complaints) {
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', request => {
    if (!/^(file|data|blob|about):/.test(request.url())) complaints.push(`asks another host: ${request.url()}`);
  });
  page.on('requestfailed', request => complaints.push(`could not load ${request.url()}`));
}

/** A page with its answers shown, unless they shall wait as they do for a reader. Of its cells, all, or those that
 * have a text.
 * @param {import('playwright-core').Browser} browser
 * @param {string} name
 * @param {string[]} complaints  takes what goes wrong
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

/** Chromium, as long as the tests of a group run. What a test opens is closed after it, and no page may complain. */
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

/** Waits until every figure of a page is drawn, also those that have not come into sight. */
export const drawn = async page => {
  await page.evaluate(() => {
    window.nnPlotly?.bring();
    for (const later of document.querySelectorAll('[data-nn-drawing]')) {
      const script = document.createElement('script');
      script.src = later.dataset.nnDrawing;
      later.replaceWith(script);
    }
  });
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[data-nn-picture]')].every(host =>
      host.querySelector('.main-svg :is(.plot, .hm, .contour, .trace, .points, image)')));
};

/** Puts an output into the page once more, as a host does: the scripts in its HTML run. */
export const putAnew = (page, output) => page.evaluate(html => {
  const host = document.createElement('div');
  host.id = 'anew';
  host.innerHTML = html;
  document.body.append(host);
  for (const old of host.querySelectorAll('script')) {
    const script = document.createElement('script');
    if (old.dataset.nnDrawing) script.src = old.dataset.nnDrawing;
    script.textContent = old.textContent;
    old.replaceWith(script);
  }
}, output);

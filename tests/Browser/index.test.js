// Tests the first page of the site, as a new visitor sees it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { browsing, missing, newPage, pages, site } from './browser.js';
import { hosted, missing as missingLive } from './live.js';

describe('the first page', { skip: missing }, () => {
  const course = browsing(), open = options => course.open('index.html', options);

  test('shows a static picture of its cell, and loads neither plotly.js nor C#', async () => {
    const page = await newPage(course.browser), asked = [];
    page.on('request', request => asked.push(request.url()));
    await page.goto(pathToFileURL(resolve(site, 'index.html')).href, { waitUntil: 'networkidle' });
    await page.locator('.head .output img').waitFor();
    assert.deepEqual(asked.filter(url => /plotly|katex|view\.js|\/live\//.test(url)), []);
    await page.close();
  });

  test('names every notebook once, with a picture', async () => {
    const page = await open();
    const notebooks = pages.filter(name => /^\d/.test(name));
    const cards = await page.$$eval('.notebooks > li', all =>
      all.map(card => [card.querySelector('a').getAttribute('href'), !!card.querySelector('img[alt]:not([alt=""])')]),
    );
    assert.deepEqual(cards.sort(), notebooks.map(name => [name, true]));
    assert.equal(await page.getAttribute('.button', 'href'), notebooks[0]);
    const levels = await page.$$eval('main :is(h1, h2, h3, h4)', all => all.map(({ tagName }) => +tagName[1]));
    assert.ok(levels.every((level, i) => i === 0 ? level === 1 : level <= levels[i - 1] + 1), levels.join(' '));
  });

  test('has at most 150 kB, compressed, with the pictures of all notebooks', async () => {
    const page = await newPage(course.browser), loaded = new Set();
    page.on('request', request => loaded.add(request.url()));
    await page.goto(pathToFileURL(resolve(site, 'index.html')).href, { waitUntil: 'networkidle' });
    await page.close();
    const files = [...loaded].filter(url => url.startsWith('file:')).map(url => fileURLToPath(url.split('?')[0]));
    const bytes = files.reduce((sum, file) => {
      const content = readFileSync(file);
      return sum + (/\.(html|css|js|svg)$/.test(file) ? gzipSync(content).length : content.length);
    }, 0);
    assert.ok(bytes <= 150_000, `${bytes} bytes`);
  });
});

describe('the cell of the first page', { skip: missing || missingLive }, () => {
  const course = hosted();
  const inFrame = (tab, selector) => tab.page.frameLocator('.shown > iframe').locator(selector);
  const framed = tab => inFrame(tab, '[data-nn-shown]');

  test('runs in the page when a reader presses Run', async () => {
    const tab = await course.open('index.html');
    await tab.click('[data-nn-try] .nn-run');
    await framed(tab).and(inFrame(tab, '[data-nn-state="done"]')).waitFor({ timeout: 120_000 });
    await tab.until(() => {
      const frame = document.querySelector('iframe');
      return frame.contentDocument.body.offsetHeight <= frame.offsetHeight;
    });
    assert.equal(await tab.state(), undefined, 'the first page itself starts no C#');
  });

  test('becomes editable, and does not run, when a reader clicks on its code', async () => {
    const tab = await course.open('index.html');
    await tab.click('[data-nn-try] pre.code');
    await framed(tab).waitFor();
    assert.equal(await framed(tab).getAttribute('data-nn-state'), 'idle');
  });
});

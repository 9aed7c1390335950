// The first page as a new visitor meets it.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { browsing, missing, newPage, pages, site } from './browser.js';

describe('the first page', { skip: missing }, () => {
  const course = browsing(), open = options => course.open('index.html', options);
  const slider = '.head [data-nn-frames] input', button = '.head [data-nn-frames] button';
  const drawn = page => page.waitForSelector('.head [data-nn-drawn]');

  test('shows a still in place of its film, which its button plays and pauses', async () => {
    const page = await newPage(course.browser), asked = [];
    page.on('request', request => asked.push(request.url()));
    await page.goto(pathToFileURL(resolve(site, 'index.html')).href, { waitUntil: 'networkidle' });
    await page.locator('.head .nn-still').waitFor();
    assert.deepEqual(asked.filter(url => url.includes('plotly')), [], 'a visitor reads without plotly.js');
    await page.click(button);
    await page.waitForSelector(`${button}[aria-label="Pause"]`);
    await page.click(button);
    await page.waitForSelector(`${button}[aria-label="Play"]`);
    assert.ok(+(await page.inputValue(slider)) < +(await page.getAttribute(slider, 'max')), 'it was not over yet');
    assert.equal(asked.filter(url => url.includes('plotly')).length, 1);
    await page.close();
  });

  test('begins its film where its slider is moved to', async () => {
    const page = await open();
    await page.locator(slider).focus();
    await page.keyboard.press('Home');
    await drawn(page);
    await page.waitForSelector(`${slider}[aria-valuetext="before"]`);
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

  test('does not move for a reader who wants no motion', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    assert.equal(await page.inputValue(slider), await page.getAttribute(slider, 'max'));
    assert.equal(await page.locator(button).isVisible(), false);
    assert.ok(await page.locator(slider).isVisible());
  });

  test('is at most 300 kB before its figures', async () => {
    const page = await newPage(course.browser), loaded = new Set();
    page.on('request', request => loaded.add(request.url()));
    await page.goto(pathToFileURL(resolve(site, 'index.html')).href);
    const film = await page.$eval('.head .shown', element => element.outerHTML.length);
    const bytes = [...loaded]
      .filter(url => url.startsWith('file:') && !/plotly|\/files\//.test(url))
      .reduce((sum, url) => sum + statSync(fileURLToPath(url.split('?')[0])).size, -film);
    assert.ok(bytes <= 300_000, `${bytes} bytes`);
  });
});

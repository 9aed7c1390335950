// Opens every page of the executed course, as `nn run` leaves it, in Chromium: is everything drawn, readable and self-contained?
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, missing, open as openPage, pages } from './browser.js';

describe('the course site in a browser', { skip: missing }, () => {
  let browser;
  before(async () => { browser = await launch(); });
  after(() => browser?.close());

  const open = (name, options) => openPage(browser, name, options);

  const drawn = page => page.waitForFunction(() => [...document.querySelectorAll('[data-nn-picture]')].every(host =>
    host.querySelector('.main-svg .plot, .main-svg .hm, .main-svg .trace, .main-svg .points, .main-svg image')), null, { timeout: 30000 });

  for (const name of pages) {
    test(`${name} draws every picture, typesets every formula and asks no other host`, async () => {
      const { page, complaints } = await open(name);
      await drawn(page);
      assert.equal(await page.locator('.katex-error, .mistaken, .tex').count(), 0, 'a formula is not typeset');
      const unloaded = await page.$$eval('img', images => images.filter(image => image.complete && image.naturalWidth === 0).map(image => image.src));
      assert.deepEqual(unloaded, []);
      assert.deepEqual(complaints, []);
      await page.close();
    });

    test(`${name} says in words what each picture shows`, async () => {
      const { page } = await open(name);
      const silent = await page.$$eval('[data-nn-picture], img', all => all.filter(one => !(one.getAttribute('aria-label') || one.getAttribute('alt'))).length);
      assert.equal(silent, 0);
      await page.close();
    });

    for (const width of [390, 1280]) {
      test(`${name} fits a window of ${width} pixels`, async () => {
        const { page } = await open(name, { viewport: { width, height: 900 } });
        await drawn(page);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(over <= 0, `the page is ${over} pixels wider than the window`);
        await page.close();
      });
    }

    test(`${name} turns dark with its pictures`, async () => {
      const { page } = await open(name, { colorScheme: 'light' });
      await drawn(page);
      const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
      const text = () => page.evaluate(() => { const label = document.querySelector('[data-nn-picture] .xtick text, [data-nn-picture] text'); return label && getComputedStyle(label).fill; });
      const [lightInk, lightText] = [await ink(), await text()];
      await page.click('[data-toggle-theme]');
      await page.waitForTimeout(400);
      assert.notEqual(await ink(), lightInk);
      if (lightText) assert.notEqual(await text(), lightText);
      await page.close();
    });
  }

  test('a slider leads through the frames of a picture', async () => {
    let seen = 0;
    for (const name of pages) {
      const { page } = await open(name);
      await drawn(page);
      for (const controls of await page.$$('[data-nn-frames]')) {
        seen++;
        const [slider, label] = [await controls.$('input'), await controls.$('output')];
        const before = await label.textContent();
        await slider.focus();
        await page.keyboard.press('Home');
        assert.notEqual(await label.textContent(), before, `${name}: the slider does not move the picture`);
      }
      await page.close();
    }
    assert.ok(seen > 0, 'the course has no picture with a slider');
  });

  test('the search finds a section and leads there', async () => {
    const { page, complaints } = await open('index.html');
    await page.keyboard.press('/');
    await page.keyboard.type('softmax');
    await page.waitForSelector('#search-results a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\.html#?/);
    assert.match(await page.textContent('body'), /softmax/i);
    assert.deepEqual(complaints, []);
    await page.close();
  });
});

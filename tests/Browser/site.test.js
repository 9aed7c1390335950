// Opens the pages of the executed course, as `nn run` writes them, in Chromium, and checks that everything is drawn,
// readable and self-contained.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { accessible, accessibleInOtherColours } from './accessible.js';
import { browsing, daily, drawn, isNight, missing, pages, pagesWith, until } from './browser.js';

describe('the course site in a browser', { skip: missing }, () => {
  const course = browsing(), { open } = course;

  /** The drawings that are wider than a box that does not scroll, and the page if it is wider than the window. */
  const misfits = page => page.evaluate(() => {
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const cut = [...document.querySelectorAll('.output svg')].filter(svg => {
      if (svg.closest('.js-plotly-plot') || svg.getBoundingClientRect().width === 0) return false;
      if (svg.parentElement.closest('svg')) return false; // A drawing within a drawing is clipped by it.
      const box = svg.parentElement;
      if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) return false;
      return svg.getBoundingClientRect().width > box.clientWidth + 1 || box.scrollWidth > box.clientWidth + 1;
    });
    return [...(over > 0 ? [`the page by ${over} pixels`] : []), ...cut.map(svg => svg.closest('.cell').id)];
  });

  // A page takes seconds to open and to draw, so it is opened once for all tests, and the test of the dark theme comes
  // last. Everyday runs test a few pages, which have every kind of figure.
  for (const name of pages.filter(name => isNight || /^(0[01]|index|playground)/.test(name)))
    describe(name, () => {
      let page;
      before(async () => { page = await open(name, { colorScheme: 'light' }); });
      after(() => page?.close());

      test('draws every picture, typesets every formula and sends no request to another host', async () => {
        await drawn(page);
        assert.equal(await page.locator('.katex-error, .mistaken, .tex').count(), 0, 'a formula is not typeset');
        const unloaded = await page.$$eval('img', images =>
          images.filter(image => image.complete && image.naturalWidth === 0).map(image => image.src),
        );
        assert.deepEqual(unloaded, []);
      });

      test('has a text alternative for each picture', async () => {
        // The images of a gallery are one picture, which has a common text alternative.
        const words = '[aria-label]:not([aria-label=""])';
        const silent = `:not(${words}, [role=img]${words} *, [alt]:not([alt=""]))`;
        assert.equal(await page.locator(`:is([data-nn-picture], img)${silent}`).count(), 0);
      });

      test('meets those criteria of WCAG 2.1 AA that a program can check', () => accessible(page));

      test('fits a window of 1280 pixels, and one of 390', async () => {
        assert.deepEqual(await misfits(page), []);
        await page.setViewportSize({ width: 390, height: 900 });
        let wider;
        await until(async () => (wider = await misfits(page)).length === 0, () => `wider than there is room: ${wider}`);
        // Equations scroll, tables with ten columns, and wide circuits that the reader moves, whose numbers would be
        // too small to read; other circuits and tables do not.
        const whole = '.output :is(.nn-drawing:not([data-nn-interactive] *), .rich > table:not(:has(:nth-child(10))))';
        // Drawings are laid out again after the window has changed.
        let clipped;
        await until(async () => (clipped = await page.$$eval(whole, all => all.filter(one =>
          one.getBoundingClientRect().right > one.closest('.output').getBoundingClientRect().right + 1,
        ).map(one => one.closest('.cell').id))).length === 0, () => `clipped: ${clipped}`);
        // ResizeObserver reports the new sizes when the page is painted.
        await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
        await accessible(page, { runOnly: { type: 'rule', values: ['scrollable-region-focusable'] } });
        await page.setViewportSize({ width: 1280, height: 900 });
      });

      test('has a dark theme, which its pictures follow', async () => {
        const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
        // Charts change their colours a moment after the page. In print they are dark on white.
        const follow = async wrong => {
          const now = await ink();
          await until(() => page.$$eval('[data-nn-picture]', (hosts, colour) =>
            hosts.map(host => host.querySelector('.xtick text')).filter(Boolean)
              .every(label => getComputedStyle(label).fill === colour), now), wrong);
        };
        const light = await ink();
        await page.click('[data-nn-toggle-theme]');
        await page.waitForFunction(was => getComputedStyle(document.body).color !== was, light);
        await follow('a chart has kept the colours of the light page');
        await accessibleInOtherColours(page);
        await page.emulateMedia({ media: 'print' });
        await follow('a chart is printed in the colours of a dark page');
      });
    });

  test('?slides shows one element at a time, and Escape returns to its place in the page', async () => {
    const page = await open('07-fast-matrix-multiply.html', { search: '?slides#2-three-loops' });
    const slides = page.locator('.slide');
    const slide = () => page.$$eval('.slide', ([one, second]) => {
      const box = one.getBoundingClientRect();
      const wide = one.scrollWidth > one.clientWidth + 1;
      const covers = [box.x, box.y, box.right - innerWidth, box.bottom - innerHeight].every(off => Math.abs(off) < 2);
      return { label: one.dataset.slide, bad: second || wide || !covers };
    });
    assert.match((await slide()).label, /^2\. Three loops · \d+ of \d+$/, 'it is another section');
    await page.keyboard.press('Home');
    const count = Number((await slide()).label.match(/ · 1 of (\d+)$/)[1]);
    for (let number = 1; number <= count; number++) {
      const { label, bad } = await slide();
      assert.ok(label.endsWith(` · ${number} of ${count}`), label);
      assert.ok(!bad, `${label}: it is not alone, does not cover the screen, or is too wide`);
      await page.keyboard.press(number % 2 ? 'ArrowRight' : 'PageDown');
    }
    assert.ok((await slide()).label.endsWith(` · ${count} of ${count}`), 'there is one after the last');
    await page.keyboard.press('PageUp');
    const left = await page.$('.slide');
    await page.keyboard.press('Escape');
    assert.equal(await slides.count(), 0);
    assert.ok(!page.url().includes('slides'), 'a reload would show slides again');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await slides.count(), 0, 'keys still turn slides');
    await until(() => left.evaluate(one => {
      const { top, bottom } = one.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    }), 'what was shown last is out of sight');
  });

  const settled = page =>
    page.evaluate(
      () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))),
    );
  const frames = '<div data-nn-frames';
  const pictureOf = controls => controls.locator('xpath=ancestor::figure[1]').locator('[data-nn-picture]').first();

  for (const name of daily(1, pagesWith(frames)))
    test(`${name}: a slider leads through the frames of a picture; there is no button without motion`, async () => {
      const page = await open(name, { only: frames, reducedMotion: 'reduce' });
      await drawn(page);
      for (const controls of await page.locator('[data-nn-frames]').all()) {
        const slider = controls.locator('input'), label = controls.locator('output');
        const press = async key => { await page.keyboard.press(key); await settled(page); };
        // The SVG of the picture in its present state.
        const look = () => pictureOf(controls).evaluate(host => host.querySelector('.main-svg').innerHTML);
        await slider.focus();
        await press('End');
        const endLabel = await label.textContent();
        await press('Home');
        const start = await look();
        assert.notEqual(await label.textContent(), endLabel, 'the slider does not move the label');
        await press('ArrowRight');
        assert.notEqual(await look(), start, 'the second frame looks like the first');
        await press('End');
        assert.equal(await label.textContent(), endLabel);
        assert.ok(!(await controls.locator('button').isVisible()));
      }
      const controls = page.locator('[data-nn-frames]').filter({ visible: true });
      assert.ok(await controls.count() > 0);
      await page.emulateMedia({ media: 'print' });
      assert.equal(await controls.count(), 0);
    });

  test('Play shows frame after frame, until it is paused or reaches the last frame', async () => {
    const page = await open(pagesWith(frames)[0], { only: frames });
    await drawn(page);
    const controls = page.locator('[data-nn-frames]').first(), slider = controls.locator('input');
    const button = controls.locator('button'), last = +(await slider.getAttribute('max'));
    const offers = name => controls.getByRole('button', { name }).waitFor();
    await button.click();
    assert.ok(+(await slider.inputValue()) < last, 'from the last frame it begins anew');
    await offers('Pause');
    await until(async () => +(await slider.inputValue()) > 0, 'it does not move');
    await button.click();
    const paused = await slider.inputValue();
    await offers('Play');
    await page.waitForTimeout(800);
    assert.equal(await slider.inputValue(), paused);

    await slider.fill(String(last - 1));
    await button.click();
    await offers('Play');
    assert.equal(await slider.inputValue(), String(last), 'it ends at the last frame');
  });

  test('a click on a film in which a mark moves goes to the frame whose mark is nearest', async () => {
    for (const [file, caption] of [['06-optimizers', 'up to the same step']]) {
      const page = await open(`${file}.html`), at = { position: { x: 140, y: 170 } };
      const figure = page.locator('.nn-picture', { hasText: caption }).first();
      await figure.scrollIntoViewIfNeeded();
      const label = figure.locator('output'), before = await label.textContent();
      await figure.locator('.nsewdrag').first().hover(at);
      await figure.locator('.nsewdrag').first().click({ ...at, delay: 300 });
      await label.filter({ hasNotText: before }).waitFor();
    }
  });

  test('without scripts the words of a figure are in its place', async () => {
    const page = await open(pagesWith('<div data-nn-picture')[0], { javaScriptEnabled: false });
    for (const host of await page.locator('[data-nn-picture]').all())
      assert.ok((await host.textContent()).startsWith(await host.getAttribute('aria-label')));
  });

  test('a figure that is not drawn yet is drawn before the page is printed', async () => {
    const page = await open(pagesWith('<div data-nn-picture')[0]);
    await page.locator('[data-nn-picture]').first().scrollIntoViewIfNeeded();
    await page.locator('[data-nn-picture][data-nn-drawn]').first().waitFor();
    await page.evaluate(() => { dispatchEvent(new Event('beforeprint')); });
    assert.equal(await page.locator('[data-nn-picture]:not([data-nn-drawn])').count(), 0);
  });

  // The legend of a picture of paths; other pictures with contours have nothing to play.
  const contours = '"type":"contour"', legendOfPaths = '"entrywidth":';
  for (const name of daily(1, pagesWith(legendOfPaths)))
    test(`${name}: paths on contours grow while the slider is dragged; what is switched off stays off`, async () => {
      const page = await open(name, { only: contours });
      await drawn(page);
      const all = await page.locator('figure:has(.contour) [data-nn-frames]').all();
      assert.ok(all.length > 0, 'no path was looked at');
      for (const controls of all) {
        const host = pictureOf(controls), slider = controls.locator('input');
        const paths = () => host.locator('.scatter path.js-line').evaluateAll(lines =>
          lines.map(path => path.getAttribute('d').split(/[ML]/).length));
        const corners = async () => (await paths()).reduce((sum, count) => sum + count, 0);
        const contours = () => host.evaluate(element => element.querySelector('.contourlayer').innerHTML);
        // Sets many positions before a frame is painted, as a reader does who drags the slider.
        const drag = async (...positions) => {
          await slider.evaluate((element, all) => {
            for (const position of all) {
              element.value = position;
              element.dispatchEvent(new Event('input'));
            }
          }, positions);
          await settled(page);
        };
        const last = +(await slider.getAttribute('max'));

        await drag(0);
        const [few, still] = [await corners(), await contours()];
        await drag(...Array(last + 1).keys());
        assert.ok((await corners()) > few, 'the paths do not grow');
        assert.equal(await contours(), still, 'the contours move with the slider');

        const { length } = await paths();
        await host.locator('.legendtoggle').first().click();
        await until(async () => (await paths()).length < length, 'the legend switches nothing off');
        await drag(last - 1);
        assert.ok((await paths()).length < length, 'the slider switches on again what was switched off');
      }
    });

  test('each slide of a notebook shows something, and answers are open on their slides', async () => {
    const page = await open('03-two-layers-batch-of-three.html', { answersWait: true, search: '?slides' });
    const seen = () => page.evaluate(() => {
      const slide = document.querySelector('.slide');
      return [slide.dataset.slide, slide.checkVisibility(), slide.querySelectorAll('.answer:not([open])').length];
    });
    for (let last; ;) {
      const [name, isSeen, waiting] = await seen();
      if (name === last) break;
      assert.deepEqual([isSeen, waiting], [true, 0], name);
      last = name;
      await page.keyboard.press('ArrowRight');
    }
  });

  test('the former address of a notebook opens its page, at the same anchor', async () => {
    const page = await open('10-lecture-notes.html', { answersWait: true, search: '#9.-Where-a-word-is-explained' });
    await page.waitForURL(url => /\/A-lecture-notes\.html#9/.test(url.href));
  });

  test('the search finds the words of the glossary, and a section, and leads there', async () => {
    const page = await open('index.html'), glossary = pages.find(name => name.startsWith('A-'));
    const search = async word => {
      await page.keyboard.press('/');
      await page.keyboard.press('Control+A');
      await page.keyboard.type(word);
      await page.locator('#search-results a').filter({ hasText: word }).first().waitFor();
    };
    for (const word of [
      'vanishing gradients',
      'maximum likelihood',
      'early stopping',
      'one-hot',
      'learning rate decay',
      'logit',
      'mini-batch',
    ]) {
      await search(word);
      await page.locator(`#search-results [href^="${glossary}"]`).first().waitFor();
    }
    await search('softmax');
    assert.match(await page.locator('.search-state').textContent(), /^\d+ results$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(url => !url.pathname.endsWith('/index.html'));
    assert.match(await page.locator('main').textContent(), /softmax/i);
  });
});

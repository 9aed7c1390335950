// Opens every page of the executed course, as `nn run` leaves it, in Chromium: is everything drawn, readable and
// self-contained?
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { accessible, accessibleButForColours, accessibleInOtherColours } from './accessible.js';
import { daily, isNight, launch, missing, nightly, open as openPage, pages, pagesWith, until } from './browser.js';

describe('the course site in a browser', { skip: missing }, () => {
  let browser;
  before(async () => { browser = await launch(); });
  after(() => browser?.close());

  const open = (name, options) => openPage(browser, name, options);

  const drawn = page =>
    page.waitForFunction(() =>
      [...document.querySelectorAll('[data-nn-picture]')].every(host =>
        host.querySelector(
          '.main-svg .plot, .main-svg .hm, .main-svg .contour, .main-svg .trace, .main-svg .points, .main-svg image',
        ),
      ),
    );

  /** What is wider than the window, or than its box. */
  const misfits = page => page.evaluate(() => {
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const cut = [...document.querySelectorAll('.output svg')].filter(svg => {
      if (svg.closest('.js-plotly-plot') || svg.getBoundingClientRect().width === 0) return false;
      if (svg.parentElement.closest('svg')) return false; // A drawing within a drawing is clipped by it.
      const box = svg.parentElement;
      return svg.getBoundingClientRect().width > box.clientWidth + 1 || box.scrollWidth > box.clientWidth + 1;
    });
    return [...(over > 0 ? [`the page by ${over} pixels`] : []), ...cut.map(svg => svg.closest('.cell').id)];
  });

  // A page takes seconds to open and to draw, so all looks at it are at the same one, and the dark comes last. Colours
  // are the course's: everyday they are looked at on a few pages.
  for (const name of pages)
    describe(name, () => {
      const hasColours = isNight || /^(0[017]|index|playground)/.test(name);
      let page, complaints;
      before(async () => { ({ page, complaints } = await open(name, { colorScheme: 'light' })); });
      after(() => page?.close());

      test('draws every picture, typesets every formula and asks no other host', async () => {
        await drawn(page);
        assert.equal(await page.locator('.katex-error, .mistaken, .tex').count(), 0, 'a formula is not typeset');
        const unloaded = await page.$$eval('img', images =>
          images.filter(image => image.complete && image.naturalWidth === 0).map(image => image.src),
        );
        assert.deepEqual(unloaded, []);
        assert.deepEqual(complaints, []);
      });

      test('says in words what each picture shows', async () => {
        // The images of a gallery are one picture, and its words are those of the gallery.
        const silent = await page.$$eval(
          '[data-nn-picture], [data-nn-chart], img',
          all =>
            all.filter(
              one =>
                !(
                  one.closest('[role=img]')?.getAttribute('aria-label') ||
                  one.getAttribute('aria-label') ||
                  one.getAttribute('alt')
                ),
            ).length,
        );
        assert.equal(silent, 0);
      });

      test('meets WCAG 2.1 AA as far as a program can tell', () =>
        (hasColours ? accessible : accessibleButForColours)(page));

      test('fits a window of 1280 pixels, and one of 390', async () => {
        assert.deepEqual(await misfits(page), []);
        await page.setViewportSize({ width: 390, height: 900 });
        let wider;
        await until(async () => (wider = await misfits(page)).length === 0, () => `wider than there is room: ${wider}`);
        // The page notices new sizes when it is painted.
        await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
        await accessible(page, { runOnly: { type: 'rule', values: ['scrollable-region-focusable'] } });
        await page.setViewportSize({ width: 1280, height: 900 });
      });

      test('turns dark with its pictures', { skip: !hasColours && nightly }, async () => {
        const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
        const text = () =>
          page.evaluate(() => {
            const label = document.querySelector('[data-nn-picture] .xtick text, [data-nn-picture] text');
            return label && getComputedStyle(label).fill;
          });
        const [lightInk, lightText] = [await ink(), await text()];
        await page.click('[data-toggle-theme]');
        await page.waitForFunction(was => getComputedStyle(document.body).color !== was, lightInk);
        if (lightText)
          await page.waitForFunction(
            was =>
              getComputedStyle(document.querySelector('[data-nn-picture] .xtick text, [data-nn-picture] text')).fill !==
              was,
            lightText,
          );
        // Charts follow a moment after the page, and on paper they are dark on white again.
        const inks = () => page.$$eval('[data-nn-picture], [data-nn-chart]', hosts => [...new Set(hosts
          .map(host => host.querySelector('.xtick text')).filter(Boolean).map(label => getComputedStyle(label).fill))]);
        const follows = async () => (await inks()).every(one => one === now);
        let now = await ink();
        await until(follows, 'a chart has kept the colours of the light page');
        await accessibleInOtherColours(page);
        await page.emulateMedia({ media: 'print' });
        now = await ink();
        await until(follows, 'a chart is printed in the colours of a dark page');
      });
    });

  test('?slides shows one thing a screen, and Escape returns to its place in the page', async () => {
    const { page, complaints } = await open('03-two-layers-batch-of-three.html', {
      search: '?slides#3-what-do-we-want-to-know',
    });
    const slide = () => page.$$eval('.slide', ([one, second]) => {
      const box = one.getBoundingClientRect();
      const wide = one.scrollWidth > one.clientWidth + 1;
      const covers = [box.x, box.y, box.right - innerWidth, box.bottom - innerHeight].every(off => Math.abs(off) < 2);
      return { label: one.dataset.slide, bad: second || wide || !covers };
    });
    assert.match((await slide()).label, /^3\. What do we want to know\? · \d+ of \d+$/, 'it is another section');
    await page.keyboard.press('Home');
    const count = Number((await slide()).label.match(/ · 1 of (\d+)$/)[1]);
    for (let number = 1; number <= count; number++) {
      const { label, bad } = await slide();
      assert.match(label, new RegExp(` · ${number} of ${count}$`));
      assert.ok(!bad, `${label}: it is not alone, does not cover the screen, or is too wide`);
      await page.keyboard.press(number % 2 ? 'ArrowRight' : 'PageDown');
    }
    assert.match((await slide()).label, new RegExp(` · ${count} of ${count}$`), 'there is one after the last');
    await page.keyboard.press('PageUp');
    const left = await page.$('.slide');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.slide').count(), 0);
    assert.ok(!page.url().includes('slides'), 'a reload would show slides again');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await page.locator('.slide').count(), 0, 'keys still turn slides');
    await until(() => left.evaluate(one => {
      const { top, bottom } = one.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    }), 'what was shown last is out of sight');
    assert.deepEqual(complaints, []);
    await page.close();
  });

  test('an arrow key that moves a handle turns no slide', async () => {
    const { page } = await open('01-scalar-gates.html', { search: '?slides' });
    while (!(await page.locator('.slide [role=slider]').count())) await page.keyboard.press('ArrowRight');
    const label = () => page.$eval('.slide', one => one.dataset.slide);
    const before = await label(), handle = page.locator('.slide [role=slider]').first();
    const value = () => handle.getAttribute('aria-valuenow'), at = await value();
    await handle.focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await label(), before);
    assert.notEqual(await value(), at);
    await page.close();
  });

  // What the reader sees of a picture, as its SVG says it.
  const look = host => host.evaluate(element => element.querySelector('.main-svg').innerHTML);
  const settled = page =>
    page.evaluate(
      () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))),
    );

  test('a slider leads through the frames of a picture', async () => {
    let seen = 0;
    for (const name of daily(1, pagesWith('<div data-nn-frames'))) {
      // The film of the first page does not play by itself then.
      const { page, complaints } = await open(name, { only: '<div data-nn-frames', reducedMotion: 'reduce' });
      await drawn(page);
      for (const controls of await page.$$('[data-nn-frames]')) {
        seen++;
        const host = await controls.evaluateHandle(element =>
          element.closest('figure').querySelector('[data-nn-picture]'),
        );
        const [slider, label] = [await controls.$('input'), await controls.$('output')];
        const [end, endLabel] = [await look(host), await label.textContent()];
        await slider.focus();
        await page.keyboard.press('Home');
        await settled(page);
        const start = await look(host);
        assert.notEqual(await label.textContent(), endLabel, `${name}: the slider does not move the label`);
        assert.notEqual(start, end, `${name}: the slider does not move the picture`);
        await page.keyboard.press('ArrowRight');
        await settled(page);
        assert.notEqual(await look(host), start, `${name}: the second frame looks like the first`);
        await page.keyboard.press('End');
        await settled(page);
        assert.equal(await label.textContent(), endLabel);
      }
      assert.deepEqual(complaints, []);
      await page.close();
    }
    assert.ok(seen > 0, 'the course has no picture with a slider');
  });

  test('without scripts every figure is there as a still', async () => {
    const { page, complaints } = await open(pagesWith('data-nn-chart')[0], { javaScriptEnabled: false });
    for (const host of await page.locator('[data-nn-picture], [data-nn-chart]').all()) {
      const still = host.locator('.nn-still');
      await still.scrollIntoViewIfNeeded();
      assert.ok((await still.boundingBox()).height > 100);
      assert.ok(await still.getAttribute('alt'));
    }
    assert.deepEqual(complaints, []);
    await page.close();
  });

  test('every figure can be saved as SVG, with the keyboard too', async () => {
    for (const [name, kind] of [['<div data-nn-picture', '[data-nn-picture]'], ['data-nn-chart', '[data-nn-chart]'],
      ['<div data-nn-steps', '[data-nn-steps]']]) {
      const { page, complaints } = await open(pagesWith(name)[0], { only: name });
      await drawn(page);
      const all = '.output > .rich:has([data-nn-picture], [data-nn-chart], .nn-picture svg)';
      const figures = await page.locator(all).count();
      assert.equal(await page.getByRole('button', { name: 'Save as SVG' }).count(), figures);
      const button = page.locator(`.rich:has(${kind}) > .save`).first();
      await button.focus();
      assert.equal(await button.evaluate(element => getComputedStyle(element).opacity), '1');
      const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      assert.match(file.suggestedFilename(), /^\d\d-[\w-]+-cell-\d+\.svg$/);
      const text = readFileSync(await file.path(), 'utf8');
      assert.match(text, /^<svg[^>]*background/);
      assert.ok(text.includes('</text>'));
      assert.deepEqual(complaints, []);
      await page.close();
    }
  });

  test('a chart that needs more of plotly.js than the page has loads the whole, or says so', async () => {
    const { page } = await open(pagesWith('data-nn-chart')[0], { only: 'data-nn-chart' });
    await drawn(page);
    const fragment = await page.evaluate(() => {
      const script = [...document.querySelectorAll('script')].find(one => one.textContent.includes('Plotly.newPlot'));
      return script.textContent.replace(/figure = .*;\n/, 'figure = { data: [{ type: "surface" }], layout: {} };\n')
        .replace(/"chart-[^"]*"/, '"surface"');
    });
    const add = () => page.evaluate(script => {
      const host = Object.assign(document.createElement('div'), { id: 'surface' });
      document.getElementById('surface')?.remove();
      document.body.append(host, Object.assign(document.createElement('script'), { textContent: script }));
    }, fragment);
    const says = text => page.waitForFunction(
      wanted => document.getElementById('surface').textContent.includes(wanted), text);

    await page.route('https://cdn.plot.ly/**', route => route.abort());
    await add();
    await says('A trace of the type surface needs the whole of plotly.js');
    await page.unroute('https://cdn.plot.ly/**');
    await page.route('https://cdn.plot.ly/**', route => route.fulfill({ contentType: 'text/javascript', body:
      `window.Plotly = {
        PlotSchema: { get: () => ({ traces: { surface: {} } }) }, relayout() {},
        newPlot: (host, figure) => { host.textContent = 'a ' + figure.data[0].type; }
      };` }));
    await add();
    await says('a surface');
    await page.close();
  });

  test('on paper there is nothing to press', async () => {
    for (const only of ['<div data-nn-frames', '<div data-nn-steps']) {
      const { page } = await open(pagesWith(only)[0], { only });
      await drawn(page);
      const visible = () => page.locator('[data-nn-frames], [data-nn-controls]').filter({ visible: true }).count();
      assert.ok((await visible()) > 0);
      await page.emulateMedia({ media: 'print' });
      assert.equal(await visible(), 0);
      await page.close();
    }
  });

  test('play leads from frame to frame, until it is paused or the reader takes the slider', async () => {
    const only = '<div data-nn-frames', [name] = pagesWith(only);
    const { page, complaints } = await open(name, { only });
    await drawn(page);
    const controls = page.locator('[data-nn-frames]').first(),
      slider = controls.locator('input'),
      button = controls.locator('button');
    const last = +(await slider.getAttribute('max'));
    await button.click();
    assert.ok(+(await slider.inputValue()) < last, 'from the last frame it begins anew');
    assert.equal(await button.getAttribute('aria-label'), 'Pause');
    await page.waitForFunction(input => +input.value > 0, await slider.elementHandle());
    await button.click();
    const paused = await slider.inputValue();
    assert.equal(await button.getAttribute('aria-label'), 'Play');
    await page.waitForTimeout(800);
    assert.equal(await slider.inputValue(), paused);

    await slider.fill(String(last - 1));
    await button.click();
    await page.waitForFunction(element => element.getAttribute('aria-label') === 'Play', await button.elementHandle());
    assert.equal(await slider.inputValue(), String(last), 'it ends at the last frame');
    assert.deepEqual(complaints, []);
    await page.close();

    const { page: calm } = await open(name, { only, reducedMotion: 'reduce' });
    await drawn(calm);
    assert.ok(!(await calm.locator('[data-nn-frames] button').first().isVisible()));
    assert.ok(await calm.locator('[data-nn-frames] input').first().isVisible());
    await calm.close();
  });

  test('paths on contours grow while the slider is dragged, and what is switched off stays off', async t => {
    const only = '"type":"contour"';
    let seen = 0;
    for (const name of daily(1, pagesWith(only))) {
      const { page, complaints } = await open(name, { only });
      await drawn(page);
      for (const controls of await page.$$('figure:has(.contour) [data-nn-frames]')) {
        seen++;
        const host = await controls.evaluateHandle(element =>
          element.closest('figure').querySelector('[data-nn-picture]'),
        );
        const corners = () =>
          host.evaluate(element =>
            [...element.querySelectorAll('.scatter path.js-line')]
              .map(path => path.getAttribute('d').split(/[ML]/).length)
              .reduce((sum, count) => sum + count, 0),
          );
        const contours = () => host.evaluate(element => element.querySelector('.contourlayer').innerHTML);
        // As a hand does: many positions before the screen has shown one.
        const drag = positions =>
          controls.evaluate((element, all) => {
            const slider = element.querySelector('input');
            for (const position of all) {
              slider.value = position;
              slider.dispatchEvent(new Event('input'));
            }
          }, positions);
        const last = await controls.$eval('input', slider => +slider.max);

        await drag([0]);
        await settled(page);
        const [few, still] = [await corners(), await contours()];
        await drag([...Array(last + 1).keys()]);
        await settled(page);
        assert.ok((await corners()) > few, `${name}: the paths do not grow`);
        assert.equal(await contours(), still, `${name}: the contours move with the slider`);

        const lines = () => host.evaluate(element => element.querySelectorAll('.scatter path.js-line').length);
        const all = await lines();
        await (await host.$('.legendtoggle')).click();
        await until(async () => (await lines()) < all, `${name}: the legend switches nothing off`);
        await drag([last - 1]);
        await settled(page);
        assert.ok((await lines()) < all, `${name}: the slider switches on again what was switched off`);
        t.diagnostic(`${name}: ${last + 1} frames`);
      }
      assert.deepEqual(complaints, []);
      await page.close();
    }
    assert.ok(seen > 0, 'no path was looked at');
  });

  test('panels stand side by side where there is room and below each other where there is not', async () => {
    const only = '"xaxis2"', together = pagesWith('"matches":"');
    for (const name of daily(2, pagesWith(only).filter(name => together.includes(name)))) {
      const { page } = await open(name, { only });
      await drawn(page);
      const lefts = () =>
        page.$$eval('[data-nn-picture]', hosts =>
          hosts.filter(host => host.layout.xaxis2?.matches).map(host => host.layout.xaxis2.domain[0]),
        );
      assert.ok((await lefts()).length > 0, `${name} has no panels`);
      assert.ok(
        (await lefts()).every(left => left > 0),
        `${name}: panels do not stand side by side`,
      );
      await page.setViewportSize({ width: 390, height: 900 });
      await until(
        async () => (await lefts()).every(left => left === 0),
        `${name}: panels are squeezed on a narrow page`,
      );
      await page.close();
    }
  });

  test('an answer waits until the reader asks for it, and is there without scripts and on paper', async () => {
    const name = pagesWith('data-answer="1"')[0];
    const { page, complaints } = await open(name, { answersWait: true });
    const answer = page.locator('[data-answer]').first(),
      shown = answer.locator(':scope > :not(.show-answer)').first();
    const height = () => shown.evaluate(element => element.offsetHeight);
    const box = await answer.boundingBox(), button = await answer.locator('.show-answer').boundingBox();
    assert.ok(box.height < 2 * button.height, 'a box that waits is no larger than its button');
    assert.equal(await height(), 0);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await height() > 0);
    await page.emulateMedia({ media: 'screen' });
    await answer.locator('.show-answer').click();
    assert.ok(await height() > 0);
    assert.equal(await shown.evaluate(element => element.inert), false);
    assert.deepEqual(complaints, []);
    await page.close();
    const { page: plain } = await open(name, { javaScriptEnabled: false });
    assert.ok(await plain.locator('[data-answer]').first().isVisible());
    assert.equal(await plain.locator('.show-answer').count(), 0);
    await plain.close();
  });

  test('the search finds the words of the glossary and leads to their line', async () => {
    const glossary = pages.find(name => name.startsWith('10-'));
    const { page, complaints } = await open('index.html');
    for (const word of [
      'vanishing gradients',
      'maximum likelihood',
      'early stopping',
      'one-hot',
      'learning rate decay',
      'logit',
      'mini-batch',
    ]) {
      await page.keyboard.press('/');
      await page.keyboard.press('Control+A');
      await page.keyboard.type(word);
      await page.waitForFunction(
        wanted =>
          [...document.querySelectorAll('#search-results a')].some(link =>
            link.textContent.toLowerCase().includes(wanted),
          ),
        word,
      );
      const found = await page.$$eval('#search-results a', links => links.map(link => link.getAttribute('href')));
      assert.ok(
        found.some(href => href.startsWith(glossary)),
        `${word}: ${found.join(', ')}`,
      );
    }
    assert.deepEqual(complaints, []);
    await page.close();
  });

  test('the search finds a section and leads there', async () => {
    const { page, complaints } = await open('index.html');
    await page.keyboard.press('/');
    await page.keyboard.type('softmax');
    await page.waitForSelector('#search-results a');
    assert.match(await page.locator('.search-state').textContent(), /^\d+ results$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\.html#?/);
    assert.match(await page.textContent('body'), /softmax/i);
    assert.deepEqual(complaints, []);
    await page.close();
  });
});

// Steps through the circuits and networks of the executed course in Chromium: with the keyboard, with buttons, without
// scripts, and put into a page anew.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { daily, launch, missing, open as openPage, pagesWith, putAnew, until } from './browser.js';

describe('the circuits of the course in a browser', { skip: missing }, () => {
  const only = '<div data-nn-steps', [name] = missing ? [] : pagesWith('<p data-nn-say');
  let browser, page, complaints, still;
  const open = options => openPage(browser, name, { only, ...options });

  // What a reader does in turn is done in one page, and in one without scripts.
  before(async () => {
    assert.ok(name, 'the course has no circuit that can be played');
    browser = await launch();
    ({ page, complaints } = await open());
    ({ page: still } = await open({ javaScriptEnabled: false }));
  });
  after(() => browser?.close());

  const player = page => page.locator('[data-nn-steps]:has([data-nn-say])').first();
  const seen = circuit =>
    circuit
      .locator('text[data-nn-at]')
      .evaluateAll(texts => texts.filter(text => getComputedStyle(text).visibility === 'visible').length);
  const press = (circuit, where) => circuit.locator(`[data-nn-go="${where}"]`).click();

  test('at first everything is there, and the first step shows the inputs alone', async () => {
    const circuit = player(page), all = await circuit.locator('text[data-nn-at]').count();
    assert.equal(await seen(circuit), all);
    await press(circuit, 'first');
    assert.equal(await seen(circuit), 0);
    assert.match(await circuit.locator('[data-nn-say]').textContent(), /^(The i|I)nputs/);
    assert.deepEqual(complaints, []);
  });

  test('every step shows more, lights its gate and says what happens', async () => {
    const circuit = player(page),
      last = +(await circuit.locator('input').getAttribute('max'));
    await press(circuit, 'first');
    const sentences = new Set();
    let before = 0;
    for (let step = 1; step < last; step++) {
      await press(circuit, 'next');
      const sentence = await circuit.locator('[data-nn-say]').textContent();
      sentences.add(sentence);
      const lit = await circuit.locator('.nn-fires, .nn-returns').count();
      assert.equal(lit, sentence.startsWith('Backward starts') ? 0 : 1, sentence);
      const now = await seen(circuit);
      assert.ok(now >= before, sentence);
      before = now;
    }
    assert.equal(sentences.size, last - 1);
    assert.equal(before, await circuit.locator('text[data-nn-at]').count());
    await press(circuit, 'back');
    assert.equal(await circuit.locator('input').inputValue(), String(last - 2));
    await press(circuit, 'last');
    assert.equal(await circuit.locator('.nn-fires, .nn-returns').count(), 0);
  });

  test('on a narrow screen the gate of every step is in sight', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    const circuit = player(page),
      last = +(await circuit.locator('input').getAttribute('max'));
    await press(circuit, 'last');
    for (let step = last - 1; step > 0; step--) {
      await press(circuit, 'back');
      const outside = await circuit.locator('.nn-fires, .nn-returns').evaluateAll(
        gates =>
          gates.filter(gate => {
            const [inner, frame] = [gate.getBoundingClientRect(), gate.closest('[role=img]').getBoundingClientRect()];
            return inner.left < frame.left || inner.right > frame.right;
          }).length,
      );
      assert.equal(outside, 0, `step ${step}`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('the keyboard moves the slider, and the sentence is announced', async () => {
    const circuit = player(page);
    await circuit.locator('input').focus();
    await page.keyboard.press('Home');
    const inputs = await circuit.locator('[data-nn-say]').textContent();
    await page.keyboard.press('ArrowRight');
    assert.notEqual(await circuit.locator('[data-nn-say]').textContent(), inputs);
    assert.equal(await circuit.locator('[data-nn-say]').getAttribute('aria-live'), 'polite');
    assert.match(await circuit.locator('input').getAttribute('aria-valuetext'), /^1 of \d+$/);
  });

  test('every part of a circuit has a role and a name', async () => {
    const circuit = player(page);
    assert.match(await circuit.getByRole('img').first().getAttribute('aria-label'), /^Circuit of .+ = /);
    for (const label of ['First step', 'Step back', 'Play', 'Next step', 'Last step'])
      assert.equal(await circuit.getByRole('button', { name: label, exact: true }).count(), 1, label);
    assert.equal(await circuit.getByRole('slider', { name: 'Step' }).count(), 1);
    await circuit.getByText('All steps in words').press('Enter');
    const steps = +(await circuit.getByRole('slider').getAttribute('max')) + 1;
    assert.equal(await circuit.getByRole('listitem').count(), steps);
  });

  test('play goes on by itself until it is paused', async () => {
    const circuit = player(page),
      slider = circuit.locator('input');
    await press(circuit, 'last');
    await press(circuit, 'play');
    assert.equal(await slider.inputValue(), '0');
    await page.waitForFunction(input => input.value === '1', await slider.elementHandle());
    await press(circuit, 'play');
    const stopped = await slider.inputValue();
    await page.waitForTimeout(1800);
    assert.equal(await slider.inputValue(), stopped);
  });

  test('who wants no motion is offered none', async () => {
    const { page } = await open({ reducedMotion: 'reduce' });
    assert.ok(await player(page).locator('[data-nn-go="next"]').isVisible());
    assert.ok(!(await player(page).locator('[data-nn-go="play"]').isVisible()));
    await page.close();
  });

  test('without scripts everything is visible, and a click on the drawing plays it', async () => {
    const circuit = still.locator('[data-nn-steps]:has([data-nn-smil])').first();
    const texts = circuit.locator('text[data-nn-at]'),
      all = await texts.count();
    const visible = async () =>
      (await Promise.all(Array.from({ length: all }, (_, i) => texts.nth(i).isVisible()))).filter(Boolean).length;
    assert.equal(await visible(), all);
    assert.ok(!(await circuit.locator('[data-nn-controls]').isVisible()));
    await circuit.locator('[data-nn-smil] [role=button]').click();
    await until(async () => (await visible()) === 0, 'the click hides nothing');
  });

  test('an output that is put into the page anew plays by itself', async () => {
    const output = await still.locator('.nn-picture:has([data-nn-smil])').first().innerHTML();
    const count = await page.locator('[data-nn-ready]').count();
    await putAnew(page, output);
    await page.waitForFunction(expected => document.querySelectorAll('[data-nn-ready]').length === expected, count + 1);
    const [first, anew] = [player(page), page.locator('#anew [data-nn-steps]')];
    await press(first, 'last');
    await press(anew, 'first');
    assert.equal(await seen(anew), 0);
    assert.ok((await seen(first)) > 0, 'the two share their state');
  });

  test('a network is played by the same buttons: each unit computes once, and each δ comes back once', async () => {
    const [one] = pagesWith('<circle class="nn-k"');
    assert.ok(one, 'the course has no network that can be played');
    const { page, complaints } = await openPage(browser, one, { only });
    const network = page.locator('[data-nn-steps]:has(circle.nn-k)').first(),
      last = +(await network.locator('input').getAttribute('max'));
    const lit = kind => network.locator(`.${kind} circle`).count();
    const visible = () =>
      network
        .locator('[data-nn-at]')
        .evaluateAll(all => all.filter(one => getComputedStyle(one).visibility === 'visible').length);
    const all = await visible();
    await press(network, 'first');
    assert.equal(await visible(), 0);
    let [forward, backward, before] = [0, 0, 0];
    for (let step = 1; step <= last; step++) {
      await press(network, 'next');
      const sentence = await network.locator('[data-nn-say]').textContent(),
        now = await visible();
      assert.equal(await lit('nn-fires'), sentence.startsWith('Forward') ? 1 : 0, sentence);
      assert.ok((await lit('nn-returns')) >= (sentence.startsWith('Backward') ? 1 : 0), sentence);
      assert.ok(now > before, sentence);
      [forward, backward, before] = [forward + (await lit('nn-fires')), backward + (await lit('nn-returns')), now];
    }
    const units = await network.locator('circle.nn-k').count();
    assert.deepEqual([forward, backward, before], [units, units, all]);
    assert.deepEqual(complaints, []);
    await page.close();

    const { page: still } = await openPage(browser, one, { only, javaScriptEnabled: false });
    const drawing = still.locator('[data-nn-steps]:has(circle.nn-k)').first(),
      values = drawing.locator('tspan[data-nn-at]');
    const shown = async () =>
      (
        await Promise.all(
          Array.from({ length: await values.count() }, (_, i) =>
            values.nth(i).evaluate(value => getComputedStyle(value).visibility),
          ),
        )
      ).filter(one => one === 'visible').length;
    assert.equal(await shown(), units);
    await drawing.locator('[data-nn-smil] [role=button]').click();
    await until(async () => (await shown()) === 0, 'the click hides nothing');
    await still.close();
  });

  test('a slider over an input changes the numbers and nothing else', async () => {
    let seen = 0;
    for (const one of daily(1, pagesWith(only))) {
      const { page } = await openPage(browser, one, { only });
      const sliders = page.locator('[data-nn-steps]:not(:has([data-nn-say]))');
      seen += await sliders.count();
      for (let i = 0; i < (await sliders.count()); i++) {
        const circuit = sliders.nth(i);
        const texts = () => circuit.locator('svg text').allTextContents();
        const paths = () =>
          circuit.locator('svg path').evaluateAll(all => all.map(path => path.getAttribute('d')).join());
        const [lastTexts, lastPaths] = [await texts(), await paths()];
        await circuit.locator('input').focus();
        await page.keyboard.press('Home');
        assert.notDeepEqual(await texts(), lastTexts);
        assert.equal(await paths(), lastPaths);
        await page.keyboard.press('End');
        assert.deepEqual(await texts(), lastTexts);
      }
      await page.close();
    }
    assert.ok(seen > 0, 'no slider was looked at');
  });
});

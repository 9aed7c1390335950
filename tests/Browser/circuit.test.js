// Steps through the circuits and networks of the executed course in Chromium: with the keyboard, with buttons, and
// without scripts.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { browsing, missing, pagesWith, until } from './browser.js';

describe('the circuits of the course in a browser', { skip: missing }, () => {
  const [name] = pagesWith('<p data-nn-say'), [network] = pagesWith('<circle class="nn-k"'), course = browsing();
  const open = async (name, options) => {
    const page = await course.open(name, { only: '<div data-nn-steps', ...options });
    if (options?.javaScriptEnabled !== false) await page.evaluate(() => window.nnFigures.drawAll());
    return page;
  };
  let page, still, circuit;

  // The tests share one page, and one page without scripts.
  before(async () => {
    page = await open(name);
    still = await open(name, { javaScriptEnabled: false });
    circuit = player(page);
  });

  const player = page => page.locator('[data-nn-steps]:has([data-nn-say])').first();
  const visible = parts =>
    parts.evaluateAll(all => all.filter(part => getComputedStyle(part).visibility === 'visible').length);
  const seen = of => visible(of.locator('text[data-nn-at]'));
  const press = (of, where) => of.locator(`[data-nn-go="${where}"]`).click();
  const slider = of => of.locator('input');
  const last = async of => +(await slider(of).getAttribute('max'));
  const says = of => of.locator('[data-nn-say]').textContent();
  const lit = of => of.locator('.nn-fires, .nn-returns');

  test('at first everything is visible, and the first step shows only the inputs', async () => {
    const all = await circuit.locator('text[data-nn-at]').count();
    assert.equal(await seen(circuit), all);
    await press(circuit, 'first');
    assert.equal(await seen(circuit), 0);
    assert.match(await says(circuit), /^(The i|I)nputs/);
  });

  test('every step shows more, highlights its gate and says what happens', async () => {
    const end = await last(circuit), sentences = new Set();
    await press(circuit, 'first');
    let before = 0;
    for (let step = 1; step < end; step++) {
      await press(circuit, 'next');
      const sentence = await says(circuit), now = await seen(circuit);
      sentences.add(sentence);
      assert.equal(await lit(circuit).count(), sentence.startsWith('Backward starts') ? 0 : 1, sentence);
      assert.ok(now >= before, sentence);
      before = now;
    }
    assert.equal(sentences.size, end - 1);
    assert.equal(before, await circuit.locator('text[data-nn-at]').count());
    await press(circuit, 'back');
    assert.equal(await slider(circuit).inputValue(), String(end - 2));
    await press(circuit, 'last');
    assert.equal(await lit(circuit).count(), 0);
  });

  test('on a narrow screen the gate of every step is scrolled into view', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await press(circuit, 'last');
    for (let step = (await last(circuit)) - 1; step > 0; step--) {
      await press(circuit, 'back');
      const outside = await lit(circuit).evaluateAll(
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
    await slider(circuit).focus();
    await page.keyboard.press('Home');
    const inputs = await says(circuit);
    await page.keyboard.press('ArrowRight');
    assert.notEqual(await says(circuit), inputs);
    assert.equal(await circuit.locator('[data-nn-say]').getAttribute('aria-live'), 'polite');
    assert.match(await slider(circuit).getAttribute('aria-valuetext'), /^1 of \d+$/);
  });

  test('every part of a circuit has a role and a name', async () => {
    assert.match(await circuit.getByRole('img').first().getAttribute('aria-label'), /^Circuit of .+ = /);
    for (const label of ['First step', 'Step back', 'Play', 'Next step', 'Last step'])
      await circuit.getByRole('button', { name: label, exact: true }).waitFor();
    await circuit.getByRole('slider', { name: 'Step' }).waitFor();
    await circuit.getByText('All steps in words').press('Enter');
    assert.equal(await circuit.getByRole('listitem').count(), (await last(circuit)) + 1);
  });

  test('play goes on by itself until it is paused', async () => {
    await press(circuit, 'last');
    await press(circuit, 'play');
    assert.equal(await slider(circuit).inputValue(), '0');
    await until(async () => (await slider(circuit).inputValue()) === '1', 'it does not go on');
    await press(circuit, 'play');
    const stopped = await slider(circuit).inputValue();
    await page.waitForTimeout(1800);
    assert.equal(await slider(circuit).inputValue(), stopped);
  });

  test('with reduced motion there is no play button, and in print there are no buttons', async () => {
    const calm = await open(name, { reducedMotion: 'reduce' }), shown = calm.locator('[data-nn-go]:visible');
    assert.ok(await player(calm).locator('[data-nn-go="next"]').isVisible());
    assert.ok(!(await player(calm).locator('[data-nn-go="play"]').isVisible()));
    await calm.emulateMedia({ media: 'print' });
    assert.equal(await shown.count(), 0);
  });

  test('without scripts everything is visible, and all steps can be read', async () => {
    const drawing = still.locator('[data-nn-steps]:has(text[data-nn-at])').first();
    for (const answer of await drawing.locator('xpath=ancestor::details/summary').all()) await answer.click();
    const parts = drawing.locator('text[data-nn-at]');
    assert.equal(await visible(parts), await parts.count());
    assert.ok(!(await drawing.locator('[data-nn-controls]').isVisible()));
    await drawing.locator('summary').click();
    assert.ok(await drawing.locator('li').last().isVisible());
  });

  test('the same buttons play a network: each unit computes once, and each δ is propagated back once', async () => {
    const of = on => on.locator('[data-nn-steps]:has(circle.nn-k)').first();
    const played = of(await open(network)), parts = played.locator('[data-nn-at]');
    const circles = kind => played.locator(`.${kind} circle`).count();
    const all = await parts.count(), end = await last(played);
    assert.equal(await visible(parts), 0, 'it does not start at its first step');
    let [forward, backward, before] = [0, 0, 0];
    for (let step = 1; step <= end; step++) {
      await press(played, 'next');
      const sentence = await says(played), now = await visible(parts);
      const [fires, returns] = [await circles('nn-fires'), await circles('nn-returns')];
      assert.equal(fires, sentence.startsWith('Forward') ? 1 : 0, sentence);
      assert.ok(returns >= (sentence.startsWith('Backward') ? 1 : 0), sentence);
      assert.ok(now > before, sentence);
      [forward, backward, before] = [forward + fires, backward + returns, now];
    }
    const units = await played.locator('circle.nn-k').count();
    assert.deepEqual([forward, backward, before], [units, units, all]);

    const drawing = of(await open(network, { javaScriptEnabled: false }));
    assert.equal(await visible(drawing.locator('tspan[data-nn-at]')), units);
  });
});

// Answers predictions in the pages of the executed course, by mouse, finger and keyboard, in Chromium.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { accessible, accessibleInOtherColours } from './accessible.js';
import { browsing, daily, isNotebook, missing, pages, until } from './browser.js';

describe('predictions', { skip: missing }, () => {
  const course = browsing();
  const open = (name, options = {}) => course.open(name, { answersWait: true, ...options });
  const first = '00-start-here.html', notebooks = pages.filter(isNotebook);
  const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };

  const withForm = (page, part) => page.locator(`.prompt:has(${part})`).first();
  const said = prompt => prompt.locator('.verdict');
  const commit = prompt => prompt.getByRole('button', { name: 'Commit to this guess' });
  const rows = page => page.locator('.guesses tbody tr');

  /** Whether the folded parts of a question are open, of which there is at least one. */
  const isOpen = prompt => prompt.evaluate(element => {
    const parts = [];
    for (const part of [...document.querySelectorAll('article :is(.prompt, h2, h3, h4, .answer)')]
      .filter(one => element.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)) {
      if (!part.matches('.answer')) break;
      parts.push(part.open);
    }
    if (new Set(parts).size !== 1) throw new Error(`parts are open and folded: ${parts}`);
    return parts[0];
  });

  /** Draws from the left end of the axes to the right one, with a mouse or a finger. */
  async function draw(page, prompt, heights, isFinger = false) {
    const axes = prompt.locator('.sketch rect');
    await axes.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await axes.boundingBox(), last = heights.length - 1;
    const at = i => ({ x: x + 1 + (width - 2) * (i / last), y: y + (1 - heights[i]) * height });
    if (!isFinger) {
      await page.mouse.move(at(0).x, at(0).y);
      await page.mouse.down();
      for (let i = 1; i <= last; i++) await page.mouse.move(at(i).x, at(i).y, { steps: 3 });
      await page.mouse.up();
      return;
    }
    const client = await page.context().newCDPSession(page);
    const touch = (type, ...touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', at(0));
    for (let i = 1; i <= last; i++) await touch('touchMove', at(i));
    await touch('touchEnd');
  }

  test('a number is judged by its distance, opens the answer, and is kept', async () => {
    const page = await open(first), prompt = withForm(page, 'input[type=text]');
    const field = prompt.getByLabel('Your guess');
    assert.equal(await isOpen(prompt), false);
    await field.fill('many');
    await field.press('Enter');
    assert.match(await said(prompt).textContent(), /^Type a number/);
    assert.equal(await isOpen(prompt), false);
    await field.fill('8');
    await field.press('Enter');
    assert.equal(await said(prompt).textContent(), 'You guessed 8. The answer is 7: 1 too high.');
    assert.match(await said(prompt).getAttribute('class'), /\bclose\b/);
    assert.equal(await isOpen(prompt), true);
    await page.reload();
    await until(() => said(prompt).textContent().then(text => text === 'You guessed 8. The answer is 7: 1 too high.'),
      'it is not kept');
    assert.equal(await isOpen(prompt), true);
    assert.equal(await rows(page).count(), 1);
  });

  test('a guess that is kept for later is compared where the question is asked again', async () => {
    const page = await open('05-iris-softmax.html');
    const [early, late] = await page.locator('.prompt', { hasText: 'Your first bet' }).all();
    await early.getByLabel('Your guess').fill('30');
    await commit(early).click();
    assert.deepEqual(await Promise.all([said(early).textContent(), said(late).textContent()]),
      ['Your guess is kept: 30 %.', 'You gave the truth 30 %. Your price is −ln 0.3 = 1.204.']);
  });

  for (const [guess, words] of [
    ['4,5', 'You guessed 4.5. The answer is 7: 2.5 too low.'],
    ['−6', 'You guessed −6. The answer is 7: 13 too low.'],
    ['14/2', 'You guessed 7. The answer is 7: exactly right.'],
    ['150,5', 'You guessed 150.5. The answer is 7: 143.5 too high.'],
    ['2,002', 'You guessed 2002. The answer is 7: 1995 too high.'],
  ])
    test(`a number may be written as ${guess}`, async () => {
      const page = await open(first), prompt = withForm(page, 'input[type=text]');
      await prompt.getByLabel('Your guess').fill(guess);
      await commit(prompt).click();
      assert.equal(await said(prompt).textContent(), words);
    });

  test('a choice is picked by keyboard, and the right one is marked', async () => {
    const page = await open(first), prompt = withForm(page, 'input[type=radio]');
    await commit(prompt).click();
    assert.equal(await said(prompt).textContent(), 'Pick one of the choices.');
    await prompt.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    assert.match(await said(prompt).textContent(), /^You guessed 150 × 3\. The answer is 3 × 150\.$/);
    assert.equal(await prompt.locator('label.right').textContent(), ' 3 × 150');
    assert.equal(await isOpen(prompt), true);
  });

  for (const isFinger of [false, true])
    test(`a curve is drawn by ${isFinger ? 'a finger at 390 px' : 'a mouse'}, and the true one over it`, async () => {
      const page = await open(first, isFinger ? phone : {}), prompt = withForm(page, '.sketch');
      await commit(prompt).click();
      assert.match(await said(prompt).textContent(), /does not reach/);
      assert.equal(await prompt.locator('path.true').count(), 0);
      await prompt.locator('.sketch rect').scrollIntoViewIfNeeded();
      // Figures above may be drawn meanwhile: the field stays where it is on the screen.
      const top = () => prompt.locator('.sketch rect').evaluate(field => Math.round(field.getBoundingClientRect().top));
      const before = await top();
      await draw(page, prompt, [0.9, 0.5, 0.2, 0.1, 0.1], isFinger);
      assert.equal(await top(), before);
      await commit(prompt).click();
      assert.match(await said(prompt).textContent(), /^On average your curve is [\d.]+ (too high|too low|off)\./);
      assert.equal(await prompt.locator('path.true').count(), 1);
      assert.equal(await isOpen(prompt), true);
      assert.equal(await rows(page).count(), 1);
      const drawn = await prompt.locator('path.mine').getAttribute('d');
      await page.reload();
      assert.equal(await prompt.locator('path.mine').getAttribute('d'), drawn);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `the page is ${over} px too wide`);
    });

  test('a curve is drawn by keyboard, also from a point at 0, and says its points', async () => {
    const page = await open(first), prompt = withForm(page, '.sketch'), point = prompt.locator('[tabindex="0"]');
    const curve = () => prompt.locator('path.mine').getAttribute('d');
    await point.first().focus();
    assert.equal(await point.last().getAttribute('aria-valuetext'), 'not drawn yet');
    await page.keyboard.press('Home');
    assert.equal(await point.last().getAttribute('aria-valuetext'), 'loss of all flowers 0');
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('PageDown');
    }
    assert.match(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), /epoch is 50$/);
    const before = await curve();
    await commit(prompt).click();
    assert.equal(await curve(), before, 'all points of the curve were joined while it was drawn');
    assert.match(await said(prompt).textContent(), /^On average/);
  });

  /** What the page computes from a chart and a guess: the words about it, or the ends of its axes. */
  const compared = (page, figure, ends, guess) => page.evaluate(([chart, asked, drawn]) => {
    const { lineIn, heightsOf, compare } = /** @type {any} */ (window).eval('sketch'), line = lineIn(chart, asked);
    return line && { points: line.points, title: line.x.title, x: line.x.ticks.map(({ text }) => text).join(' '),
      y: line.y.ticks.map(({ text }) => text).join(' '), fits: heightsOf(line, drawn) !== null,
      ...(heightsOf(line, drawn) ? compare(line, drawn) : {}) };
  }, [figure, { curve: '', from: ends[0], to: ends[1] }, guess]);
  const lineOver = (xs, ys, yType = 'linear', xType = 'linear') => ({
    data: [{ x: xs, y: ys }],
    layout: { xaxis: { title: { text: 'step' }, type: xType }, yaxis: { title: { text: 'loss' }, type: yType } },
  });

  for (const [what, figure, ends, guess, words] of [
    ['a copy of the line', lineOver([1, 2, 3], [4, 5, 7]), [0, 10], [[1, 4], [2, 5], [3, 7]],
      'On average your curve is exactly right.'],
    ['a curve below the line', lineOver([1, 2, 3], [4, 5, 7]), [0, 10], [[1, 3], [2, 4], [3, 3]],
      'On average your curve is 2 too low. The curves differ most where step is 3: you drew 3, the truth is 7.'],
    ['a curve that crosses the line', lineOver([1, 2, 10], [4, 5, 7]), [0, 10], [[1, 5], [2, 5], [10, 6.5]],
      'On average your curve is 0.5 off. The curves differ most where step is 1: you drew 5, the truth is 4.'],
    // The factors are 10, 10 and 1000: their geometric mean is 46.4.
    ['a curve on logarithmic axes', lineOver([1, 10, 100], [1, 0.1, 0.001], 'log', 'log'), [1e-4, 1e4],
      [[1, 10], [10, 1], [100, 1]],
      'On average your curve is too high by a factor of 46. The curves differ most where step is 100: you drew 1, '
      + 'the truth is 0.001.'],
    ['a valley', lineOver(['a', 'b', 'c'], [4, 1, 5]), [0, 10], [['a', 1], ['b', 2], ['c', 4]],
      'On average your curve is 1.7 off. The curves differ most where step is a: you drew 1, the truth is 4. '
      + 'The true curve is lowest at b, yours at a.'],
    ['a horizontal line over a curve that falls by half', lineOver([1, 2, 3, 4], [4, 3, 2, 2]), [0, 10],
      [[1, 2.5], [2, 2.5], [3, 2.5], [4, 2.5]],
      'On average your curve is 0.75 off. A horizontal line at the right height is 0.75 off. '
      + 'The curves differ most where step is 1: you drew 2.5, the truth is 4.'],
    ['a line with gaps', lineOver([1, 2, 3, 4], [1, null, -1, 2], 'log'), [0.1, 10], [[1, 1], [4, 2.08]],
      'On average your curve is right within 5 %.'],
  ])
    test(`${what} is compared at the x of the data`, async () => {
      assert.equal((await compared(await open(first), figure, ends, guess)).words, words);
    });

  test('a guess fits only if it has the x of the data', async () => {
    const page = await open(first), figure = lineOver([1, 2, 3], [4, 5, 7], 'log');
    const fits = guess => compared(page, figure, [1, 10], guess).then(result => result.fits);
    assert.deepEqual(
      await Promise.all([[[1, 4], [3, 7]], [[1, 4], [2.5, 5]], [[1, 4], [2, '5']], [[1, 4], [2, -5]], [[1, 4]], 'x']
        .map(fits)),
      [true, false, false, false, false, false]);
  });

  test('the axes of a curve are those of the author, and the ticks of few points those of the data', async () => {
    const page = await open(first), axes = (figure, ends) =>
      compared(page, figure, ends, []).then(result => result && [result.x, result.y]);
    assert.deepEqual(await axes(lineOver([1, 2, 5], [4, 5, 7], 'log'), [1e-4, 1e4]),
      ['1 2 5', '10⁻⁴ 0.01 1 100 10⁴']);
    assert.deepEqual(await axes(lineOver([...Array(51).keys()], Array(51).fill(1)), [-2, 2]),
      ['0 10 20 30 40 50', '−2 −1 0 1 2']);
    assert.equal(await axes(lineOver([1, 2], [1, 2], 'log'), [0, 10]), null);
  });

  test('of a film, only the lines that the last frame shows can be drawn, on its axes', async () => {
    const page = await open(first);
    const found = await page.evaluate(() => {
      const lineOf = (name, y) => ({ name, x: [0, 1], y }), xaxis = { title: { text: 'time' } };
      const film = {
        data: [lineOf('gone', [5, 9]), lineOf('kept', [0, 1])], layout: {},
        frames: [{}, { traces: [0], data: [{ visible: false }], layout: { xaxis } }],
      };
      const { lineIn } = /** @type {any} */ (window).eval('sketch'), ends = { from: 0, to: 1 };
      return [lineIn(film, { curve: 'gone', ...ends }), lineIn(film, { curve: '', ...ends }).x.title];
    });
    assert.deepEqual(found, [null, 'time']);
  });

  test('an answer can be shown without a guess, from its output too, and is not kept', async () => {
    const page = await open(first), prompt = withForm(page, 'input[type=text]');
    await prompt.getByRole('button', { name: 'Show without a guess' }).click();
    assert.equal(await said(prompt).textContent(), 'Shown without a guess.');
    assert.equal(await isOpen(prompt), true);
    const other = withForm(page, 'input[type=radio]');
    await page.locator('.output > .answer > summary:visible').last().click();
    await until(() => page.getByText('Shown without a guess.').count().then(count => count === 2), 'it is not shown');
    await page.reload();
    assert.equal(await isOpen(prompt), false);
    assert.equal(await isOpen(other), false);
    assert.equal(await rows(page).count(), 0);
  });

  test('the end of the page lists the guesses, until they are forgotten', async () => {
    const page = await open(first), number = withForm(page, 'input[type=text]');
    await number.getByLabel('Your guess').fill('7');
    await commit(number).click();
    const choice = withForm(page, 'input[type=radio]');
    await choice.getByLabel('150 × 3', { exact: true }).check();
    await commit(choice).click();
    assert.deepEqual(await rows(page).locator('td:last-child').allTextContents(), ['✓ exactly right', 'not right']);
    assert.match(
      await page.locator('.guesses > p').textContent(), /^You have guessed at 2 of 5 questions; 1 guess was close\./);
    await rows(page).first().getByRole('link').click();
    await until(
      () => number.evaluate(element => Math.abs(element.getBoundingClientRect().top) < innerHeight), 'it is far away');
    await page.getByRole('button', { name: 'Forget these guesses' }).click();
    assert.equal(await rows(page).count(), 0);
    assert.equal(await isOpen(number), false);
    assert.equal(await number.getByLabel('Your guess').inputValue(), '');
    await page.reload();
    assert.equal(await rows(page).count(), 0);
  });

  for (const stored of ['no JSON', 'null', '[]', '{"words":{"guess":[[0,1],[1,0]],"at":1}}'])
    test(`a page works when the browser has stored ${stored}`, async () => {
      const page = await open(first);
      const words = await withForm(page, 'input[type=text]').getAttribute('data-nn-prompt');
      await page.evaluate(kept => localStorage.setItem(`nn-guesses ${location.pathname.replace(/\.html$/, '')}`, kept),
        stored.replace('words', words));
      await page.reload();
      assert.equal(await rows(page).count(), 0);
      assert.equal(await commit(withForm(page, 'input[type=text]')).count(), 1);
    });

  test('all answers are printed, and without scripts each is folded', async () => {
    const page = await open(first), prompt = withForm(page, 'input[type=text]');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await isOpen(prompt), true);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    assert.equal(await isOpen(prompt), false);
    assert.equal(await commit(prompt).count(), 1);
    const plain = await open(first, { javaScriptEnabled: false });
    const answer = plain.locator('details[data-number]').first();
    assert.equal(await answer.locator('p').first().isVisible(), false);
    await answer.locator('summary').click();
    assert.equal(await answer.locator('p').first().isVisible(), true);
  });

  test('a stored guess that no longer fits its question is left out, and the others are shown', async () => {
    const page = await open(first), number = withForm(page, 'input[type=text]');
    await number.getByLabel('Your guess').fill('50');
    await commit(number).click();
    const choice = withForm(page, 'input[type=radio]'), curve = withForm(page, '.sketch');
    const words = prompt => prompt.evaluate(({ dataset }) => dataset.nnPrompt);
    const [ofChoice, ofCurve] = [await words(choice), await words(curve)];
    const [key, made] = await page.evaluate(() =>
      Object.entries(localStorage).find(([name]) => name.startsWith('nn-guesses ')));
    for (const guess of [[[-3, 0.5], [-2, 0.5]], [[0, 1], [1, 'x']], [], [null, null], 'x', { length: 2 }]) {
      const wrong = { guess, at: 1 };
      const guesses = JSON.stringify({ ...JSON.parse(made), [ofChoice]: wrong, [ofCurve]: wrong });
      // On a busy machine, what was just stored can get lost when the page is left.
      await until(async () => {
        await page.evaluate(([name, text]) => localStorage.setItem(name, text), [key, guesses]);
        await page.reload();
        return /^You guessed 50\./.test(await said(number).textContent());
      }, 'the other guess is gone');
      assert.equal(await rows(page).count(), 1);
      assert.deepEqual([await isOpen(choice), await isOpen(curve)], [false, false]);
    }
  });

  test('forms meet WCAG 2.1 AA before and after a guess, in both themes and at 390 px', async () => {
    const page = await open(first), prompt = withForm(page, '.sketch');
    await accessible(page);
    await draw(page, prompt, [0.9, 0.2, 0.1]);
    await commit(prompt).click();
    const number = withForm(page, 'input[type=text]');
    await number.getByLabel('Your guess').fill('44');
    await commit(number).click();
    await accessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await accessibleInOtherColours(page);
    await page.setViewportSize({ width: 390, height: 800 });
    await until(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page is too wide');
  });

  /** The answers whose line leaves the axes on which the reader draws it. */
  const linesBeside = page => page.evaluate(() => {
    const { lineIn } = /** @type {any} */ (window).eval('sketch'), beside = [];
    let charts = [];
    const parts = '.prompt, .answer figure script[type="application/json"], [data-nn-question]';
    for (const part of document.querySelectorAll(`article :is(${parts})`)) {
      if (part.matches('.prompt')) charts = [];
      else if (part.matches('script')) charts.push(JSON.parse(part.textContent));
      else {
        const asked = JSON.parse(part.dataset.nnQuestion);
        if (asked.curve === null) continue;
        const line = charts.filter(({ data }) => Array.isArray(data)).map(chart => lineIn(chart, asked)).find(Boolean);
        if (!line?.points.every(({ y }) => y >= asked.from && y <= asked.to)) beside.push(part.textContent);
      }
    }
    return beside;
  });

  for (const name of daily(3, notebooks))
    test(`each question of ${name} has a form, and its answer waits`, async () => {
      const page = await open(name);
      const prompts = page.locator('.prompt[aria-label=Predict]');
      const silent = await prompts.evaluateAll(found =>
        found.filter(prompt => !('nnAsks' in prompt.dataset)).map(prompt => prompt.textContent));
      assert.ok(await prompts.count() > 2);
      assert.deepEqual(silent, []);
      const seen = await page.locator('.answer > :not(summary)').evaluateAll(parts =>
        parts.filter(part => part.checkVisibility()).map(part => part.textContent.slice(0, 80)));
      assert.deepEqual(seen, []);
      assert.deepEqual(await linesBeside(page), []);
    });
});

// Moves the interactive figures of the executed course by mouse, finger and keyboard in Chromium. Also tests them
// without scripts, in print, and after an output is inserted into a page a second time.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { browsing, daily, missing, pagesWith, putAnew } from './browser.js';

const figure = '[data-nn-interactive]', cells = '<div data-nn-interactive';

describe('interactive figures', { skip: missing }, () => {
  const withHandles = pagesWith(cells), course = browsing();

  /** The position, shape and text of every part of a figure. */
  const look = host =>
    host.evaluate(element =>
      [...element.querySelectorAll('[data-nn-part]')].map(part =>
        ['transform', 'd', 'width']
          .map(name => part.getAttribute(name))
          .concat(part.children.length ? '' : part.textContent),
      ),
    );
  const middle = async handle => {
    await handle.scrollIntoViewIfNeeded();
    const box = await handle.boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const says = handle => handle.getAttribute('aria-valuetext');

  const open = async (name, options) => {
    const page = await course.open(name, { only: cells, ...options });
    if (options?.javaScriptEnabled !== false) await page.evaluate(() => window.nnFigures.drawAll());
    return { page, host: page.locator(figure).first() };
  };

  /** Moves a finger over an element, downwards and to the right, and asserts that this does not scroll the page. */
  async function drag(page, element) {
    const [x, y] = await middle(element), scrolled = await page.evaluate(() => scrollY);
    const client = await page.context().newCDPSession(page);
    const touch = (type, ...touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', { x, y });
    for (let step = 1; step <= 6; step++) await touch('touchMove', { x: x + 8 * step, y: y + 8 * step });
    await touch('touchEnd');
    assert.equal(await page.evaluate(() => scrollY), scrolled);
  }

  const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };

  for (const name of withHandles)
    describe(`${name} with handles`, () => {
      let page, host;
      before(async () => { ({ page, host } = await open(name)); });
      after(() => page?.close());

      test('the mouse drags every handle, other parts follow, and a button resets all', async () => {
        const handles = host.getByRole('slider'), start = await look(host);
        for (let i = 0; i < (await handles.count()); i++) {
          const before = await look(host), [x, y] = await middle(handles.nth(i));
          await page.mouse.move(x, y);
          await page.mouse.down();
          await page.mouse.move(x + 45, y + 1, { steps: 4 });
          await page.mouse.up();
          const now = await look(host), changed = now.filter((part, k) => String(part) !== String(before[k])).length;
          assert.ok(changed >= 3, `handle ${i}: ${changed} parts have changed`);
        }
        await host.locator('[data-nn-go="start"]').click();
        assert.deepEqual(await look(host), start);
        await page.emulateMedia({ media: 'print' });
        assert.ok(await host.locator('svg').first().isVisible());
        assert.ok(!(await host.locator('[data-nn-controls]').isVisible()), 'a button is printed');
        await page.emulateMedia({ media: 'screen' });
      });

      test('the keyboard moves a handle, whose value text changes', async () => {
        const handle = host.getByRole('slider').first(), said = new Set([await says(handle)]);
        await middle(handle);
        await handle.focus();
        const scrolled = await page.evaluate(() => scrollY);
        for (const key of ['ArrowLeft', 'End', 'ArrowLeft', 'Home']) {
          await page.keyboard.press(key);
          said.add(await says(handle));
        }
        assert.ok(said.size >= 4, [...said].join('\n'));
        assert.equal(
          await handle.getAttribute('aria-valuenow').then(Number),
          await handle.getAttribute('aria-valuemin').then(Number),
        );
        assert.ok((await handle.getAttribute('aria-label')).length > 2);
        assert.equal(await page.evaluate(() => scrollY), scrolled);
      });
    });

  for (const name of daily(1, withHandles))
    test(`${name}: a finger drags without scrolling the page, which fits a narrow screen`, async () => {
      const { page, host } = await open(name, phone);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
      const handle = host.getByRole('slider').first(), before = await says(handle);
      await drag(page, handle);
      assert.notEqual(await says(handle), before);
    });

  test('an output that is inserted twice moves independently, and without scripts there is a sentence', async () => {
    const { page: still } = await open(withHandles[0], { javaScriptEnabled: false });
    const { page } = await open(withHandles[0]);
    assert.ok(!(await still.locator(`${figure} [data-nn-controls]`).first().isVisible()));
    const text = await still.locator(`${figure} [role=img]`).first().textContent();
    assert.match(text, /\w+.* \(A script draws this picture/);
    const output = await still.locator(`.nn-picture:has(${figure})`).first().evaluate(one => one.outerHTML);
    await putAnew(page, output);
    await page.locator('#anew').scrollIntoViewIfNeeded();
    await page.locator(`#anew ${figure}[data-nn-drawn]`).waitFor();
    const [first, anew] = [page.locator(figure).first(), page.locator(`#anew ${figure}`)];
    const before = await look(first);
    await anew.getByRole('slider').first().focus();
    await page.keyboard.press('ArrowRight');
    assert.notDeepEqual(await look(anew), before);
    assert.deepEqual(await look(first), before);
  });
});

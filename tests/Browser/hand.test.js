// Moves the figures of the executed course by mouse, finger and keyboard in Chromium; reads them without scripts, in
// print, and put into a page anew.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, missing, open, pagesWith, putAnew } from './browser.js';

const figure = '[data-nn-hand]', cells = '<div data-nn-hand';

describe('figures that move under the hand', { skip: missing }, () => {
  const pages = missing ? [] : pagesWith(cells);
  let browser;
  before(async () => {
    assert.ok(pages.length > 0, 'the course has no figure that moves');
    browser = await launch();
  });
  after(() => browser?.close());

  /** What every part of a figure looks like now. */
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

  for (const name of pages) {
    const page = async options => {
      const opened = await open(browser, name, { only: cells, ...options });
      if (options?.javaScriptEnabled !== false) await opened.page.locator(`${figure}[data-nn-ready]`).first().waitFor();
      return { ...opened, host: opened.page.locator(figure).first() };
    };

    test(`${name}: the script draws what stands in the page`, async () => {
      const { page: still, host: drawing } = await page({ javaScriptEnabled: false });
      const { page: moving, host, complaints } = await page();
      // Only rounding may differ.
      const numbers = looks => looks.flat(2).join(' ').replace(/−/g, '-').match(/-?\d+(\.\d+)?(e-?\d+)?/g).map(Number);
      const [before, now] = [numbers(await look(drawing)), numbers(await look(host))];
      assert.equal(now.length, before.length);
      now.forEach((number, i) => assert.ok(Math.abs(number - before[i]) <= 0.11, `${number}, not ${before[i]}`));
      assert.deepEqual(complaints, []);
      assert.equal(await drawing.locator('[role=slider], [tabindex]').count(), 0);
      assert.ok(!(await drawing.locator('[data-nn-controls]').isVisible()));
      assert.ok((await drawing.locator('[role=img]').getAttribute('aria-label')).length > 40);
      await still.close();
      await moving.close();
    });

    test(`${name}: the mouse drags every handle, the rest follows, and a button brings all back`, async () => {
      const { page: opened, host, complaints } = await page();
      const handles = host.getByRole('slider'), start = await look(host);
      for (let i = 0; i < (await handles.count()); i++) {
        const before = await look(host), [x, y] = await middle(handles.nth(i));
        await opened.mouse.move(x, y);
        await opened.mouse.down();
        await opened.mouse.move(x + 45, y + 1, { steps: 4 });
        await opened.mouse.up();
        const now = await look(host), changed = now.filter((part, k) => String(part) !== String(before[k])).length;
        assert.ok(changed >= 3, `handle ${i}: ${changed} parts have changed`);
      }
      await host.locator('[data-nn-go="start"]').click();
      assert.deepEqual(await look(host), start);
      assert.deepEqual(complaints, []);
      await opened.close();
    });

    test(`${name}: the keyboard moves a handle, and says where it is`, async () => {
      const { page: opened, host } = await page();
      const handle = host.getByRole('slider').first(), said = new Set([await says(handle)]);
      await middle(handle);
      await handle.focus();
      const scrolled = await opened.evaluate(() => scrollY);
      for (const key of ['ArrowRight', 'End', 'ArrowLeft', 'Home']) {
        await opened.keyboard.press(key);
        said.add(await says(handle));
      }
      assert.ok(said.size >= 4, [...said].join('\n'));
      assert.equal(
        await handle.getAttribute('aria-valuenow').then(Number),
        await handle.getAttribute('aria-valuemin').then(Number),
      );
      assert.ok((await handle.getAttribute('aria-label')).length > 2);
      assert.equal(await opened.evaluate(() => scrollY), scrolled);
      await opened.close();
    });

    test(`${name}: a finger drags without scrolling the page, which fits a narrow screen`, async () => {
      const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };
      const { page: opened, host } = await page(phone);
      assert.equal(await opened.evaluate(() => document.documentElement.scrollWidth), 390);
      const handle = host.getByRole('slider').first(), [x, y] = await middle(handle);
      const [before, scrolled] = [await says(handle), await opened.evaluate(() => scrollY)];
      const client = await opened.context().newCDPSession(opened);
      const touch = (type, ...touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
      await touch('touchStart', { x, y });
      for (let step = 1; step <= 6; step++) await touch('touchMove', { x: x + 8 * step, y: y + 8 * step });
      await touch('touchEnd');
      assert.notEqual(await says(handle), before);
      assert.equal(await opened.evaluate(() => scrollY), scrolled);
      await opened.close();
    });

    test(`${name}: on paper there is the drawing, and no button`, async () => {
      const { page: opened, host } = await page();
      await opened.emulateMedia({ media: 'print' });
      assert.ok(await host.locator('svg').first().isVisible());
      assert.ok(!(await host.locator('[data-nn-controls]').isVisible()));
      await opened.close();
    });
  }

  test('an output that is put into the page anew moves by itself', async () => {
    const { page: still } = await open(browser, pages[0], { only: cells, javaScriptEnabled: false });
    const output = await still.locator(`.nn-picture:has(${figure})`).first().innerHTML();
    await still.close();
    const { page } = await open(browser, pages[0], { only: cells });
    await putAnew(page, output);
    await page.locator(`#anew ${figure}[data-nn-ready]`).waitFor();
    const [first, anew] = [page.locator(figure).first(), page.locator(`#anew ${figure}`)];
    const before = await look(first);
    await anew.getByRole('slider').first().focus();
    await page.keyboard.press('ArrowRight');
    assert.notDeepEqual(await look(anew), before);
    assert.deepEqual(await look(first), before);
    await page.close();
  });

  test('steps of descent by the button end at the bottom of the bowl', async () => {
    const [name] = pagesWith('"slope w and height b of the line"');
    const { page } = await open(browser, name, { only: cells });
    const host = page.locator(figure).first(), part = text => host.locator(`td[data-nn-part="${text}"]`).textContent();
    const next = await part('w-next');
    await host.locator('[data-nn-go="step"]').click();
    assert.equal(await part('w'), next);
    for (let i = 0; i < 15; i++) await host.locator('[data-nn-go="hundred"]').click();
    assert.deepEqual([await part('w'), await part('b')], ['0.4158', '−0.3631']);
    await page.close();
  });

  test('what is drawn is read by the network, and cleared by a button', async () => {
    const [name] = pagesWith('"name":"pen"');
    const { page } = await open(browser, name, { only: cells });
    const host = page.locator(figure).first(), pen = host.getByRole('slider');
    const percents = () => host.locator('[data-nn-part^="percent"]').allTextContents();
    await host.locator('[data-nn-go="clear"]').click();
    const empty = await percents();
    await pen.focus();
    for (const key of ['PageDown', ' ', 'PageDown', 'PageDown', ' ', 'ArrowRight']) await page.keyboard.press(key);
    assert.notDeepEqual(await percents(), empty);
    assert.match(await says(pen), /^The pen is up/);
    await host.locator('[data-nn-go="clear"]').click();
    assert.deepEqual(await percents(), empty);
    await page.close();
  });
});

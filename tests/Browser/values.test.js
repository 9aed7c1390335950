// Values beside the lines of a cell of a live page.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { accessible } from './accessible.js';
import { launch, missing } from './drivers.js';
import { notLive, notebook, of, output, run, setCells, setSource, site } from './live.js';
import { serve } from './server.js';

const loop = 'double w = 1;\nfor (int i = 0; i < 5; i++)\n{\n    w *= 2;\n}\nint[] many = [1, 2];';

describe('values beside the lines', { skip: notLive || missing('chromium') }, () => {
  let host, browser;
  before(async () => { host = await serve(site); browser = await launch('chromium'); });
  after(async () => { await browser?.close(); host?.close(); });
  const open = options => browser.open(host.address + notebook('00'), options);

  const toggle = (tab, number) => tab.page.getByRole('button', { name: `Show values of cell ${number}`, exact: true });
  const beside = (tab, number = 1) => tab.page.locator(`${of(number)} .nn-beside`).allTextContents();

  /** A page whose first cell has run, with values. */
  async function shown(code, options) {
    const tab = await open(options);
    await setCells(tab, 'int before = 1;', code);
    await run(tab, 1);
    await toggle(tab, 2).focus();
    await tab.press('Enter');
    assert.equal(await toggle(tab, 2).getAttribute('aria-pressed'), 'true');
    await run(tab, 2);
    await tab.until(() => document.querySelector('.nn-beside'));
    return tab;
  }

  for (const [width, colorScheme] of [[1280, 'light'], [390, 'dark']])
    test(`stand at the end of each line, at ${width} pixels in ${colorScheme}`, async () => {
      const tab = await shown(loop, { viewport: { width, height: 800 }, colorScheme });
      assert.deepEqual(await beside(tab, 2), ['w 1', 'i 4pass 5 of 5', 'w 32', 'many 2 items: [ 1, 2 ]']);
      assert.equal((await output(tab, 2)).trim(), '');
      assert.equal(await tab.evaluate(() => document.querySelectorAll('[data-nn-cell]')[1].nnSource), loop);
      await tab.page.getByRole('group', { name: 'Values of line 4' }).waitFor();
      assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
      await accessible(tab.page);
      await tab.close();
    });

  test('all lines of a loop follow its slider, by keyboard', async () => {
    const tab = await shown(loop);
    await tab.page.getByRole('slider', { name: 'Pass of line 2' }).focus();
    await tab.press('Home');
    assert.deepEqual((await beside(tab, 2)).slice(1, 3), ['i 0pass 1 of 5', 'w 2']);
    await tab.press('ArrowRight');
    assert.deepEqual((await beside(tab, 2)).slice(1, 3), ['i 1pass 2 of 5', 'w 4']);
    assert.equal(await tab.evaluate(() => document.activeElement.getAttribute('aria-valuetext')), 'pass 2 of 5');
    await tab.close();
  });

  test('are neither text nor copied, and go when the text changes', async () => {
    const tab = await shown(loop);
    await tab.page.locator(`${of(2)} .cm-content`).click();
    await tab.press('Control+a');
    const copied = await tab.evaluate(() => {
      const data = new DataTransfer();
      document.activeElement.dispatchEvent(
        new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
      );
      return data.getData('text/plain');
    });
    assert.equal(copied, loop);
    await tab.press('End');
    await tab.type(' ');
    assert.deepEqual(await beside(tab, 2), []);
    await tab.close();
  });

  test('mark the first NaN, keep the lines of errors, and are gone when switched off', async () => {
    const tab = await shown('double x = 0;\nx /= x;\nint[] none = [];\nnone[0] = 1;');
    assert.deepEqual(await beside(tab, 2), ['x 0', 'x NaN ⚠ NaN, the first', 'none 0 items: [  ]']);
    assert.match(await output(tab, 2), /cell 2, line 4/);
    await setSource(tab, 2, 'int y = 3;\nint z = "s";');
    await run(tab, 2);
    assert.match(await output(tab, 2), /cell 2, line 2/);
    assert.deepEqual(await beside(tab, 2), []);
    await setSource(tab, 2, 'int y = 3;');
    await run(tab, 2);
    await tab.until(() => document.querySelector('.nn-beside'));
    await toggle(tab, 2).click();
    assert.deepEqual(await beside(tab, 2), []);
    await run(tab, 2);
    assert.deepEqual(await beside(tab, 2), []);
    await tab.close();
  });
});

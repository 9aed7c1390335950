// Values beside the lines of a cell of a live page.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { accessible } from './accessible.js';
import { missing } from './drivers.js';
import { hosted, notLive, of, output, run, setSource } from './live.js';

const loop = 'double w = 1;\nfor (int i = 0; i < 5; i++)\n{\n    w *= 2;\n}\nint[] many = [1, 2];';

describe('values beside the lines', { skip: notLive || missing('chromium') }, () => {
  const course = hosted();
  const toggle = tab => tab.page.getByRole('button', { name: 'Show values of cell 2', exact: true });
  const beside = tab => tab.page.locator(`${of(2)} .nn-beside`).allTextContents();

  /** A page whose second cell has run, with values. */
  async function shown(code) {
    const tab = await course.shared('int before = 1;', code);
    await run(tab, 1);
    if ((await toggle(tab).getAttribute('aria-pressed')) === 'false') {
      await toggle(tab).focus();
      await tab.press('Enter');
      assert.equal(await toggle(tab).getAttribute('aria-pressed'), 'true');
    }
    await run(tab, 2);
    await tab.until(() => document.querySelector('.nn-beside'));
    return tab;
  }

  test('stand at the end of each line, on a screen and on a phone, in light and in dark', async () => {
    const tab = await shown(loop);
    for (const [width, colorScheme] of [[390, 'dark'], [1280, 'light']]) {
      await tab.page.setViewportSize({ width, height: 800 });
      await tab.page.emulateMedia({ colorScheme });
      assert.deepEqual(await beside(tab), ['w 1', 'i 4pass 5 of 5', 'w 32', 'many 2 items: [ 1, 2 ]']);
      await tab.page.getByRole('group', { name: 'Values of line 4' }).waitFor();
      assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
      await accessible(tab.page);
    }
    assert.equal((await output(tab, 2)).trim(), '');
    assert.equal(await tab.evaluate(() => document.querySelectorAll('[data-nn-cell]')[1].nnSource), loop);
  });

  test('all lines of a loop follow its slider, by keyboard', async () => {
    const tab = await shown(loop);
    await tab.page.getByRole('slider', { name: 'Pass of line 2' }).focus();
    await tab.press('Home');
    assert.deepEqual((await beside(tab)).slice(1, 3), ['i 0pass 1 of 5', 'w 2']);
    await tab.press('ArrowRight');
    assert.deepEqual((await beside(tab)).slice(1, 3), ['i 1pass 2 of 5', 'w 4']);
    assert.equal(await tab.evaluate(() => document.activeElement.getAttribute('aria-valuetext')), 'pass 2 of 5');
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
    assert.deepEqual(await beside(tab), []);
  });

  test('mark the first NaN, keep the lines of errors, and are gone when switched off', async () => {
    const tab = await shown('double x = 0;\nx /= x;\nint[] none = [];\nnone[0] = 1;');
    assert.deepEqual(await beside(tab), ['x 0', 'x NaN ⚠ NaN, the first', 'none 0 items: [  ]']);
    assert.match(await output(tab, 2), /cell 2, line 4/);
    await setSource(tab, 2, 'int y = 3;\nint z = "s";');
    await run(tab, 2);
    assert.match(await output(tab, 2), /cell 2, line 2/);
    assert.deepEqual(await beside(tab), []);
    await setSource(tab, 2, 'int y = 3;\nfor (int i = 0; i < 1000; i++) y++;');
    await run(tab, 2);
    await tab.until(() => document.querySelector('.nn-beside'));
    assert.equal(await tab.evaluate(() => document.querySelector('.nn-beside').title), 'Some passes are left out.');
    await toggle(tab).click();
    assert.deepEqual(await beside(tab), []);
    await run(tab, 2);
    assert.deepEqual(await beside(tab), []);
  });
});

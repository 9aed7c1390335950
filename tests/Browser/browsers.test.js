// What a reader does, in each browser that is here: solve a checkpoint by typing, stop a loop, come back the next day.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { missing } from './drivers.js';
import { gives, hosted, notLive, notebook, of, press, reaches, run, setSource, settled, source, stop } from './live.js';

for (const browser of ['chromium', 'firefox', 'webkit'])
  describe(`a reader with ${browser}`, { skip: notLive || missing(browser) }, () => {
    const course = hosted(undefined, { browser });

    test('solves a checkpoint by typing, which is ticked in the contents', async () => {
      const tab = await course.page(), number = await tab.evaluate(() => 1 +
        [...document.querySelectorAll('[data-nn-cell]')].findIndex(cell => cell.dataset.nnCell === 'checkpoint-1'));
      assert.match(await source(tab, number), /^double learningRate = 0\.0001;/);
      await tab.evaluate(code => document.querySelector(code).focus(), `${of(number)} pre.code`);
      await tab.press('Enter');
      await tab.until(() => document.activeElement.closest('.nn-editor'));
      await tab.press('Control+Home');
      for (let i = 0; i < 'double learningRate = 0.0'.length; i++) await tab.press('ArrowRight');
      await tab.press('Delete');
      await tab.press('Delete');
      assert.match(await source(tab, number), /^double learningRate = 0\.01;/);
      await tab.press('Shift+Enter');
      await tab.until(() => document.querySelector('[data-nn-state="running"], [data-nn-state="queued"]'));
      await settled(tab);
      await gives(tab, number, /Correct/);
      assert.equal(await tab.evaluate(() => document.querySelectorAll('.contents .nn-tick').length), 1);
    });

    test('stops a loop, and variables stay', async () => {
      const tab = await course.page();
      for (const [i, text] of ['int kept = 41;', 'while (true) { }', 'kept + 1'].entries())
        await setSource(tab, i + 1, text);
      await run(tab, 1);
      await press(tab, 2);
      await stop(tab, 2);
      await reaches(tab, 2, 'failed');
      await run(tab, 3, '42');
    });

    test('finds the work on the index, and on its page again', async () => {
      const tab = await course.page();
      await tab.go(course.host.address + 'index.html');
      await tab.until(() => /^✓ 1 of [1-9]/.test(document.querySelector('.notebooks .nn-tick')?.textContent));
      await tab.until(() => /^Continue: .*flowers/.test(document.querySelector('[data-nn-start]').textContent));
      await tab.go(course.host.address + notebook('00'));
      await tab.until(() =>
        document.querySelector('[data-nn-cell="checkpoint-1"]').nnSource.startsWith('double learningRate = 0.01;'),
      );
      await tab.until(() => document.querySelector('.contents .nn-tick'));
    });
  });

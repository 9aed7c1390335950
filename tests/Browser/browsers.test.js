// What a reader does, in each browser that is here: solve a checkpoint by typing, stop a loop, come back the next day.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { patience } from './browser.js';
import { launch, missing } from './drivers.js';
import { notLive, notebook, output, press, run, setCells, settled, site, source, states } from './live.js';
import { serve } from './server.js';

for (const name of ['chromium', 'firefox', 'webkit'])
  describe(`a reader with ${name}`, { skip: notLive || missing(name) }, () => {
    let host, browser, tab;
    before(async () => { host = await serve(site); browser = await launch(name); }, { timeout: patience });
    after(async () => { await browser?.close(); host?.close(); });

    test('solves a checkpoint by typing, which is ticked in the contents and on the index', async () => {
      tab = await browser.open(host.address + notebook('00'));
      const number = await tab.evaluate(
        () =>
          [...document.querySelectorAll('[data-nn-cell]')].findIndex(cell => cell.dataset.nnCell === 'checkpoint-1') +
          1,
      );
      assert.match(await source(tab, number), /^double learningRate = 0\.0001;/);
      await tab.evaluate(n => {
        document.querySelectorAll('[data-nn-cell]')[n - 1].querySelector('pre.code').focus();
      }, number);
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
      assert.match(await output(tab, number), /Correct/);
      assert.equal(await tab.evaluate(() => document.querySelectorAll('.contents .nn-tick').length), 1);
      await tab.go(host.address + 'index.html');
      await tab.until(() => /^✓ 1 of [1-9]/.test(document.querySelector('.notebooks .nn-tick')?.textContent));
      await tab.until(() => /^Continue: .*flowers/.test(document.querySelector('[data-nn-start]').textContent));
    });

    test('finds the work again after a reload', async () => {
      await tab.go(host.address + notebook('00'));
      await tab.until(() =>
        document.querySelector('[data-nn-cell="checkpoint-1"]').nnSource.startsWith('double learningRate = 0.01;'),
      );
      await tab.until(() => document.querySelector('.contents .nn-tick'));
    });

    test('stops a loop, and variables stay', async () => {
      await setCells(tab, 'int kept = 41;', 'while (true) { }', 'kept + 1');
      await press(tab, 2);
      await tab.until(() => document.querySelectorAll('[data-nn-cell]')[1].dataset.nnState === 'running');
      await tab.click('button[data-nn-stop]');
      await settled(tab);
      assert.equal((await states(tab))[1], 'failed');
      await run(tab, 3);
      assert.match(await output(tab, 3), /^\s*42/);
    });
  });

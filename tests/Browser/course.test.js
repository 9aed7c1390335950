// In each installed browser: notebooks run completely, every ✓ of the executed site is a ✓ there, and outputs equal
// those of the desktop. Then a reader solves a checkpoint by typing, stops a loop, and returns to the stored work.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import { isNight, patience } from './browser.js';
import { missing } from './drivers.js';
import { hosted, notLive, notebook, notebooks, site } from './live.js';

// The cells whose outputs may differ, each with the reason, such as rounding errors.
const differences = JSON.parse(readFileSync(new URL('differences.json', import.meta.url), 'utf8'));
// The time limit (ms) for the cells of a notebook. The limit of the test also includes the start of C#.
const limit = 1_200_000;

// The notebooks to test, in reverse order: in everyday runs only the first notebook of the course; in nightly runs all
// in Chromium. Other browsers always run two.
const pagesOf = browser =>
  notebooks.filter(name => /^00/.test(name) || (isNight && browser === 'chromium')
    || (/^03/.test(name) && browser !== 'chromium')).reverse();

async function outputs(tab) {
  const count = await tab.count(), all = [];
  for (let number = 1; number <= count; number++) all.push(await tab.output(number));
  return all;
}

/** Whether two outputs are equal except for white space, or their numbers to 1e-6. In a text, neighbouring cells of a
 * table are not separated, so equal texts are not read as numbers. */
function agree(here, there) {
  if (here.replace(/\s/g, '') === there.replace(/\s/g, '')) return true;
  const number = /[-−+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-−+]?\d+)?/g;
  const numbers = text => (text.match(number) ?? []).map(found => Number(found.replaceAll('−', '-')));
  const [a, b] = [numbers(here), numbers(there)];
  return here.replace(number, '#') === there.replace(number, '#') && a.length === b.length
    && a.every((value, i) => Math.abs(value - b[i]) <= 1e-6 * Math.max(1, Math.abs(value), Math.abs(b[i])));
}

test('every cell on the list of differences exists', { skip: notLive }, () => {
  for (const [name, cells] of Object.entries(differences)) {
    const page = readFileSync(resolve(site, `${name}.html`), 'utf8');
    for (const id of Object.keys(cells)) assert.ok(page.includes(`data-nn-cell="${id}"`), `${name} has no cell ${id}`);
  }
});

for (const browser of ['chromium', 'firefox', 'webkit'])
  describe(`a reader with ${browser}`, { skip: notLive || missing(browser) }, () => {
    const pages = pagesOf(browser), course = hosted(undefined, { browser, number: pages[0] });

    for (const page of pages)
      test(`${page} runs completely, with the desktop's outputs`, { timeout: limit + 2 * patience }, async t => {
        course.host.rewrite = null;   // With all figures.
        // Later pages use the same profile, so that C# comes from its cache.
        const tab = await course.page();
        if (page !== pages[0]) await tab.go(course.host.address + page);
        const published = await outputs(tab), begun = Date.now();
        await tab.click('button[data-nn-action="runAll"]');
        await tab.until(() => document.documentElement.dataset.nnLive === 'running');
        const ready = Date.now();
        await tab.settled(limit);
        t.diagnostic(`ready after ${ready - begun} ms, and all cells have run after ${Date.now() - ready} ms more`);

        const here = await outputs(tab), all = await tab.states(), wrong = [];
        const ids = await tab.inCells(cells => cells.map(cell => cell.dataset.nnCell));
        const ticks = text => text.split('✓').length, known = differences[page.replace('.html', '')] ?? {};
        here.forEach((text, i) => {
          const what = all[i] !== 'done' ? all[i]
            : ticks(text) < ticks(published[i]) ? 'a ✓ of the site is missing here'
            : !(ids[i] in known) && !agree(text, published[i]) ? 'differs, and is not in differences.json'
            : null;
          if (what) wrong.push(`${ids[i]}, cell ${i + 1}: ${what}\n  here:  ${text}\n  there: ${published[i]}`);
        });
        const lines = await tab.evaluate(() =>
          [...document.querySelectorAll('.claims > summary')].map(line => line.textContent));
        assert.ok(lines.length > 0);
        wrong.push(...lines.filter(line => !/^✓ \d+ claims? holds?$/.test(line)));
        assert.equal(wrong.join('\n'), '');
        assert.equal(await tab.state(), 'ready');
      });

    test('a checkpoint that is solved by typing is ticked in the contents', async () => {
      const tab = await course.page();
      await tab.go(course.host.address + notebook('00'));
      const number = await tab.numberOf('checkpoint-1');
      assert.match(await tab.source(number), /^double learningRate = 0\.0001;/);
      await tab.inCells((cells, n) => cells[n - 1].querySelector('pre.code').focus(), number);
      await tab.press('Enter');
      await tab.until(() => document.activeElement.closest('.nn-editor'));
      await tab.press('Control+Home');
      for (let i = 0; i < 'double learningRate = 0.'.length; i++) await tab.press('ArrowRight');
      for (const key of ['Delete', 'Delete', 'Delete', 'ArrowRight', '5']) await tab.press(key);
      assert.match(await tab.source(number), /^double learningRate = 0\.15;/);
      await tab.press('Shift+Enter');
      await tab.until(() => document.querySelector('[data-nn-state="running"], [data-nn-state="queued"]'));
      await tab.settled();
      await tab.gives(number, /Correct/);
      assert.equal(await tab.evaluate(() => document.querySelectorAll('.contents .nn-tick').length), 1);
    });

    test('the text that was right stays stored when the cell has another one, also after that has run', async () => {
      const tab = await course.page(), number = await tab.numberOf('checkpoint-1'), right = await tab.source(number);
      await tab.store(number, right.replace('0.15', '0.0002'));
      await tab.run(number, /Not yet|Almost/);
      await tab.stored(right, true, 'solved');
      await tab.store(number, right);
    });

    test('Stop ends a loop, and variables are kept', async () => {
      const tab = await course.page();
      for (const [i, text] of ['int kept = 41;', 'while (true) { }', 'kept + 1'].entries())
        await tab.setSource(i + 1, text);
      await tab.run(1);
      await tab.pressRun(2);
      await tab.stop(2);
      await tab.reaches(2, 'failed');
      await tab.run(3, '42');
    });

    test('the index shows the solved checkpoint and a link to continue, the page the stored work', async () => {
      const tab = await course.page();
      await tab.go(course.host.address + 'index.html');
      await tab.until(() => /^✓ 1 of [1-9]/.test(document.querySelector('.notebooks .nn-tick')?.textContent));
      await tab.until(() => /^Continue: .*flowers/.test(document.querySelector('[data-nn-start]').textContent));
      await tab.go(course.host.address + notebook('00'));
      await tab.until(() =>
        document.querySelector('[data-nn-cell="checkpoint-1"]').nnSource.startsWith('double learningRate = 0.15;'),
      );
      await tab.until(() => document.querySelector('.contents .nn-tick'));
    });
  });

// The whole course, live: every cell runs, every ✓ of the executed site is a ✓, and outputs are those of the desktop.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { isNight, patience } from './browser.js';
import { missing } from './drivers.js';
import { hosted, notLive, notebooks, output, settled, state, states } from './live.js';

// What may differ, with the reason: the last digits of the two machines are not the same.
const differences = JSON.parse(readFileSync(new URL('differences.json', import.meta.url)));
// For the cells of a notebook; the test has that and the start.
const limit = 1_200_000;

// One whose cells are quick, and nightly all in Chromium; in other browsers, where there are any, two.
const browsers = {
  chromium: notebooks.filter(name => isNight || name.startsWith('03')),
  firefox: notebooks.filter(name => /^0[03]/.test(name)),
  webkit: notebooks.filter(name => /^0[03]/.test(name)),
};

async function outputs(tab) {
  const count = (await states(tab)).length, all = [];
  for (let number = 1; number <= count; number++) all.push(await output(tab, number));
  return all;
}

/** Whether two outputs are equal, their numbers to 1e-6. */
function agree(here, there) {
  const number = /[-−+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-−+]?\d+)?/g;
  const numbers = text => (text.match(number) ?? []).map(found => Number(found.replaceAll('−', '-')));
  const [a, b] = [numbers(here), numbers(there)];
  return here.replace(number, '#') === there.replace(number, '#') && a.length === b.length
    && a.every((value, i) => Math.abs(value - b[i]) <= 1e-6 * Math.max(1, Math.abs(value), Math.abs(b[i])));
}

for (const [browser, pages] of Object.entries(browsers))
  describe(`the course live in ${browser}`, { skip: notLive || missing(browser) }, () => {
    const course = hosted(undefined, { browser, number: pages[0] });

    for (const page of pages)
      test(`${page} runs whole, and says what it says on the desktop`, { timeout: limit + 2 * patience }, async t => {
        course.host.rewrite = null;   // With all figures.
        // A later page takes from the first one's profile what makes it live.
        const tab = await course.page();
        await tab.go(course.host.address + page);
        const published = await outputs(tab), begun = Date.now();
        await tab.click('button[data-nn-run-all]');
        await tab.until(() => document.documentElement.dataset.nnLive === 'running');
        const ready = Date.now();
        await settled(tab, limit);
        t.diagnostic(`ready after ${ready - begun} ms, and all cells have run after ${Date.now() - ready} ms more`);

        const here = await outputs(tab), all = await states(tab), wrong = [];
        const ids = await tab.evaluate(() =>
          [...document.querySelectorAll('[data-nn-cell]')].map(cell => cell.dataset.nnCell));
        const ticks = text => text.split('✓').length, known = differences[page.replace('.html', '')] ?? {};
        here.forEach((text, i) => {
          const what = all[i] !== 'done' ? all[i]
            : ticks(text) < ticks(published[i]) ? 'a ✓ of the site is none here'
            : !(ids[i] in known) && !agree(text, published[i]) ? 'differs, and is not on the list'
            : null;
          if (what) wrong.push(`${ids[i]}, cell ${i + 1}: ${what}\n  here:  ${text}\n  there: ${published[i]}`);
        });
        assert.equal(wrong.join('\n'), '');
        assert.equal(await state(tab), 'ready');
      });
  });

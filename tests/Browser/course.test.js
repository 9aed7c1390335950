// The whole course, live: every cell runs, every ✓ of the executed site is a ✓, and outputs are those of the desktop.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { isNight, patience } from './browser.js';
import { launch, missing } from './drivers.js';
import { compare, notLive, notebooks, outputs, settled, site, state, states } from './live.js';
import { serve } from './server.js';

// What may differ, with the reason: the last digits of the two machines are not the same.
const differences = JSON.parse(readFileSync(new URL('differences.json', import.meta.url)));
// For the cells of a notebook; the test has that and the start.
const limit = 1_200_000;

// Three whose cells are quick, and nightly all in Chromium; in other browsers, where there are any, two.
const browsers = {
  chromium: notebooks.filter(name => isNight || /^(0[03]|10)/.test(name)),
  firefox: notebooks.filter(name => /^0[03]/.test(name)),
  webkit: notebooks.filter(name => /^0[03]/.test(name)),
};

for (const [name, pages] of Object.entries(browsers))
  describe(`the course live in ${name}`, { skip: notLive || missing(name) }, () => {
    let host, browser, tab;
    const slow = [];
    before(async () => { host = await serve(site); browser = await launch(name); }, { timeout: patience });
    after(async () => { await browser?.close(); host?.close(); });

    for (const page of pages)
      test(`${page} runs whole, and says what it says on the desktop`, { timeout: limit + 2 * patience }, async t => {
        // A later page takes from the first one's profile what makes it live.
        if (tab) await tab.go(host.address + page);
        else tab = await browser.open(host.address + page);
        const published = await outputs(tab), begun = Date.now();
        await tab.evaluate(() => { document.querySelector('button[data-nn-run-all]').click(); });
        await tab.until(() => document.documentElement.dataset.nnLive === 'running', { timeout: patience });
        const ready = Date.now();
        await settled(tab, limit);
        const took = Date.now() - ready,
          here = await outputs(tab),
          all = await states(tab);
        const failed = all
          .map((one, i) => (one === 'done' ? null : `cell ${i + 1}: ${one}: ${here[i].slice(0, 500)}`))
          .filter(Boolean);
        assert.deepEqual(failed, []);
        assert.equal(await state(tab), 'ready');

        const ticks = text => text.split('✓').length - 1;
        const lost = here
          .map((text, i) => (ticks(text) < ticks(published[i]) ? `cell ${i + 1}: ${text.slice(0, 500)}` : null))
          .filter(Boolean);
        assert.deepEqual(lost, [], 'a ✓ of the site is none here');

        const counts = { equal: 0, close: 0, different: 0 },
          ids = await tab.evaluate(() =>
            [...document.querySelectorAll('[data-nn-cell]')].map(cell => cell.dataset.nnCell),
          );
        const known = differences[page.replace('.html', '')] ?? {},
          unknown = [];
        here.forEach((text, i) => {
          const how = compare(text, published[i]);
          counts[how]++;
          if (how === 'different' && !(ids[i] in known))
            unknown.push(`${ids[i]} (cell ${i + 1})\n  here:  ${text}\n  there: ${published[i]}`);
        });
        const times = await tab.evaluate(() =>
          [...document.querySelectorAll('[data-nn-cell] .nn-note')].map(note =>
            Number(/([\d.]+) s/.exec(note.textContent)?.[1] ?? 0),
          ),
        );
        times.forEach((time, i) => slow.push({ time, cell: `${page.slice(0, 2)} ${ids[i]}` }));
        const later = times.slice(1).sort((a, b) => a - b);
        t.diagnostic(
          `${name} ${page}: ready ${ready - begun} ms, cells ${took} ms, median ${later[later.length >> 1]} s, `
            + `slowest ${later.at(-1)} s; ${counts.equal} equal, `
            + `${counts.close} to 1e-6, ${counts.different} different`,
        );
        if (process.env.NN_SHOW) t.diagnostic(unknown.join('\n'));
        assert.deepEqual(
          unknown.map(one => one.split('\n')[0]),
          [],
          'outputs differ that are not on the list (NN_SHOW=1 shows them)',
        );
      });

    test('the slowest cells', { skip: pages.length === 0 }, t => {
      for (const { time, cell } of slow.sort((a, b) => b.time - a.time).slice(0, 10))
        t.diagnostic(`${time} s: ${cell}`);
    });
  });

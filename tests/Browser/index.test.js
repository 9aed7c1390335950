// Tests the first page of the site, as a new visitor sees it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { browsing, missing, newPage, site, until } from './browser.js';
import { hosted, missing as missingLive, notebook, notebooks } from './live.js';

describe('the first page', { skip: missing }, () => {
  const course = browsing();

  test('shows a static picture of its cell, loads neither plotly.js nor C#, and has at most 150 kB', async () => {
    const page = await newPage(course.browser), loaded = new Set();
    page.on('request', request => loaded.add(request.url()));
    await page.goto(pathToFileURL(resolve(site, 'index.html')).href, { waitUntil: 'networkidle' });
    await page.locator('.head .output img').waitFor();
    await page.close();
    assert.deepEqual([...loaded].filter(url => /plotly|katex|view\.js|\/live\//.test(url)), []);
    const files = [...loaded].filter(url => url.startsWith('file:')).map(url => fileURLToPath(url.split('?')[0]));
    const bytes = files.reduce((sum, file) => {
      const content = readFileSync(file);
      return sum + (/\.(html|css|js|svg)$/.test(file) ? gzipSync(content).length : content.length);
    }, 0);
    assert.ok(bytes <= 150_000, `${bytes} bytes`);
  });
});

describe('the cell of the first page', { skip: missing || missingLive }, () => {
  const course = hosted();
  const inFrame = (tab, selector) => tab.page.frameLocator('.shown > iframe').locator(selector);
  const framed = tab => inFrame(tab, '[data-nn-shown]');

  test('runs in the page when a reader presses Run', async () => {
    const tab = await course.open('index.html');
    await tab.click('[data-nn-try] .nn-run');
    await framed(tab).and(inFrame(tab, '[data-nn-state="done"]')).waitFor({ timeout: 120_000 });
    await tab.until(() => {
      const frame = document.querySelector('iframe');
      return frame.contentDocument.body.offsetHeight <= frame.offsetHeight;
    });
    assert.equal(await tab.state(), undefined, 'the first page itself starts no C#');
  });

  test('plays its film after each Run, from the first state to the last', async () => {
    const tab = await course.open('index.html');
    for (const run of ['[data-nn-try] .nn-run', undefined]) {
      await (run ? tab.click(run) : inFrame(tab, '[data-nn-shown] .nn-run').click());
      const shown = framed(tab);
      await shown.waitFor();
      await shown.evaluate(cell => {
        const states = cell.states = new Set();
        new MutationObserver(records => records.forEach(({ target }) =>
          states.add(Number(/** @type {HTMLInputElement} */ (target).value))))
          .observe(cell, { subtree: true, attributeFilter: ['aria-valuetext'] });
      });
      const slider = inFrame(tab, '[data-nn-shown] [data-nn-frames] input');
      await slider.waitFor({ timeout: 120_000 });
      const last = Number(await slider.getAttribute('max')), seen = () => shown.evaluate(cell => [...cell.states]);
      await until(async () => (await seen()).includes(last) && (await slider.inputValue()) === String(last),
        async () => `the states ${await seen()} of ${last}`, 120_000);
      assert.ok((await seen()).length >= last, `only the states ${await seen()} of ${last}`);
    }
  });

  test('becomes editable, and does not run, when a reader clicks on its code', async () => {
    const tab = await course.open('index.html');
    await tab.click('[data-nn-try] pre.code');
    await framed(tab).waitFor();
    assert.equal(await framed(tab).getAttribute('data-nn-state'), 'idle');
  });
});

describe('the link "Continue" of the first page', { skip: missing || missingLive }, () => {
  const course = hosted();

  test('leads to the notebook of the last visit and, once that is finished, to the next one that is not', async () => {
    const tab = await course.open('index.html');
    const links = await tab.evaluate(() => Object.fromEntries([...document.querySelectorAll('[data-nn-of]')].map(link =>
      [link.getAttribute('href'), [link.dataset.nnOf, Number(link.dataset.nnCheckpoints)]])));
    /** Restores work with some solved checkpoints of notebooks, and returns where "Continue" leads. */
    const continued = async (...parts) => {
      const solved = parts.flatMap(([page, missing], at) => {
        const [of, count] = links[page];
        return Array.from({ length: count - missing }, (_, i) => ({ notebook: of, cell: `c${i}`, at: at + 1 }));
      });
      await tab.go(course.host.address + notebook('00'));
      const work = JSON.stringify({ format: 'neural-notebooks work 1', cells: [], solved });
      await tab.chooseFiles(() => tab.choose('Restore my work from a file'), { 'my-work.json': work });
      await tab.says('Restored');
      await tab.go(course.host.address + 'index.html');
      await tab.until(() => document.querySelector('.nn-tick'));
      return tab.evaluate(() => {
        const { href, textContent } = document.querySelector('[data-nn-start]');
        return [href.split('/').at(-1), textContent.startsWith('Continue: ')];
      });
    };
    const [first, second, third] = ['01', '02', '03'].map(notebook);
    assert.deepEqual(await continued([first, 1]), [first, true]);
    assert.deepEqual(await continued([first, 0]), [second, true]);
    assert.deepEqual(await continued([second, 0], [first, 0]), [third, true]);
    const withTasks = notebooks.filter(name => links[name][1] > 0);
    const rest = await continued(...withTasks.map(name => /** @type {[string, number]} */ ([name, 0])));
    assert.ok(!withTasks.includes(rest[0]) || !rest[1], `${rest} is finished`);
  });
});

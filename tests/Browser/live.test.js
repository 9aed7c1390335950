// The pages of the course, live: on a plain static server under a path, as `nn run` leaves them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { accessible } from './accessible.js';
import { launch, missing } from './drivers.js';
import {
  notLive,
  notebook,
  notebooks,
  output,
  press,
  run,
  setCells,
  setSource,
  settled,
  site,
  source,
  state,
  states,
  stored,
} from './live.js';
import { serve } from './server.js';

describe('a live page', { skip: notLive || missing('chromium') }, () => {
  let host, browser;
  before(async () => { host = await serve(site); browser = await launch('chromium'); });
  beforeEach(() => { host.broken = null; });
  after(async () => { await browser?.close(); host?.close(); });
  const open = (name = notebook('00'), options) => browser.open(host.address + name, options);

  test('asks for nothing of the runtime before the first Run, and shows what was published', async () => {
    host.asked.length = 0;
    const tab = await open();
    await tab.page.waitForTimeout(500);
    assert.equal(await state(tab), 'off');
    assert.deepEqual(host.asked.filter(address => address.includes('/live/')), []);
    // Of what makes it live, and of what a reader may ask for, the first script and its style.
    const later = ['live.js', 'live.css', 'frame.js', 'frame.css', 'search.js', 'sw.js'];
    assert.deepEqual(
      later.filter(name => host.asked.some(address => address.endsWith('/' + name))),
      ['live.js', 'live.css'],
    );
    assert.ok((await states(tab)).every(one => one === 'idle'));
    assert.match(await output(tab, 3), /after training145$/);
    for (const button of ['run-all', 'stop', 'reset', 'add'])
      assert.ok(await tab.page.locator(`button[data-nn-${button}]`).isVisible(), button);
    assert.equal(
      await tab.page.locator('[data-nn-cell]:has(button[data-nn-run]):has([data-nn-output])').count(),
      await tab.page.locator('[data-nn-cell]').count(),
    );
    await tab.close();
  });

  test('has each function of its pictures once', async () => {
    for (const name of notebooks) {
      const functions = [
        ...readFileSync(resolve(site, name), 'utf8').matchAll(/<script data-nn-function="(\w+)">/g),
      ].map(found => found[1]);
      assert.equal(new Set(functions).size, functions.length, name);
    }
  });

  test('says nothing about building the kit, which is there', async () => {
    const tab = await open();
    const visible = await tab.evaluate(() => document.querySelector('main').innerText);
    assert.match(visible, /Where to run it/);
    assert.doesNotMatch(visible, /dotnet build/);
    await tab.close();
  });

  for (const width of [1280, 390])
    test(`Run stands on the line of a folded claim at ${width} pixels`, async () => {
      const tab = await open(notebook('07'), { viewport: { width, height: 900 } });
      const off = await tab.evaluate(() =>
        [...document.querySelectorAll('.cell:has(> .claims)')].map(cell => {
          const [run, line] = [cell.querySelector('[data-nn-run]'), cell.querySelector('summary')].map(element =>
            element.getBoundingClientRect(),
          );
          return Math.abs((run.top + run.bottom - line.top - line.bottom) / 2);
        }),
      );
      assert.ok(off.length > 0 && off.every(pixels => pixels < 2), String(off));
      await tab.close();
    });

  test('the first Run runs the cells above too, and values stay from cell to cell', async () => {
    const tab = await open();
    await setCells(tab, 'int six = 6;', 'int seven = six + 1;', 'six * seven');
    assert.equal(await source(tab, 3), 'six * seven');
    await run(tab, 3);
    assert.deepEqual((await states(tab)).slice(0, 4), ['done', 'done', 'done', 'idle']);
    assert.match(await output(tab, 3), /^\s*42/);
    assert.equal(await state(tab), 'ready');
    await tab.close();
  });

  test('an error says its message once, and what a page with one thread cannot do is explained', async () => {
    const tab = await open();
    await setCells(
      tab,
      'throw new InvalidOperationException("only once");',
      'new[] { 1 }.AsParallel().Sum()',
      'Task.Delay(1).Wait();',
      'System.Runtime.InteropServices.JavaScript.JSHost.GlobalThis.HasProperty("indexedDB")',
    );
    await run(tab, 1);
    const thrown = await output(tab, 1);
    assert.equal(thrown.split('only once').length, 3, thrown);   // In the head, and in the line of code.
    await setSource(tab, 1, 'int x = "s";');
    await run(tab, 1);
    assert.match(await output(tab, 1), /^CS0029 [^]*'int'\s*cell 1, line 1\s+1 \| int x/);
    await setSource(tab, 1, '1');
    await run(tab, 2);
    assert.match(await output(tab, 2), /leave \.AsParallel\(\) out/);
    await setSource(tab, 2, '1');
    await run(tab, 3);
    assert.match(await output(tab, 3), /await the task/);
    await setSource(tab, 3, '1');
    await run(tab, 4);
    assert.match(await output(tab, 4), /False/);
    await tab.close();
  });

  test('errors show the number of the compiler and the type of the exception, and their line', async () => {
    const tab = await open();
    await setCells(
      tab,
      'int x = "s";',
      'int one = 1;\none + int.Parse("no")',
      'int later = 3;\nthrow new InvalidOperationException("oh");',
    );
    for (const [number, expected] of [
      [1, /CS0029/],
      [2, /FormatException[^]*cell 2, line 2/],
      [3, /InvalidOperationException[^]*oh[^]*cell 3, line 2/],
    ]) {
      await run(tab, number);
      assert.match(await output(tab, number), expected);
      assert.equal((await states(tab))[number - 1], 'failed');
    }
    await tab.close();
  });

  test('packages, and assemblies that the bundle leaves out, are refused with a sentence', async () => {
    const tab = await open();
    await setCells(tab, '#r "nuget: Humanizer, 2.14.1"', 'new System.Data.DataTable("t")');
    await run(tab, 1);
    assert.match(await output(tab, 1), /Packages are not available here/);
    await run(tab, 2);
    assert.match(await output(tab, 2), /CS1069[^]*This page has no such assembly/);
    await tab.close();
  });

  test('Stop ends a loop and a wait, and variables stay', async () => {
    const tab = await open();
    await setCells(tab, 'int kept = 41;', 'while (true) { }', 'await Task.Delay(1_000_000);', 'kept + 1');
    for (const number of [2, 3]) {
      await press(tab, number);
      await tab.until(n => document.querySelectorAll('[data-nn-cell]')[n - 1].dataset.nnState === 'running', {
        args: [number],
      });
      await tab.click('button[data-nn-stop]');
      await settled(tab);
      assert.equal((await states(tab))[number - 1], 'failed');
    }
    await run(tab, 4);
    assert.match(await output(tab, 4), /^\s*42/);
    await tab.close();
  });

  test('Reset forgets variables', async () => {
    const tab = await open();
    await setCells(tab, 'int kept = 41;', 'kept + 1');
    await run(tab, 2);
    await tab.click('button[data-nn-reset]');
    await settled(tab);
    await setSource(tab, 1, '');
    await run(tab, 2);
    assert.match(await output(tab, 2), /CS0103/);
    await tab.close();
  });

  test('endless recursion ends the session, is said, and Run begins a new one', async () => {
    const tab = await open();
    await setCells(tab, 'int Depth(int n) => 1 + Depth(n + 1);\nDepth(0)', '1 + 1');
    await run(tab, 1);
    assert.equal(await state(tab), 'failed');
    assert.match(await output(tab, 1), /Stack overflow/);
    await run(tab, 2);
    assert.match(await output(tab, 2), /^\s*2/);
    await tab.close();
  });

  test('the end of the memory and a hundred megabytes of text are no end of the page', async () => {
    const tab = await open();
    await setCells(
      tab,
      'int kept = 41;',
      'List<byte[]> all = [];\nwhile (true) all.Add(new byte[20_000_000]);',
      "for (int i = 0; i < 1_000_000; i++) Console.WriteLine(new string('x', 100));",
      'kept + 1',
    );
    await run(tab, 2);
    assert.match(await output(tab, 2), /OutOfMemoryException/);
    await run(tab, 3);
    const text = await output(tab, 3);
    assert.ok(text.length < 1_100_000 && /the rest is left out/.test(text));
    await run(tab, 4);
    assert.match(await output(tab, 4), /^\s*42/);
    await tab.close();
  });

  test('what an earlier cell has left behind shows and throws there, not in the cell that runs then', async () => {
    const tab = await open();
    await setCells(
      tab,
      'var told = new TaskCompletionSource();\n'
        + 'async void Later() { await told.Task; Console.WriteLine("left"); throw new Exception("lost"); }\n'
        + 'Later();\n1',
      'told.SetResult();\nawait Task.Delay(100);\n2',
      'async void Now() => throw new Exception("at once");\nNow();',
    );
    await run(tab, 2);
    assert.match(await output(tab, 1), /^\s*1\s*left[^]*Exception[^]*lost[^]*cell 1, line 2/);
    assert.match(await output(tab, 2), /^\s*2\s*$/);
    assert.deepEqual((await states(tab)).slice(0, 2), ['failed', 'done']);
    await run(tab, 3);
    assert.match(await output(tab, 3), /at once/);
    assert.equal((await states(tab))[2], 'failed');
    await tab.close();
  });

  test('a cell reads a line of its reader', async () => {
    const tab = await open();
    await setCells(tab, 'string name = Console.ReadLine();\n"Hello " + name');
    await press(tab, 1);
    await tab.until(() => document.querySelector('.nn-ask input'));
    await tab.type('Ada');
    await tab.press('Enter');
    await settled(tab);
    assert.match(await output(tab, 1), /Hello Ada/);
    await tab.close();
  });

  test('work is found again after a reload, and Original brings the course back', async () => {
    const tab = await open();
    const original = await source(tab, 2);
    await setSource(tab, 2, 'my own work');
    await tab.click('button[data-nn-add]');
    await tab.until(() => document.querySelector('.nn-editor .cm-content'));
    await tab.type('1 + 2');
    await stored(tab, 'my own work');
    await stored(tab, '1 + 2');
    await tab.reload();
    await tab.until(() => document.querySelectorAll('[data-nn-cell]')[1].nnSource === 'my own work');
    assert.equal(await source(tab, (await states(tab)).length), '1 + 2');
    assert.equal(await state(tab), 'off');
    await tab.evaluate(() => document.querySelectorAll('[data-nn-cell]')[1].querySelector('.nn-note button').click());
    assert.equal(await source(tab, 2), original);
    await stored(tab, 'my own work', false);
    await tab.reload();
    await tab.page.waitForTimeout(500);
    assert.equal(await source(tab, 2), original);
    await tab.close();
  });

  test('a second tab of a notebook is read-only and says why, until the first is closed', async () => {
    const tab = await open();
    const second = await tab.context.newPage();
    await second.goto(host.address + notebook('00'));
    await second.waitForSelector('[data-nn-read-only]');
    assert.match(await second.textContent('.nn-status'), /open in another tab/);
    await tab.page.close();
    await second.waitForSelector(':root:not([data-nn-read-only])');
    await tab.context.close();
  });

  test('after the first visit the course works without a network', async () => {
    const tab = await open();
    await tab.page.evaluate(() => {
      window.kept = new Promise(done =>
        navigator.serviceWorker.addEventListener('message', event => event.data.type === 'kept' && done(true)),
      );
    });
    await setCells(tab, '6 * 7');
    await run(tab, 1);
    await tab.page.evaluate(() => window.kept);
    host.broken = () => true;
    try {
      await tab.go(host.address + notebook('03'));
      await setCells(tab, '#!import kit.csx', 'Iris.Load().Count');
      await run(tab, 2);
      assert.match(await output(tab, 2), /^\s*150/);
    } finally {
      host.broken = null;
    }
    await tab.close();
  });

  test('a download that breaks off is said, and the next Run goes on with it', async () => {
    let count = 0;
    host.broken = address => address.endsWith('.bin') && ++count > 40;
    const tab = await open();
    await setCells(tab, '6 * 7');
    await press(tab, 1);
    await tab.until(() => document.documentElement.dataset.nnLive === 'failed');
    assert.match(await tab.evaluate(() => document.querySelector('.nn-status').textContent), /Run again/);
    host.broken = null;
    await run(tab, 1);
    assert.match(await output(tab, 1), /^\s*42/);
    await tab.close();
  });

  test('the keyboard alone edits and runs a cell and leaves the editor', async () => {
    const tab = await open();
    await setCells(tab, '', '40 + 1');
    await tab.page.locator('[data-nn-cell] pre.code').nth(1).focus();
    await tab.press('Enter');
    await tab.until(() => document.activeElement.closest('.nn-editor'));
    await tab.press('Control+End');
    await tab.press('Backspace');
    await tab.type('2');
    await tab.press('Shift+Enter');
    await settled(tab);
    assert.match(await output(tab, 2), /^\s*42/);
    await tab.page.locator('.nn-editor .cm-content').focus();
    await tab.press('Escape');
    await tab.press('Tab');
    assert.ok(await tab.evaluate(() => !document.activeElement.closest('.nn-editor')));
    await tab.close();
  });

  test("Tab completes a member of an earlier cell's variable", async () => {
    const tab = await open();
    await setCells(tab, 'string word = "abc";', 'word.ToUpp');
    await run(tab, 1);
    await tab.page.locator('[data-nn-cell] pre.code').nth(1).focus();
    await tab.press('Enter');
    await tab.until(() => document.activeElement.closest('.nn-editor'));
    await tab.press('Control+End');
    await tab.press('Tab');
    await tab.until(() => document.querySelector('.cm-tooltip-autocomplete li'));
    await tab.page.waitForTimeout(150); // the list takes no key in its first moment
    await tab.press('Tab');
    assert.match(await source(tab, 2), /^word\.ToUpper/);
    await tab.close();
  });

  test('every control has a role and a name', async () => {
    const tab = await open();
    for (const name of ['Run all', 'Stop', 'Reset', 'Add a cell', 'Run cell 1'])
      assert.equal(await tab.page.getByRole('button', { name, exact: true }).count(), 1, name);
    assert.equal(await tab.page.getByRole('toolbar', { name: 'Run this notebook' }).count(), 1);
    assert.equal(await tab.page.getByRole('textbox', { name: /Code of cell 1:/ }).count(), 1);
    await tab.close();
  });

  for (const colorScheme of ['light', 'dark'])
    test(`a phone shows a live page in ${colorScheme} without a sideways scroll, for everybody`, async () => {
      const tab = await open(notebook('03'), {
        viewport: { width: 390, height: 800 },
        hasTouch: true,
        isMobile: true,
        colorScheme,
      });
      await setCells(tab, 'Console.WriteLine("x");', 'int y = "s";');
      await tab.page.locator('[data-nn-cell] button[data-nn-run]').nth(1).tap();
      await settled(tab);
      await tab.page.locator('[data-nn-cell] pre.code').nth(1).tap();
      await tab.until(() => document.querySelector('.nn-editor'));
      assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
      await tab.page.locator('.nn-more > summary').tap();
      await tab.until(() => document.querySelector('.nn-menu'));
      await accessible(tab.page);
      await tab.close();
    });
});

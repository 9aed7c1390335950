// The pages of the course, live: on a plain static server under a path, as `nn run` leaves them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import { accessible, accessibleInOtherColours } from './accessible.js';
import { missing } from './drivers.js';
import {
  hosted,
  keeping,
  notLive,
  notebook,
  notebooks,
  of,
  output,
  press,
  run,
  runAll,
  setCells,
  setSource,
  settled,
  site,
  source,
  state,
  states,
  stored,
} from './live.js';

describe('a live page', { skip: notLive || missing('chromium') }, () => {
  const course = hosted(), { open, shared } = course;

  test('asks for nothing of the runtime before the first Run, and shows what was published', async () => {
    course.host.asked.length = 0;
    const tab = await open();
    await tab.page.waitForTimeout(500);
    assert.equal(await state(tab), 'off');
    assert.deepEqual(course.host.asked.filter(address => address.includes('/live/')), []);
    // Of what makes it live, and of what a reader may ask for, the first script and its style.
    const later = ['live.js', 'live.css', 'frame.js', 'frame.css', 'search.js', 'sw.js'];
    assert.deepEqual(
      later.filter(name => course.host.asked.some(address => address.endsWith('/' + name))),
      ['live.js', 'live.css'],
    );
    assert.ok((await states(tab)).every(one => one === 'idle'));
    assert.match(await output(tab, 3), /after training145$/);
    // Nor does it say anything about building the kit, which is there.
    const visible = await tab.evaluate(() => document.querySelector('main').innerText);
    assert.match(visible, /Where to run it/);
    assert.doesNotMatch(visible, /dotnet build/);
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

  test('Run stands on the line of a folded claim, on a screen and on a phone', async () => {
    const tab = await open(notebook('07'));
    for (const width of [1280, 390]) {
      await tab.page.setViewportSize({ width, height: 900 });
      const off = await tab.evaluate(() =>
        [...document.querySelectorAll('.cell:has(> .claims)')].map(cell => {
          const [run, line] = [cell.querySelector('[data-nn-run]'), cell.querySelector('summary')].map(element =>
            element.getBoundingClientRect(),
          );
          return Math.abs((run.top + run.bottom - line.top - line.bottom) / 2);
        }),
      );
      assert.ok(off.length > 0 && off.every(pixels => pixels < 2), `${width} pixels: ${off}`);
    }
    await tab.close();
  });

  test('the first Run runs the cells above too, and values stay from cell to cell', async () => {
    const tab = await shared('int six = 6;', 'int seven = six + 1;', 'six * seven');   // No test has run any before.
    assert.equal(await source(tab, 3), 'six * seven');
    await run(tab, 3);
    assert.deepEqual((await states(tab)).slice(0, 4), ['done', 'done', 'done', 'idle']);
    assert.match(await output(tab, 3), /^\s*42/);
    assert.equal(await state(tab), 'ready');
  });

  test('an error says its number or type and its line, and what cannot be done in a page is explained', async () => {
    const tab = await shared();
    for (const [code, expected] of [
      ['int x = "s";', /^CS0029 [^]*'int'\s*cell 2, line 1\s+1 \| int x/],
      ['int one = 1;\none + int.Parse("no")', /FormatException[^]*cell 2, line 2/],
      ['int two = 2;\nthrow new InvalidOperationException("oh");', /InvalidOperationException[^]*oh[^]*cell 2, line 2/],
      ['new[] { 1 }.AsParallel().Sum()', /leave \.AsParallel\(\) out/],
      ['Task.Delay(1).Wait();', /await the task/],
      ['#r "nuget: Humanizer, 2.14.1"', /Packages are not available here/],
      ['new System.Data.DataTable("t")', /CS1069[^]*This page has no such assembly/],
    ]) {
      await setSource(tab, 2, code);
      await run(tab, 2);
      assert.match(await output(tab, 2), expected);
      assert.equal((await states(tab))[1], 'failed');
    }
    await setSource(tab, 2, 'throw new InvalidOperationException("only once");');
    await run(tab, 2);
    const thrown = await output(tab, 2);
    assert.equal(thrown.split('only once').length, 3, thrown);   // In the head, and in the line of code.
    await setSource(tab, 2, 'System.Runtime.InteropServices.JavaScript.JSHost.GlobalThis.HasProperty("indexedDB")');
    await run(tab, 2);
    assert.match(await output(tab, 2), /False/);
  });

  test('Stop ends a loop and a wait, and variables stay', async () => {
    const tab = await shared('int kept = 41;', 'while (true) { }', 'await Task.Delay(1_000_000);', 'kept + 1');
    await run(tab, 1);
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
  });

  test('Reset forgets variables', async () => {
    const tab = await shared('int forgotten = 41;', 'forgotten + 1');
    await runAll(tab);
    assert.match(await output(tab, 2), /^\s*42/);
    await tab.click('button[data-nn-reset]');
    await settled(tab);
    await setSource(tab, 1, '');
    await run(tab, 2);
    assert.match(await output(tab, 2), /CS0103/);
  });

  test('endless recursion ends the session, is said, and Run begins a new one', async () => {
    const tab = await shared('int Depth(int n) => 1 + Depth(n + 1);\nDepth(0)', '1 + 1');
    await run(tab, 1);
    assert.equal(await state(tab), 'failed');
    assert.match(await output(tab, 1), /Stack overflow/);
    await run(tab, 2);
    assert.match(await output(tab, 2), /^\s*2/);
  });

  test('what an earlier cell has left behind shows and throws there, not in the cell that runs then', async () => {
    const tab = await shared(
      'var told = new TaskCompletionSource();\n'
        + 'async void Later() { await told.Task; Console.WriteLine("left"); throw new Exception("lost"); }\n'
        + 'Later();\n1',
      'told.SetResult();\nawait Task.Delay(100);\n2',
      'async void Now() => throw new Exception("at once");\nNow();',
    );
    for (const number of [1, 2]) await run(tab, number);
    assert.match(await output(tab, 1), /^\s*1\s*left[^]*Exception[^]*lost[^]*cell 1, line 2/);
    assert.match(await output(tab, 2), /^\s*2\s*$/);
    assert.deepEqual((await states(tab)).slice(0, 2), ['failed', 'done']);
    await run(tab, 3);
    assert.match(await output(tab, 3), /at once/);
    assert.equal((await states(tab))[2], 'failed');
  });

  test('a cell reads a line of its reader', async () => {
    const tab = await shared('string name = Console.ReadLine();\n"Hello " + name');
    await press(tab, 1);
    await tab.until(() => document.querySelector('.nn-ask input'));
    await tab.type('Ada');
    await tab.press('Enter');
    await settled(tab);
    assert.match(await output(tab, 1), /Hello Ada/);
  });

  test('the keyboard alone edits and runs a cell and leaves the editor', async () => {
    const tab = await shared('', '40 + 1');
    await tab.page.locator(`${of(2)} pre.code`).focus();
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
  });

  test("Tab completes a member of an earlier cell's variable", async () => {
    const tab = await shared('string word = "abc";', '', 'word.ToUpp');
    await run(tab, 1);
    await tab.page.locator(`${of(3)} pre.code`).focus();
    await tab.press('Enter');
    await tab.until(() => document.activeElement.closest('.nn-editor'));
    await tab.press('Control+End');
    await tab.press('Tab');
    await tab.until(() => document.querySelector('.cm-tooltip-autocomplete li'));
    await tab.page.waitForTimeout(150); // the list takes no key in its first moment
    await tab.press('Tab');
    assert.match(await source(tab, 3), /^word\.ToUpper/);
  });

  test('every control has a role and a name', async () => {
    const tab = await shared();
    for (const name of ['Run all', 'Stop', 'Reset', 'Add a cell', 'Run cell 1'])
      assert.equal(await tab.page.getByRole('button', { name, exact: true }).count(), 1, name);
    assert.equal(await tab.page.getByRole('toolbar', { name: 'Run this notebook' }).count(), 1);
    assert.equal(await tab.page.getByRole('textbox', { name: /Code of cell 1:/ }).count(), 1);
  });

  // The last in the shared page: whoever comes after it would have little memory.
  test('the end of the memory and a hundred megabytes of text are no end of the page', async () => {
    const tab = await shared(
      'int still = 41;',
      'List<byte[]> all = [];\nwhile (true) all.Add(new byte[20_000_000]);',
      "for (int i = 0; i < 1_000_000; i++) Console.WriteLine(new string('x', 100));",
      'still + 1',
    );
    for (const number of [1, 2]) await run(tab, number);
    assert.match(await output(tab, 2), /OutOfMemoryException/);
    await run(tab, 3);
    const text = await output(tab, 3);
    assert.ok(text.length < 1_100_000 && /the rest is left out/.test(text));
    await run(tab, 4);
    assert.match(await output(tab, 4), /^\s*42/);
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
    await second.goto(course.host.address + notebook('00'));
    await second.waitForSelector('[data-nn-read-only]');
    assert.match(await second.textContent('.nn-status'), /open in another tab/);
    await tab.page.close();
    await second.waitForSelector(':root:not([data-nn-read-only])');
    await tab.context.close();
  });

  test('after the first visit the course works without a network', async () => {
    const tab = await open(), kept = await keeping(tab);
    await setCells(tab, '6 * 7');
    await run(tab, 1);
    await kept();
    course.host.broken = () => true;
    await tab.go(course.host.address + 'playground.html');
    await setCells(tab, '#!import kit.csx', 'Iris.Load().Count');
    await run(tab, 2);
    assert.match(await output(tab, 2), /^\s*150/);
    await tab.close();
  });

  test('a download that breaks off is said, and the next Run goes on with it', async () => {
    let count = 0;
    course.host.broken = address => address.endsWith('.bin') && ++count > 40;
    const tab = await open();
    await setCells(tab, '6 * 7');
    await press(tab, 1);
    await tab.until(() => document.documentElement.dataset.nnLive === 'failed');
    assert.match(await tab.evaluate(() => document.querySelector('.nn-status').textContent), /Run again/);
    course.host.broken = null;
    await run(tab, 1);
    assert.match(await output(tab, 1), /^\s*42/);
    await tab.close();
  });

  test('a phone shows a live page without a sideways scroll, for everybody, in light and in dark', async () => {
    const tab = await open(notebook('00'), {
      viewport: { width: 390, height: 800 },
      hasTouch: true,
      isMobile: true,
      colorScheme: 'light',
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
    await tab.page.emulateMedia({ colorScheme: 'dark' });
    await accessibleInOtherColours(tab.page);
    await tab.close();
  });
});

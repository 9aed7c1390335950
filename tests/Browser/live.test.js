// Tests the live pages of the course, as `nn run` writes them, on a static web server under a path.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { accessible, accessibleInOtherColours } from './accessible.js';
import { hosted, missing, notebook, of } from './live.js';

describe('a live page', { skip: missing }, () => {
  // The shared page is opened with touch input.
  const course = hosted(undefined, { hasTouch: true, colorScheme: 'light' }), { open, shared } = course;

  test('requests no file of the runtime before the first Run, and shows the published outputs', async () => {
    course.host.asked.length = 0;
    const tab = await open();
    await tab.page.waitForTimeout(500);
    assert.equal(await tab.state(), 'off');
    assert.deepEqual(course.host.asked.filter(address => address.includes('/live/')), []);
    const later = ['live.js', 'live.css', 'markdown.js', 'handin.js', 'search.js', 'sw.js'];
    assert.deepEqual(
      later.filter(name => course.host.asked.some(address => address.endsWith('/' + name))),
      ['live.js', 'live.css'],
    );
    assert.ok((await tab.states()).every(one => one === 'idle'));
    await tab.gives(4, /after training145/);
    // The cell about building the kit is left out, since a live page has the kit.
    const visible = await tab.evaluate(() => document.querySelector('main').innerText);
    assert.match(visible, /Where to run it/);
    assert.doesNotMatch(visible, /If the next cell fails/);
    assert.equal(
      await tab.page.locator('[data-nn-cell]:has(button[data-nn-action="run"]):has([data-nn-output])').count(),
      await tab.page.locator('[data-nn-cell]').count(),
    );
    for (const name of ['Run all', 'Stop', 'Reset', 'Add a cell', 'Run cell 1']) await tab.button(name).waitFor();
    // Programs that drive a page find the buttons by these attributes.
    for (const name of ['data-nn-run-all', 'data-nn-stop', 'data-nn-reset', 'data-nn-add'])
      assert.equal(await tab.page.locator(`button[${name}]`).count(), 1);
    assert.equal(await tab.page.locator('[data-nn-cell] button[data-nn-run]').count(),
      await tab.page.locator('[data-nn-cell]').count());
    await tab.page.getByRole('toolbar', { name: 'Run this notebook' }).waitFor();
    await tab.page.getByRole('textbox', { name: /Code of cell 2:/ }).waitFor();
  });

  test('the first Run runs the cells above too, and cells share variables', async () => {
    const tab = await shared('int six = 6;', 'int seven = six + 1;', 'six * seven');   // No test has run any before.
    assert.equal(await tab.source(3), 'six * seven');
    await tab.run(3, '42');
    assert.deepEqual((await tab.states()).slice(0, 4), ['done', 'done', 'done', 'idle']);
    assert.equal(await tab.state(), 'ready');
  });

  test('the status names the cell that runs, and says whether another cell needs it', async () => {
    const tab = await open();
    await tab.setSource(1, 'while (true) { }');
    await tab.pressRun(3);
    await tab.says('Running cell 1 of 3, needed for yours');
    await tab.stop(1);
    await tab.says('You pressed Stop.');
  });

  test('an error shows its number or type and its line, and a hint if the code cannot work in a page', async () => {
    const tab = await shared();
    for (const [code, expected] of [
      ['int x = "s";', /^CS0029 [^]*'int'\s*cell 2, line 1\s+1 \| int x/],
      ['int one = 1;\none + int.Parse("no")', /FormatException[^]*cell 2, line 2/],
      ['int two = 2;\nthrow new InvalidOperationException("oh");', /InvalidOperationException[^]*oh[^]*cell 2, line 2/],
      ['int Half(string text)\n{\n    int two = 2;\n    return int.Parse(text) / two;\n}\nHalf("no")',
        /FormatException[^]*at Half\(String text\) in cell 2, line 4/],
      ['int Sum(string text)\n{\n    int one = int.Parse("1");\n    return one + int.Parse(text);\n}\nSum("no")',
        /FormatException[^]*at Sum\(String text\) in cell 2\n/],   // either line can have called int.Parse
      ['new[] { 1 }.AsParallel().Sum()', /leave \.AsParallel\(\) out/],
      ['Task.Delay(1).Wait();', /await the task/],
      ['#r "nuget: Humanizer, 2.14.1"', /This page has no package Humanizer/],
      ['#r "Lib/Lib.csproj"', /Lib\/Lib\.csproj is a project\. .* not submissions and live pages/],
      ['Kernel.Root', /CS0103[^]*Of \.NET Interactive, pages have only display/],
      ['new System.Net.Mail.MailAddress("a@b.c")', /CS1069[^]*This page has no such assembly/],
    ]) {
      await tab.setSource(2, code);
      await tab.run(2, expected);
      await tab.reaches(2, 'failed');
    }
    await tab.setSource(2, 'throw new InvalidOperationException("only once");');
    await tab.run(2);
    // The text occurs twice: in the heading, and in the line of code.
    assert.equal((await tab.output(2)).split('only once').length, 3);
  });

  test('a cell cannot access what the browser has stored, not by patching caches, nor start a worker', async () => {
    const tab = await open(), script = `for (const { prototype } of [Cache, CacheStorage])
      for (const name of ["match", "put", "open"]) { const old = prototype[name];
      prototype[name] = function () { globalThis.stolen = this; return old.apply(this, arguments); } }
      self.onmessage({ data: { type: "query", id: 0, query: { type: "inspect", code: "int", position: 1 } } });
      await new Promise(resolve => setTimeout(resolve, 1000));
      globalThis.seen = ["indexedDB", "caches", "Worker", "stolen"].some(name => name in globalThis)
        || "storage" in navigator || "createObjectURL" in URL`;
    await tab.setSource(1, 'using System.Runtime.InteropServices.JavaScript;\nawait JSHost.ImportAsync("m", '
      + `"data:text/javascript,${encodeURIComponent(script)}");\nJSHost.GlobalThis.GetPropertyAsBoolean("seen")`);
    await tab.run(1, 'False');
  });

  test('Stop ends a loop and a wait, and variables are kept', async () => {
    const tab = await shared('int kept = 41;', 'while (true) { }', 'await Task.Delay(1_000_000);', 'kept + 1');
    await tab.run(1);
    for (const number of [2, 3]) {
      await tab.pressRun(number);
      await tab.stop(number);
      await tab.reaches(number, 'failed');
    }
    await tab.run(4, '42');
  });

  test('infinite recursion ends the session with a message, and Run starts a new one', async () => {
    const tab = await shared('int Depth(int n) => 1 + Depth(n + 1);\nDepth(0)', '1 + 1');
    await tab.run(1, /Stack overflow/);
    assert.equal(await tab.state(), 'failed');
    await tab.run(2, '2');
  });

  test('a task that outlives its cell shows its output and exception there, not in the running cell', async () => {
    const tab = await shared(
      'var told = new TaskCompletionSource();\n'
        + 'async void Later() { await told.Task; Console.WriteLine("left"); throw new Exception("lost"); }\n'
        + 'Later();\n1',
      'told.SetResult();\nawait Task.Delay(100);\n2',
      'async void Now() => throw new Exception("at once");\nNow();',
    );
    await tab.run(1);
    await tab.run(2, /^2$/);
    await tab.gives(1, /^1\s*left[^]*Exception[^]*lost[^]*cell 1, line 2/);
    await tab.run(3, /at once/);
    assert.deepEqual((await tab.states()).slice(0, 3), ['failed', 'done', 'failed']);
  });

  test('a cell reads a line that the reader enters', async () => {
    const tab = await shared('string name = Console.ReadLine();\n"Hello " + name');
    await tab.pressRun(1);
    await tab.until(() => document.querySelector('.nn-input input'));
    await tab.type('Ada');
    await tab.press('Enter');
    await tab.shows(1, 'Hello Ada');
  });

  /** Opens a cell's editor by keyboard, with the cursor at the end of its text. */
  async function edit(tab, number) {
    await tab.page.locator(`${of(number)} :is(pre.code:not([hidden]), .cm-content)`).focus();
    if (await tab.evaluate(() => document.activeElement.matches('pre'))) await tab.press('Enter');
    await tab.until(() => document.activeElement.closest('.nn-editor'));
    await tab.press('Control+End');
  }

  test('a cell can be edited, run and left with the keyboard alone', async () => {
    const tab = await shared('', '40 + 1');
    await edit(tab, 2);
    await tab.press('Backspace');
    await tab.type('2');
    await tab.press('Shift+Enter');
    await tab.shows(2, '42');
    await tab.page.locator(`${of(2)} .cm-content`).focus();
    await tab.press('Escape');
    await tab.press('Tab');
    assert.ok(await tab.evaluate(() => !document.activeElement.closest('.nn-editor')));
  });

  test('Escape, then Tab leaves an editor in which completions are being searched', async () => {
    const tab = await shared('', '');
    await edit(tab, 2);
    // The script types and presses the keys itself: the search begins 100 ms after the last letter.
    const isTabTaken = await tab.evaluate(async () => {
      const press = (key, keyCode) => {
        const event = new KeyboardEvent('keydown', { key, keyCode, bubbles: true, cancelable: true });
        document.activeElement.dispatchEvent(event);
        return event.defaultPrevented;
      };
      document.execCommand('insertText', false, 'phrase');
      await new Promise(done => setTimeout(done, 20));
      press('Escape', 27);
      return press('Tab', 9);
    });
    assert.equal(await tab.source(2), 'phrase');
    assert.equal(isTabTaken, false);
  });

  test('completions open after a dot and while a name is typed, and Enter still begins a new line', async () => {
    const tab = await shared('string phrase = "abc";', '');
    await tab.run(1);
    const offers = () => document.querySelector('.cm-tooltip-autocomplete li')?.textContent;
    await edit(tab, 2);
    await tab.type('int all = phrase.');
    await tab.until(() => document.querySelector('.cm-tooltip-autocomplete li'));
    await tab.type('Len');
    await tab.until(() => document.querySelector('.cm-tooltip-autocomplete li')?.textContent.startsWith('Length'));
    await tab.page.waitForTimeout(150); // the list takes no key in its first moment
    await tab.press('Tab');
    assert.equal(await tab.source(2), 'int all = phrase.Length');
    await tab.type(';');
    await tab.press('Enter');
    await tab.type('phr');
    await tab.until(() => document.querySelector('.cm-tooltip-autocomplete li')?.textContent.startsWith('phrase'));
    await tab.page.waitForTimeout(150);
    await tab.press('Enter');
    assert.equal(await tab.source(2), 'int all = phrase.Length;\nphr\n');
    assert.equal(await tab.evaluate(offers), undefined);
  });

  test('on a phone a live page does not scroll sideways, and is accessible in light and dark colours', async () => {
    const long = `Console.WriteLine("x"); // ${'a line that is longer than the screen is wide '.repeat(3)}`;
    const tab = await shared(long, 'int y = "s";');
    await tab.page.setViewportSize({ width: 390, height: 800 });
    await tab.run(1, 'x');
    await tab.page.locator('button[data-nn-action="run"]').nth(1).tap();
    await tab.shows(2, 'CS0029');
    await tab.settled();
    await tab.page.locator(`${of(1)} pre.code`).tap();
    await tab.until(() => document.activeElement.closest('.nn-editor'));
    assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
    await tab.page.locator('.nn-more > summary').tap();
    await tab.until(() => document.querySelector('.nn-menu'));
    await accessible(tab.page);
    await tab.page.emulateMedia({ colorScheme: 'dark' });
    await accessibleInOtherColours(tab.page);
  });

  // This is the last test in the shared page: a test after it would have little memory.
  test('the page still works after a cell ran out of memory or printed a hundred megabytes', async () => {
    const tab = await shared(
      'int still = 41;',
      'List<byte[]> all = [];\nwhile (true) all.Add(new byte[20_000_000]);',
      "for (int i = 0; i < 1_000_000; i++) Console.WriteLine(new string('x', 100));",
      'still + 1',
    );
    await tab.run(1);
    await tab.run(2, /OutOfMemoryException/);
    await tab.run(3);
    const text = await tab.output(3);
    assert.ok(text.length < 1_100_000 && /More output was left out/.test(text));
    await tab.run(4, '42');
  });

  test('work is restored after a reload, and Original resets a cell', async () => {
    const tab = await open(), original = await tab.source(2);
    await tab.store(2, 'my own work');
    await tab.button('Add a cell').click();
    await tab.until(() => document.querySelector('.nn-editor .cm-content'));
    await tab.type('1 + 2');
    await tab.stored('1 + 2');
    await tab.reload();
    await tab.hasSource(2, 'my own work');
    assert.equal(await tab.source(await tab.count()), '1 + 2');
    assert.equal(await tab.state(), 'off');
    await tab.page.locator(of(2)).getByRole('button', { name: 'Original' }).click();
    await tab.hasSource(2, original);
    await tab.stored('my own work', false);
    await tab.reload();
    await tab.page.waitForTimeout(500);
    assert.equal(await tab.source(2), original);
  });

  test('a second tab of a notebook is read-only and says why, until the first is closed', async () => {
    const tab = await open(), second = await tab.context.newPage();
    await tab.store(2, 'my own work');
    await second.goto(course.host.address + notebook('00'));
    await second.waitForSelector('[data-nn-read-only]');
    const warning = 'Read-only: this notebook is open in another tab, where it can be edited.';
    assert.equal(await second.textContent('.nn-status'), warning);
    const count = await second.locator('[data-nn-cell]').count();
    await second.click('[data-nn-action="add"]');
    await second.waitForTimeout(300);
    assert.equal(await second.locator('[data-nn-cell]').count(), count);
    for (const entry of ['.nn-more summary', 'text=Reset the whole page']) await second.click(entry);
    assert.equal(await second.textContent('.nn-status'), warning);
    await tab.stored('my own work');
    assert.equal(await second.getAttribute(':root', 'data-nn-live'), 'off', 'nothing is loading');
    await tab.page.close();
    await second.waitForSelector(':root:not([data-nn-read-only])');
  });

  test('what a second tab has changed before it became read-only is kept, and stored when the first is closed',
    async () => {
      const tab = await open(), second = await tab.context.newPage();
      await tab.store(2, 'of the first tab');
      const original = await tab.source(3);
      // The page asks who holds the lock only when its cells have been changed.
      await second.addInitScript(() => {
        const ask = LockManager.prototype.query, mayAsk = new Promise(done => { globalThis.letAsk = done; });
        LockManager.prototype.query = function () { return mayAsk.then(() => ask.call(this)); };
      });
      await second.goto(course.host.address + notebook('00'));
      const source = n => second.evaluate(i => document.querySelectorAll('[data-nn-cell]')[i - 1].nnSource, n);
      await second.evaluate(() => {
        const cells = document.querySelectorAll('[data-nn-cell]');
        cells[1].nnSource = cells[2].nnSource = 'of the second tab';
        globalThis.letAsk();
      });
      await second.waitForSelector('[data-nn-read-only]');
      assert.match(await second.textContent('.nn-status'), /What you have changed here is not stored before that tab/);
      await tab.stored('of the second tab', false);
      await tab.page.close();
      const words = 'What you had changed here is stored in place of the other tab\'s.';
      await second.getByText(words).waitFor();
      tab.page = second;
      await tab.stored('of the second tab');
      assert.deepEqual([await source(2), await source(3)], Array(2).fill('of the second tab'));
      await tab.button('Undo').click();
      await tab.stored('of the second tab', false);
      assert.deepEqual([await source(2), await source(3)], ['of the first tab', original]);
    });

  test('a fault of a script that was loaded is named, blames no network, and makes nothing twice', async () => {
    const tab = await open(), body = `let made = 0;
      export class Runtime { constructor() { throw new Error("fault " + ++made); } }`;
    await tab.page.route('**/runtime.*.js*', route => route.fulfill({ contentType: 'text/javascript', body }));
    for (let i = 0; i < 2; i++) {
      await tab.pressRun(1);
      await tab.says('This failed (fault 1).');
    }
  });

  test('a page that gets its lock late, as on a busy machine, can be edited', async () => {
    const tab = await course.open(notebook('00'), { prepare: () => {
      const ask = /** @type {Function} */ (navigator.locks.request).bind(navigator.locks);
      navigator.locks.request = (...args) => new Promise(done => setTimeout(() => done(ask(...args)), 4000));
    } });
    await tab.page.waitForTimeout(3000);
    await tab.store(2, 'my own work');
    assert.equal(await tab.page.getAttribute(':root', 'data-nn-read-only'), null);
  });

  test('after a failed download the page says so, the next Run succeeds, and then works offline', async () => {
    const tab = await open(), kept = await tab.keeping();
    let count = 0;
    for (const [isBroken, words] of [
      [address => /\/runtime\.\w+\.js$/.test(address), 'C# could not be loaded'],
      [address => address.endsWith('.bin') && ++count > 40, 'C# could not be started'],
    ]) {
      course.host.broken = isBroken;
      await tab.pressRun(1);
      await tab.says(words);
      await tab.says('Run again');
      assert.equal(await tab.state(), 'failed');
    }
    course.host.broken = null;
    await tab.setCells('6 * 7');
    await tab.pressRun(1);
    await tab.reaches(1, 'done');
    await tab.gives(1, '42');
    await tab.stored('42');
    await kept();
    await tab.reload();
    await tab.until(() => document.querySelector('.nn-note')?.textContent.includes('at your last visit'));
    await tab.gives(1, '42');
    assert.equal((await tab.states())[0], 'idle');
    course.host.broken = () => true;
    await tab.go(course.host.address + 'playground.html');
    await tab.setCells('#!import kit.csx', 'Iris.Load().Count');
    await tab.run(2, '150');
  });
});

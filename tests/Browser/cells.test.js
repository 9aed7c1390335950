// Tests how a live page stores a reader's work: in files, in private windows, and when the course changes. Also tests
// pages in browsers without some features, the assistance of the editor, the list of variables, and the marks of cells
// that are out of date.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, test } from 'node:test';
import { accessible } from './accessible.js';
import { nightly } from './browser.js';
import { hosted, missing, notebook, of, site } from './live.js';

describe('a live page', { skip: missing }, () => {
  // In the page that tests share, the browser cannot store anything.
  const course = hosted(undefined, {
    prepare: () => {
      const refuse = () => { throw new DOMException('denied', 'SecurityError'); };
      Object.defineProperty(window, 'indexedDB', { get: refuse });
    },
  });
  const { open } = course, cannotStore = 'cannot store your work in this window: download it';
  const restore = (tab, work) =>
    tab.chooseFiles(() => tab.choose('Restore my work from a file'), { 'my-work.json': work });

  test('all work can be saved to a file that another browser restores, and a notebook to its own file', async () => {
    const tab = await open(), other = await open();
    await tab.store(2, 'my own work');
    await tab.button('Add a cell').click();
    const last = await tab.count();
    await tab.store(last, '1 + 2');
    const work = await tab.downloaded(() => tab.choose('Download all my work'));
    assert.equal(work.name, 'my-work.json');
    await restore(other, work.text);
    await other.hasSource(2, 'my own work');
    assert.equal(await other.source(last), '1 + 2');

    const { name, text } = await tab.downloaded(() => tab.choose('Download this notebook with my changes'));
    assert.equal(name, notebook('00').replace('.html', '.ipynb'));
    const code = JSON.parse(text).cells.filter(cell => cell.cell_type === 'code');
    assert.deepEqual(code[1].source, ['my own work']);
  });

  test('a cell for a function offers what the reader has solved elsewhere, and Original undoes it', async () => {
    const tab = await open(notebook('10')), notebookOf = number => notebook(number).replace('.html', '.ipynb');
    const key = await tab.evaluate(() => JSON.parse(document.querySelector('[data-nn-page]').textContent).notebook);
    const solved = [['03', 'Forward'], ['04', 'Backward']].map(([number, name], i) => ({
      notebook: key.replace(/[^/]*$/, notebookOf(number)), cell: `checkpoint-${i + 1}`, at: 1,
      source: `// my own\nCheck.${name}(${name})`,
    }));
    const elsewhere = { ...solved[0], cell: 'checkpoint-5', source: 'Check.Forward(no)' }; // It is not solved.
    const spoiled = { ...solved[1], source: 'Check.Backward(no)' }, cells = [elsewhere, solved[0], spoiled];
    await restore(tab, JSON.stringify({ format: 'neural-notebooks work 1', cells, solved }));
    await tab.until(() => /Restored 3 cells/.test(document.querySelector('.nn-status').textContent));
    await tab.reload();
    const offers = () => tab.inCells(cells => cells.map(cell => !!cell.querySelector('.nn-offer:not([hidden])')));
    await tab.until(() => document.querySelectorAll('.nn-offer').length === 2);
    assert.deepEqual((await offers()).slice(0, 5), [false, true, true, false, false]);
    const told = await tab.evaluate(() => [...document.querySelectorAll('.nn-offer')].map(one => one.textContent));
    assert.deepEqual(told.map(text => text.startsWith('You had solved this, and its cell has another text now.')),
      [false, true]);
    await tab.button('Put in mine').first().click();
    await tab.hasSource(2, solved[0].source);
    assert.deepEqual((await offers()).slice(0, 3), [false, false, true]);
    await tab.button('Original').first().click();
    assert.deepEqual((await offers()).slice(0, 3), [false, true, true]);
    await tab.button('Put in all 2 that I have solved').first().click();
    await tab.hasSource(2, solved[0].source);
    await tab.hasSource(3, solved[1].source);
    await tab.stored(solved[1].source);
  });

  test('a page can be reset to the original, the reset can be undone, and all work can be deleted', async () => {
    const tab = await open(), original = await tab.source(2), count = await tab.count();
    await tab.store(2, 'my own work');
    await tab.button('Add a cell').click();
    await tab.choose('Reset the whole page to the original');
    await tab.hasSource(2, original);
    assert.equal(await tab.count(), count);
    await tab.stored('my own work', false);
    await tab.button('Undo').click();
    await tab.stored('my own work');
    await tab.hasSource(2, 'my own work');
    // The guesses are work, too.
    await tab.evaluate(() => {
      const form = document.querySelector('.prompt .guess:has([type=text])');
      form.querySelector('input').value = '44';
      form.requestSubmit();
    });
    await tab.until(() => document.querySelectorAll('.guesses tbody tr').length === 1);
    await tab.choose('Forget my work on this computer');
    assert.equal(await tab.source(2), 'my own work');
    await tab.button('Forget all notebooks of this course? Press again').click();
    await tab.stored('my own work', false);
    await tab.until(() => !document.querySelector('.guesses')
      && Object.keys(localStorage).every(key => !key.startsWith('nn-guesses')));
    await tab.hasSource(2, original);
    await tab.reload();
    await tab.page.waitForTimeout(300);
    assert.equal(await tab.source(2), original);
    assert.equal(await tab.count(), count);
  });

  test('a long picture is shown completely; a long text is cut off, and a note says how much is left out', async () => {
    const drawing = `var comment = new string('é', 2_000_000);
      display("<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'><!--" + comment + "\\ud800 --></svg>",
        "image/svg+xml");`;
    const tab = await course.shared(drawing, 'new string(\'x\', 20_000_000)', 'new string(\'y\', 1_000_000)');
    await tab.run(1);
    await tab.untilCells(([cell]) => cell.querySelector('[data-nn-output] img')?.naturalWidth === 40);
    await tab.run(2);
    const texts = number =>
      tab.inCells((cells, n) => [...cells[n - 1].querySelectorAll('[data-nn-output] pre')].map(pre =>
        pre.textContent.length > 1000 ? pre.textContent.length : pre.textContent), number);
    assert.deepEqual(await texts(2), [1_000_000, '[19,000,000 more characters are left out: a page shows 1,000,000 '
      + 'of a text. The downloaded notebook has all of them.]']);
    await tab.run(3);
    assert.deepEqual(await texts(3), [1_000_000]);
    const { text } = await tab.downloaded(() => tab.choose('Download this notebook with my changes'));
    const [, second] = JSON.parse(text).cells.filter(cell => cell.cell_type === 'code');
    assert.equal(second.outputs[0].data['text/plain'].join('').length, 20_000_000);
  });

  test('a downloaded notebook has the outputs that the page shows', async () => {
    const tab = await course.shared('var told = display("a");\nConsole.Write("1");\nConsole.Write("2\\n3");\n"end"',
      'told.Update("b");\nthrow new Exception("oh");');
    await tab.run(2);
    await tab.gives(1, /^b/);
    const { text } = await tab.downloaded(() => tab.choose('Download this notebook with my changes'));
    const [first, { outputs: [failed] }] = JSON.parse(text).cells.filter(cell => cell.cell_type === 'code');
    assert.deepEqual(first.outputs, [
      { data: { 'text/plain': ['b'] }, metadata: {}, output_type: 'display_data' },
      { output_type: 'stream', name: 'stdout', text: '12\n3' },
      { data: { 'text/plain': ['end'] }, execution_count: 1, metadata: {}, output_type: 'execute_result' },
    ]);
    assert.deepEqual([failed.output_type, failed.evalue], ['error', 'oh']);
  });

  test('a wrong or damaged file restores nothing, and restoring a file can be undone', async () => {
    const tab = await open(), name = `notebooks/${notebook('00').replace('.html', '.ipynb')}`;
    const [first, second] = await tab.inCells(cells => cells.map(cell => cell.dataset.nnCell));
    const entry = (cell, source) => ({ notebook: name, cell, source, original: '', added: false, at: 1 });
    const work = (...cells) => JSON.stringify({ format: 'neural-notebooks work 1', cells, solved: [] });
    await tab.store(2, 'mine, and newer');
    for (const [file, words, now] of [
      ['{"format": "another"}', 'not a file of work that was downloaded here', 'mine, and newer'],
      [work(entry(first, 'one'), entry(second, 7)),
        'Nothing was restored: entry 2 of "cells" has no text "source"', 'mine, and newer'],
      [work(entry(first, 'one'), entry(second, 'two')),
        'Restored 2 cells, in place of 1 text that you wrote here later.', 'two'],
    ]) {
      await restore(tab, file);
      await tab.says(words);
      assert.equal(await tab.source(2), now);
    }
    assert.equal(await tab.source(1), 'one');
    await tab.button('Undo').click();
    await tab.says('Undone');
    assert.equal(await tab.source(2), 'mine, and newer');
    assert.notEqual(await tab.source(1), 'one');
  });

  test('a browser that cannot store work runs cells, and the page says so before and after a run', async () => {
    const tab = await course.shared('6 * 7');
    await tab.says(cannotStore);
    await tab.run(1, '42');
    await tab.says('Ready. Cell 1 took');
    await tab.says(cannotStore);
  });

  test('the bar has a link to a cell that ended with an error, and Run all scrolls to it', async () => {
    const tab = await course.shared('1', '', '', 'int.Parse("no")', '2');
    const shown = is => tab.untilCells((cells, wanted) => {
      const { top, bottom } = cells[3].getBoundingClientRect();
      return (bottom > 0 && top < innerHeight) === wanted;
    }, is);
    await tab.runAll();
    await tab.says('Cell 4 ended with an error');
    await shown(true);
    await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await shown(false);
    await tab.button('Go to cell 4').click();
    await shown(true);
  });

  test('data files are fetched for offline use only when the reader chooses Prepare for offline', async () => {
    const tab = await course.shared('6 * 7');
    const { data } = JSON.parse(readFileSync(resolve(site, 'live/boot.json'), 'utf8'));
    course.host.asked.length = 0;
    const fetched = () => data.filter(({ name }) => course.host.asked.some(address => address.endsWith(name))).length;
    await tab.run(1);
    assert.equal(fetched(), 0);
    for (const [missing, said] of [[data[0].name, 'Not all of the course'], ['-', 'This course works offline now.']]) {
      course.host.rewrite = address => (address.endsWith(missing) ? null : undefined);
      await tab.click('.nn-more summary');
      await tab.page.getByRole('button', { name: /^Prepare for offline/ }).click();
      await tab.says(said);
    }
    assert.equal(fetched(), data.length);
  });

  test('an added cell can be moved and deleted, Undo restores it, and it is there after a reload', async () => {
    const tab = await open(), count = await tab.count();
    await tab.store(2, 'second');
    await tab.page.locator(of(2)).getByRole('button', { name: 'Add below' }).click();
    await tab.untilCells((cells, n) => cells.length === n, count + 1);
    await tab.store(3, 'added');
    const press = name => tab.button(name, tab.page.locator('[data-nn-cell^="added-"]')).click();
    await press('Up');
    await tab.hasSource(2, 'added');
    await tab.hasSource(3, 'second');
    await press('Down');
    await press('Down');
    await tab.hasSource(4, 'added');
    await tab.button('Run cell 4').waitFor();
    await press('Delete');
    assert.equal(await tab.count(), count);
    await tab.button('Undo').click();
    await tab.hasSource(4, 'added');
    await tab.stored('added');
    await tab.reload();
    await tab.hasSource(4, 'added');
    await press('Delete');
    await tab.stored('added', false);
  });

  test('without a service worker Stop ends all of C#, and the page says so', { skip: nightly }, async () => {
    const tab = await open(notebook('00'), {
      prepare: () => { Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined }); },
    });
    await tab.setCells('int kept = 41;', 'while (true) { }', 'kept + 1');
    await tab.pressRun(2);
    await tab.reaches(2, 'running');
    await tab.click('button[data-nn-action="stop"]');
    await tab.says('You pressed Stop. Variables are gone');
    await tab.reaches(2, 'failed');
    await tab.settled();
    await tab.run(3, '42');   // the cells above run again, without the one that had to be stopped
  });

  test('a page that cannot run C# shows the published outputs, and says why', async () => {
    for (const [address, words, prepare] of [
      [course.host.address + notebook('00'), 'too old to run the code of this page', () => {
        WebAssembly.validate = () => false;
      }],
      [pathToFileURL(resolve(site, notebook('00'))).href, 'nn serve, or any web server'],
    ]) {
      const tab = await course.browser.open(address, { prepare });
      await tab.says(words);
      await tab.gives(4, /after training145/);
      assert.equal(await tab.state(), 'off');
      assert.equal(await tab.page.locator('[data-nn-action="run"]').count(), 0);
      await tab.close();
    }
  });

  test('the script and the style before the first Run are small', () => {
    const size = ['live.js', 'live.css']
      .reduce((sum, name) => sum + gzipSync(readFileSync(resolve(site, 'assets', name))).length, 0);
    assert.ok(size < 18_000, `${size} bytes, compressed`);
  });

  const versions = 'a new page loads the new version of the course, while an open page goes on with the old version';
  test(versions, { skip: nightly }, async () => {
    const old = await open();
    const keptOld = await old.keeping();
    await old.setCells('int mine = 41;', 'mine + 1');
    await old.run(1);
    await keptOld();

    // The web server now has a new version of the bundle: one assembly has another name, and its old file is missing.
    const boot = JSON.parse(readFileSync(resolve(site, 'live/boot.json'), 'utf8')),
      engine = boot.dotnet.resources.assembly.find(file => file.virtualPath === 'NeuralNotebooks.Engine.dll');
    const before = engine.name, { version } = boot;
    [boot.version, engine.name] = ['another', '0123456789abcdef0123.bin'];
    course.host.rewrite = address => address.endsWith('/live/boot.json') ? Buffer.from(JSON.stringify(boot))
      : address.endsWith(engine.name) ? readFileSync(resolve(site, 'live', before))
        : address.endsWith(before) ? null : undefined;

    const next = await old.context.newPage();
    const tab = Object.assign(Object.create(Object.getPrototypeOf(old)), { page: next, context: old.context });
    course.host.asked.length = 0;
    await tab.go(course.host.address + 'playground.html');
    const keptNew = await tab.keeping();
    await tab.setCells('6 * 7');
    await tab.run(1, '42');
    await keptNew();
    assert.deepEqual(
      course.host.asked.filter(address => address.endsWith('.bin')).map(address => address.split('/').pop()),
      [engine.name],
      'unchanged files come from the cache of the old version',
    );

    // The old page still has its variables, and can start a new session from its cache.
    await old.run(2, '42');
    await old.click('button[data-nn-action="reset"]');
    await old.settled();
    await old.run(2, '42');
    const kept = await tab.page.evaluate(async () => (await caches.keys()).map(name => name.split(' ').pop()));
    assert.ok(kept.includes(version) && kept.includes('another'), String(kept));

    // When no page needs the cache of the old version any more, it is deleted.
    await old.page.close();
    await tab.reload();
    const keptAgain = await tab.keeping();
    await tab.run(1);
    await keptAgain();
    await tab.until(async () =>
      !(await caches.keys()).some(name => /^neural-notebooks \S+ (?!another|pages)/.test(name)));
  });

  /** Opens a cell's editor, with the cursor at the end of its text. */
  async function edit(tab, number) {
    const code = tab.page.locator(`${of(number)} :is(pre.code:not([hidden]), .cm-content)`);
    await code.focus();
    if (await code.evaluate(element => element.matches('pre'))) await tab.press('Enter');
    await tab.until(() => document.activeElement.closest('.nn-editor'));
    await tab.press('Control+End');
  }
  const errors = tab => tab.page.locator('.cm-lintRange-error').allTextContents();
  /** Waits until exactly these texts are underlined as errors. While a text is typed, other errors may show. */
  const underlined = (tab, ...texts) => tab.until(expected =>
    JSON.stringify([...document.querySelectorAll('.cm-lintRange-error')].map(found => found.textContent)) === expected,
  JSON.stringify(texts));
  const tip = tab => tab.until(() => document.querySelector('.cm-tooltip.nn-tip'))
    .then(() => tab.page.locator('.cm-tooltip.nn-tip').textContent());

  test('underlines errors and warnings while the reader types, and shows them by mouse and by keyboard', async () => {
    const tab = await course.shared('double w = 2;', 'double u = 1', 'w');
    await tab.run(1);
    await edit(tab, 2);
    await tab.type('; int n = "s" + w');
    await underlined(tab, '"s" + w');
    await tab.page.locator('.cm-lintRange-error').first().hover();
    await tab.until(() => /CS0029: Cannot implicitly convert type 'string' to 'int'/
      .test(document.querySelector('.cm-tooltip-lint')?.textContent));
    await tab.page.mouse.move(0, 0);
    await tab.evaluate(() => {   // Records announcements, since each is removed after a moment.
      const region = document.querySelector('.cm-announced');
      new MutationObserver(() => { window.announced += region.textContent; }).observe(region, { childList: true });
    });
    await tab.press('F8');
    assert.match(await tip(tab), /^CS0029: Cannot implicitly convert/);
    await tab.until(() => /CS0029/.test(window.announced));
    const tooltips = () => document.querySelectorAll('.cm-tooltip').length;
    assert.equal(await tab.evaluate(tooltips), 1, 'F8 shows the problem once');
    await accessible(tab.page);
    await tab.press('Escape');
    await tab.until(() => !document.querySelector('.nn-tip'));

    await tab.setSource(2, 'int F() { return 1; Console.WriteLine(); }');
    await tab.until(() => document.querySelector('.cm-lintRange-warning'));
    assert.deepEqual(await errors(tab), []);
  });

  test('an unknown name is an error only after all cells above have run, as one may declare it', async () => {
    const untouched = ['', '', '', '', ''];   // Other tests have run these cells.
    const tab = await course.shared(...untouched, 'double p = 2;', 'double q = 3;', 'double r = p + q; int n = "s";');
    await tab.run(6);
    await edit(tab, 8);
    await underlined(tab, '"s"');
    await tab.setSource(7, 'double other = 3;');
    await tab.run(7);
    await underlined(tab, 'q', '"s"');
  });

  test('a call shows its parameters, and a name its type and documentation', async () => {
    const tab = await course.shared('#!import kit.csx', 'var W = Matrix.Of(new double[,] { { 1, 2 } });', '1');
    await tab.runAll();
    await edit(tab, 3);
    await tab.type('; Math.Pow(2');
    assert.match(await tip(tab), /double Math\.Pow\(double x, double y\)/);
    const marked = () => tab.evaluate(() => document.querySelector('.nn-tip strong')?.textContent);
    assert.equal(await marked(), 'x');
    await tab.type(', ');
    await tab.until(() => document.querySelector('.nn-tip strong')?.textContent === 'y');
    await tab.press('End');
    await tab.until(() => !document.querySelector('.nn-tip'));
    await tab.type('; W');
    await tab.press('Control+i');
    assert.match(await tip(tab), /^Matrix<double> W\s*A matrix/);
    await tab.type('.Transpose();');
    await tab.until(() => !document.querySelector('.nn-tip'));
    // The name is one text as soon as the editor has coloured it.
    const at = await tab.until(() => {
      document.activeElement.scrollIntoView({ block: 'center', behavior: 'instant' });   // Not under the bar.
      const walk = document.createTreeWalker(document.activeElement, NodeFilter.SHOW_TEXT);
      do if (!walk.nextNode()) return null; while (!walk.currentNode.data.includes('Transpose'));
      const range = document.createRange(), from = walk.currentNode.data.indexOf('Transpose');
      range.setStart(walk.currentNode, from);
      range.setEnd(walk.currentNode, from + 9);
      const { x, y, width, height } = range.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    });
    await tab.page.mouse.move(at[0] - 1, at[1]);
    await tab.page.mouse.move(...at);
    await tab.until(() => /Matrix<double> Matrix<double>\.Transpose\(\)/
      .test(document.querySelector('.cm-tooltip-hover')?.textContent));
  });

  const keeps = 'the toolbar keeps its height while C# loads and runs, and after an edit, so the text does not move';
  test(keeps, async () => {
    for (const width of [1280, 390]) {
      const tab = await open(notebook('01'), { viewport: { width, height: 900 } });
      await tab.evaluate(() => {
        const bar = document.querySelector('.nn-bar');
        window.heights = [];
        new ResizeObserver(() => window.heights.push(bar.offsetHeight)).observe(bar);
      });
      await tab.run(1);
      await tab.page.locator('[data-nn-variables]').waitFor();
      await tab.settled();
      await tab.setSource(1, '1 + 1');
      await tab.page.locator('[data-nn-run-out-of-date]').waitFor();
      await tab.page.waitForTimeout(100);
      assert.equal((await tab.evaluate(() => [...new Set(window.heights)])).length, 1, `${width} px`);
      const boxes = await tab.evaluate(() => [...document.querySelectorAll('.nn-bar > :not(progress)')]
        .map(part => part.getBoundingClientRect().toJSON()));
      assert.ok(boxes.every((a, i) => boxes.slice(i + 1).every(b =>
        a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top)), 'no part covers another');
    }
  });

  test('in a low window, as at 400 % zoom, the bar scrolls away with the text', async () => {
    const tab = await open(notebook('00'), { viewport: { width: 320, height: 225 } });
    await tab.evaluate(() => scrollTo({ top: 1000, behavior: 'instant' }));
    assert.ok(await tab.evaluate(() => document.querySelector('.nn-bar').getBoundingClientRect().bottom < 0));
  });

  test('without JavaScript a page says that its code cannot be run', async () => {
    const tab = await open(notebook('00'), { javaScriptEnabled: false });
    assert.match(await tab.page.locator('.nn-bar').innerText(), /^Without JavaScript the code of this page/);
  });

  test('lists the variables after each run, on a screen and on a phone, in light and in dark', async () => {
    const tab = await course.shared('double listed = 2;\nint[] many = [1, 2, 3];',
      'listed = 5; string last = "a";\nstring longNameOfWords =\n  new(\'a\', 300);');
    await tab.run(1);
    await tab.click('button[data-nn-variables]');
    const rows = async name => {
      await tab.until(wanted => [...document.querySelectorAll('.nn-variables tbody th')]
        .some(cell => cell.textContent === wanted), name);
      const all = await tab.page.locator('.nn-variables tbody tr').evaluateAll(found =>
        found.map(row => [...row.cells].map(cell => cell.textContent).join('|')));
      return all.filter(row => /^(listed|many|last)\|/.test(row));
    };
    assert.deepEqual(await rows('many'), ['listed|double|2', 'many|int[]|3 items: [ 1, 2, 3 ]']);
    await tab.run(2);
    assert.deepEqual((await rows('last')).filter(row => !row.startsWith('many')),
      ['listed|double|5', 'last|string|a']);
    assert.equal(await tab.page.getByRole('table', { name: 'Variables after the last run' }).count(), 1);
    await fits(tab, async () => {
      const [share, lines] = await tab.evaluate(() => {
        const row = [...document.querySelectorAll('.nn-variables tbody tr')]
          .find(one => one.textContent.startsWith('longName'));
        const [name, type] = [...row.cells].map(cell => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return range.getClientRects().length;
        });
        return [document.querySelector('.nn-variables').offsetHeight / innerHeight, [name, type]];
      });
      assert.ok(share <= 0.26, `the list takes ${share} of the window`);
      assert.deepEqual(lines, [1, 1], 'names and types are not broken');
    });
    await tab.page.locator('.nn-variables').focus();
    await tab.press('Escape');
    assert.ok(await tab.page.locator('.nn-variables').isHidden());
  });

  /** Checks the page on a phone in dark colours, and on a large screen in light colours: its width and its
   * accessibility. */
  async function fits(tab, look = () => {}) {
    for (const [width, colorScheme] of [[390, 'dark'], [1280, 'light']]) {
      await tab.page.setViewportSize({ width, height: 800 });
      await tab.page.emulateMedia({ colorScheme });
      await look();
      assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
      await accessible(tab.page);
    }
  }

  /** Waits until the notes of the first cells have these texts about being out of date. */
  const marked = (tab, ...expected) =>
    tab.untilCells((cells, ...all) => cells.slice(0, all.length).every((cell, i) =>
      (/out of date[^·]*/.exec(cell.querySelector('.nn-note').textContent)?.[0].trim() ?? '') === all[i]),
    ...expected);

  test('Run first runs edited cells that the cell uses, and no others', async () => {
    const tab = await course.shared('int runs = 0;', 'int old = 1;', 'runs++;', 'old');
    await tab.runAll();
    await tab.setSource(2, 'int renamed = 2;\nint twice = 2 * renamed;');
    await tab.setSource(3, 'runs += 10;');
    await tab.setSource(4, 'renamed + twice');
    await tab.run(4, '6');
    await tab.setSource(4, 'runs');
    await tab.run(4, '10');
  });

  test('a cell that runs because another one needs it does not show its answer, but shows an error', async () => {
    const tab = await open();
    const [first, second] = await tab.inCells(cells => cells.map(cell => cell.querySelector('.output > .answer'))
      .flatMap((answer, i, all) => (answer && !all[i + 1] ? [i + 1] : []))); // Each before a cell without an answer.
    const isSeen = (number, part) => tab.inCells((cells, n, selector) =>
      cells[n - 1].querySelector(`[data-nn-output] ${selector}`).checkVisibility(), number, part);
    await tab.setCells();
    await tab.setSource(first, '"an" + "swer"');
    await tab.setSource(second, 'throw new Exception("wrong");');
    await tab.run(first + 1, '');
    assert.match(await tab.output(first), /answer/);
    assert.equal(await isSeen(first, '.answer > :last-child'), false);
    await tab.click(`${of(first)} .answer > summary`);
    assert.equal(await isSeen(first, '.answer > :last-child'), true);
    await tab.pressRun(second + 1);
    await tab.reaches(second, 'failed');
    assert.equal(await isSeen(second, '.error'), true);
    await tab.run(first, 'answer');
    assert.equal(await tab.inCells((cells, n) => cells[n - 1].querySelector('.answer'), first), null);
  });

  test('cells that use a changed cell are marked, and run with the results of a run of the whole page', async () => {
    const tab = await course.shared('double w = 1;', 'double y = 10 * w;', 'w += 1;', 'y + w', '"alone"');
    await tab.runAll();
    await tab.gives(4, '12');
    await marked(tab, '', '', '', '', '');
    await tab.setSource(1, 'double w = 2;');
    const [uses, of] = [name => `out of date: uses ${name}, which cell 1 changed`,
      (name, cell) => `out of date: uses ${name} of cell ${cell}, which is out of date`];
    await marked(tab, '', uses('w'), uses('w'), of('y', 2), '');
    await tab.run(1);
    await marked(tab, '', uses('w'), uses('w'), of('y', 2), '');
    await accessible(tab.page);
    const rerun = async () => {
      await tab.click('button[data-nn-run-out-of-date]');
      await tab.until(() => document.querySelector('[data-nn-run-out-of-date]').disabled);
      await marked(tab, '', '', '', '', '');
    };
    await rerun();
    await tab.gives(4, '23');

    // Cell 3 adds to w in place, so cell 1, which sets w's initial value, must run before it again.
    await tab.setSource(3, 'w += 2;');
    await tab.until(() => !document.querySelector('[data-nn-run-out-of-date]').disabled);
    await rerun();
    await tab.gives(4, '24');
  });

  test('a keyword is no variable, and a cell that only reads a variable does not make others out of date', async () => {
    const tab = await course.shared('int[] petals = [1, 2];',
      'foreach (int one in petals) { Console.Write(one); }\nif (petals.Length == 2) return;', 'petals.Length');
    await tab.runAll();
    await tab.setSource(2, 'foreach (int one in petals) { Console.Write(-one); }\nvar @return = petals;');
    await tab.run(2, '-1-2');
    await tab.page.waitForTimeout(300);
    await marked(tab, '', '', '');
    await tab.setSource(1, 'int[] petals = [1];');
    const words = 'out of date: uses petals, which cell 1 changed';
    await marked(tab, '', words, words);
  });
});

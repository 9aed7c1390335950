// What becomes of a reader's work: as files, in private windows, when the course changes; and pages in browsers that
// lack something.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, test } from 'node:test';
import { nightly } from './browser.js';
import {
  choose,
  chooseFiles,
  click,
  downloaded,
  gives,
  hasSource,
  hosted,
  keeping,
  missing,
  notebook,
  of,
  press,
  reaches,
  run,
  runAll,
  says,
  setCells,
  settled,
  site,
  source,
  state,
  states,
  stop,
  store,
  stored,
} from './live.js';

describe('a live page', { skip: missing }, () => {
  // A browser that cannot store anything is good enough for what tests share.
  const course = hosted(undefined, {
    prepare: () => {
      const refuse = () => { throw new DOMException('denied', 'SecurityError'); };
      Object.defineProperty(window, 'indexedDB', { get: refuse });
    },
  });
  const { open } = course, cannotStore = 'cannot store your work in this window: download it';
  const restore = (tab, work) =>
    chooseFiles(tab, () => choose(tab, 'Restore my work from a file'), { 'my-work.json': work });

  test('work goes into files: all of it into one that another browser takes, a notebook into its own', async () => {
    const tab = await open(), other = await open();
    await store(tab, 2, 'my own work');
    await click(tab, 'Add a cell');
    const last = (await states(tab)).length;
    await store(tab, last, '1 + 2');
    const work = await downloaded(tab, () => choose(tab, 'Download all my work'));
    assert.equal(work.name, 'my-work.json');
    await restore(other, work.text);
    await hasSource(other, 2, 'my own work');
    assert.equal(await source(other, last), '1 + 2');

    const { name, text } = await downloaded(tab, () => choose(tab, 'Download this notebook with my changes'));
    assert.equal(name, notebook('00').replace('.html', '.ipynb'));
    const code = JSON.parse(text).cells.filter(cell => cell.cell_type === 'code');
    assert.deepEqual(code[1].source, ['my own work']);
  });

  test('the whole page goes back to the course and, undone, to the work, which can be forgotten for good', async () => {
    const tab = await open(), original = await source(tab, 2), count = (await states(tab)).length;
    await store(tab, 2, 'my own work');
    await click(tab, 'Add a cell');
    await choose(tab, 'Reset the whole page to the original');
    await hasSource(tab, 2, original);
    assert.equal((await states(tab)).length, count);
    await stored(tab, 'my own work', false);
    await click(tab, 'Undo');
    await stored(tab, 'my own work');
    await hasSource(tab, 2, 'my own work');
    await choose(tab, 'Forget my work on this computer');
    assert.equal(await source(tab, 2), 'my own work');
    await click(tab, 'Forget all notebooks of this course? Press again');
    await stored(tab, 'my own work', false);
    await hasSource(tab, 2, original);
    await tab.reload();
    await tab.page.waitForTimeout(300);
    assert.equal(await source(tab, 2), original);
    assert.equal((await states(tab)).length, count);
  });

  test('work that a full disk did not take is not said to be stored', async () => {
    const tab = await open(notebook('00'), {
      prepare: () => {
        const { put } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.put = function (...all) {
          const request = put.apply(this, all);
          request.addEventListener('success', () => this.transaction.abort());
          return request;
        };
      },
    });
    await setCells(tab, '6 * 7');
    await says(tab, cannotStore);
  });

  test('another or a damaged file is refused whole, and a restored one can be undone', async () => {
    const tab = await open(), name = `notebooks/${notebook('00').replace('.html', '.ipynb')}`;
    const [first, second] = await tab.inCells(cells => cells.map(cell => cell.dataset.nnCell));
    const entry = (cell, source) => ({ notebook: name, cell, source, original: '', added: false, at: 1 });
    const work = (...cells) => JSON.stringify({ format: 'neural-notebooks work 1', cells, solved: [] });
    await store(tab, 2, 'mine, and newer');
    for (const [file, words, now] of [
      ['{"format": "another"}', 'not a file of work that was downloaded here', 'mine, and newer'],
      [work(entry(first, 'one'), entry(second, 7)),
        'Nothing was restored: entry 2 of "cells" has no text "source"', 'mine, and newer'],
      [work(entry(first, 'one'), entry(second, 'two')),
        'Restored 2 cells, in place of 1 text that you wrote here later.', 'two'],
    ]) {
      await restore(tab, file);
      await says(tab, words);
      assert.equal(await source(tab, 2), now);
    }
    assert.equal(await source(tab, 1), 'one');
    await click(tab, 'Undo');
    await says(tab, 'Undone');
    assert.equal(await source(tab, 2), 'mine, and newer');
    assert.notEqual(await source(tab, 1), 'one');
  });

  test('a browser that cannot store work runs cells, and says so, also after a run', async () => {
    const tab = await course.shared('6 * 7');
    await says(tab, cannotStore);
    await run(tab, 1, '42');
    await says(tab, 'Ready. Cell 1 took');
    await says(tab, cannotStore);
  });

  test('a cell that ends with an error can be gone to from the bar, and run all goes to it', async () => {
    const tab = await course.shared('1', '', '', 'int.Parse("no")', '2');
    const shown = is => tab.untilCells((cells, wanted) => {
      const { top, bottom } = cells[3].getBoundingClientRect();
      return (bottom > 0 && top < innerHeight) === wanted;
    }, is);
    await runAll(tab);
    await says(tab, 'Cell 4 ended with an error');
    await shown(true);
    await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await shown(false);
    await click(tab, 'Go to cell 4');
    await shown(true);
  });

  test('the digits are fetched for offline use when the reader asks for it, not before', async () => {
    const tab = await course.shared('6 * 7');
    const { data } = JSON.parse(readFileSync(resolve(site, 'live/boot.json')));
    course.host.asked.length = 0;
    const fetched = () => data.filter(({ name }) => course.host.asked.some(address => address.endsWith(name))).length;
    await run(tab, 1);
    assert.equal(fetched(), 0);
    await tab.click('.nn-more summary');
    await tab.page.getByRole('button', { name: /^Prepare for offline/ }).click();
    await says(tab, 'This course works offline now.');
    assert.equal(fetched(), data.length);
  });

  test('an added cell is put below another, moved, deleted, and comes back by Undo and after a reload', async () => {
    const tab = await open(), count = (await states(tab)).length;
    await store(tab, 2, 'second');
    await tab.page.locator(of(2)).getByRole('button', { name: 'Add below' }).click();
    await tab.untilCells((cells, n) => cells.length === n, count + 1);
    await store(tab, 3, 'added');
    const press = name => tab.page.locator('[data-nn-added]').getByRole('button', { name, exact: true }).click();
    await press('Up');
    await hasSource(tab, 2, 'added');
    await hasSource(tab, 3, 'second');
    await press('Down');
    await press('Down');
    await hasSource(tab, 4, 'added');
    await tab.page.getByRole('button', { name: 'Run cell 4', exact: true }).waitFor();
    await press('Delete');
    assert.equal((await states(tab)).length, count);
    await click(tab, 'Undo');
    await hasSource(tab, 4, 'added');
    await stored(tab, 'added');
    await tab.reload();
    await hasSource(tab, 4, 'added');
    await press('Delete');
    await stored(tab, 'added', false);
  });

  test('without a service worker Stop ends all of C#, and the page says so', { skip: nightly }, async () => {
    const tab = await open(notebook('00'), {
      prepare: () => { Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined }); },
    });
    await setCells(tab, 'int kept = 41;', 'while (true) { }', 'kept + 1');
    await press(tab, 2);
    await reaches(tab, 2, 'running');
    await tab.click('button[data-nn-stop]');
    await says(tab, 'variables are gone');
    await reaches(tab, 2, 'failed');
    await settled(tab);
    await run(tab, 3, '42');   // the cells above run again, without the one that had to be stopped
  });

  test('where a page cannot run it shows what was published, and says why', async () => {
    for (const [address, words, prepare] of [
      [course.host.address + notebook('00'), 'too old to run the code of this page', () => {
        WebAssembly.validate = () => false;
      }],
      [pathToFileURL(resolve(site, notebook('00'))).href, 'nn serve, or any web server'],
    ]) {
      const tab = await course.browser.open(address, { prepare });
      await says(tab, words);
      await gives(tab, 3, /after training145$/);
      assert.equal(await state(tab), 'off');
      assert.equal(await tab.page.locator('[data-nn-run]').count(), 0);
      await tab.close();
    }
  });

  test('what makes a page live weighs less before the first Run than the frame that comes with it', () => {
    const [first, frame] = [['live.js', 'live.css'], ['frame.js', 'frame.css']].map(names =>
      names.reduce((sum, name) => sum + gzipSync(readFileSync(resolve(site, 'assets', name))).length, 0));
    assert.ok(first < frame && first < 3000, `${first} bytes before and ${frame} with it, compressed`);
  });

  test('a reader who has worked here before gets the frame with the page, another one does not', async () => {
    course.host.asked.length = 0;
    const tab = await open();
    await tab.page.waitForTimeout(300);
    assert.ok(!course.host.asked.some(address => address.endsWith('/frame.js')));
    await store(tab, 2, 'my own work');
    course.host.asked.length = 0;
    await tab.reload();
    await hasSource(tab, 2, 'my own work');
    assert.ok(
      course.host.asked.some(address => address.endsWith('/frame.js')) &&
        !course.host.asked.some(address => address.includes('/live/')),
    );
  });

  const versions = 'a new version of the course is taken by the next page, while an open one goes on with its own';
  test(versions, { skip: nightly }, async () => {
    const old = await open();
    const keptOld = await keeping(old);
    await setCells(old, 'int mine = 41;', 'mine + 1');
    await run(old, 1);
    await keptOld();

    // The host has another bundle now: a new version, in which one assembly has another name, and the old file is gone.
    const boot = JSON.parse(readFileSync(resolve(site, 'live/boot.json'))),
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
    const keptNew = await keeping(tab);
    await setCells(tab, '6 * 7');
    await run(tab, 1, '42');
    await keptNew();
    assert.deepEqual(
      course.host.asked.filter(address => address.endsWith('.bin')).map(address => address.split('/').pop()),
      [engine.name],
      'what has not changed is taken from the old version',
    );

    // The old page has its variables, and can begin anew with what it has kept.
    await run(old, 2, '42');
    await old.click('button[data-nn-reset]');
    await settled(old);
    await run(old, 2, '42');
    const kept = await tab.page.evaluate(async () => (await caches.keys()).map(name => name.split(' ').pop()));
    assert.ok(kept.includes(version) && kept.includes('another'), String(kept));

    // When no page needs it any more, the old version goes.
    await old.page.close();
    await tab.reload();
    const keptAgain = await keeping(tab);
    await run(tab, 1);
    await keptAgain();
    await tab.until(async () =>
      !(await caches.keys()).some(name => /^neural-notebooks \S+ (?!another|pages)/.test(name)));
  });
});

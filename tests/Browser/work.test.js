// What becomes of a reader's work: as files, in private windows, when the course changes; and pages in browsers that
// lack something.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, test } from 'node:test';
import { nightly } from './browser.js';
import { missing } from './drivers.js';
import {
  hosted,
  keeping,
  notLive,
  notebook,
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

const status = tab => tab.evaluate(() => document.querySelector('.nn-status').textContent);

describe('a live page', { skip: notLive || missing('chromium') }, () => {
  const course = hosted();

  /** A page in a browser to which something has been done before. */
  async function open(name = notebook('00'), prepare) {
    const tab = await course.browser.open('about:blank');
    if (prepare) await tab.context.addInitScript(prepare);
    await tab.go(course.host.address + name);
    return tab;
  }

  /** An entry of the menu with the reader's work. */
  async function choose(tab, name) {
    await tab.click('.nn-more summary');
    await tab.page.getByRole('button', { name, exact: true }).click();
  }

  async function store(tab, number, text) {
    await setSource(tab, number, text);
    await stored(tab, text);
  }

  test('work goes into files: all of it into one that another browser takes, a notebook into its own', async () => {
    const tab = await open();
    await store(tab, 2, 'my own work');
    await tab.click('button[data-nn-add]');
    const last = (await states(tab)).length;
    await store(tab, last, '1 + 2');
    const [download] = await Promise.all([tab.page.waitForEvent('download'), choose(tab, 'Download all my work')]);
    assert.equal(download.suggestedFilename(), 'my-work.json');
    const file = await download.path(), other = await open();

    const [chooser] = await Promise.all([
      other.page.waitForEvent('filechooser'),
      choose(other, 'Restore my work from a file'),
    ]);
    await chooser.setFiles(file);
    await other.page.waitForFunction(() => document.querySelectorAll('[data-nn-cell]')[1]?.nnSource === 'my own work');
    assert.equal(await source(other, last), '1 + 2');
    await other.close();

    const [notebookFile] = await Promise.all([
      tab.page.waitForEvent('download'),
      choose(tab, 'Download this notebook with my changes'),
    ]);
    assert.equal(notebookFile.suggestedFilename(), notebook('00').replace('.html', '.ipynb'));
    const document = JSON.parse(readFileSync(await notebookFile.path()));
    assert.deepEqual(document.cells.filter(cell => cell.cell_type === 'code')[1].source, ['my own work']);
    await tab.close();
  });

  test('the whole page goes back to the course, also after a reload', async () => {
    const tab = await open();
    const count = (await states(tab)).length, originals = [await source(tab, 1), await source(tab, 2)];
    await store(tab, 1, 'one');
    await store(tab, 2, 'two');
    await tab.click('button[data-nn-add]');
    await choose(tab, 'Reset the whole page to the original');
    await tab.page.waitForFunction(text => document.querySelectorAll('[data-nn-cell]')[1]?.nnSource !== text, 'two');
    const isOriginal = async () => {
      assert.deepEqual([await source(tab, 1), await source(tab, 2)], originals);
      assert.equal((await states(tab)).length, count);
    };
    await isOriginal();
    await stored(tab, 'two', false);
    await tab.reload();
    await tab.page.waitForTimeout(300);
    await isOriginal();
    await tab.close();
  });

  async function restore(tab, work) {
    const [chooser] = await Promise.all([
      tab.page.waitForEvent('filechooser'),
      choose(tab, 'Restore my work from a file'),
    ]);
    await chooser.setFiles({
      name: 'my-work.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(work)),
    });
  }

  const says = (tab, words) =>
    tab.until(text => document.querySelector('.nn-status').textContent.includes(text), { args: [words] });

  test('work that a full disk did not take is not said to be stored, also after a run', async () => {
    const tab = await open(notebook('00'), () => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (...all) {
        const request = put.apply(this, all);
        request.addEventListener('success', () => this.transaction.abort());
        return request;
      };
    });
    await setCells(tab, '6 * 7');
    await says(tab, 'cannot store your work in this window');
    await run(tab, 1);
    assert.match(await status(tab), /Ready[^]*cannot store your work in this window/);
    await tab.close();
  });

  test('another or a damaged file is refused whole, and a restored one can be undone', async () => {
    const tab = await open(), name = `notebooks/${notebook('00').replace('.html', '.ipynb')}`;
    const [first, second] = await tab.evaluate(() =>
      [...document.querySelectorAll('[data-nn-cell]')].map(cell => cell.dataset.nnCell));
    const of = await tab.evaluate(() => document.body.dataset.nnNotebook);
    assert.equal(of, name);
    await store(tab, 2, 'mine, and newer');
    const entry = (cell, source) => ({ notebook: name, cell, source, original: '', added: false, at: 1 });
    const work = cells => ({ format: 'neural-notebooks work 1', cells, solved: [] });
    await restore(tab, { format: 'another' });
    await says(tab, 'not a file of work that was downloaded here');
    await restore(tab, work([entry(first, 'one'), entry(second, 7)]));
    await says(tab, 'Nothing was restored: entry 2 of "cells" has no text "source"');
    assert.equal(await source(tab, 2), 'mine, and newer');
    await restore(tab, work([entry(first, 'one'), entry(second, 'two')]));
    await says(tab, 'Restored 2 cells, in place of 1 text that you wrote here later.');
    assert.deepEqual([await source(tab, 1), await source(tab, 2)], ['one', 'two']);
    await tab.page.getByRole('button', { name: 'Undo' }).click();
    await says(tab, 'Undone');
    assert.equal(await source(tab, 2), 'mine, and newer');
    assert.notEqual(await source(tab, 1), 'one');
    await tab.close();
  });

  test('what an edited cell gave is there after a reload, as of the last visit', async () => {
    const tab = await open();
    await setCells(tab, '6 * 7');
    await run(tab, 1);
    await stored(tab, cell => cell.output?.includes('42'));
    await tab.reload();
    await tab.until(() =>
      document.querySelector('[data-nn-cell] .nn-note')?.textContent.includes('at your last visit'),
    );
    assert.match(await output(tab, 1), /^\s*42/);
    assert.equal((await states(tab))[0], 'idle');
    await tab.close();
  });

  test('a cell that ends with an error can be gone to from the bar, and run all goes to it', async () => {
    const tab = await course.shared('1', '', '', 'int.Parse("no")', '2');
    await runAll(tab);
    assert.match(await status(tab), /Cell 4 ended with an error/);
    const shown = is => tab.until(wanted => {
      const { top, bottom } = document.querySelectorAll('[data-nn-cell]')[3].getBoundingClientRect();
      return (bottom > 0 && top < innerHeight) === wanted;
    }, { args: [is] });
    await shown(true);
    await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await shown(false);
    await tab.page.getByRole('button', { name: 'Go to cell 4' }).click();
    await shown(true);
  });

  test('an added cell is put below another, moved, deleted, and comes back by Undo and after a reload', async () => {
    const tab = await open();
    const place = text => tab.evaluate(
      wanted => [...document.querySelectorAll('[data-nn-cell]')].findIndex(cell => cell.nnSource === wanted),
      text,
    );
    const press = name => tab.page.locator('[data-nn-added]').getByRole('button', { name, exact: true }).click();
    const count = (await states(tab)).length;
    await store(tab, 2, 'second');
    await tab.page.locator('[data-nn-cell]').nth(1).getByRole('button', { name: 'Add below' }).click();
    await tab.until(n => document.querySelectorAll('[data-nn-cell]').length === n, { args: [count + 1] });
    await store(tab, 3, 'added');
    await press('Up');
    assert.deepEqual([await place('added'), await place('second')], [1, 2]);
    await press('Down');
    await press('Down');
    assert.equal(await place('added'), 3);
    assert.equal(await tab.evaluate(() => document.querySelector('[data-nn-added] .nn-run').ariaLabel), 'Run cell 4');
    await press('Delete');
    assert.equal(await place('added'), -1);
    await tab.page.getByRole('button', { name: 'Undo' }).click();
    assert.equal(await place('added'), 3);
    await stored(tab, 'added');
    await tab.reload();
    await tab.until(() => document.querySelector('[data-nn-added]')?.nnSource === 'added');
    assert.equal(await place('added'), 3);
    await press('Delete');
    await stored(tab, 'added', false);
    await tab.close();
  });

  test('a reset of the page can be undone, and work can be forgotten on a shared computer', async () => {
    const tab = await open();
    await store(tab, 2, 'my own work');
    await choose(tab, 'Reset the whole page to the original');
    await stored(tab, 'my own work', false);
    await tab.page.getByRole('button', { name: 'Undo' }).click();
    await stored(tab, 'my own work');
    assert.equal(await source(tab, 2), 'my own work');
    await choose(tab, 'Forget my work on this computer');
    assert.equal(await source(tab, 2), 'my own work');
    await tab.page.getByRole('button', { name: /Press again/ }).click();
    await stored(tab, 'my own work', false);
    assert.notEqual(await source(tab, 2), 'my own work');
    await tab.close();
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

  test('a browser that cannot store work runs cells, and says so', async () => {
    const tab = await open(notebook('00'), () => {
      const refuse = () => { throw new DOMException('denied', 'SecurityError'); };
      Object.defineProperty(window, 'indexedDB', { get: refuse });
    });
    await setCells(tab, '6 * 7');
    await tab.until(() =>
      /cannot store your work in this window: download it/.test(document.querySelector('.nn-status').textContent),
    );
    await run(tab, 1);
    assert.match(await output(tab, 1), /^\s*42/);
    await tab.close();
  });

  test('without a service worker Stop ends all of C#, and the page says so', { skip: nightly }, async () => {
    const tab = await open(notebook('00'), () => {
      Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
    });
    await setCells(tab, 'int kept = 41;', 'while (true) { }', 'kept + 1');
    await press(tab, 2);
    await tab.until(() => document.querySelectorAll('[data-nn-cell]')[1].dataset.nnState === 'running');
    await tab.click('button[data-nn-stop]');
    await tab.until(() => /variables are gone/.test(document.querySelector('.nn-status').textContent));
    assert.equal((await states(tab))[1], 'failed');
    await settled(tab);
    await run(tab, 3);   // the cells above run again, without the one that had to be stopped
    assert.match(await output(tab, 3), /^\s*42/);
    await tab.close();
  });

  test('a browser that is too old shows what was published, and says so in a sentence', async () => {
    const tab = await open(notebook('00'), () => { WebAssembly.validate = () => false; });
    assert.match(await status(tab), /too old to run the code of this page/);
    assert.match(await output(tab, 3), /after training145$/);
    assert.equal(await state(tab), 'off');
    assert.equal(await tab.page.locator('[data-nn-run]').count(), 0);
    await tab.close();
  });

  test('opened from the disk, a page says how to get it live', async () => {
    const tab = await course.browser.open(pathToFileURL(resolve(site, notebook('00'))).href);
    assert.match(await status(tab), /nn serve, or any web server/);
    assert.match(await output(tab, 3), /after training145$/);
    await tab.close();
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
    await tab.until(() => document.querySelectorAll('[data-nn-cell]')[1].nnSource === 'my own work');
    assert.ok(
      course.host.asked.some(address => address.endsWith('/frame.js')) &&
        !course.host.asked.some(address => address.includes('/live/')),
    );
    await tab.close();
  });

  test('a frame that could not be loaded is said, and the next Run loads it', async () => {
    const tab = await open();
    course.host.broken = address => address.endsWith('/frame.js');
    await press(tab, 1);
    await tab.until(() => document.documentElement.dataset.nnLive === 'failed');
    assert.match(await status(tab), /Run again/);
    course.host.broken = null;
    await setCells(tab, '6 * 7');
    await press(tab, 1);
    await tab.until(() => document.documentElement.dataset.nnLive === 'ready');
    assert.match(await output(tab, 1), /^\s*42/);
    await tab.close();
  });

  test('a new version of the course is taken by the next page, while an open one goes on with its own', async () => {
    const old = await open();
    const keptOld = await keeping(old);
    await setCells(old, 'int mine = 41;', 'mine + 1');
    await run(old, 1);
    await keptOld();

    // The host has another bundle now: a new version, in which one assembly has another name, and the old file is gone.
    const boot = JSON.parse(readFileSync(resolve(site, 'live/boot.json'))),
      engine = boot.dotnet.resources.assembly.find(file => file.virtualPath === 'NeuralNotebooks.Engine.dll');
    const before = engine.name,
      version = boot.version;
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
    await run(tab, 1);
    assert.match(await output(tab, 1), /^\s*42/);
    await keptNew();
    assert.deepEqual(
      course.host.asked.filter(address => address.endsWith('.bin')).map(address => address.split('/').pop()),
      [engine.name],
      'what has not changed is taken from the old version',
    );

    // The old page has its variables, and can begin anew with what it has kept.
    await run(old, 2);
    assert.match(await output(old, 2), /^\s*42/);
    await old.click('button[data-nn-reset]');
    await settled(old);
    await run(old, 2);
    assert.match(await output(old, 2), /^\s*42/);
    const versions = await tab.page.evaluate(async () => (await caches.keys()).map(name => name.split(' ').pop()));
    assert.ok(versions.includes(version) && versions.includes('another'), String(versions));

    // When no page needs it any more, the old version goes.
    await old.page.close();
    await tab.reload();
    const kept = await keeping(tab);
    await run(tab, 1);
    await kept();
    await tab.until(async () =>
      !(await caches.keys()).some(name => /^neural-notebooks \S+ (?!another|pages)/.test(name)));
    await tab.close();
  });
});

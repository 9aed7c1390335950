// What comes to a page from outside: somebody else's cells in the address, notebooks and files that are dropped on the
// playground, and a page that another shows in a frame.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { missing } from './drivers.js';
import { hosted, notLive, notebook, output, run, setCells, setSource, site, source, states, stored } from './live.js';

const linkTo = content => '#code=' + deflateRawSync(content).toString('base64url');
const cellsLink = cells => linkTo(JSON.stringify(cells));
const idOf = (tab, number) =>
  tab.evaluate(n => document.querySelectorAll('[data-nn-cell]')[n - 1].dataset.nnCell, number);
const notice = tab => tab.until(() => document.querySelector('.nn-linked')?.textContent.includes('my own work')
  && document.querySelector('.nn-linked').textContent);

describe('a page that something comes to', { skip: notLive || missing('chromium') }, () => {
  const course = hosted(), { open } = course;

  test('a link shows changed cells to somebody else, who is told, and whose own work stays', async () => {
    const writer = await open(), reader = await open();
    await writer.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await setSource(writer, 2, '"from a stranger"');
    await stored(writer, '"from a stranger"');
    await writer.click('.nn-more summary');
    await writer.page.getByRole('button', { name: 'Copy a link to my changes' }).click();
    await writer.until(() => document.querySelector('.nn-status').textContent.startsWith('Copied'));
    const link = await writer.evaluate(() => navigator.clipboard.readText());
    await setSource(reader, 2, '"my own"');
    await stored(reader, '"my own"');

    await reader.go(link);
    await reader.reload();
    assert.match(await notice(reader), /somebody else wrote it.*in place of 1 of my cells/s);
    assert.equal(await source(reader, 2), '"from a stranger"');
    assert.ok((await states(reader)).every(state => state === 'idle'), 'nothing runs by itself');
    await stored(reader, '"from a stranger"', false);
    await reader.page.getByRole('button', { name: 'Show my own work' }).click();
    await reader.until(() => document.querySelectorAll('[data-nn-cell]')[1]?.nnSource === '"my own"');

    await reader.go(link);
    await reader.reload();
    await notice(reader);
    await reader.page.getByRole('button', { name: /Keep it as my work/ }).click();
    await stored(reader, '"from a stranger"');
    await Promise.all([writer.close(), reader.close()]);
  });

  test('a link that cannot be read, or whose cells are gone, says so in one sentence', async () => {
    const good = cellsLink([{ cell: 'none', source: '1' }]), bomb = linkTo(Buffer.alloc(100_000_000, '['));
    const cases = [
      [good.slice(0, -8), /cannot be shown: it is cut off or damaged\./],
      ['#code=%%%', /cannot be shown: it is cut off or damaged\./],
      [linkTo('{"cell": 1}'), /cannot be shown: it holds no cells\./],
      [linkTo('[null]'), /cannot be shown: it holds no cells\./],
      [bomb, /cannot be shown: it holds more than 1 MB of code\./],
      [`#code=${'A'.repeat(300_000)}`, /cannot be shown: it is too long\./],
      [good, /1 of its cells are not on this page/],
    ];
    const tab = await open('playground.html'), original = await source(tab, 2);
    for (const [link, expected] of cases) {
      await tab.go('about:blank');
      await tab.go(course.host.address + 'playground.html' + link);
      assert.match(await notice(tab), expected);
      assert.equal(await source(tab, 2), original);
    }
    await tab.close();
  });

  test('one cell is shown alone in a frame of another page, and runs with what stands above it', async () => {
    const tab = await open(), id = await idOf(tab, 3);
    await tab.go(`${course.host.address}${notebook('00')}?cell=${id}`);
    await tab.until(() => document.querySelector('[data-nn-shown]'));
    const visible = await tab.evaluate(() =>
      [...document.querySelectorAll('main article > *, body > header, .nn-add')]
        .filter(element => element.offsetHeight > 0).length);
    assert.equal(visible, 1);
    await setSource(tab, 3, 'string.Join(",", Iris.Load().Count)');
    await run(tab, 3);
    assert.match(await output(tab, 3), /150/);
    await stored(tab, 'string.Join(",", Iris.Load().Count)', false);
    await tab.go(`${course.host.address}${notebook('00')}?cell=nothing`);
    await tab.until(() => /no cell "nothing"/.test(document.querySelector('.nn-status').textContent));
    await tab.close();
  });

  test('a notebook and files that are chosen on the playground become cells, and files that cells read', async () => {
    const tab = await open('playground.html'), count = (await states(tab)).length;
    assert.match(await source(tab, 1), /#!import kit\.csx/);
    const choose = async (...files) => {
      const [chooser] = await Promise.all([tab.page.waitForEvent('filechooser'), tab.click('[data-nn-open]')]);
      await chooser.setFiles(files.map(([name, text]) => ({ name, mimeType: '', buffer: Buffer.from(text) })));
    };
    const says = pattern => tab.until(`() => ${pattern}.test(document.querySelector('.nn-status').textContent)`);
    const cells = [
      { cell_type: 'markdown', source: ['# A title'] },
      { cell_type: 'code', source: '$"{File.ReadAllText("data.csv").Length} of {Iris.Load().Count}"' },
    ];
    await choose(['mine.ipynb', JSON.stringify({ cells, metadata: {} })], ['data.csv', '1,2,3']);
    await says(/2 cells have been added below.*read "data.csv"/);
    assert.equal((await states(tab)).length, count + 2);
    await run(tab, count + 2);
    assert.match(await output(tab, count + 2), /5 of 150/);
    await choose(['data.csv', '1,2,3,4']);
    await says(/read "data.csv"/);
    await run(tab, count + 2);
    assert.match(await output(tab, count + 2), /7 of 150/);
    for (const [name, text, words] of [
      ['a.ipynb', '{"cells": 1}', /a.ipynb was not opened: it is not a notebook/],
      ['b.ipynb', '{"cells": [], "metadata": {"kernelspec": {"language": "python"}}}', /written in python/],
    ]) {
      await choose([name, text]);
      await says(words);
    }
    assert.equal((await states(tab)).length, count + 2);
    await tab.close();
  });

  test('a cell reads the files that were published with its page', async () => {
    const page = notebook('00'), files = JSON.stringify({ 'sub/a b.txt': 'files/a.txt', 'gone.txt': 'files/gone.txt' });
    const html = readFileSync(resolve(site, page), 'utf8')
      .replace('data-nn-bar=""', `data-nn-bar="" data-nn-files="${files.replaceAll('"', '&quot;')}"`);
    course.host.rewrite = address =>
      address.endsWith(page) ? html : address.endsWith('files/a.txt') ? 'from the site' : undefined;
    const tab = await open();
    await setCells(tab, 'System.IO.File.ReadAllText("sub/a b.txt")', 'System.IO.File.Exists("gone.txt")');
    await run(tab, 2);
    course.host.rewrite = null;
    assert.match(await output(tab, 1), /from the site/);
    assert.match(await output(tab, 2), /False/);
    await tab.close();
  });

  test('a dropped notebook is added, and Undo takes it away, also from what is stored', async () => {
    const tab = await open('playground.html'), count = (await states(tab)).length;
    await tab.until(() => document.querySelector('[data-nn-open]'));
    await tab.evaluate(() => {
      const transfer = new DataTransfer();
      const cells = [{ cell_type: 'code', source: 'dropped' }];
      transfer.items.add(new File([JSON.stringify({ cells })], 'x.ipynb'));
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
    });
    await stored(tab, 'dropped');
    await tab.page.getByRole('button', { name: 'Undo' }).click();
    await stored(tab, 'dropped', false);
    assert.equal((await states(tab)).length, count);
    await tab.close();
  });
});

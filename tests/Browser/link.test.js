// Tests pages with content from elsewhere: another person's cells in the address, notebooks and files that are dropped
// on the playground, and a single cell in a frame of another page.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { hosted, missing, notebook, withoutFigures } from './live.js';

const linkTo = content => '#code=' + deflateRawSync(content).toString('base64url');
const notice = tab => tab.until(() => document.querySelector('.nn-linked')?.textContent.includes('my own work')
  && document.querySelector('.nn-linked').textContent);

describe('a page with content from elsewhere', { skip: missing }, () => {
  const course = hosted(), { open } = course;

  test('a link shows changed cells to another reader, with a notice, and keeps that reader\'s own work', async () => {
    const writer = await open(), reader = await open(), linked = '"from another person"';
    await writer.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await writer.store(2, linked);
    await writer.choose('Copy a link to my changes');
    await writer.says('Copied');
    const link = await writer.evaluate(() => navigator.clipboard.readText());
    const follow = async () => {
      await reader.go(link);
      await reader.reload();
      return notice(reader);
    };
    await reader.store(2, '"my own"');

    assert.match(await follow(), /somebody else wrote it.*in place of 1 of my cells/s);
    assert.equal(await reader.source(2), linked);
    assert.ok((await reader.states()).every(state => state === 'idle'), 'no cell runs by itself');
    await reader.stored(linked, false);
    await reader.button('Show my own work').click();
    await reader.hasSource(2, '"my own"');

    await follow();
    await reader.page.getByRole('button', { name: /Keep it as my work/ }).click();
    await reader.stored(linked);
  });

  test('for a link that cannot be read, or whose cells do not exist any more, the page shows a message', async () => {
    const good = linkTo('[{"cell": "none", "source": "1"}]');
    const tab = await open('playground.html'), original = await tab.source(2);
    for (const [link, words] of [
      [good.slice(0, -8), 'cannot be shown: it is cut off or damaged.'],
      ['#code=%%%', 'cannot be shown: it is cut off or damaged.'],
      [linkTo('{"cell": 1}'), 'cannot be shown: it holds no cells.'],
      [linkTo('[null]'), 'cannot be shown: it holds no cells.'],
      [linkTo(Buffer.alloc(100_000_000, '[')), 'cannot be shown: it holds more than 1 MB of code.'],
      [`#code=${'A'.repeat(300_000)}`, 'cannot be shown: it is too long.'],
      [good, '1 of its cells are not on this page'],
    ]) {
      await tab.go('about:blank');
      await tab.go(course.host.address + 'playground.html' + link);
      assert.ok((await notice(tab)).includes(words), words);
      assert.equal(await tab.source(2), original);
    }
  });

  test('a single cell in a frame runs after the cells above it, and reads published files', async () => {
    const page = notebook('00'), files = '{"sub/a b.txt": "files/a.txt", "gone.txt": "files/gone.txt"}';
    const bar = `data-nn-bar="" data-nn-files="${files.replaceAll('"', '&quot;')}"`;
    course.host.rewrite = address =>
      address.endsWith('files/a.txt') ? 'from the site' : withoutFigures(address)?.replace('data-nn-bar=""', bar);
    const tab = await course.page();
    await tab.go(`${course.host.address}${page}?cell=nothing`);
    await tab.says('no cell "nothing"');
    const id = await tab.inCells(cells => cells[2].dataset.nnCell);
    await tab.go(`${course.host.address}${page}?cell=${id}`);
    await tab.until(() => document.querySelector('[data-nn-shown]'));
    const visible = await tab.evaluate(() =>
      [...document.querySelectorAll('main article > *, body > header, .nn-add')]
        .filter(element => element.offsetHeight > 0).length);
    assert.equal(visible, 1);
    await tab.setSource(2, 'int above = Iris.Load().Count;');
    const reads = '$"{above}, {File.ReadAllText("sub/a b.txt")}, {File.Exists("gone.txt")}"';
    await tab.setSource(3, reads);
    await tab.run(3, '150, from the site, False');
    await tab.stored(reads, false);
  });

  for (const width of [390, 1120, 1280, 1600])
    test(`a single cell in a frame of ${width} px uses its width, and shows the output that a prompt would hide`,
      async () => {
        const page = notebook('00'), whole = await open(page, { viewport: { width, height: 600 } });
        await whole.until(() => document.querySelector('.output > .answer:not([open])'));
        const id = await whole.evaluate(() =>
          document.querySelector('.output > .answer').closest('[data-nn-cell]').dataset.nnCell);
        const wide = await whole.evaluate(() => document.querySelector('main article').clientWidth);
        const alone = await open(`${page}?cell=${id}`, { viewport: { width, height: 600 } });
        await alone.until(() => document.querySelector('[data-nn-shown]'));
        const article = await alone.evaluate(() => document.querySelector('main article').clientWidth);
        assert.ok(article >= wide, `${article} px alone, ${wide} px in the whole page`);
        assert.equal(await alone.evaluate(() => document.querySelectorAll('.answer:not([open])').length), 0);
      });

  test('on the playground, a chosen notebook adds its cells, and cells can read other chosen files', async () => {
    const tab = await course.page();
    await tab.go(course.host.address + 'playground.html');
    const count = await tab.count();
    assert.match(await tab.source(1), /#!import kit\.csx/);
    const opened = async (files, words) => {
      await tab.chooseFiles(() => tab.click('[data-nn-open]'), files);
      await tab.says(words);
      assert.equal(await tab.count(), count + 2);
    };
    const cells = [
      { cell_type: 'markdown', source: ['# A title'] },
      { cell_type: 'code', source: '$"{File.ReadAllText("data.csv").Length} of {Iris.Load().Count}"' },
    ];
    await opened({ 'mine.ipynb': JSON.stringify({ cells, metadata: {} }), 'data.csv': '1,2,3' },
      '2 cells have been added below. Cells can read "data.csv"');
    await tab.run(count + 2, '5 of 150');
    await opened({ 'a.ipynb': '{"cells": 1}' }, 'a.ipynb was not opened: it is not a notebook');
    await opened({ 'b.ipynb': '{"cells": [], "metadata": {"kernelspec": {"language": "python"}}}' },
      'written in python');
    await opened({ 'data.csv': '1,2,3,4' }, 'read "data.csv"');
    await tab.run(count + 2, '7 of 150');
  });

  test('a file of Polyglot Notebooks is opened without its cells in other languages', async () => {
    const tab = await open('playground.html');
    await tab.until(() => document.querySelector('[data-nn-open]'));
    const count = await tab.count();
    const dib = '#!meta\n\n{"kernelInfo":{"defaultKernelName":"csharp"}}\n\n#!markdown\n\n# A title\n\n'
      + '#!csharp\n\n6 * 7\n\n#!pwsh\n\nGet-Item\n\n#!c#\n\n#!time\n40 + 3\n';
    await tab.chooseFiles(() => tab.click('[data-nn-open]'), { 'old.dib': dib });
    await tab.says('old.dib: 3 cells have been added below. Its cells in pwsh are left out: this page runs C#.');
    assert.equal(await tab.source(count + 2), '6 * 7');
    assert.equal(await tab.source(count + 3), '#!time\n40 + 3');
  });

  test('Markdown of an opened notebook is rendered without C#, after a reload too, and edited in place', async () => {
    const tab = await open('playground.html'), count = await tab.count();
    const cells = [
      { cell_type: 'markdown', source: '# A title\n\n*Slanted*, $a_1 * b_1 * c$ <img src=x onerror=alert(1)> and\n'
        + '[a link](javascript:alert(2)).\n' },
      { cell_type: 'code', source: '6 * 7' },
    ];
    await tab.until(() => document.querySelector('[data-nn-open]'));
    await tab.chooseFiles(() => tab.click('[data-nn-open]'), { 'mine.ipynb': JSON.stringify({ cells }) });
    const prose = async () => {
      await tab.until(() => document.querySelector('[data-nn-prose] h1'));
      return tab.evaluate(() => {
        const cell = document.querySelector('[data-nn-prose]'), text = cell.querySelector('.text');
        return { all: text.innerText.trim(), slanted: text.querySelector('em').textContent,
          formula: text.querySelector('.tex').textContent, active: text.querySelectorAll('img, a').length,
          isCodeHidden: cell.querySelector('pre.code').offsetHeight < 2,
          live: document.documentElement.dataset.nnLive };
      });
    };
    const expected = { all: 'A title\n\nSlanted, $a_1 * b_1 * c$ <img src=x onerror=alert(1)> and '
      + '[a link](javascript:alert(2)).', slanted: 'Slanted', formula: '$a_1 * b_1 * c$', active: 0, isCodeHidden: true,
      live: 'off' };
    assert.deepEqual(await prose(), expected);
    await tab.stored('6 * 7');
    await tab.reload();
    assert.deepEqual(await prose(), expected);

    const { text } = await tab.downloaded(() => tab.choose('Download this notebook with my changes'));
    assert.deepEqual(JSON.parse(text).cells.slice(-2).map(cell => [cell.cell_type, [cell.source].flat().join('')]),
      cells.map(cell => [cell.cell_type, cell.source]));

    await tab.run(count + 2, '42');
    await tab.page.locator('[data-nn-prose] h1').dblclick();
    await tab.until(() => document.querySelector('[data-nn-prose] .cm-focused'));
    await tab.press('Control+A');
    await tab.type('#!markdown\n## Other words');
    await tab.until(() => document.querySelector('[data-nn-prose] h2')?.textContent === 'Other words');
    assert.ok(await tab.evaluate(() => document.querySelector('[data-nn-prose] .nn-editor').offsetHeight > 20));
    await tab.press('Control+Enter');
    await tab.reaches(count + 1, 'done');
    assert.equal((await tab.output(count + 1)).trim(), 'Other words');
  });

  test('opened files are restored after a reload until they are deleted; code of a link cannot read them', async () => {
    const tab = await open('playground.html'), words = 'Cells can read "data.csv"';
    const reads = 'System.IO.File.Exists("data.csv") ? System.IO.File.ReadAllText("data.csv") : "none"';
    await tab.until(() => document.querySelector('[data-nn-open]'));
    await tab.chooseFiles(() => tab.click('[data-nn-open]'), { 'data.csv': '1,2,3' });
    await tab.says(`${words} now.`);
    await tab.store(2, reads);
    await tab.setSource(1, '');
    await tab.reload();
    await tab.says('Cells can read the files that you opened here before: "data.csv".');
    await tab.run(2, '1,2,3');
    await tab.chooseFiles(() => tab.click('[data-nn-open]'), { 'data.csv': 'other' });
    await tab.says(words);
    await tab.button('Undo').click();
    await tab.says('Undone.');
    await tab.run(2, '1,2,3');

    await tab.go(course.host.address + 'playground.html' + linkTo(JSON.stringify([{ cell: 'kit', source: reads }])));
    await tab.reload();
    await tab.until(() => document.querySelector('[data-nn-open]') && document.querySelector('.nn-linked'));
    await tab.run(1, 'none');

    await tab.go(course.host.address + 'playground.html');
    await tab.says('Cells can read the files');
    await tab.choose('Forget my work on this computer');
    await tab.button('Forget all notebooks of this course? Press again').click();
    await tab.says('has been deleted');
    await tab.setCells(reads);
    await tab.run(1, 'none');
  });

  test('a dropped notebook is added, and Undo removes it from the page and from the stored work', async () => {
    const tab = await open('playground.html'), count = await tab.count();
    await tab.until(() => document.querySelector('[data-nn-open]'));
    await tab.evaluate(() => {
      const transfer = new DataTransfer();
      const cells = [{ cell_type: 'code', source: 'dropped' }];
      transfer.items.add(new File([JSON.stringify({ cells })], 'x.ipynb'));
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
    });
    await tab.stored('dropped');
    await tab.button('Undo').click();
    await tab.stored('dropped', false);
    assert.equal(await tab.count(), count);
  });
});

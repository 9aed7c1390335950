// Tests notebooks and files that are opened on the playground, and a single cell in a frame of another page.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from './browser.js';
import { hosted, missing, notebook, withoutFigures } from './live.js';

const code = source => ({ cell_type: 'code', source });
const notebookOf = (...cells) => JSON.stringify({ nbformat: 4, cells });
describe('a page with content from elsewhere', { skip: missing }, () => {
  const course = hosted(), { open } = course;

  test('a single cell in a frame runs after the cells above it, and reads published files', async () => {
    const page = notebook('00'), files = '{"sub/a b.txt": "files/a.txt", "gone.txt": "files/gone.txt"}';
    course.host.rewrite = address =>
      address.endsWith('files/a.txt') ? 'from the site'
        : withoutFigures(address)?.replace(/"files":\{.*?\}/, `"files":${files}`);
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
    await opened({ 'mine.ipynb': notebookOf(...cells), 'data.csv': '1,2,3' },
      'Cells added below: 2. Cells can read "data.csv"');
    await tab.run(count + 2, '5 of 150');
    await opened({ 'a.ipynb': '{"cells": 1}' }, 'a.ipynb was not opened: it has no nbformat number. Expected');
    const python = '{"nbformat": 4, "cells": [], "metadata": {"kernelspec": {"language": "python"}}}';
    await opened({ 'b.ipynb': python }, 'b.ipynb was not opened: it is written in python, and this page runs C#.');
    await opened({ 'data.csv': '1,2,3,4' }, 'read "data.csv"');
    await tab.run(count + 2, '7 of 150');
  });

  test('notebooks are opened without their cells in other languages, in both formats', async () => {
    const tab = await open('playground.html');
    await tab.until(() => document.querySelector('[data-nn-open]'));
    const count = await tab.count();
    const dib = '#!meta\n\n{"kernelInfo":{"defaultKernelName":"csharp"}}\n\n#!markdown\n\n# A title\n\n'
      + '#!csharp\n\n6 * 7\n\n#!pwsh\n\nGet-Item\n\n#!c#\n\n#!time\n40 + 3\n';
    await tab.chooseFiles(() => tab.click('[data-nn-open]'), { 'old.dib': dib });
    await tab.says('old.dib: Cells added below: 3. Its cells of other kinds (pwsh) are left out: this page runs C#.');
    assert.equal(await tab.source(count + 2), '6 * 7');
    assert.equal(await tab.source(count + 3), '#!time\n40 + 3');
    const other = { ...code('printfn "1"'), metadata: { polyglot_notebook: { kernelName: 'fsharp' } } };
    await tab.chooseFiles(() => tab.click('[data-nn-open]'), { 'two.ipynb': notebookOf(other, code('44')) });
    await tab.says(
      'two.ipynb: Cells added below: 1. Its cells of other kinds (fsharp) are left out: this page runs C#.');
    assert.equal(await tab.source(count + 4), '44');
    await tab.chooseFiles(() => tab.click('[data-nn-open]'), { 'bad.dib': '#!meta\n{"kernelInfo" 1}\n#!csharp\n1\n' });
    await tab.says('bad.dib was not opened: its metadata, below #!meta in line 1, are not JSON (line 2). Expected');
  });

  test('Markdown of an opened notebook is rendered, after a reload without C#, and edited in place', async () => {
    const tab = await open('playground.html'), count = await tab.count();
    const cells = [
      { cell_type: 'markdown', source: '# A title\n\n*Slanted*, $a_1 * b_1 * c$ <img src=x onerror=alert(1)> and\n'
        + '[a link](blob:https://a.b/2).\n' },
      { cell_type: 'code', source: 'Console.Write(6 * 7)' },
    ];
    await tab.until(() => document.querySelector('[data-nn-open]'));
    await tab.chooseFiles(() => tab.click('[data-nn-open]'), { 'mine.ipynb': notebookOf(...cells) });
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
      + '[a link](blob:https://a.b/2).', slanted: 'Slanted', formula: '$a_1 * b_1 * c$', active: 0, isCodeHidden: true,
      live: 'off' };
    assert.deepEqual(await prose(), { ...expected, live: 'ready' });
    await tab.stored('Console.Write(6 * 7)');
    await tab.reload();
    assert.deepEqual(await prose(), expected);

    const { text } = await tab.downloaded(() => tab.choose('Download this notebook with my changes'));
    assert.deepEqual(JSON.parse(text).cells.slice(-2).map(cell => [cell.cell_type, [cell.source].flat().join('')]),
      cells.map(cell => [cell.cell_type, cell.source]));

    await tab.run(count + 2, '42');
    await tab.page.locator('[data-nn-prose] h1').dblclick();
    await tab.until(() => document.querySelector('[data-nn-prose] .cm-focused'));
    await tab.press('Control+A');
    await tab.type('## Other words');
    await tab.until(() => document.querySelector('[data-nn-prose] h2')?.textContent === 'Other words');
    assert.ok(await tab.evaluate(() => document.querySelector('[data-nn-prose] .nn-editor').offsetHeight > 20));
    await tab.press('Control+Enter');
    await tab.until(() => document.querySelector('[data-nn-live=ready]'));
    assert.equal((await tab.output(count + 1)).trim(), 'Other words');
  });

  /** Finds the text of the frame in a cell's output, from outside of the page. */
  // A frame shows its text as soon as its own document is loaded.
  const framed = (tab, number, text) => tab.page.locator(`:nth-match([data-nn-cell], ${number}) iframe`)
    .contentFrame().locator('body').filter({ hasText: new RegExp(`^\\s*${text}\\s*$`) }).waitFor();
  const attack = 'HTML("<p id=seen></p><script>let found; try { found = parent.document.title"'
    + ' + " + indexedDB.open(\'x\'); }"'
    + ' + " catch (error) { found = error.name; } seen.textContent = found; seen.style.height = \'700px\';</script>")';

  test('HTML outputs of an opened notebook run in frames without access to the page, as do those of later cells',
    async () => {
      const tab = await open('playground.html');
      await tab.until(() => document.querySelector('[data-nn-open]'));
      await tab.setSource(1, '#!import kit.csx');
      await tab.setSource(2, 'HTML("<p>in the page</p>")');
      await tab.run(2, 'in the page');
      assert.equal(await tab.page.locator('iframe').count(), 0);
      await tab.chooseFiles(() => tab.click('[data-nn-open]'), { 'mine.ipynb': notebookOf(
        code(attack), code('double rate = Slider("rate", 0, 1);'), code('HTML($"<b>{rate}</b>")'),
        code('Plot.Scatter(Iris.Load())'),
        code('HTML("<i data-nn-control=a data-nn-field=b>only HTML</i>")')) });
      await tab.says('Cells added below: 5.');
      const first = await tab.count() - 4;
      await tab.run(first);
      await framed(tab, first, 'SecurityError');
      await until(async () => (await tab.page.locator('iframe').first().boundingBox())?.height > 700, 'the height');
      await tab.run(2);
      await framed(tab, 2, 'in the page');
      assert.equal(await tab.output(2), '', 'nothing of it is in the page itself');

      await tab.run(first + 4);
      await framed(tab, first + 4, 'only HTML');
      const figure = tab.page.locator(`:nth-match([data-nn-cell], ${first + 3}) iframe`);
      await figure.scrollIntoViewIfNeeded();
      await figure.contentFrame().locator('.main-svg').first().waitFor();

      // A control belongs to the page, and still works.
      await tab.run(first + 2);
      await framed(tab, first + 2, '0.5');
      await tab.page.getByRole('slider').focus();
      await tab.press('End');
      await framed(tab, first + 2, '1');

      // The outputs are shown after a reload, still in frames.
      await tab.stored('nn-frame');
      await tab.reload();
      await framed(tab, first, 'SecurityError');
      await tab.run(2);
      await framed(tab, 2, 'in the page');
    });

  test('what the code of an opened notebook posts in place of C# changes no element, and is named in the console',
    async () => {
      const tab = await open('playground.html'), complaints = [], count = await tab.count();
      tab.page.on('console', sent => { if (sent.text().includes('was dropped')) complaints.push(sent.text()); });
      await tab.until(() => document.querySelector('[data-nn-open]'));
      const hostile = `
        const shown = { type: 'image/png', content: 'data:image/png;base64,', leftOut: 0, text: '' };
        const output = { output_type: 'display_data', data: {}, metadata: {} };
        const show = (size, facts = {}) => self.postMessage({
          type: 'output', id, event: { kind: 'value', output, shown: { ...shown, size, facts } } });
        for (const name of ['innerHTML', 'outerHTML', 'srcset', 'style', 'onerror', 'id'])
          show({ [name]: '<img src=x onerror="document.title = 1">' });
        show({}, { control: 'x', field: { kind: 'constructor', value: '' } });
        show({ width: 20, height: 10 });
        self.postMessage({ type: 'output', id: 'added-other', event: { kind: 'clear', wait: false } });
        self.postMessage({ type: 'reply', id: 999, value: null });
        self.postMessage({ type: 'inputRequest', prompt: 'Your password, please', password: true });
        self.postMessage({ type: 'output', id, event: { kind: 'text', output: { output_type: 'stream',
          name: 'stdout', text: String([navigator.locks, navigator.storage, self.indexedDB, self.Worker]) } } });`;
      const run = 'var script = "data:text/javascript," + Uri.EscapeDataString("const id = \'" + id + "\';" + code);\n'
        + 'await System.Runtime.InteropServices.JavaScript.JSHost.ImportAsync("m" + id, script);\n'
        + 'await Task.Delay(-1);';
      const lies = source => tab.inCells((cells, n, text) => {
        cells[n].nnSource = text.replace('ID', cells[n].dataset.nnCell);
      }, count, source);
      await tab.chooseFiles(() => tab.click('[data-nn-open]'), { 'mine.ipynb': notebookOf(code('1')) });
      await tab.says('Cells added below: 1.');
      await lies(`var id = "ID"; var code = """\n${hostile}\n""";\n${run}`);
      await tab.pressRun(count + 1);
      await tab.until(() => document.querySelector('.nn-input'));
      const found = await tab.evaluate(() => {
        const asked = document.querySelector('.nn-input');
        const images = [...document.querySelectorAll('[data-nn-output] img')];
        return { words: asked.textContent, autocomplete: asked.querySelector('input').autocomplete,
          title: document.title, sizes: images.map(one => [one.getAttribute('width'), one.getAttribute('height')]) };
      });
      await tab.stop(count + 1);
      await tab.says('You pressed Stop.');
      assert.equal(found.words, `Cell ${count + 1} asks: Your password, pleaseEnter`);
      assert.equal(found.autocomplete, 'new-password');
      assert.notEqual(found.title, '1');
      assert.deepEqual(found.sizes, [['20', '10']]);
      assert.match(await tab.output(count + 1), /^,,,/, 'a cell has no locks, no storage and no workers');
      const event = '.event.shown', names = ['innerHTML', 'outerHTML', 'srcset', 'style', 'onerror', 'id'];
      assert.deepEqual(complaints.map(words => words.replace('A message of the web worker was dropped: message', '')), [
        ...names.map(name => `${event}.size.${name} is not expected.`),
        `${event}.facts.field.kind is none of range, select, checkbox, digit.`,
        '.id is not that of a cell that has run.',
        '.id belongs to no request.',
      ]);
    });

  test('HTML outputs of work that was restored from a file run in frames, and a checkpoint still gets its mark',
    async () => {
      const tab = await open(notebook('01'));
      const judge = await tab.evaluate(() => {
        const cells = [...document.querySelectorAll('[data-nn-cell]')];
        const at = cells.findIndex(cell => cell.matches('.judges'));
        const solution = document.querySelector('.checkpoint .help pre').textContent;
        return { number: at + 1, id: cells[at].dataset.nnCell, solution };
      });
      const cells = [{ notebook: `notebooks/${notebook('01').replace('.html', '.ipynb')}`, cell: judge.id,
        source: `display(${attack});\n${judge.solution}`, original: '' }];
      const work = JSON.stringify({ format: 'neural-notebooks work 1', cells, solved: [] });
      await tab.chooseFiles(() => tab.choose('Restore my work from a file'), { 'my-work.json': work });
      await tab.says('Restored 1 cell.');
      await tab.page.locator(`:nth-match([data-nn-cell], ${judge.number}) [data-nn-action="run"]`).click();
      await tab.until(() => document.querySelector('.checkpoint [data-nn-badge]').textContent === '✓ Done');
      const frames = tab.page.locator('.judges iframe');
      assert.match(await frames.last().contentFrame().locator('body').innerText(), /✓/);
      assert.equal(await frames.first().contentFrame().locator('#seen').innerText(), 'SecurityError');
    });

  test('a dropped notebook is added, and Undo removes it from the page and from the stored work', async () => {
    const tab = await open('playground.html'), count = await tab.count();
    await tab.until(() => document.querySelector('[data-nn-open]'));
    await tab.evaluate(() => {
      const transfer = new DataTransfer();
      const cells = [{ cell_type: 'code', source: 'dropped' }];
      transfer.items.add(new File([JSON.stringify({ nbformat: 4, cells })], 'x.ipynb'));
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
    });
    await tab.stored('dropped');
    await tab.button('Undo').click();
    await tab.stored('dropped', false);
    assert.equal(await tab.count(), count);
  });
});

// Tests Jupyter Notebook 6 with this project's kernel in Chromium.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch, missingBrowser, newPage, until } from './browser.js';
import { missingServer, startServer } from './jupyter.js';

const course = '03-two-layers-batch-of-three.ipynb';
const cells = [
  '#!import kit.csx',
  'int answer = 42;\nanswer',
  'Chart.Line<int, int, string>([0, 1, 2, 3], [0, 1, 4, 9]).WithXAxisStyle("n").WithYAxisStyle("n²")',
  'Enumerable.Range(0, 3).Select(i => i * answer)',
];

describe('Jupyter Notebook with the C# kernel', { skip: missingBrowser || missingServer }, () => {
  let browser, server, page;
  before(async () => {
    [browser, server] = await Promise.all([launch(), startServer({ 'try.ipynb': cells }, [course])]);
    page = await open('try.ipynb');
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function open(name) {
    const opened = await newPage(browser, { viewport: { width: 1200, height: 1000 } });
    await opened.goto(`${server.url}/notebooks/${name}`);
    await idle(opened);
    return opened;
  }

  const idle = on =>
    on.waitForFunction(
      () =>
        window.Jupyter?.notebook?.kernel?.is_connected() &&
        Jupyter.notebook.kernel.info_reply.protocol_version &&
        !Jupyter.notebook.get_cells().some(cell => cell.input_prompt_number === '*') &&
        document.querySelector('#kernel_indicator_icon.kernel_idle_icon'),
    );

  const choose = async (menu, item) => { await page.click(`${menu} > a`); await page.click(item); };

  /** Runs all cells, and waits until the last has run. */
  async function runAll(on) {
    await on.evaluate(() => { Jupyter.notebook.clear_all_output(); Jupyter.notebook.execute_all_cells(); });
    await idle(on);
  }

  const outputs = on =>
    on.evaluate(() =>
      Jupyter.notebook
        .get_cells()
        .filter(cell => cell.cell_type === 'code')
        .map(cell => cell.output_area.outputs),
    );

  const plain = output => output.data?.['text/plain'] ?? output.text ?? output.ename;

  /** Adds a cell with this code at the end, and places the cursor after the code. */
  async function write(code) {
    await page.evaluate(text => {
      const cell = Jupyter.notebook.insert_cell_at_bottom('code');
      cell.set_text(text);
      Jupyter.notebook.select(Jupyter.notebook.ncells() - 1);
      Jupyter.notebook.edit_mode();
      cell.code_mirror.setCursor(cell.code_mirror.lineCount(), 0);
      cell.code_mirror.execCommand('goDocEnd');
      cell.focus_editor();
    }, code);
  }

  /** Runs code in a new cell at the end. */
  async function run(code) {
    await write(code);
    await page.keyboard.press('Control+Enter');
  }

  /** Waits until an output of the last cell is this text. */
  const gives = text =>
    until(async () => (await outputs(page)).at(-1).some(output => plain(output) === text), `it does not give ${text}`);

  /** The number of colours of a picture. A blank one has a single colour. */
  async function colours(on, element) {
    const png = (await element.screenshot()).toString('base64');
    return on.evaluate(async data => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height), context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
    }, png);
  }

  const drawn = async on => {
    await on.evaluate(() => window.nnFigures?.drawAll());
    await on.waitForFunction(() => {
      const hosts = [...document.querySelectorAll('[data-nn-picture]')];
      return hosts.length > 0 && hosts.every(host => host.querySelector('.main-svg'));
    });
  };

  test('a notebook opens without a dialog, with the kernel that it names', async () => {
    assert.equal(await page.locator('.modal.in').count(), 0);
    assert.equal(await page.evaluate(() => Jupyter.notebook.kernel.name), '.net-csharp');
    assert.equal(await page.evaluate(() => Jupyter.notebook.kernel.info_reply.language_info.name), 'C#');
  });

  test('Run All runs every cell and draws the figure', async () => {
    await choose('#menus li:has(#run_all_cells)', '#run_all_cells');
    await page.waitForFunction(() =>
      Jupyter.notebook.get_cells().every(cell => Number.isInteger(cell.input_prompt_number)),
    );
    const shown = await outputs(page);
    assert.equal(plain(shown[1][0]), '42');
    await drawn(page);
    const picture = await page.$('[data-nn-picture]');
    assert.ok((await colours(page, picture)) > 10, 'the figure is blank');
  });

  test('Tab completes a name of an earlier cell, and offers members', async () => {
    for (const [begun, completed] of [['answ', 'answer'], ['Math.Sq', 'Math.Sqrt']]) {
      await write(begun);
      await page.keyboard.press('Tab');
      await page.waitForFunction(text => Jupyter.notebook.get_cells().at(-1).get_text() === text, completed);
    }

    await run('Dataset<double> flowers = Iris.Load();');
    await idle(page);
    await write('flowers.Fea');
    await page.keyboard.press('Tab');
    await page.waitForSelector('.completions option', { state: 'attached' });
    assert.ok((await page.locator('.completions option').allTextContents()).includes('Features'));
    await page.keyboard.press('Escape');

    await write('Plot.');
    await page.keyboard.press('Tab');
    await page.waitForSelector('.completions option', { state: 'attached' });
    assert.ok((await page.locator('.completions option').allTextContents()).some(text => text.includes('HeatMaps')));
    await page.keyboard.press('Escape');
  });

  test('a cell asks for input in the page', async () => {
    await run('$"Hello, {Console.ReadLine()}"');
    await page.waitForSelector('input.raw_input');
    await page.fill('input.raw_input', 'Ada');
    await page.press('input.raw_input', 'Enter');
    await gives('Hello, Ada');
  });

  test('an endless loop is interrupted, and the session goes on', async () => {
    await run('while (true) { }');
    await page.waitForSelector('#kernel_indicator_icon.kernel_busy_icon');
    await choose('#menus li:has(#int_kernel)', '#int_kernel');
    await gives('Interrupted');
    await idle(page);
    await run('answer + 1');
    await gives('43');
  });

  test('Restart & Run All starts a new session', async () => {
    await page.evaluate(count => {
      while (Jupyter.notebook.ncells() > count) Jupyter.notebook.delete_cell(Jupyter.notebook.ncells() - 1);
      Jupyter.notebook.get_cells().forEach(cell => cell.set_input_prompt());
    }, cells.length);
    await choose('#menus li:has(#restart_run_all)', '#restart_run_all');
    await page.click('.modal.in .btn-danger');
    await page.waitForFunction(
      count => Jupyter.notebook.get_cells().at(-1).input_prompt_number === count,
      cells.length,
    );
    await idle(page);
    assert.deepEqual(
      await page.evaluate(() => Jupyter.notebook.get_cells().map(cell => cell.input_prompt_number)),
      [1, 2, 3, 4],
    );
  });

  test('a saved notebook has its outputs after reloading, and the figure is drawn again', async () => {
    await page.evaluate(() => Jupyter.notebook.save_checkpoint());
    await page.waitForFunction(() => !Jupyter.notebook.dirty);
    const saved = JSON.parse(readFileSync(join(server.folder, 'try.ipynb'), 'utf8'));
    assert.deepEqual(saved.cells[1].outputs[0].data['text/plain'], ['42']);
    assert.deepEqual(saved.metadata.language_info, {
      file_extension: '.cs',
      mimetype: 'text/x-csharp',
      name: 'C#',
      pygments_lexer: 'csharp',
      version: '14.0',
    });

    await page.reload();
    await idle(page);
    await drawn(page);
    assert.ok((await colours(page, await page.$('[data-nn-picture]'))) > 10, 'the figure is blank after reloading');
    assert.equal(plain((await outputs(page))[1][0]), '42');
  });

  test('a notebook of the course runs from top to bottom, with every picture', async () => {
    const lesson = await open(course);
    await runAll(lesson);
    const shown = (await outputs(lesson)).flat();
    assert.deepEqual(shown.filter(output => output.output_type === 'error').map(output => output.evalue), []);
    await drawn(lesson);
    assert.ok((await lesson.locator('[data-nn-picture]').count()) > 0);
    for (const picture of await lesson.$$('[data-nn-picture]'))
      assert.ok((await colours(lesson, picture)) > 5, 'a figure is blank');
    await lesson.close();
  });
});

// Names that an address has to escape: of a notebook, of its page, of what its cells import and read.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe, test } from 'node:test';
import { missing } from './drivers.js';
import { hosted, keeping, output, run, setSource, stored } from './live.js';

const root = resolve(import.meta.dirname, '../..'), nn = join(root, 'src/NeuralNotebooks.Cli/bin/Debug/net10.0/nn.dll');
const notBuilt =
  !(existsSync(nn) && existsSync(join(root, 'artifacts/live/boot.json'))) &&
  'nn has not been built with live pages: dotnet build';
const name = "Größe #1, 100 % it's";

describe('a page whose name has to be escaped', { skip: notBuilt || missing('chromium') }, () => {
  let folder;
  const course = hosted(() => {
    folder = mkdtempSync(join(tmpdir(), 'nn-names-'));
    const code = (id, source) => ({ cell_type: 'code', id, metadata: {}, outputs: [], source, execution_count: null });
    const notebook = {
      cells: [code('a', '#!import parts/a.csx'), code('b', 'Answer')],
      metadata: { kernelspec: { name: '.net-csharp', display_name: 'C#', language: 'C#' } },
      nbformat: 4,
      nbformat_minor: 5,
    };
    mkdirSync(join(folder, 'parts'));
    writeFileSync(join(folder, `${name}.ipynb`), JSON.stringify(notebook));
    writeFileSync(join(folder, 'parts/a.csx'), '#!import b #1 %.csx');
    const read = 'int.Parse(System.IO.File.ReadAllText("parts/ä #1 %.txt"))';
    writeFileSync(join(folder, 'parts/b #1 %.csx'), `int Answer = ${read};`);
    writeFileSync(join(folder, 'parts/ä #1 %.txt'), '42');
    const site = join(folder, 'site');
    execFileSync('dotnet', [nn, 'run', join(folder, `${name}.ipynb`), '--output', site], { stdio: 'pipe' });
    return site;
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const page = `${encodeURIComponent(name)}.html`;

  test('both downloads have the name of the notebook', async () => {
    const tab = await course.open(page);
    await setSource(tab, 2, 'Answer + 1');
    await stored(tab, 'Answer + 1');
    for (const press of [
      () => tab.click('a.download'),
      async () => {
        await tab.click('.nn-more summary');
        await tab.page.getByRole('button', { name: 'Download this notebook with my changes' }).click();
      },
    ]) {
      const [download] = await Promise.all([tab.page.waitForEvent('download'), press()]);
      assert.equal(download.suggestedFilename(), `${name}.ipynb`);
      assert.equal(JSON.parse(readFileSync(await download.path())).cells.length, 2);
    }
    await tab.close();
  });

  test('it imports a script in a folder, which imports and reads what is beside it, also offline', async () => {
    const tab = await course.open(page), kept = await keeping(tab);
    await run(tab, 2);
    assert.match(await output(tab, 2), /^\s*42/);
    await kept();
    course.host.broken = () => true;
    await tab.go(course.host.address);
    await tab.page.getByRole('main').getByRole('link', { name: 'Größe' }).first().click();
    await tab.until(() => document.querySelector('[data-nn-run]'));
    await run(tab, 2);
    assert.match(await output(tab, 2), /^\s*42/);
    await tab.go(course.host.address + page);
    await tab.until(() => document.querySelector('[data-nn-run]'));
    await tab.close();
  });
});

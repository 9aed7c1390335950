// Tests names that have to be escaped in addresses: of a notebook, of its page, and of files that its cells import and
// read.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { missingBrowser, nightly } from './browser.js';
import { hosted } from './live.js';
import { codeCell, nn, notBuiltLive, notebookOf, temporaryFolder } from './nn.js';

const name = "Größe #1, 100 % it's", page = `${encodeURIComponent(name)}.html`;

describe('a page whose name has to be escaped', { skip: notBuiltLive || missingBrowser || nightly }, () => {
  const course = hosted(() => {
    const folder = temporaryFolder(), site = join(folder, 'site');
    mkdirSync(join(folder, 'parts'));
    for (const [file, text] of [
      [`${name}.ipynb`, notebookOf([codeCell('a', '#!import parts/a.csx'), codeCell('b', 'Answer')])],
      ['parts/a.csx', '#!import b #1 %.csx'],
      ['parts/b #1 %.csx', 'int Answer = int.Parse(System.IO.File.ReadAllText("parts/ä #1 %.txt"));'],
      ['parts/ä #1 %.txt', '42'],
    ])
      writeFileSync(join(folder, file), text);
    nn('run', join(folder, `${name}.ipynb`), '--output', site);
    return site;
  });

  test('both downloads have the name of the notebook', async () => {
    const tab = await course.open(page);
    await tab.store(2, 'Answer + 1');
    const changed = () => tab.choose('Download this notebook with my changes');
    for (const press of [() => tab.click('.page-foot a'), changed]) {
      const file = await tab.downloaded(press);
      assert.equal(file.name, `${name}.ipynb`);
      assert.equal(JSON.parse(file.text).cells.length, 2);
    }
  });

  test('it imports a script in a folder, which imports and reads files of that folder, also offline', async () => {
    const tab = await course.open(page), kept = await tab.keeping();
    await tab.run(2, '42');
    await kept();
    course.host.broken = () => true;
    await tab.go(course.host.address);
    await tab.page.getByRole('main').getByRole('link', { name: 'Größe' }).first().click();
    await tab.until(() => document.querySelector('[data-nn-action="run"]'));
    await tab.run(2, '42');
    await tab.go(course.host.address + page);
    await tab.until(() => document.querySelector('[data-nn-action="run"]'));
  });
});

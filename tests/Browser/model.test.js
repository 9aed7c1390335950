// Tests that the pages of the course have what their scripts expect: the JSON that NeuralNotebooks.Site writes into
// each live page has the form that the scripts describe, and lists the cells of the page. No browser is needed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import { page as check } from '../../src/NeuralNotebooks.Browser/Page/model.js';
import { notebooks, notLive, site } from './live.js';

const read = name => readFileSync(resolve(site, name), 'utf8');
const element = /<script type="application\/json" data-nn-page="">(.*?)<\/script>/;
const modelIn = text => JSON.parse(element.exec(text)?.[1] ?? '');

describe('the model of a live page', { skip: notLive }, () => {
  for (const name of [...notebooks, 'playground.html'])
    test(`is what the scripts expect, and has the cells of the page: ${name}`, () => {
      const text = read(name).split('</template>'), model = modelIn(text[0]);
      assert.equal(check(model), '');
      const cells = [...text[1].matchAll(/<figure class="cell([^"]*)"[^>]* data-nn-cell="(.*?)"/g)];
      assert.deepEqual(cells.map(([, kind, id]) => ({ id, isCheckpoint: kind.includes('judges') })),
        model.cells.map(({ id, isCheckpoint }) => ({ id, isCheckpoint })));
      assert.equal(JSON.parse(read(model.address)).cells.some(({ id }) => id === model.cells[0].id), true);
    });

  test('is refused if a part is missing or has another form', () => {
    const model = modelIn(read('playground.html')), [cell] = model.cells;
    for (const [changed, wrong] of /** @type {[any, string][]} */ ([
      [{ notebook: undefined }, '.notebook is not text'], [{ title: 'x' }, '.title is not expected'],
      [{ cells: [{ ...cell, mayFail: 'yes' }] }, '.cells.0.mayFail is not true or false'],
      [{ packages: { packages: [] } }, '.packages.files is not a list'],
    ]))
      assert.equal(check({ ...model, ...changed }), wrong);
  });
});

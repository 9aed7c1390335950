// Tests the lines about claims: Run all checks them, and they say so if the reader has changed what they are about.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { missingBrowser } from './browser.js';
import { hosted } from './live.js';
import { codeCell, nn, notBuiltLive, notebookOf, temporaryFolder } from './nn.js';

/** Runs two notebooks with claims, and returns the folder of their site. In the second one, a claim does not hold in a
 * browser. */
function madeSite() {
  const folder = temporaryFolder(), file = name => join(folder, name);
  writeFileSync(file('holds.ipynb'), notebookOf([
    codeCell('start', 'int n = 2;'), codeCell('rate', 'double α = 1;\nα * n'), codeCell('end', 'n'),
  ]));
  writeFileSync(file('holds.claims.cs'), `// %%
void Must(bool holds) { if (!holds) throw new Exception("not here"); }
// %% product after=rate
int n = 7;
Must(α == 1);
// %% again after=rate
Must(n == 2);
// %% last after=end
Must(α * n == 2);
`);
  writeFileSync(file('fails.ipynb'), notebookOf([
    codeCell('slider', '#!import kit.csx\ndouble β = Slider("β", 0, 1, start: 0.5);'),
  ]));
  writeFileSync(file('fails.claims.cs'),
    '// %% after=slider\nif (OperatingSystem.IsBrowser()) throw new Exception("in a browser");\n');
  nn('run', folder, '--output', file('site'));
  return file('site');
}

describe('lines about claims', { skip: notBuiltLive || missingBrowser }, () => {
  const course = hosted(madeSite), original = 'double α = 1;\nα * n';
  const lines = tab => tab.evaluate(() => [...document.querySelectorAll('.claims')]
    .map(line => (line.hasAttribute('data-nn-failed') ? 'failed: ' : '') + line.querySelector('summary').textContent));
  const waitFor = (tab, words) => tab.until(text =>
    [...document.querySelectorAll('.claims summary')].some(line => line.textContent === text), words);
  const changed = name => `1 claim: these numbers belong to the text’s ${name}`;

  test('a change is about the claims below it, until it is undone', async () => {
    const tab = await course.open('holds.html');
    assert.deepEqual(await lines(tab), ['✓ 2 claims hold', '✓ 1 claim holds']);
    await tab.runAll();
    assert.deepEqual(await lines(tab), ['✓ 2 claims hold', '✓ 1 claim holds']);
    await tab.gives(3, '2');
    await tab.setSource(3, 'n + 0');
    await tab.setSource(2, original.replace('1', '3'));
    await waitFor(tab, changed('code'));
    await tab.runAll();
    assert.deepEqual(await lines(tab), [changed('code').replace('1 claim', '2 claims'), changed('code')]);
    await tab.setSource(2, original);
    await tab.setSource(3, 'n');
    await tab.runAll();
    assert.deepEqual(await lines(tab), ['✓ 2 claims hold', '✓ 1 claim holds']);
  });

  test('Run all alone checks claims: one that does not hold is red, unless a control has moved', async () => {
    const tab = await course.open('fails.html');
    await tab.run(1);
    assert.deepEqual(await lines(tab), ['✓ 1 claim holds']);
    await tab.runAll();
    assert.deepEqual(await lines(tab), ['failed: A claim of the text does not hold here']);
    assert.match(await tab.page.locator('.claims').textContent(), /Exception.*in a browser/s);
    await tab.page.getByRole('slider', { name: 'β' }).focus();
    await tab.press('ArrowRight');
    await waitFor(tab, changed('β'));
    assert.deepEqual(await lines(tab), [changed('β')]);
  });
});

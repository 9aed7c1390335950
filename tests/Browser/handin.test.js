// Tests assignments as live pages: answers them with the solutions of their sources, hands them in, and grades them.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { isNight, missingBrowser, nightly } from './browser.js';
import { hosted } from './live.js';
import { nn, notBuiltLive, root, temporaryFolder } from './nn.js';

const sources = join(root, 'assignments/source'), daily = 'A2-logistic-regression';
const names = isNight ? readdirSync(sources).sort() : [daily];

/** The solutions in an assignment's source: pairs of a cell's id and its text. */
function solutionsOf(name) {
  const { cells } = JSON.parse(readFileSync(join(sources, name, `${name}.ipynb`), 'utf8'));
  const all = cells.map(cell => [cell.id, [cell.source].flat().join('')]);
  const of = start => all.filter(([, text]) => text.startsWith(start));
  return {
    code: of('// TASK'),
    words: of('<!-- TASK')
      .map(([id, text]) => [id, /BEGIN SOLUTION -->\n([^]*?)<!-- END SOLUTION/.exec(text)[1]]),
    student: of('// STUDENT').map(([id]) => [id, '// STUDENT\nVariant.Student = "Ada";']),
  };
}

/** The first line of an answer, which names its task. */
const head = text => text.split('\n')[0];
const taskOf = text => /TASK ([\w-]+)/.exec(text)[1];

const setCells = (tab, texts) => tab.evaluate(all => {
  for (const [id, text] of all) document.querySelector(`[data-nn-cell="${id}"]`).nnSource = text;
}, texts);

const begin = async tab => {
  await tab.until(() => document.querySelector('[data-nn-hand-in]:enabled'));
  await tab.click('[data-nn-hand-in]');
};

/** The verdict and the list of problems that the page shows after Hand in. Fails if it cannot be handed in. */
async function verdictOf(tab) {
  await tab.within(900_000, () => document.querySelector('[data-nn-hand-in]:enabled'));
  const { verdict, found, status } = await tab.evaluate(() => ({
    verdict: document.querySelector('.nn-handed:not([hidden]) h2')?.textContent,
    found: [...document.querySelectorAll('.nn-handed li')].map(item => item.textContent),
    status: document.querySelector('.nn-status').textContent,
  }));
  assert.ok(verdict, status);
  return { verdict, found };
}

const handedFile = tab => tab.downloaded(() => tab.click('[data-nn-handed-file]'));

describe('an assignment as a live page', { skip: notBuiltLive || missingBrowser }, () => {
  const folder = temporaryFolder();
  const live = hosted(() => {
    nn('assign', 'release', ...names.map(name => join(sources, name)), '--output', folder, '--live');
    return join(folder, 'site');
  });
  let begun;

  test('lists tasks that are not begun, would not count or fail, and says that the id is missing', async () => {
    const tab = begun = await live.browser.open(`${live.host.address}${daily}.html`);
    const [[first, right], [second, text]] = solutionsOf(daily).code;
    await setCells(tab, [[first, right], [second, `${head(text)}\nthis does not compile`]]);
    await begin(tab);

    const { verdict, found } = await verdictOf(tab), all = found.join('\n');
    assert.match(verdict, /^\d+ points would be lost$/);
    await tab.says('A check that passes on this page is no grade.');
    for (const words of
      ['confident-mistake, 3 points: not begun.', 'error CS', 'gives no id: enter it', 'ends with an error'])
      assert.ok(all.includes(words), `${words} in ${all}`);
    assert.ok(!found.some(one => one.startsWith(taskOf(right))), all);
    await setCells(tab, [[first, `${right}\n`]]);
    assert.ok(await tab.evaluate(() => document.querySelector('.nn-handed').hidden), 'the file lacks the edit');

    // The page's session finds the assignment's variant, as in the assignment's folder.
    const last = await tab.count();
    await tab.inCells(([, ...others]) => {
      for (const cell of others) cell.nnSource = cell === others.at(-1) ? 'Variant.Assignment' : '';
    });
    await tab.run(last, new RegExp(daily));
    await tab.choose('Reset the whole page to the original');
    await tab.until(() => /has been reset/.test(document.querySelector('.nn-status').textContent));
  });

  test('a cell that ends C#, and one that does not end until Stop, are named', { skip: nightly }, async () => {
    const tab = await live.open(`${daily}.html`), { code } = solutionsOf(daily);
    const [[first, one], [second, two], [, three]] = code;
    await setCells(tab, [
      ...code,
      [first, `${head(one)}\nint Deep(int n) => 1 + Deep(n + 1);\nDeep(0)`],
      [second, `${head(two)}\nwhile (true) { }`],
    ]);
    await begin(tab);
    await tab.stop(await tab.numberOf(second));

    const { verdict, found } = await verdictOf(tab), all = found.join('\n');
    assert.match(verdict, /^Your answers were not judged here/);
    for (const end of ['ends C# itself. Go there', 'was stopped: it did not end. Go there'])
      assert.equal(found.filter(one => /^Cell \d+ /.test(one) && one.endsWith(end)).length, 1, all);
    assert.ok(!found.some(one => one.startsWith(taskOf(three))), all);
    assert.ok((await handedFile(tab)).text.includes('while (true) { }'));
  });

  for (const name of names)
    test(`${name} solved in the page is graded completely`, async () => {
      // In everyday runs this uses the page of the first test, since C# takes long to start.
      const tab = (name === daily && begun) || await live.open(`${name}.html`);
      const { code, words, student } = solutionsOf(name);
      await setCells(tab, [...code, ...student]);
      for (const [id, text] of words) await tab.page.fill(`[data-nn-text="${id}"] + textarea`, text);
      await begin(tab);

      const { verdict, found } = await verdictOf(tab);
      assert.equal(verdict, 'Everything would be graded', found.join('\n'));
      assert.deepEqual(found.filter(one => /error|Not yet|no id/.test(one)), []);
      const submitted = join(folder, 'submitted', 'ada', name, `${name}.ipynb`);
      const graded = join(folder, `graded-${name}`);
      mkdirSync(dirname(submitted), { recursive: true });
      writeFileSync(submitted, (await handedFile(tab)).text);
      if (isNight) {
        const from = join(folder, 'submitted');
        nn('grade', from, '--source', join(sources, name), '--output', graded, '--no-isolation');
        const { tests } = JSON.parse(readFileSync(join(graded, 'ada', name, 'result.json'), 'utf8'));
        const isByHand = task => words.some(([id]) => id === task);
        assert.deepEqual(
          tests.filter(task => !isByHand(`task-${task.name}`) && task.points !== task.max_points), []);
      }
      if (name !== daily) return;

      // The answers are stored, and can also be handed in without a network.
      await tab.until(async () => {
        const boot = await (await fetch('live/boot.json')).json();
        const judge = boot.data.find(entry => entry.kind === 'handIn');
        return !!(await caches.match('live/site.json')) && !!(await caches.match(`live/${judge.name}`));
      });
      await tab.context.setOffline(true);
      await tab.reload();
      await tab.until(() => document.querySelector('[data-nn-text] + textarea')?.value);
      if (!isNight) return;
      await begin(tab);
      const again = await verdictOf(tab);
      assert.equal(again.verdict, verdict);
    });
});

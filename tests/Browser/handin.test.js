// Assignments as live pages: answered with the solutions of their sources, handed in, and graded.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe, test } from 'node:test';
import { isNight, nightly } from './browser.js';
import { missing } from './drivers.js';
import { hosted, output, run, states } from './live.js';

const root = resolve(import.meta.dirname, '../..'), sources = join(root, 'assignments/source');
const nn = join(root, 'src/NeuralNotebooks.Cli/bin/Debug/net10.0/nn.dll');
const daily = 'A2-logistic-regression';
const names = isNight ? readdirSync(sources).sort() : [daily];
const notBuilt =
  !(existsSync(nn) && existsSync(join(root, 'artifacts/live/boot.json'))) &&
  'nn has not been built with live pages: dotnet build';

const call = (...args) => execFileSync('dotnet', [nn, ...args], { stdio: 'pipe', encoding: 'utf8', cwd: root });
const lines = text => text.trimEnd().split('\n');

/** The source's answers: by the cell's id, its text. */
function solutionsOf(name) {
  const { cells } = JSON.parse(readFileSync(join(sources, name, `${name}.ipynb`), 'utf8'));
  const texts = cells.map(cell => [cell.id, [cell.source].flat().join('')]);
  return {
    code: Object.fromEntries(texts.filter(([, text]) => text.startsWith('// TASK'))),
    words: Object.fromEntries(
      texts
        .filter(([, text]) => text.startsWith('<!-- TASK'))
        .map(([id, text]) => [id, /BEGIN SOLUTION -->\n([^]*?)<!-- END SOLUTION/.exec(text)[1]]),
    ),
    student: texts.find(([, text]) => text.startsWith('// STUDENT'))?.[0],
  };
}

const setCell = (tab, id, text) =>
  tab.evaluate((id, text) => { document.querySelector(`[data-nn-cell="${id}"]`).nnSource = text; }, id, text);

async function handIn(tab) {
  await tab.until(() => document.querySelector('[data-nn-hand-in]:enabled'));
  await tab.click('[data-nn-hand-in]');
  await tab.until(() => document.querySelector('.nn-handed:not([hidden])'), { timeout: 900_000 });
  return panel(tab);
}

const panel = tab => tab.evaluate(() => ({
  verdict: document.querySelector('.nn-handed h2').textContent,
  found: [...document.querySelectorAll('.nn-handed li')].map(item => item.textContent),
  digest: document.querySelector('.nn-handed code').textContent,
}));

describe('an assignment as a live page', { skip: notBuilt || missing('chromium') }, () => {
  let folder;
  const live = hosted(() => {
    folder = mkdtempSync(join(tmpdir(), 'nn-hand-in-'));
    call('assign', 'release', ...names.map(name => join(sources, name)), '--output', folder, '--live');
    return join(folder, 'site');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function open(name) {
    const tab = await live.open(`${name}.html`);
    await tab.until(() => document.querySelector('[data-nn-hand-in]'));
    return tab;
  }

  test('names what is not begun, what would not count, what fails, and that the id is missing', async () => {
    const tab = await open(daily), { code } = solutionsOf(daily);
    const [first, second] = Object.keys(code);
    await setCell(tab, first, code[first]);
    await setCell(tab, second, `${lines(code[second])[0]}\nthis does not compile`);

    const { verdict, found } = await handIn(tab);

    assert.match(verdict, /^\d+ points would be lost$/);
    const says = text => assert.ok(found.some(one => one.includes(text)), `${text} in ${found.join('\n')}`);
    says('confident-mistake, 3 points: not begun.');
    says('error CS');
    says('gives no id: enter it');
    says('ends with an error');
    assert.ok(!found.some(one => one.startsWith(/TASK ([\w-]+)/.exec(code[first])[1])));
    await setCell(tab, first, `${code[first]}\n`);
    assert.ok(await tab.evaluate(() => document.querySelector('.nn-handed').hidden), 'the file lacks the edit');

    // A variant has the numbers of the assignment, as in a folder.
    const last = (await states(tab)).length;
    await tab.evaluate(() => {
      [...document.querySelectorAll('[data-nn-cell]')].forEach((cell, i, all) => {
        if (i > 0) cell.nnSource = i === all.length - 1 ? 'Variant.Assignment' : '';
      });
    });
    await run(tab, last);
    assert.match(await output(tab, last), new RegExp(daily));
    await tab.close();
  });

  test('a cell that ends C#, and one that does not end until Stop, are named', { skip: nightly }, async () => {
    const tab = await open(daily), { code } = solutionsOf(daily);
    const [first, second, third] = Object.keys(code);
    await setCell(tab, first, `${lines(code[first])[0]}\nint Deep(int n) => 1 + Deep(n + 1);\nDeep(0)`);
    await setCell(tab, second, `${lines(code[second])[0]}\nwhile (true) { }`);
    await setCell(tab, third, code[third]);
    await tab.click('[data-nn-hand-in]');
    await tab.until(id => document.querySelector(`[data-nn-cell="${id}"]`).dataset.nnState === 'running', {
      args: [second],
      timeout: 900_000,
    });
    await tab.click('button[data-nn-stop]');
    await tab.until(() => document.querySelector('.nn-handed:not([hidden])'), { timeout: 900_000 });

    const { verdict, found, digest } = await panel(tab);
    assert.match(verdict, /^Your answers were not judged here/);
    for (const end of ['ends C# itself. Go there', 'was stopped: it did not end. Go there'])
      assert.equal(found.filter(one => /^Cell \d+ /.test(one) && one.endsWith(end)).length, 1, found.join('\n'));
    assert.ok(!found.some(one => one.startsWith(/TASK ([\w-]+)/.exec(code[third])[1])), found.join('\n'));
    assert.notEqual(digest, '');
    const [download] = await Promise.all([tab.page.waitForEvent('download'), tab.click('[data-nn-handed-file]')]);
    assert.ok(readFileSync(await download.path(), 'utf8').includes('while (true) { }'));
    await tab.close();
  });

  for (const name of names)
    test(`${name} solved in the page earns all points, with the digest that the page has shown`, async () => {
      const tab = await open(name), { code, words, student } = solutionsOf(name);
      if (student) await setCell(tab, student, '// STUDENT\nVariant.Student = "Ada";');
      for (const [id, text] of Object.entries(code)) await setCell(tab, id, text);
      for (const [id, text] of Object.entries(words)) await tab.page.fill(`[data-nn-text="${id}"] + textarea`, text);

      const { verdict, found, digest } = await handIn(tab);

      assert.equal(verdict, 'Everything would be graded', found.join('\n'));
      assert.deepEqual(found.filter(one => /error|Not yet|no id/.test(one)), []);
      const [download] = await Promise.all([
        tab.page.waitForEvent('download'),
        tab.click('[data-nn-handed-file]'),
      ]);
      const submitted = join(folder, 'submitted', 'ada', name), graded = join(folder, `graded-${name}`);
      mkdirSync(submitted, { recursive: true });
      writeFileSync(join(submitted, `${name}.ipynb`), readFileSync(await download.path()));
      const grade = (...more) =>
        call('grade', join(folder, 'submitted'), '--source', join(sources, name), '--output', graded, ...more);
      grade('--receipts');
      const receipt = readFileSync(join(graded, 'ada', name, 'receipt.txt'), 'utf8');
      assert.match(receipt, new RegExp(`digest of the answers is ${digest}\\.`));
      grade('--no-isolation');
      const { tests } = JSON.parse(readFileSync(join(graded, 'ada', name, 'result.json'), 'utf8'));
      assert.deepEqual(tests.filter(task => !words[`task-${task.name}`] && task.points !== task.max_points), []);
      call('feedback', graded, '--output', join(folder, `feedback-${name}`));
      const page = readFileSync(join(folder, `feedback-${name}`, 'ada', name, `${name}.html`), 'utf8');
      assert.ok(page.includes(`<code>${digest}</code>`), 'the feedback page shows the digest');

      if (name === daily) {
        // The answers are kept, and without a network they can be handed in as well.
        await tab.until(async () => {
          const boot = await (await fetch('live/boot.json')).json();
          const judge = boot.data.find(entry => entry.for === '#hand-in');
          return !!(await caches.match('live/site.json')) && !!(await caches.match(`live/${judge.name}`));
        });
        await tab.context.setOffline(true);
        await tab.reload();
        await tab.until(() => document.querySelector('[data-nn-text] + textarea')?.value);
        if (isNight) {
          const again = await handIn(tab);
          assert.deepEqual([again.verdict, again.digest], [verdict, digest]);
        }
      }
      await tab.close();
    });
});

// What a live page says while one types, its list of variables, values beside its lines, and what it marks as out of
// date.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { accessible } from './accessible.js';
import { gives, hosted, missing, notebook, of, run, runAll, setSource, source, stored } from './live.js';

describe('a live page', { skip: missing }, () => {
  const course = hosted();

  /** Opens a cell's editor, with the cursor at the end of its text. */
  async function edit(tab, number) {
    const code = tab.page.locator(`${of(number)} :is(pre.code:not([hidden]), .cm-content)`);
    await code.focus();
    if (await code.evaluate(element => element.matches('pre'))) await tab.press('Enter');
    await tab.until(() => document.activeElement.closest('.nn-editor'));
    await tab.press('Control+End');
  }
  const errors = tab => tab.page.locator('.cm-lintRange-error').allTextContents();
  /** Waits: what is typed slowly has other errors on its way. */
  const underlined = (tab, ...texts) => tab.until(expected =>
    JSON.stringify([...document.querySelectorAll('.cm-lintRange-error')].map(found => found.textContent)) === expected,
  JSON.stringify(texts));
  const tip = tab => tab.until(() => document.querySelector('.cm-tooltip.nn-tip'))
    .then(() => tab.page.locator('.cm-tooltip.nn-tip').textContent());

  test('loads nothing of what it says while one types before the first Run', async () => {
    course.host.asked.length = 0;
    const tab = await course.open();
    await edit(tab, 1);
    await tab.type('\nint x = "s";');
    await tab.page.waitForTimeout(700);
    assert.deepEqual(await errors(tab), []);
    assert.deepEqual(course.host.asked.filter(address => /\/lint|\.bin$/.test(address)), []);
  });

  test('colours code whatever its lines end with', async () => {
    const tab = await course.shared();
    for (const text of ['/* a\r\n b */ 1', '@"a\r\nb"', '"""\r\nb\r\n"""', '// a\u2028b\n1', '/* a\u2028b */ 1']) {
      await setSource(tab, 9, text);   // No test has opened an editor there.
      await tab.until((number, expected) =>
        document.querySelectorAll('[data-nn-cell] pre.code')[number - 1].textContent === expected, 9, text);
    }
  });

  test('underlines errors and warnings while one types, and says them by mouse and by keyboard', async () => {
    const tab = await course.shared('double w = 2;', 'double u = 1', 'w');
    await run(tab, 1);
    await edit(tab, 2);
    await tab.type('; int n = "s" + w');
    await underlined(tab, '"s" + w');
    await tab.page.locator('.cm-lintRange-error').first().hover();
    await tab.until(() => /CS0029: Cannot implicitly convert type 'string' to 'int'/
      .test(document.querySelector('.cm-tooltip-lint')?.textContent));
    await tab.page.mouse.move(0, 0);
    await tab.evaluate(() => {   // An announcement is gone again after a moment.
      const region = document.querySelector('.cm-announced');
      new MutationObserver(() => { window.announced += region.textContent; }).observe(region, { childList: true });
    });
    await tab.press('F8');
    assert.match(await tip(tab), /^CS0029: Cannot implicitly convert/);
    await tab.until(() => /CS0029/.test(window.announced));
    await accessible(tab.page);
    await tab.press('Escape');
    await tab.until(() => !document.querySelector('.nn-tip'));

    await setSource(tab, 2, 'int F() { return 1; Console.WriteLine(); }');
    await tab.until(() => document.querySelector('.cm-lintRange-warning'));
    assert.deepEqual(await errors(tab), []);
  });

  test('a name that a cell above may declare is unknown only once that has run', async () => {
    const untouched = ['', '', '', '', ''];   // Other tests have run these cells.
    const tab = await course.shared(...untouched, 'double p = 2;', 'double q = 3;', 'double r = p + q; int n = "s";');
    await run(tab, 6);
    await edit(tab, 8);
    await underlined(tab, '"s"');
    await setSource(tab, 7, 'double other = 3;');
    await run(tab, 7);
    await underlined(tab, 'q', '"s"');
  });

  test('a call shows its parameters, and a name its type and documentation', async () => {
    const tab = await course.shared('#!import kit.csx', 'var W = Matrix.Of(new double[,] { { 1, 2 } });', '1');
    await runAll(tab);
    await edit(tab, 3);
    await tab.type('; Math.Pow(2');
    assert.match(await tip(tab), /double Math\.Pow\(double x, double y\)/);
    const marked = () => tab.evaluate(() => document.querySelector('.nn-tip strong')?.textContent);
    assert.equal(await marked(), 'x');
    await tab.type(', ');
    await tab.until(() => document.querySelector('.nn-tip strong')?.textContent === 'y');
    await tab.press('End');
    await tab.until(() => !document.querySelector('.nn-tip'));
    await tab.type('; W');
    await tab.press('Control+i');
    assert.match(await tip(tab), /^Matrix<double> W\s*A matrix/);
    await tab.type('.Transpose();');
    await tab.until(() => !document.querySelector('.nn-tip'));
    const at = await tab.evaluate(() => {
      document.activeElement.scrollIntoView({ block: 'center', behavior: 'instant' });   // Not under the bar.
      const walk = document.createTreeWalker(document.activeElement, NodeFilter.SHOW_TEXT);
      while (!walk.nextNode().data.includes('Transpose')) ;
      const range = document.createRange(), from = walk.currentNode.data.indexOf('Transpose');
      range.setStart(walk.currentNode, from);
      range.setEnd(walk.currentNode, from + 9);
      const { x, y, width, height } = range.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    });
    await tab.page.mouse.move(at[0] - 1, at[1]);
    await tab.page.mouse.move(...at);
    await tab.until(() => /Matrix<double> Matrix<double>\.Transpose\(\)/
      .test(document.querySelector('.cm-tooltip-hover')?.textContent));
  });

  test('lists the variables after each run, on a screen and on a phone, in light and in dark', async () => {
    const tab = await course.shared('double listed = 2;\nint[] many = [1, 2, 3];', 'listed = 5; string last = "a";');
    await run(tab, 1);
    await tab.click('button[data-nn-variables]');
    const rows = async name => {
      await tab.until(wanted => [...document.querySelectorAll('.nn-variables tbody th')]
        .some(cell => cell.textContent === wanted), name);
      const all = await tab.page.locator('.nn-variables tbody tr').evaluateAll(found =>
        found.map(row => [...row.cells].map(cell => cell.textContent).join('|')));
      return all.filter(row => /^(listed|many|last)\|/.test(row));
    };
    assert.deepEqual(await rows('many'), ['listed|double|2', 'many|int[]|3 items: [ 1, 2, 3 ]']);
    await run(tab, 2);
    assert.deepEqual((await rows('last')).filter(row => !row.startsWith('many')),
      ['listed|double|5', 'last|string|a']);
    assert.equal(await tab.page.getByRole('table', { name: 'Variables after the last run' }).count(), 1);
    await fits(tab);
    await tab.page.locator('.nn-variables').focus();
    await tab.press('Escape');
    assert.ok(await tab.page.locator('.nn-variables').isHidden());
  });

  /** Looks at the page on a phone in dark, and on a screen in light. */
  async function fits(tab, look = () => {}) {
    for (const [width, colorScheme] of [[390, 'dark'], [1280, 'light']]) {
      await tab.page.setViewportSize({ width, height: 800 });
      await tab.page.emulateMedia({ colorScheme });
      await look();
      assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
      await accessible(tab.page);
    }
  }

  /** Waits until this stands below the first cells about being out of date. */
  const marked = (tab, ...expected) =>
    tab.untilCells((cells, ...all) => cells.slice(0, all.length).every((cell, i) =>
      (/out of date[^·]*/.exec(cell.querySelector('.nn-note').textContent)?.[0].trim() ?? '') === all[i]),
    ...expected);

  test('marks what uses a changed cell, and runs what is out of date as if the whole page had run', async () => {
    const tab = await course.shared('double w = 1;', 'double y = 10 * w;', 'w += 1;', 'y + w', '"alone"');
    await runAll(tab);
    await gives(tab, 4, '12');
    await marked(tab, '', '', '', '', '');
    await setSource(tab, 1, 'double w = 2;');
    const [uses, of] = [name => `out of date: uses ${name}, which cell 1 changed`,
      (name, cell) => `out of date: uses ${name} of cell ${cell}, which is out of date`];
    await marked(tab, '', uses('w'), uses('w'), of('y', 2), '');
    await run(tab, 1);
    await marked(tab, '', uses('w'), uses('w'), of('y', 2), '');
    await accessible(tab.page);
    const rerun = async () => {
      await tab.click('button[data-nn-run-out-of-date]');
      await tab.until(() => document.querySelector('[data-nn-run-out-of-date]').hidden);
      await marked(tab, '', '', '', '', '');
    };
    await rerun();
    await gives(tab, 4, '23');

    // What adds to w begins with w's first value again.
    await setSource(tab, 3, 'w += 2;');
    await tab.until(() => !document.querySelector('[data-nn-run-out-of-date]').hidden);
    await rerun();
    await gives(tab, 4, '24');
  });

  const loop = 'double w = 1;\nfor (int i = 0; i < 5; i++)\n{\n    w *= 2;\n}\nint[] many = [1, 2];';
  const toggle = tab => tab.page.getByRole('button', { name: 'Show values of cell 2', exact: true });
  const beside = tab => tab.page.locator(`${of(2)} .nn-beside`).allTextContents();

  /** A page whose second cell has run, with values. */
  async function withValues(code) {
    const tab = await course.shared('int before = 1;', code);
    await run(tab, 1);
    if ((await toggle(tab).getAttribute('aria-pressed')) === 'false') {
      await toggle(tab).focus();
      await tab.press('Enter');
      assert.equal(await toggle(tab).getAttribute('aria-pressed'), 'true');
    }
    await run(tab, 2);
    await tab.until(() => document.querySelector('.nn-beside'));
    return tab;
  }

  test('values stand at the end of each line, and all lines of a loop follow its slider, by keyboard', async () => {
    const tab = await withValues(loop);
    await fits(tab, async () => {
      assert.deepEqual(await beside(tab), ['w 1', 'i 4pass 5 of 5', 'w 32', 'many 2 items: [ 1, 2 ]']);
      await tab.page.getByRole('group', { name: 'Values of line 4' }).waitFor();
    });
    await gives(tab, 2, /^$/);
    assert.equal(await source(tab, 2), loop);
    await tab.page.getByRole('slider', { name: 'Pass of line 2' }).focus();
    await tab.press('Home');
    assert.deepEqual((await beside(tab)).slice(1, 3), ['i 0pass 1 of 5', 'w 2']);
    await tab.press('ArrowRight');
    assert.deepEqual((await beside(tab)).slice(1, 3), ['i 1pass 2 of 5', 'w 4']);
    assert.equal(await tab.evaluate(() => document.activeElement.getAttribute('aria-valuetext')), 'pass 2 of 5');
  });

  test('values are neither text nor copied, and go when the text changes', async () => {
    const tab = await withValues(loop);
    await tab.page.locator(`${of(2)} .cm-content`).click();
    await tab.press('Control+a');
    const copied = await tab.evaluate(() => {
      const data = new DataTransfer();
      document.activeElement.dispatchEvent(
        new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
      );
      return data.getData('text/plain');
    });
    assert.equal(copied, loop);
    await tab.press('End');
    await tab.type(' ');
    assert.deepEqual(await beside(tab), []);
  });

  test('values mark the first NaN, keep the lines of errors, and are gone when switched off', async () => {
    const tab = await withValues('double x = 0;\nx /= x;\nint[] none = [];\nnone[0] = 1;');
    assert.deepEqual(await beside(tab), ['x 0', 'x NaN ⚠ NaN, the first', 'none 0 items: [  ]']);
    await gives(tab, 2, /cell 2, line 4/);
    await setSource(tab, 2, 'int y = 3;\nint z = "s";');
    await run(tab, 2, /cell 2, line 2/);
    assert.deepEqual(await beside(tab), []);
    await setSource(tab, 2, 'int y = 3;\nfor (int i = 0; i < 1000; i++) y++;');
    await run(tab, 2);
    await tab.until(() => document.querySelector('.nn-beside')?.title === 'Some passes are left out.');
    await toggle(tab).click();
    assert.deepEqual(await beside(tab), []);
    await run(tab, 2);
    assert.deepEqual(await beside(tab), []);
  });

  test('marks after a reload what uses restored work', async () => {
    const tab = await course.open(notebook('03'));
    const sources = await tab.inCells(cells => cells.map(cell => cell.nnSource));
    const declares = sources.findIndex(text => text.includes('Matrix<double> X = '));
    assert.ok(declares >= 0, 'a cell declares X');
    const changed = sources[declares] + '\n';
    await setSource(tab, declares + 1, changed);
    await stored(tab, changed);
    await tab.reload();
    await tab.until(n => [...document.querySelectorAll('.nn-note')].some(note =>
      note.textContent.includes(`out of date: uses X, which cell ${n} changed`)), declares + 1);
    assert.equal(await source(tab, declares + 1), changed);
    await tab.close();
  });
});

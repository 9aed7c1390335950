// Tests how a notebook's page guides its reader: the cell to run next, checkpoints, keyboard navigation, and a stable
// layout.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from './browser.js';
import { hosted, missing, notebook, of } from './live.js';

/** Runs in a page: adds up its layout shifts. */
const countShifts = () => {
  window.shifted = 0;
  new PerformanceObserver(list => {
    for (const entry of /** @type {any[]} */ (list.getEntries()))
      if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
};

describe("a notebook's page", { skip: missing }, () => {
  const course = hosted(), { open } = course;
  const accent = element => getComputedStyle(element).backgroundColor;

  test('Run is filled on the first cell and on checkpoints, then on the next cell; the keys are shown only once',
    async () => {
      const tab = await open(notebook('01'));
      const filled = () => tab.evaluate(() =>
        [...document.querySelectorAll('.cell:not(.judges) [data-nn-action="run"]')]
          .filter(run => getComputedStyle(run).backgroundColor !== 'rgba(0, 0, 0, 0)')
          .map(run => run.closest('.cell').dataset.nnCell));
      const cells = await tab.evaluate(() => [...document.querySelectorAll('.cell:has(> .code)')]
        .map(cell => cell.dataset.nnCell));
      assert.deepEqual(await filled(), [cells[0]]);
      const runs = tab.page.locator('.judges [data-nn-action="run"]');
      assert.notEqual(await runs.first().evaluate(accent), 'rgba(0, 0, 0, 0)');
      await tab.page.locator(`[data-nn-cell="${cells[0]}"] [data-nn-action="run"]`).click();
      await tab.settled();
      await tab.until(() => document.querySelector('.nn-keys')?.textContent.startsWith('Tab completes, F8 goes to'));
      await tab.page.mouse.move(0, 0);
      await tab.page.locator('#main').focus();
      assert.deepEqual(await filled(), [cells[1]]);
      await tab.page.locator(`[data-nn-cell="${cells[1]}"] [data-nn-action="run"]`).click();
      await tab.settled();
      assert.equal(await tab.page.locator('.nn-keys').count(), 0);
    });

  test('a solved checkpoint is marked by its badge and in the contents, also after a reload', async () => {
    const tab = await open(notebook('01'));
    const marks = () => tab.evaluate(() => ['.checkpoint [data-nn-badge]', '.checkpoints a']
      .map(one => document.querySelector(one).textContent));
    assert.deepEqual(await marks(), ['Not done yet', '1']);
    const number = await tab.evaluate(() =>
      [...document.querySelectorAll('[data-nn-cell]')].findIndex(cell => cell.matches('.judges')) + 1);
    const solution = await tab.evaluate(() => document.querySelector('.checkpoint .help pre').textContent);
    await tab.setSource(number, solution);
    await tab.page.locator(`${of(number)} [data-nn-action="run"]`).click();
    await tab.until(() => document.querySelector('.checkpoint [data-nn-badge]').textContent === '✓ Done');
    await tab.solved(1);
    await tab.reload();
    await tab.until(() => document.querySelector('.checkpoint [data-nn-badge]').textContent === '✓ Done');
    assert.deepEqual(await marks(), ['✓ Done', '1✓']);
  });

  test('five Tab keys reach the link to the first checkpoint, and each section has a link to the next', async () => {
    const tab = await open(notebook('01'));
    const words = [];
    for (let i = 0; i < 5 && !words.at(-1)?.startsWith('Skip to checkpoint 1'); i++) {
      await tab.press('Tab');
      words.push(await tab.evaluate(() => document.activeElement.textContent));
    }
    assert.match(words.at(-1), /^Skip to checkpoint 1/);
    await tab.press('Enter');
    await tab.until(() => {
      const { top } = document.querySelector('.checkpoint').getBoundingClientRect();
      return top > -50 && top < innerHeight / 2;
    });
    const skips = await tab.evaluate(() => [...document.querySelectorAll('article > .skip')].map(link => [
      link.nextElementSibling.querySelector('h2')?.id ?? '', link.hash.slice(1),
    ]));
    assert.ok(skips.length > 5);
    for (const [from, to] of skips) assert.notEqual(from, to);
    assert.deepEqual(skips.slice(1).map(([from]) => from), skips.slice(0, -1).map(([, to]) => decodeURIComponent(to)));
  });

  describe('Shift+Enter', () => {
    /** Whether an element is on the screen, below the toolbar. */
    const isSeen = (tab, selector) => tab.until(wanted => {
      const { top, bottom } = document.querySelector(wanted).getBoundingClientRect();
      return top >= document.querySelector('.nn-bar').getBoundingClientRect().bottom - 1 && bottom <= innerHeight + 1;
    }, selector);
    /** The number of the cell that has the focus. */
    const focused = tab => tab.inCells(cells => 1 + cells.indexOf(document.activeElement.closest('[data-nn-cell]')));
    const press = async (tab, number, edits) => {
      await tab.page.locator(`${of(number)} :is(pre.code:not([hidden]), .cm-content)`).focus();
      if (edits) {
        await tab.press('Enter');
        await tab.until(() => document.activeElement.closest('.nn-editor'));
      }
      await tab.press('Shift+Enter');
      await tab.untilCells((cells, n) => ['done', 'failed'].includes(cells[n - 1].dataset.nnState), number);
    };
    const lines = count => Array(count).fill('Console.WriteLine("a line");').join('\n');

    for (const edits of [false, true])
      test(`stays in a checkpoint and shows its verdict, ${edits ? 'in its editor' : 'before an edit'}`, async () => {
        const tab = await open(notebook('01'));
        const number = 1 + await tab.inCells(cells => cells.findIndex(cell => cell.matches('.judges')));
        await press(tab, number, edits);
        await isSeen(tab, '.judges .nn-verdict');
        assert.equal(await focused(tab), number);
        // A verdict below a text that fills the window is shown, too, and so is the error of a text that does not
        // compile.
        const solution = await tab.evaluate(() => document.querySelector('.checkpoint .help pre').textContent);
        await tab.setSource(number, `${solution}\n${'\n'.repeat(60)}`);
        await press(tab, number, false);
        await isSeen(tab, '.checkpoint:has([data-nn-badge="correct"]) .judges .nn-verdict');
        await tab.setSource(number, `int wrong = "s";${'\n'.repeat(60)}`);
        await press(tab, number, false);
        await isSeen(tab, '.judges .error');
      });

    test('moves to the next code cell, and shows outputs and errors that are below the window', async () => {
      const tab = await open();
      await tab.setCells('1', lines(60) + '\n42', 'int x = "s";\n' + lines(60), 'new string(\'x\', 9)');
      await press(tab, 2, false);
      assert.equal(await focused(tab), 3);
      await tab.until(() =>
        document.querySelectorAll('[data-nn-output]')[1].getBoundingClientRect().top < innerHeight - 100);
      await tab.evaluate(() => { window['moves'] = 0; addEventListener('scroll', () => window['moves']++); });
      await press(tab, 3, true);
      await tab.until(() => document.querySelectorAll('[data-nn-output]')[2].querySelector('.error'));
      await isSeen(tab, '[data-nn-state="failed"] .error');
      // At once, not smoothly: a press of a button can miss while the page moves.
      assert.ok((await tab.evaluate(() => window['moves'])) < 4);
    });

    test('in an opened notebook, it passes over Markdown', async () => {
      const tab = await open('playground.html');
      await tab.until(() => document.querySelector('[data-nn-open]'));
      const cells = [['code', '1'], ['markdown', '# Words'], ['code', '2']];
      const text = JSON.stringify({ nbformat: 4, cells: cells.map(([type, source]) => ({ cell_type: type, source })) });
      await tab.chooseFiles(() => tab.click('[data-nn-open]'), { 'mine.ipynb': text });
      await tab.says('Cells added below: 3.');
      const last = await tab.count();
      await press(tab, last - 2, false);
      assert.equal(await focused(tab), last);
    });

    test('after it, the page does not scroll under a reader who goes on', async () => {
      const tab = await open();
      await tab.setCells('1', 'await Task.Delay(3000);\n' + lines(60));
      await tab.run(1);
      await tab.page.locator(`${of(2)} pre.code`).focus();
      await tab.press('Shift+Enter');
      await tab.reaches(2, 'running');
      // The page scrolls to the next cell, which has the focus.
      await tab.evaluate(() => new Promise(done => {
        let before = 0;
        const look = () => {
          if (scrollY > 0 && scrollY === before) return done(scrollY);
          before = scrollY;
          setTimeout(look, 100);
        };
        look();
      }));
      await until(async () => {
        await tab.page.mouse.wheel(0, -10000);
        return tab.evaluate(() => scrollY === 0);
      }, 'the reader could not go on');
      await tab.reaches(2, 'done');
      await tab.page.waitForTimeout(500);
      assert.equal(await tab.evaluate(() => scrollY), 0);
    });

    test('of a prediction leaves its output folded until the reader has guessed, in the editor too', async () => {
      const tab = await open();
      const number = 1 + await tab.inCells(cells => cells.findIndex(cell => cell.querySelector('.output > .answer')));
      const folded = () =>
        tab.inCells((cells, n) => cells[n - 1].querySelectorAll('.answer:not([open])').length, number);
      await tab.setCells();
      await tab.setSource(number, '"an" + "swer"');
      await press(tab, number, true);
      await tab.gives(number, 'answer');
      assert.equal(await folded(), 1);
      await tab.evaluate(() => [...document.querySelectorAll('.prompt .commit button')]
        .filter(button => button.textContent === 'Show without a guess').forEach(button => { button.click(); }));
      assert.equal(await folded(), 0);
    });
  });

  test('a Run that draws charts anew moves nothing on the page', async () => {
    course.host.rewrite = null;   // With all figures.
    const tab = await open('playground.html');
    await tab.page.addInitScript(countShifts);
    await tab.page.goto(new URL(notebook('00'), tab.page.url()).href);
    const cell = await tab.numberOf('smallest');
    const drawn = tab.page.locator(`${of(cell)} [data-nn-drawn]`).first();
    await drawn.waitFor({ state: 'attached' });
    await tab.run(cell);
    await drawn.waitFor({ state: 'attached' });
    await tab.page.waitForTimeout(1000);
    const shifted = await tab.evaluate(() => window.shifted);
    assert.ok(shifted < 0.02, `${shifted}`);
  });

  test('all buttons of the toolbar are in one row at 1280 px, also on the playground', async () => {
    for (const name of [notebook('01'), 'playground.html']) {
      const tab = await open(name);
      await tab.setSource(1, '1 + 1');
      await tab.run(1);
      await tab.page.locator('[data-nn-variables]').waitFor();
      await tab.setSource(1, '1 + 2');
      await tab.until(() => document.querySelector('[data-nn-run-out-of-date]:enabled'));
      const tops = await tab.evaluate(() => [...document.querySelectorAll('.nn-bar .tool')]
        .filter(button => button.checkVisibility()).map(button => Math.round(button.getBoundingClientRect().top)));
      assert.ok(tops.length >= 6 && Math.max(...tops) - Math.min(...tops) < 3, `${name}: ${tops}`);
    }
  });

  test('a line does not mix the fonts of the site and of the system, whichever of them arrive late', async () => {
    for (const late of ['600-normal', '400-normal', '400-italic', 'none']) {
      const tab = await open(notebook('01'));
      await tab.page.route(/source-serif/, async route => {
        if (route.request().url().includes(late)) await new Promise(done => setTimeout(done, 1500));
        await route.continue().catch(() => {});
      });
      await tab.page.goto(tab.page.url());
      await tab.page.waitForTimeout(2000);
      const count = await tab.evaluate(() => [...document.fonts].filter(({ family, status }) =>
        family.includes('Source Serif 4') && status === 'loaded').length);
      assert.ok(count === 0 || (count === 3 && late === 'none'), `${late}: ${count} fonts are used`);
      assert.ok(await tab.evaluate(() =>
        document.querySelector('main h1').checkVisibility({ visibilityProperty: true })));
    }
  });

  for (const width of [390, 1280])
    test(`a page of ${width} px has no layout shift while it is loaded`, async () => {
      const tab = await open('playground.html', { viewport: { width, height: 850 } });
      await tab.page.addInitScript(countShifts);
      for (const name of ['index.html', ...['01', '03', '06'].map(notebook)]) {
        await tab.page.goto(new URL(name, tab.page.url()).href);
        await tab.until(() => document.querySelector('[data-nn-action="run"], [data-nn-try] .nn-run'));
        await tab.page.waitForTimeout(1000);
        const shifted = await tab.evaluate(() => window.shifted);
        assert.ok(shifted < 0.02, `${name}: ${shifted}`);
      }
    });
});
